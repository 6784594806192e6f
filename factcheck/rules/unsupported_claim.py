"""The rule unsupported-claim."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import listed, say
from factcheck.model.rule import Bad, Good, rule


@rule(
    severity="info",
    facts="""
- {id: institutions, claim: 76家金融机构形成了金融组织体系, subject: 金融机构, value: 76家}
- {id: labs, claim: The university runs 27 laboratories, subject: laboratories, value: "27"}
""",
    examples=[
        Bad("全区建成幼儿园⟦30所⟧。", says="no fact vouches for 30所"),
        Bad("去年发放消费券⟦2.6亿元⟧。", says="no fact vouches for 2.6亿元"),
        Bad("The harbour handled ⟦4.1 million tonnes⟧ of grain.", says="no fact vouches for 4.1 million tonnes"),
        Good("76家金融机构形成了金融组织体系。", because="a fact vouches for it"),
        Good("57家金融机构形成了金融组织体系。", because="a fact speaks of it, and differs: that is a mismatch"),
        Good("The university runs 27 laboratories.", because="a fact vouches for it"),
        Good("会议于2020年11月15日召开。", because="a date is no claim"),
        Good("The council met on 15 November 2020.", because="a date is no claim"),
        Good("深化“3511”工程。", because="a name with a number in it is no claim"),
    ],
)
def unsupported_claim(case: Case) -> Iterable[Offence]:
    """Point out a figure that no fact vouches for.

    With --strict it is an error: then every figure of a draft must stand in the facts file. A figure that two facts fit
    equally well is never guessed at; the message names them.
    """
    for match in case.matches:
        if match.verdict != "unsupported":
            continue
        found = case.document.cut(match.claim.quantity.outer or match.claim.span)
        if match.rivals:
            ids = listed(fact.id for fact in match.rivals)
            message = say("{found} may be any of these facts: {ids}", found=found, ids=ids)
        else:
            message = say("no fact vouches for {found}", found=found)
        yield Offence(span=match.claim.span, message=message, found=found)
