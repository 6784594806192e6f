"""Placeholders that nobody filled in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.patterns import compiled

# Marks that mean “to be filled in” in whatever language a draft is written; `crosses` may also be a redaction.
# What they begin with is looked for first, so that most of a text is passed quickly.
PATTERN = r"""
  (?=[某XxＸ×12TLl$£€¥?？\[【(（{_＿])
  (?: (?P<crosses>
        某某某?+(?=[\u4e00-\u9fff])
      | (?<![A-Za-z0-9XxＸ×])[XxＸ×]{2,6}+(?=\s?[\u4e00-\u9fff])(?!\s?(?:性?染色体|型))
    )
  | (?P<crossed>
        (?<![A-Za-z0-9XxＸ×])[XxＸ×]{1,6}+(?=[%％]|亿元|亿|万元|个百分点|月[XxＸ×\d]{1,2}+日)
      | (?<!\d)(?:19|20)[XxＸ×]{2}+(?=\s?年|\b)
      | [$£€¥]\s?[Xx]{1,4}+\b(?!-)
      | (?<![A-Za-z0-9])[Xx]{2,4}+(?=\s(?:percent|per\scent|million|billion|people|jobs)\b)
      | \b[Xx]{2}/[Xx]{2}/(?:[Xx]{2,4}+|\d{4})
      | \[[XxＸ×]{2,6}+\]
      | [?？]{2,}+(?=[%％]|亿元|万元)
    )
  | (?P<word>\bTB[ACD]\b(?!\s[A-Z][a-z]) | \b(?:TK)?TKTK\b | [$£€]TK\b | \[TK\] | \(TK\)
      | \bTK(?=\s(?:percent|per\scent|million|billion)\b))
  | (?P<text>\b(?i:lorem\sipsum)\b)
  | (?P<note>
        \[\s?(?i:insert|add|fill\sin|to\sbe\s(?:added|confirmed|completed|inserted))\b[^\]\n]{0,80}+\]
      | \[(?i:name|date|city|company(?:\sname)?|title|number|amount|figure|quote|link|location|place)\]
      | [\[【(（](?:此处)?(?:请?插入|请?填写|待补充?|待填写?|待核实?|待确认|待定|待更新)[^\]】)）\n]{0,40}+[\]】)）]
    )
  | (?P<field>\{\{[^{}\n]{0,80}+\}\} | \$\{\w{1,40}+\})
  | (?P<blank>[_＿]{3,}+)
  )
"""


# So much of the line around a placeholder is looked at.
_LINE = 200


@cache
def _placeholder() -> re.Pattern[str]:
    return compiled(PATTERN, re.VERBOSE)


@rule(
    severity="error",
    options={"also": "Words of your own that stand for what is missing."},
    examples=[
        Bad("全年完成投资⟦XX⟧亿元，同比增长7.8%。", says="XX is a placeholder: what belongs here is missing"),
        Bad(
            "工程由⟦某某⟧公司承建，⟦××⟧月底完工。",
            says=(
                "某某 is a placeholder: what belongs here is missing",
                "×× is a placeholder: what belongs here is missing",
            ),
        ),
        Bad(
            "⟦20XX⟧年，全区粮食总产量增长⟦X⟧%。",
            says=(
                "20XX is a placeholder: what belongs here is missing",
                "X is a placeholder: what belongs here is missing",
            ),
        ),
        Bad("市长⟦（待核实）⟧出席了开工仪式。", says="（待核实） is a placeholder: what belongs here is missing"),
        Bad("全市共有⟦____⟧个社区完成改造。", says="____ is a placeholder: what belongs here is missing"),
        Bad(
            "Sales rose ⟦XX⟧ percent to ⟦$XX⟧ million, said ⟦[insert name]⟧, chief executive.",
            says=(
                "XX is a placeholder: what belongs here is missing",
                "$XX is a placeholder: what belongs here is missing",
                "[insert name] is a placeholder: what belongs here is missing",
            ),
        ),
        Bad(
            "The venue is ⟦TBD⟧. ⟦Lorem ipsum⟧ dolor sit amet.",
            says=(
                "TBD is a placeholder: what belongs here is missing",
                "Lorem ipsum is a placeholder: what belongs here is missing",
            ),
        ),
        Bad(
            "Dear ⟦{{first_name}}⟧, the museum reopens in May.",
            says="{{first_name}} is a placeholder: what belongs here is missing",
        ),
        Good("卫衣有S、L、XL和XXL四个尺码，XXXL需预订。", because="sizes"),
        Good("女性的性染色体为XX染色体。", because="chromosomes"),
        Good("木牌上写着“某某到此一游”，令人摇头。", because="the quotation asks for it"),
        Good("犯罪嫌疑人王某某，男，35岁，已被刑事拘留。", because="a name that is kept back"),
        Good("被告人李××犯盗窃罪，判处有期徒刑一年。", because="a name that is kept back"),
        Good("展板长3×2米，共12块。", because="a multiplication sign"),
        Good("Super Bowl XX was played in 1986; Title XX became law in 1974.", because="Roman numerals"),
        Good("He bought an XXL shirt at TK Maxx before TK 1980 to Istanbul.", because="a size, a shop and a flight"),
        Good("Name: ______\nDate: ______", because="a form to be filled in by its reader"),
        Good("Part one\n\n________\n\nPart two", because="a rule between two parts"),
        Good(
            "The Tanzania Buildings Agency (TBA) signed the lease; TBC Bank lent the money.", because="names of bodies"
        ),
    ],
)
def placeholder_left(case: Case, *, also: tuple[str, ...] = ()) -> Iterator[Offence]:
    """Flag a placeholder that was never filled in.

    XX, ×× and 某某 before what they stand for, X%, 20XX, TBD, TK, lorem ipsum, [insert …], (待核实), blanks and template
    fields. Roman numerals, sizes, names that are kept back (王某某), words of a quotation and forms are left alone.
    """
    text = case.document.text
    people = [name.span for name in case.names if name.kind == "person"]  # in the order of the text
    for match in _placeholder().finditer(text):
        span = Span(*match.span())
        before = bisect_left(people, span.end, key=lambda person: person.start) - 1
        named = before >= 0 and people[before].overlaps(span)
        if not named and not _is_meant(text, match):
            yield _left(span, text)
    if also:
        own = compiled("|".join(map(re.escape, sorted(also, key=len, reverse=True))))
        yield from (_left(Span(*match.span()), text) for match in own.finditer(text))


def _left(span: Span, text: str) -> Offence:
    found = span.cut(text)
    message = say("{found} is a placeholder: what belongs here is missing", found=found)
    return Offence(span=span, message=message, found=found)


def _is_meant(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if match.lastgroup == "crosses":
        return _in_quotation(text, start)
    before = text[max(0, start - _LINE) : start].rpartition("\n")[2].strip()
    after = text[end : end + _LINE].partition("\n")[0].strip()
    if match.lastgroup == "blank":
        return not after and (not before or before[-1] in ":：")
    return match.lastgroup == "word" and before.endswith("(") and _initials(before) == match[0]


def _in_quotation(text: str, at: int) -> bool:
    line = text[max(0, at - _LINE) : at].rpartition("\n")[2]
    return line.rfind("“") > line.rfind("”") or line.rfind("「") > line.rfind("」")


def _initials(before: str) -> str:
    """The initials of the three words before a bracket: a body's name is followed by its letters."""
    return "".join(word[0] for word in before.rstrip("( ").split()[-3:])
