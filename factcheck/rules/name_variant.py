"""One name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.ranks import ranks_apart
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.model.spelling import spelt_apart, spelt_jointly


@rule(
    severity="warning",
    examples=[
        Bad(
            "创建全国社区治理和服务创新实验区是一项长期任务。全国社区治理和服务创新实验区已通过验收。"
            "⟦全国社区治理和服务创新试验区⟧经验做法在全国推广。",
            says="全国社区治理和服务创新试验区 here, 全国社区治理和服务创新实验区 in line 1",
        ),
        Bad(
            "东湾海洋文化博览馆今日开馆。\n\n“孩子们喜欢这里。”⟦东湾海洋文化博物馆⟧副馆长林晓棠说。东湾海洋文化博览馆全年免费。",
            says="东湾海洋文化博物馆 here, 东湾海洋文化博览馆 in line 1",
        ),
        Bad(
            "市委书记佘春明在会上强调，要守住底线。会后，市委书记⟦余春明⟧到社区走访。",
            says="余春明 here, 佘春明 in line 1",
        ),
        Bad(
            "The works at Scarbeck supplied 88 million litres a day. Filters for Scarbeck cost £12.5 million. "
            "The board will visit ⟦Scarbek⟧ in May.",
            says="Scarbek here, Scarbeck in line 1",
        ),
        Bad(
            "Last year Dana Virtanen, chief executive of the port, opened two berths. "
            "The berths are full, Dana ⟦Virtannen⟧ told the council.",
            says="Virtannen here, Virtanen in line 1",
        ),
        Bad(
            "市发展和改革委员会发布通知。⟦市发展与改革委员会⟧要求各单位落实，市发展和改革委员会将组织检查。",
            says="市发展与改革委员会 here, 市发展和改革委员会 in line 1",
        ),
        Bad(
            "青禾高新技术产业开发区揭牌。青禾高新技术产业开发区年产值50亿元。⟦青禾高新技产业开发区⟧成立于2010年。",
            says="青禾高新技产业开发区 here, 青禾高新技术产业开发区 in line 1",
        ),
        Bad(
            "市长张建国出席开幕式。会后，⟦副市长⟧张建国到企业调研，市长张建国要求抓好安全。",
            says="张建国 is 副市长 here, 市长 in line 1",
        ),
        Bad(
            "The Calder Valley Water Authority met. The ⟦Calder Valley Water Agency⟧ agreed, "
            "the Calder Valley Water Authority said.",
            says="Calder Valley Water Agency here, Calder Valley Water Authority in line 1",
        ),
        Bad(
            "Mayor Anna Lindqvist opened the hall. ⟦Deputy Mayor⟧ Anna Lindqvist had asked for it, Mayor Anna Lindqvist said.",
            says="Anna Lindqvist is Deputy Mayor here, Mayor in line 1",
        ),
        Bad(
            "Prime Minister Catherine Whitmore spoke. Later ⟦Katherine⟧ Whitmore replied.",
            says="Katherine here, Catherine in line 1",
        ),
        Bad(
            "青禾县城乡融合发展试验区揭牌。⟦青禾县城乡融合发展实验区⟧已成立管委会，⟦青禾县城乡融合发展实验区⟧规划获批。",
            says=("青禾县城乡融合发展实验区 here, 青禾县城乡融合发展试验区 in line 1",) * 2,
            facts="- {id: zone, name: 青禾县城乡融合发展试验区}",
        ),
        Good(
            "青禾县城乡融合发展实验区揭牌，青禾县城乡融合发展试验区规划获批。",
            because="name-mismatch reports what the facts file forbids",
            facts="- {id: zone, name: 青禾县城乡融合发展实验区, never: [青禾县城乡融合发展试验区]}",
        ),
        Good("市第一人民医院和市第二人民医院同时启用新楼。", because="a numeral sets two names apart"),
        Good("东城区城市管理委员会与西城区城市管理委员会签约。", because="a direction sets two names apart"),
        Good("山西省农业科学研究院和陕西省农业科学研究院合作育种。", because="two provinces whose names sound alike"),
        Good(
            "市大学生就业服务中心和市大学生创业服务中心合署办公。", because="one character differs in sound and sense"
        ),
        Good("副市长张建国、副市长李志国出席。", because="two people"),
        Good("原副市长张建国和市长张建国强调安全。", because="one of the offices is held no longer"),
        Good("市行政审批服务局办理。市行政审批服务局局长说，市行政审批局将改进。", because="it may be a short form"),
        Good("Mayor Anna Lindqvist and Deputy Mayor Karl Berg opened the hall.", because="two people"),
        Good("实验区建设稳步推进，试验区面积扩大。", because="too short to be one name"),
        Good(
            "The Americans signed first. Trade across the Americas grew as American firms invested.",
            because="an ending",
        ),
        Good(
            "Workfare was raised in March. Workcare, a new scheme, was added to Workfare in May.",
            because="another consonant",
        ),
        Good("The Northern Line and the Southern Line reopened; so did the Northern Loop.", because="other words"),
        Good("We met Mr Johnson in Leeds and Mr Johnston in York.", because="once each, with nothing else in common"),
    ],
)
def name_variant(case: Case) -> Iterator[Offence]:
    """Flag a name that the draft spells in two ways.

    No list of names is needed: the spelling that is used more often, or first, is taken to be meant. Chinese names are one
    when they sound or look alike to the last character and differ in no character that sets names apart (numerals,
    directions, levels, provinces). Words of other names are one when a letter is dropped, doubled or exchanged, or a vowel
    changed, or heard alike beside the same other word; another ending makes another word. A person who is called by two ranks
    of one office (mayor, deputy mayor) counts too. Where the facts file has the name, it is right; a spelling that it forbids is
    left to name-mismatch.
    """
    reported: set[Span] = set()
    official = {name.name for name in case.facts.names}
    forbidden = {never for name in case.facts.names for never in name.never}
    for usual, odd in (*spelt_jointly(case), *spelt_apart(case)):
        meant, other = (odd, usual) if odd.text in official else (usual, odd)
        place = case.document.told(meant.spans[0])
        for span in () if other.text in forbidden else other.spans:
            if span not in reported:
                reported.add(span)
                yield Offence(
                    span=span,
                    message=say(
                        "{found} here, {expected} in {place}", found=other.text, expected=meant.text, place=place
                    ),
                    found=other.text,
                    expected=meant.text,
                    suggestion=meant.text,
                    related=(Related(say("the other spelling"), meant.spans[0]),),
                )
    for person, held, otherwise in ranks_apart(case):
        place = case.document.told(held.span)
        yield Offence(
            span=otherwise.span,
            message=say(
                "{person} is {found} here, {expected} in {place}",
                person=person,
                found=otherwise.text,
                expected=held.text,
                place=place,
            ),
            found=otherwise.text,
            expected=held.text,
            suggestion=held.text,
            related=(Related(say("the other office"), held.span),),
        )
