"""How strongly a claim's words speak for one fact. The figures themselves are never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from factcheck.facts.contrasts import contrary
from factcheck.facts.index import Index, Weighed
from factcheck.facts.statement import Statement
from factcheck.facts.surroundings import Surroundings
from factcheck.facts.terms import Terms
from factcheck.language.grammar import table
from factcheck.model.agreement import comparable
from factcheck.model.claim import Claim, Measure
from factcheck.model.document import Language
from factcheck.model.match import Evidence
from factcheck.model.period import same_time

# As many code points of equal wording beside the figure as make a restatement to the letter.
LITERAL = {False: 12, True: 32}  # by whether the language sets its words apart

# What a name must tell, in terms' weights, before its coverage means much.
TOO_LITTLE = 0.8

# How much a term counts that no glossary can translate.
SILENT = 0.25

# What equal wording far beyond the figure adds where two facts are worded alike; it is full at so many restatements' worths.
LONGER, LITERALS = 0.1, 8

# What is left of a match when one names 进口 and the other 出口.
CONTRARY = 0.6

_OPPOSITE: frozenset[frozenset[Measure]] = frozenset(
    {frozenset({"growth", "decline"}), frozenset({"increase", "decrease"})}
)


class Near(Struct, frozen=True):
    """The terms of the phrase nearest to a figure, weighed: its own, and with what the glossary lends."""

    own: Weighed
    lent: Weighed


def score(around: Surroundings, near: Near, number: int, shared: float, index: Index) -> tuple[float, Evidence]:
    """The evidence that a claim restates a fact, each part from 0 to 1; before it, the whole in finer steps, to rank by.

    `number` is the fact's in the index, `shared` what the words tell that the two have in common.
    """
    statement = index.statements[number]
    literal = _literal(around.claim, statement.claim, statement.fact.language)
    foreign = statement.fact.language != around.language
    strengths = around.lent
    silent = statement.names[0] - statement.known if foreign else frozenset[str]()
    subject = max((_coverage(name, strengths, silent) for name in index.names[number]), default=0.0)
    context = subject if foreign else min(1.0, shared / (index.words[number] + TOO_LITTLE))
    wording = max(_shared(near.own, statement.words), _shared(near.lent, statement.words))
    said = 0.55 * subject + 0.25 * wording + 0.2 * context
    alike = 1 - (1 - 0.9 * min(1.0, literal)) * (1 - said)
    unit = _unit(around.claim, statement)
    measure = _measure(around.claim, statement)
    scope = _scope(around.claim, statement)
    doubt = 0.5 if literal >= 1 else 1.0  # equal wording outweighs what differs beside it
    total = alike
    contrast = CONTRARY if not foreign and contrary(around.contrasts, statement.contrasts) else 1.0
    for part in (unit, measure, contrast):
        total *= 1 - (1 - part) * doubt
    total *= scope  # the same words said of another year are another claim
    rank = total + LONGER * min(1.0, literal / LITERALS)
    return rank, Evidence(
        round(min(1.0, total), 2), *(round(part, 2) for part in (wording, subject, measure, unit, scope))
    )


def _literal(claim: Claim, canonical: Claim | None, canonical_language: Language) -> float:
    """How much wording beside the figure is the same to the letter, in restatements' worths."""
    if canonical is None:
        return 0.0
    left = _shared_start(_left(claim)[::-1], _left(canonical)[::-1])
    right = _shared_start(claim.after + claim.tail, canonical.after + canonical.tail)
    room = len(_left(canonical)) + len(canonical.after) + len(canonical.tail)
    longest = LITERAL[table(canonical_language).spaced]
    enough = max(longest // 3, min(longest, room))
    return (left + right) / enough


def _shared_start(one: str, two: str) -> int:
    """How many characters two strings begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _left(claim: Claim) -> str:
    return claim.lead + claim.before


def _coverage(name: Weighed, strengths: Mapping[str, float], silent: Terms) -> float:
    """How much of a name stands around the figure. A name that tells little can't be covered whole.

    Of terms that nothing can translate (`silent`) a draft in another language holds none, so they count for little.
    """
    whole = name.whole
    if silent:
        whole -= (1 - SILENT) * sum(weight for term, weight in name.terms if term in silent)
    told = sum(weight * strengths[term] for term, weight in name.terms if term in strengths)
    return min(1.0, told / (whole + TOO_LITTLE))


def _shared(near: Weighed, words: Terms) -> float:
    """How much of the phrase nearest to the figure the fact knows."""
    if not near.whole:
        return 0.5  # a bare figure says nothing for or against
    return sum(weight for term, weight in near.terms if term in words) / near.whole


def _unit(claim: Claim, statement: Statement) -> float:
    ours, theirs = claim.quantity, statement.fact.value
    if ours.unit == theirs.unit and ours.dimension == theirs.dimension:
        return 1.0
    if not comparable(ours, theirs):
        return 0.4
    if "number" in (ours.dimension, theirs.dimension) and not {ours.dimension, theirs.dimension} & {"count", "person"}:
        return 0.75  # a lost % or 元, or another thing
    counting = dict(table(statement.fact.language).counting)
    if counting.get(ours.unit or "") != counting.get(theirs.unit or "") and ours.unit and theirs.unit:
        return 0.6  # 两级 and 230个 count levels and things
    return 1.0 if ours.dimension == theirs.dimension != "count" else 0.92


def _measure(claim: Claim, statement: Statement) -> float:
    theirs = statement.fact.measure or (statement.claim.measure if statement.claim else "total")
    ours = claim.measure
    if ours == theirs:
        return 1.0
    if frozenset((ours, theirs)) in _OPPOSITE:
        return 0.85
    if "total" in (ours, theirs):
        return 0.8
    return 0.7


def _scope(claim: Claim, statement: Statement) -> float:
    theirs = statement.claim
    when = statement.fact.when or (theirs.when if theirs else None)
    same = same_time(claim.when, when)
    part = 1.0 if same else 0.97 if same is None else 0.72
    if claim.role:
        part *= _turn(claim, statement)
    if theirs is not None and claim.planned != theirs.planned:
        part *= 0.95
    if claim.listed is not None and theirs is not None and theirs.listed is not None and claim.listed != theirs.listed:
        part *= 0.7
    return part


def _turn(claim: Claim, statement: Statement) -> float:
    """How well an end of a change fits a fact: what was before, or what it became."""
    theirs = statement.claim.role if statement.claim else ""
    if not theirs:
        formerly = word_in(statement.called + statement.fact.claim, table(statement.fact.language).formerly)
        theirs = "from" if formerly else "to"
    return 1.0 if theirs == claim.role else 0.75


def word_in(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words stands in a text."""
    return any(word in text for word in words)
