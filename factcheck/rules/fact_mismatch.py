"""The rule fact-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.arithmetic import rewritten
from factcheck.model.case import Case
from factcheck.model.fact import Fact
from factcheck.model.finding import Offence, Related
from factcheck.model.match import Match, Slip
from factcheck.model.message import Message, msgid, say, verbatim
from factcheck.model.rule import Bad, Good, rule

_LOOKS_LIKE: dict[Slip | None, str] = {
    None: msgid("{found} differs from {expected}"),
    "swapped-digits": msgid("{found} differs from {expected}: digits are swapped"),
    "lost-digit": msgid("{found} differs from {expected}: a digit is lost"),
    "extra-digit": msgid("{found} differs from {expected}: a digit too many"),
    "wrong-digit": msgid("{found} differs from {expected}: one digit is wrong"),
    "moved-point": msgid("{found} differs from {expected}: the decimal point has moved"),
    "scale": msgid("{found} differs from {expected}: the same digits on another scale"),
    "unit": msgid("{found} differs from {expected}: another unit"),
    "hedge": msgid("{found} differs from {expected}: the hedge says otherwise"),
    "direction": msgid("{found} is right, but {expected} goes the other way"),
    "period": msgid("{found} differs from {expected}: it holds for another period"),
    "neighbour": msgid("{found} differs from {expected}: it is the figure of {other}"),
    "exchanged": msgid("{found} differs from {expected}: exchanged with {other}"),
}


@rule(
    severity="error",
    facts="""
- {id: institutions, claim: 76家金融机构形成了金融组织体系, subject: 金融机构, value: 76家}
- {id: output, claim: 全区规上工业增加值同比增长7.8%, subject: 规上工业增加值, value: 7.8%, measure: growth}
- {id: lead, claim: 增速高于全市平均水平9.26个百分点, subject: 高于全市平均水平, value: 9.26个百分点}
- {id: income, claim: 每村每年可稳定增收4万元以上, subject: 每村每年增收, value: 4万元以上}
- {id: visitors, claim: The museum welcomed 1.27 million visitors, subject: visitors, value: 1.27 million}
- {id: sales, claim: 2024年全市住房销售额51.3亿元, subject: 住房销售额, value: 51.3亿元, when: 2024年}
- {id: rent, claim: Average rent fell 3.4% in the year, subject: average rent, value: 3.4%, measure: decline}
""",
    examples=[
        Bad("全区⟦75家⟧金融机构形成了金融组织体系。", says="75家 differs from 76家: one digit is wrong"),
        Bad("全区规上工业增加值同比增长⟦8.7%⟧。", says="8.7% differs from 7.8%: digits are swapped"),
        Bad("增速高于全市平均水平⟦9.26%⟧。", says="9.26% differs from 9.26个百分点: another unit"),
        Bad("一个村每年可稳定增收近⟦4万元⟧。", says="近4万元 differs from 4万元以上: the hedge says otherwise"),
        Bad(
            "The museum welcomed ⟦12.7 million⟧ visitors.",
            says="12.7 million differs from 1.27 million: the decimal point has moved",
        ),
        Bad("Average rent rose ⟦3.4%⟧ in the year.", says="3.4% is right, but 3.4% goes the other way"),
        Bad(
            "单位：万元\n\n| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 住房销售额 | 487200 | ⟦531000⟧ |",
            says="531000万元 differs from 51.3亿元: digits are swapped",
        ),
        Good("全区76家金融机构形成了金融组织体系。", because="it is the fact's figure"),
        Good(
            "| 年份 | 住房销售额（亿元） |\n|---|---|\n| 2022年 | 44.9 |\n| 2023年 | 48.7 |\n| 2024年 | 51.3 |",
            because="the figures of other years are of no fact",
        ),
        Good("全区76个金融机构形成了金融组织体系。", because="another counting word alone is no difference"),
        Good("全区规上工业增加值同比增长百分之七点八。", because="the same figure, spelt out"),
        Good("全区规上工业增加值同比增长近8%。", because="a hedge admits it"),
        Good("The museum welcomed 1,270,000 visitors.", because="the same figure without its scale"),
        Good("The museum welcomed nearly 1.3 million visitors.", because="a hedge admits it"),
        Good("The café sold 12.7 million cups.", because="it is about something else, and equal digits prove nothing"),
    ],
)
def fact_mismatch(case: Case) -> Iterable[Offence]:
    """Flag a figure that the facts file gives differently.

    A figure agrees when it is equal after its unit is converted, when it is rounded or cut to the digits that it shows (at
    most 1 % away), or when a hedge admits it. A hedge in the wrong direction, another kind of unit (% for percentage points)
    and the wrong direction of change disagree.

    A figure in a table has the subject, the unit and the time that its heads give it.
    """
    for match in case.matches:
        if match.verdict == "mismatch" and match.fact is not None:
            yield _offence(case, match, match.fact)


def _offence(case: Case, match: Match, fact: Fact) -> Offence:
    found = case.document.cut(match.claim.quantity.outer or match.claim.span)
    cell = match.claim.cell
    message = _message(cell.written if cell else found, match, fact)
    return Offence(
        span=match.claim.span,
        message=message,
        found=found,
        expected=fact.value.text,
        suggestion=_suggestion(match, fact) if match.slip not in ("direction", "hedge") else None,
        fact=fact.id,
        related=(
            Related(
                verbatim(fact.claim),
                path=fact.origin.path,
                line=fact.origin.line,
                column=fact.origin.column,
            ),
        ),
    )


def _suggestion(match: Match, fact: Fact) -> str | None:
    """What to write instead; in a table's cell, whose unit stands elsewhere, the fact's figure in that unit, if its digits can."""
    figure = match.claim.quantity
    if match.claim.cell is None or match.claim.cell.written == figure.text:
        return fact.value.text
    exact = fact.value.form == "exact" and fact.value.hedge is None and fact.value.dimension == figure.dimension
    if not exact or figure.low < 0 or fact.value.base_low % figure.base_step:
        return None
    return rewritten(figure, fact.value.base_low)


def _message(found: str, match: Match, fact: Fact) -> Message:
    other = match.other.id if match.other else ""
    return say(_LOOKS_LIKE[match.slip], found=found, expected=fact.value.text, other=other)
