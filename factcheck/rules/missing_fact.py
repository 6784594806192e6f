"""The rule missing-fact."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say, verbatim
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span

_REQUIRED = (
    "- {id: institutions, claim: 76家金融机构形成了金融组织体系, subject: 金融机构, value: 76家, required: true}"
)


@rule(
    severity="info",
    options={"required_only": "Whether only facts that are marked `required: true` are pointed out."},
    facts="- {id: labs, claim: The university runs 27 laboratories, subject: laboratories, value: '27'}",
    examples=[
        Bad(
            "⟦⟧全区一切如常。",
            says="the draft does not state institutions: 76家金融机构形成了金融组织体系",
            facts=_REQUIRED,
        ),
        Bad(
            "⟦⟧The university teaches physics.",
            says="the draft does not state labs: The university runs 27 laboratories",
        ),
        Bad(
            "⟦⟧新建公园5个。",
            says="the draft does not state coops: 合作社已注册365家",
            facts="- {id: coops, claim: 合作社已注册365家, subject: 合作社, value: 365家}",
        ),
        Good("76家金融机构形成了金融组织体系。", because="it is stated", facts=_REQUIRED),
        Good(
            "75家金融机构形成了金融组织体系。", because="it is stated, and wrong: that is a mismatch", facts=_REQUIRED
        ),
        Good("The university runs 27 laboratories.", because="it is stated"),
        Good("The university runs nearly 30 laboratories.", because="it is stated, roughly"),
        Good("金融机构增至76家。", because="it is stated in other words", facts=_REQUIRED),
    ],
)
def missing_fact(case: Case, *, required_only: bool = False) -> Iterable[Offence]:
    """Point out a fact that the draft does not state.

    A draft need not repeat every fact, so this is a remark. A fact marked `required: true` is what a draft must not leave
    out, and its absence is an error. Where there are more than 5,000 facts, only the required ones are looked for.
    """
    stated = {match.fact.id for match in case.matches if match.fact is not None}
    for fact in case.facts.expected:
        if fact.id not in stated and (fact.required or not required_only):
            yield Offence(
                span=Span(0, 0),
                message=say("the draft does not state {id}: {claim}", id=fact.id, claim=fact.claim),
                expected=fact.value.text,
                fact=fact.id,
                severity="error" if fact.required else None,
                related=(
                    Related(
                        verbatim(fact.claim),
                        path=fact.origin.path,
                        line=fact.origin.line,
                        column=fact.origin.column,
                    ),
                ),
            )
