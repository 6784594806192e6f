"""The rule disputed-fact."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import listed, say, verbatim
from factcheck.model.rule import Bad, Good, rule


@rule(
    severity="warning",
    facts="""
- {id: institutions, claim: 76家金融机构形成了金融组织体系, subject: 金融机构, value: 76家, disputed: [75家]}
- id: staff
  claim: The company employed 2,043 people
  subject: people employed
  value: 2,043 people
  disputed: ["1,988 people"]
""",
    examples=[
        Bad("⟦76家⟧金融机构形成了金融组织体系。", says="the source says both 76家 and 75家"),
        Bad("全区金融机构增至⟦75家⟧。", says="the source says both 76家 and 75家"),
        Bad("The company employed ⟦1,988 people⟧.", says="the source says both 2,043 people and 1,988 people"),
        Good("全区金融机构增至57家。", because="neither value stands in the source: that is a mismatch"),
        Good("全区企业增至75家。", because="it is about something else"),
        Good("The company trained 1,988 apprentices.", because="it is about something else"),
        Good("The company employed 1,898 people.", because="neither value stands in the source: that is a mismatch"),
        Good("会议于2020年11月15日召开。", because="it states no figure"),
    ],
)
def disputed_fact(case: Case) -> Iterable[Offence]:
    """Flag a figure that the facts file itself records with two values.

    Either value may be right. Somebody has to ask the source; until then a draft that uses one of them carries a warning.
    """
    for match in case.matches:
        fact = match.fact
        if match.verdict == "disputed" and fact is not None:
            values = listed((fact.value.text, *(value.text for value in fact.disputed)), "and")
            yield Offence(
                span=match.claim.span,
                message=say("the source says both {values}", values=values),
                found=case.document.cut(match.claim.quantity.outer or match.claim.span),
                expected=fact.value.text,
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
