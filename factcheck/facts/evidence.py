"""What speaks for and against a claim's being a restatement of a fact. The figures themselves are never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from msgspec import Struct
from msgspec.structs import astuple

from factcheck.facts.contrasts import contrary
from factcheck.facts.index import Entry, Filled, Index, earlier
from factcheck.facts.surroundings import Surroundings
from factcheck.facts.terms import Terms
from factcheck.model.agreement import comparable
from factcheck.model.claim import Claim, Measure
from factcheck.model.match import Evidence
from factcheck.model.period import Period, same_time
from factcheck.model.quantity import Quantity

# Equal wording beyond that still tells facts apart that are worded alike, up to so many restatements' worths.
LITERALS = 8

# What a name must tell, in terms' weights, before its coverage means much.
TOO_LITTLE = 0.8

# A fact that tells less than this leads no others.
LITTLE, LITTLE_NEAR = 4.0, 3.0

_OPPOSITE: frozenset[frozenset[Measure]] = frozenset(
    {frozenset({"growth", "decline"}), frozenset({"increase", "decrease"})}
)
_COUNTS = frozenset({"count", "person"})


class Features(Struct, frozen=True):
    """Each kind of evidence, mostly from 0 to 1."""

    subject: float  # how much of a name of the fact stands around the figure
    leads: float  # how much the shared terms tell, as a share of what they tell of the fact that shares most
    near: float  # how much of the phrase nearest to the figure the fact knows
    near_leads: float  # the same, as a share of what the fact knows that knows most of it
    clause: float  # how much of the clause it knows
    bare: float  # the figure stands without a phrase
    literal: float  # wording beside the figure that is the same to the letter
    beyond: float  # the same far beyond the figure
    whole: float  # all that the fact's wording says stands around the figure to the letter
    same_unit: float
    same_kind: float  # counted in other words: 家 and 个
    unnamed: float  # one of the two has no unit
    other_unit: float
    opposite: float  # growth and decline
    total: float  # one is a total, the other a change, a share, …
    other_measure: float
    same_time: float
    apart: float  # two times
    older: float  # the fact is of a time before that of most facts, and the claim names none
    former: float  # one tells what was before, and the other does not
    planned: float  # one is a plan, and the other none
    listed: float  # other places in lists of equal make
    contrast: float  # one says of itself what excludes what the other says
    negated: float  # one denies what the other says


Weights = Sequence[tuple[str, float]]


class Clues(Struct, frozen=True):
    """What is looked at for a claim, whichever fact it is held against."""

    around: Surroundings
    shared: Mapping[int, float]  # how much the terms tell that each fact shares with the claim
    most: float  # the greatest of these
    near: Weights  # how much each term of its nearest phrase tells, in the language of the index
    near_translated: Weights  # the same, as facts in another language ask for it
    clause: Weights
    near_whole: float  # how much all terms of its nearest phrase tell
    clause_whole: float
    left: str  # its wording before the figure, last character first
    right: str  # its wording behind the figure
    filled: Filled  # how well it fills those slots of the index that were asked so far


def clues(around: Surroundings, index: Index) -> Clues:
    """What is looked at for a claim."""
    claim = around.claim
    shared = index.candidates(around.strengths, claim.when)
    near = _weights(around.near, index)
    translated = _weights(around.near_translated, index) or near
    clause = near if around.clause is around.near else _weights(around.clause, index)
    return Clues(
        around,
        shared,
        max(shared.values(), default=0.0),
        near,
        translated,
        clause,
        sum(weight for _, weight in translated),
        sum(weight for _, weight in clause),
        (claim.lead + claim.before)[::-1],
        claim.after + claim.tail,
        {},
    )


def _weights(found: Terms, index: Index) -> Weights:
    """Terms with how much each tells, whichever fact they are looked for in."""
    return [(term, index.weight(term)) for term in found]


def verbatim(claim: Claim, index: Index) -> dict[int, Features]:
    """The same for the facts whose whole wording a claim repeats, where there are such: its words need not be looked at."""
    left, right = (claim.lead + claim.before)[::-1], claim.after + claim.tail
    return {number: _repeated(claim, index.entries[number], index) for number in index.verbatim(left, right)}


def _repeated(claim: Claim, entry: Entry, index: Index) -> Features:
    return Features(
        subject=1.0,
        leads=1.0,
        near=1.0,
        near_leads=1.0,
        clause=1.0,
        bare=0.0,
        literal=1.0,
        beyond=min(1.0, entry.room / entry.enough / LITERALS),
        whole=1.0,
        contrast=0.0,
        **_kinds(claim, entry, index),
    )


def features(found: Clues, numbers: Iterable[int], index: Index) -> dict[int, Features]:
    """What speaks for a claim's restating each of these facts of the index."""
    told = {number: _told(_near(found, number, index), index.entries[number]) for number in numbers}
    most = max(LITTLE_NEAR, *told.values()) if told else LITTLE_NEAR
    return {number: _features(found, number, near, most, index) for number, near in told.items()}


def _near(found: Clues, number: int, index: Index) -> Weights:
    """The nearest phrase of a claim, in the language in which a fact asks for it."""
    foreign = index.entries[number].statement.fact.language != index.language
    return found.near_translated if foreign else found.near


def log_odds(found: Features) -> float:
    """How much it all tells for a fact against none."""
    told: float = sum(map(mul, astuple(WEIGHTS), astuple(found)))
    return told - NONE


def _features(found: Clues, number: int, near_told: float, most_near: float, index: Index) -> Features:
    """The features of one fact. `near_told` is what the nearest phrase tells of it, `most_near` of the fact that knows most."""
    entry = index.entries[number]
    statement = entry.statement
    around, claim = found.around, found.around.claim
    strengths, filled = around.strengths, found.filled
    subject = max([name.told(strengths, filled) / (name.whole + TOO_LITTLE) for name in entry.names], default=0.0)
    literal, whole = _literal(found, entry)
    same = statement.fact.language == index.language
    clause = near_told if found.clause is found.near and same else _told(found.clause, entry)
    return Features(
        subject=min(1.0, subject),
        leads=found.shared.get(number, 0.0) / max(found.most, LITTLE),
        near=min(1.0, near_told / found.near_whole) if found.near_whole else 0.0,
        near_leads=near_told / most_near,
        clause=clause / found.clause_whole if found.clause_whole else 0.0,
        bare=float(not found.near_whole),
        literal=min(1.0, literal),
        beyond=min(1.0, literal / LITERALS),
        whole=float(whole),
        contrast=float(same and bool(around.contrasts) and contrary(around.contrasts, statement.contrasts)),
        **_kinds(claim, entry, index),
    )


def _kinds(claim: Claim, entry: Entry, index: Index) -> dict[str, float]:
    """The features that tell whether claim and fact are of one kind, whatever their words."""
    fact, theirs = entry.statement.fact, entry.statement.claim
    unit = _unit(claim.quantity, fact.value)
    measure = _measure(claim, fact.measure or (theirs.measure if theirs else "total"))
    time = _time(claim, entry.statement.when, index.usual)
    return {
        "same_unit": float(unit == "same"),
        "same_kind": float(unit == "kind"),
        "unnamed": float(unit == "unnamed"),
        "other_unit": float(unit == "other"),
        "opposite": float(measure == "opposite"),
        "total": float(measure == "total"),
        "other_measure": float(measure == "other"),
        "same_time": float(time == "same"),
        "apart": float(time == "apart"),
        "older": float(time == "older"),
        "former": float(claim.former != entry.former),
        "planned": float(theirs is not None and claim.planned != theirs.planned),
        "listed": float(_listed_elsewhere(claim, theirs)),
        "negated": float(theirs is not None and claim.negated != theirs.negated),
    }


def _told(found: Weights, entry: Entry) -> float:
    """How much those of the terms tell that the fact knows."""
    known, told = entry.known, 0.0
    for term, weight in found:
        if term in known:
            told += weight * known[term]
    return told


def _literal(found: Clues, entry: Entry) -> tuple[float, bool]:
    """How much wording beside the figure is the same to the letter, in restatements' worths; and whether all of it is."""
    if entry.room == 0:
        return 0.0, False
    shared = _shared_start(found.left, entry.left) + _shared_start(found.right, entry.right)
    return shared / entry.enough, shared == entry.room


def _shared_start(one: str, two: str) -> int:
    """How many characters two strings begin with alike."""
    if one[:1] != two[:1]:
        return 0
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _unit(ours: Quantity, theirs: Quantity) -> str:
    if ours.unit == theirs.unit and ours.dimension == theirs.dimension:
        return "same"
    if not comparable(ours, theirs):
        return "other"
    if ours.dimension in _COUNTS and theirs.dimension in _COUNTS:
        return "kind"
    if "number" in (ours.dimension, theirs.dimension):
        return "kind" if {ours.dimension, theirs.dimension} & _COUNTS else "unnamed"
    return "same"


def _measure(claim: Claim, theirs: Measure) -> str:
    if claim.measure == theirs:
        return "same"
    if frozenset((claim.measure, theirs)) in _OPPOSITE:
        return "opposite"
    return "total" if "total" in (claim.measure, theirs) else "other"


def _time(claim: Claim, when: Period | None, usual: Period | None) -> str:
    same = same_time(claim.when, when)
    if same is not None:
        return "same" if same else "within" if _overlap(claim.when, when) else "apart"
    if claim.when is None and earlier(when, usual):
        return "older"
    return "unknown"


def _overlap(a: Period | None, b: Period | None) -> bool:
    """Whether two periods with known days share one: a quarter and its year."""
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.anchored == b.anchored and a.start <= b.end and b.start <= a.end


def _listed_elsewhere(claim: Claim, theirs: Claim | None) -> bool:
    return (
        theirs is not None and claim.listed is not None and theirs.listed is not None and claim.listed != theirs.listed
    )


# What each kind of evidence tells, in log odds: fitted by tests/benchmarks/fit.py to labelled drafts, all at once with the
# steps of factcheck.facts.chain, and rounded.
WEIGHTS = Features(
    subject=0.88,
    leads=1.22,
    near=0.00,  # what it tells is told by near_leads and clause
    near_leads=1.33,
    clause=0.92,
    bare=0.06,
    literal=3.50,
    beyond=1.00,
    whole=3.00,
    same_unit=1.22,
    same_kind=0.46,
    unnamed=-0.27,
    other_unit=-1.17,
    opposite=-0.02,
    total=-0.14,
    other_measure=-0.27,
    same_time=0.46,
    apart=-0.33,
    older=-0.22,
    former=-0.47,
    planned=-0.64,
    listed=-1.00,
    contrast=-0.07,
    negated=-0.16,
)
NONE = 0.0  # what speaks for none


def evidence_of(found: Features, score: float, alone: float) -> Evidence:
    """The evidence of a match, for a reader: `score` is its probability, `alone` that by the claim's own words."""
    unit = found.same_unit + 0.9 * found.same_kind + 0.5 * found.unnamed
    measure = 1.0 - 0.9 * found.opposite - 0.3 * found.total - 0.5 * found.other_measure
    scope = 1.0 - 0.7 * found.apart - 0.5 * max(found.older, found.former) - 0.3 * found.planned
    wording = max(found.near, found.clause, found.literal)
    parts = (score, wording, found.subject, measure, unit, max(0.0, scope), max(0.0, score - alone))
    return Evidence(*(round(part, 2) for part in parts))
