"""The rule duplicate-sentence."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.model.case import Case
from factcheck.model.echoes import Echo, echoes_of
from factcheck.model.editing import Draft, draft_of
from factcheck.model.finding import Offence, Related
from factcheck.model.forms import its_like
from factcheck.model.message import say
from factcheck.model.repeats import said_again, said_on_end, said_within
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span


def _offence(draft: Draft, first: Span, second: Span, *, edited: bool) -> Offence:
    document = draft.case.document
    place = document.told(first)
    changed, same = (
        say("repeats {place}, slightly changed", place=place),
        say("stands twice: first in {place}", place=place),
    )
    return Offence(
        span=second,
        message=changed if edited else same,
        found=document.cut(second),
        suggestion=None if edited else "",
        certain=not edited and document.text[first.end : second.start] in ("", " "),
        related=(Related(say("the first place"), first),),
    )


@rule(
    severity="warning",
    across=True,
    examples=[
        Bad(
            "全区整合社会组织20余家,为群众提供60余项专业化服务⟦整合社会组织20余家,为群众提供60余项专业化服务⟧;探索建立自治模式。",
            says="stands twice: first in line 1",
        ),
        Bad(
            "会议强调，各部门要把防汛责任落实到岗到人。全市水库已全部完成检查。\n\n"
            "气象部门加密了会商。⟦会议强调,各部门要把防汛责任落实到岗到人。⟧各镇已备足物资。",
            says="stands twice: first in line 1",
        ),
        Bad(
            "地还在，谁来种，这个问题必须早作回答。今年要守住面积。\n\n订单农业有了起色。⟦地还在，由谁来种，这个问题一定要早作回答。⟧",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "全年新开工水利项目2.5万个，治理水土流失面积63000平方公里。\n\n"
            "这笔账算得清楚：⟦全年新开工水利项目共2.5万个，治理水土流失面积6.3万平方公里。⟧",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "The harbour board approved the plan for a third berth in May. Work has begun. "
            "⟦The harbour board approved the plan for a third berth in May.⟧ It will take two years.",
            says="stands twice: first in line 1",
        ),
        Bad(
            "The council will publish the full results of the survey next month.\n\n"
            "Turnout was high. ⟦The council will publish the results of the survey next month.⟧ Residents can comment online.",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "The museum reopened on Friday after a long closure and drew long queues from early morning.\n\n"
            "⟦The museum reopened on Friday after a long closure and drew long queues from early morning.⟧\n\nEntry is free.",
            says="stands twice: first in line 1",
        ),
        Good(
            "稳字当头，抓好产业，开好全年新局。\n\n上半年工业平稳。\n\n稳字当头，抓好产业，开好全年新局。",
            because="a slogan stands in a paragraph of its own",
        ),
        Good(
            "全市城镇居民人均可支配收入比上年增长7.18%。全市农村居民人均可支配收入比上年增长8.01%。",
            because="another subject and another figure: parallel structure",
        ),
        Good(
            "加强社会保障体系建设是今年的重点。各地都要加强社会保障体系建设，完善社会保障体系建设的办法。",
            because="the words are the topic of the text, and no sentence comes back",
        ),
        Good("感谢大家的支持！感谢大家的支持！", because="too short to be more than a figure of speech"),
        Good(
            "各镇要把责任压实到人。\n\n| 单位 | 任务 |\n"
            "| 东镇 | 负责本镇水库的安全检查工作 |\n| 西镇 | 负责本镇水库的安全检查工作 |",
            because="rows of a table repeat themselves rightly",
        ),
        Good(
            "The schools budget will rise. The minister for education will announce details next week. Roads come next. "
            "The minister for transport will announce details next week. So do clinics. "
            "The minister for health will announce details next week.",
            because="a form of words that is used three times is no accident",
        ),
        Good(
            "1. Alpha Bar was found open at midnight. The agency has ordered the operator to close for ten days.\n"
            "2. Beta Bar was found open at midnight. The agency has ordered the operator to close for ten days.",
            because="the items of a list share their form",
        ),
        Good(
            "Shipments of grain rose to 3.1 million tonnes in the first half of the year. Prices held. "
            "Shipments of grain rose to 2.8 million tonnes in the first half of the year.",
            because="the same sentence with another number says another thing, rightly or not",
        ),
        Good(
            "I hope you will support it. We can pay for it. And I hope you will support this too. I hope you will support it.",
            because="a refrain of common words",
        ),
        Good(
            "*Come for the harbour, stay for the hills.*\n\nVisitors came in numbers.\n\n"
            "*Come for the harbour, stay for the hills.*",
            because="a slogan at the head and at the foot",
        ),
    ],
)
def duplicate_sentence(case: Case) -> Iterator[Offence]:
    """Flag a sentence that the draft has said before.

    It may come back to the letter, with other punctuation, or lightly edited: a word or a clause dropped, a word replaced,
    a figure written another way. The finding spans the second place and names the first. A stretch that stands twice on
    end inside one sentence counts too. Another figure or another name makes another sentence; slogans, titles, refrains,
    captions, table rows and forms of words that a list repeats are left alone. Where several drafts are checked at once, what
    a draft has in common with one before it is remarked; what three of them say is boilerplate.
    """
    draft = draft_of(case)
    taken: list[Span] = []
    for first, second in (*said_on_end(draft), *said_within(draft)):
        if not _overlaps_one(taken, second):
            insort(taken, second)
            yield _offence(draft, first, second, edited=False)
    told: set[int] = set()
    for run in said_again(draft):
        first, second = (
            draft.passages[begin].span.to(draft.passages[end].span)
            for begin, end in ((run[0].one, run[-1].one), (run[0].two, run[-1].two))
        )
        like = its_like(draft, run[0].two, run[-1].two)
        if like in told or _overlaps_one(taken, second):
            continue
        told.update(range(run[0].two, run[-1].two + 1))
        beside = () if like is None else (Related(say("much like it, in the same entry"), draft.passages[like].span),)
        offence = _offence(draft, first, second, edited=any(pair.edited for pair in run))
        yield replace(offence, related=(*offence.related, *beside))
    for echo in echoes_of(draft):
        yield _from_elsewhere(draft, echo)


def _overlaps_one(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of some others, which are in order and apart."""
    before = bisect_left(spans, Span(span.end, 0)) - 1
    return before >= 0 and spans[before].overlaps(span)


def _from_elsewhere(draft: Draft, echo: Sequence[Echo]) -> Offence:
    """What another draft of the run says, too: often rightly, so that it is only remarked."""
    first, last, said = draft.passages[echo[0].number], draft.passages[echo[-1].number], echo[0].said
    edited = any(each.edited for each in echo)
    place = {"path": said.path, "place": said.place}
    changed, same = (
        say("{path} says much the same in {place}", **place),
        say("{path} says it, too, in {place}", **place),
    )
    span = first.span.to(last.span)
    return Offence(
        span=span,
        message=changed if edited else same,
        found=draft.case.document.cut(span),
        related=(Related(say("the other draft"), path=said.path, line=said.line, column=said.column),),
        severity="info",
    )
