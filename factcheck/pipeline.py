"""The whole program on one page: text → quantities → claims → matches → findings.

Bytes become a `Document` in `factcheck.reading`, and a `Report` becomes text in `factcheck.reporting`; the command line
joins the two ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from factcheck.cache import recall
from factcheck.claims.read import particles, read_claims
from factcheck.claims.relations import read_relations
from factcheck.extraction.names import rank_words, read_names, telling_words
from factcheck.extraction.periods import read_periods
from factcheck.extraction.quantities import read_quantities
from factcheck.extraction.sentences import read_sentences
from factcheck.facts.compiled.header import is_index
from factcheck.facts.files import facts_files
from factcheck.facts.index import Index, build
from factcheck.facts.match import match_claims
from factcheck.facts.statement import Statement, state, wordings
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.document import Comment, Document, Language
from factcheck.model.elsewhere import sayings_of
from factcheck.model.fact import FactBase
from factcheck.model.finding import Finding, Offence
from factcheck.model.fingerprint import fingerprints
from factcheck.model.period import Period
from factcheck.model.problem import Problem
from factcheck.model.quantity import Quantity
from factcheck.model.report import Checked
from factcheck.model.rule import Rule
from factcheck.model.saying import Saying
from factcheck.model.span import Span
from factcheck.model.suppression import Accepted
from factcheck.rules import all_rules, load, rule_ids

if TYPE_CHECKING:
    from factcheck.model.comparison import Comparison


class Indexed(Struct, frozen=True, eq=False):
    """Facts, and the same as claims in an index for drafts of one language."""

    base: FactBase
    index: Index


class Compiled(Protocol):
    """Facts that lie in an index of their own."""

    @property
    def base(self) -> FactBase: ...

    def index(self, language: Language) -> Index:
        """The index for one draft in a language. Raises FactsError where it has none."""


class Known(Struct, frozen=True, eq=False):
    """What facts files say. `indexes` holds what was made of them so far, by the language of drafts; or they were `compiled`."""

    base: FactBase
    files: tuple[Path, ...] = ()
    indexes: dict[Language, Indexed] = field(default_factory=dict)
    compiled: Compiled | None = None


def know(paths: Sequence[Path]) -> Known:
    """The facts of these files, and of the YAML files in and below these folders; from the cache when nothing has changed.

    A compiled index is opened, not read. Raises FactsError with every problem of every file.
    """
    if any(map(is_index, paths)):
        from factcheck.facts.compiled.open import open_index  # noqa: PLC0415 - a run without such an index has no use for it

        opened = open_index(paths)
        return Known(opened.base, tuple(paths), compiled=opened)
    problems: list[Problem] = []
    files = tuple(facts_files(paths, problems))

    def make() -> FactBase:
        from factcheck.facts.load import load_facts  # noqa: PLC0415 - a run that finds the facts in the cache reads no YAML

        return load_facts(paths)

    return Known(make() if problems else recall(files, make), files)


def indexed(known: Known, language: Language) -> Indexed:
    """The facts for drafts in a language, read by the same grammar as drafts: once, however many drafts they check."""

    def make() -> Indexed:
        return Indexed(known.base, build(statements(known.base), language))

    if known.compiled is not None:
        return Indexed(known.base, known.compiled.index(language))
    if language not in known.indexes:
        known.indexes[language] = recall(known.files, make, language) if known.files else make()
    return known.indexes[language]


def check(  # noqa: PLR0913 - all but two by name
    document: Document,
    facts: FactBase | Known | None,
    *,
    rules: Iterable[Rule] | None = None,
    strict: bool = False,
    accepted: Sequence[Accepted] = (),
    elsewhere: tuple[Saying, ...] = (),
) -> Checked:
    """A draft's claims with their verdicts, and what the rules find in it, in the order of the text.

    Without `facts` the text is checked alone. With `strict`, a figure that no fact vouches for is an error. What the draft's
    own comments or the `accepted` fingerprints pass over stands apart. `elsewhere` is what other drafts of the run have said
    before (`factcheck.model.elsewhere.said_before`, of their `sayings`).
    """
    case = read(document)
    if elsewhere:
        case = replace(case, elsewhere=elsewhere)
    if facts is not None:
        known = indexed(facts if isinstance(facts, Known) else _known(facts), document.language)
        case = replace(case, facts=known.base, matches=match_claims(case.claims, known.index))
    asked = tuple(all_rules() if rules is None else rules)
    found = judge(case, (rule for rule in asked if not rule.last), strict=strict)
    if elsewhere:
        case = replace(case, elsewhere=())  # it has served, and other drafts' words are no part of a report
    if not document.comments and not accepted:
        return Checked(case, found)
    return suppress(case, found, asked, accepted, with_facts=facts is not None)


def sayings(document: Document) -> tuple[Saying, ...]:
    """What a draft says that others may say again."""
    return sayings_of(document, read_sentences(document))


def suppress(
    case: Case, found: Sequence[Finding], asked: Sequence[Rule], accepted: Sequence[Accepted], *, with_facts: bool
) -> Checked:
    """The findings without those that were asked to be passed over, and with those on what was asked for nothing."""
    from factcheck.suppression.directives import ALL, read_directives  # noqa: PLC0415 - few drafts need it
    from factcheck.suppression.passing import idle, pass_over  # noqa: PLC0415

    directives = read_directives(case.document, rule_ids())
    outcome = pass_over(found, directives, accepted)
    judged = {rule.id for rule in asked if not rule.last and (with_facts or rule.facts is None)}
    if len(judged) == sum(not load(name).last for name in rule_ids()):
        judged.add(ALL)
    case = replace(case, idle=idle(directives, accepted, outcome, judged))
    last = judge(case, (rule for rule in asked if rule.last), strict=False)
    settled = pass_over(last, directives, accepted, by_all=False)
    kept = sorted((*outcome.kept, *settled.kept), key=lambda finding: (finding.span, finding.rule))
    return Checked(case, tuple(kept), (*outcome.passed, *settled.passed))


def read(document: Document) -> Case:
    """Everything that a draft states, before any fact is known."""
    sentences = read_sentences(document)
    periods = read_periods(document)
    quantities = _apart(read_quantities(document.text, document.language), periods)
    if document.comments:
        quantities = _apart(quantities, document.comments)
    cells: tuple[Claim, ...] = ()
    pairs: tuple[tuple[Claim, Claim], ...] = ()
    if any(block.kind == "row" for block in document.blocks):
        from factcheck.claims.cells import read_cells  # noqa: PLC0415 - few drafts have tables

        cells, quantities = read_cells(document, quantities)
    claims = read_claims(document, sentences, quantities, periods, cells)
    if cells:
        from factcheck.claims.counterparts import counterparts  # noqa: PLC0415

        pairs = counterparts(document, claims)
    names = read_names(document, sentences)
    return Case(
        document,
        sentences,
        quantities,
        periods,
        names,
        claims,
        telling=telling_words(document.language),
        ranks=rank_words(document.language),
        particles=particles(document.language),
        relations=read_relations(document, sentences, quantities, periods),
        counterparts=pairs,
    )


def compare(old: Document, new: Document) -> Comparison:
    """What the claims of one version of a document became in another, whatever format each is in."""
    from factcheck.claims.versions import counterparts  # noqa: PLC0415 - for this alone
    from factcheck.model.comparison import Comparison  # noqa: PLC0415

    before, after = read(old), read(new)
    return Comparison(before, after, counterparts(before.claims, after.claims))


def contradictions(case: Case) -> tuple[tuple[Span, Span], ...]:
    """The places of each two figures of a draft that cannot both be right."""
    offences = load("contradiction").check(case)
    return tuple(
        (other.span, offence.span) for offence in offences for other in offence.related if other.span is not None
    )


@cache
def _known(base: FactBase) -> Known:
    """A base that came from elsewhere than files; its indexes are kept for the next draft."""
    return Known(base)


def statements(base: FactBase) -> tuple[Statement, ...]:
    """One statement for each fact, in their order."""
    stated: dict[str, Statement] = {}
    for language in sorted({fact.language for fact in base.facts}):
        facts = [fact for fact in base.facts if fact.language == language]
        document = wordings(facts, language)
        claims = _claims(document)
        starts = [claim.span.start for claim in claims]
        for fact, block in zip(facts, document.blocks, strict=True):
            own = claims[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
            stated[fact.id] = state(fact, own)
    return tuple(stated[fact.id] for fact in base.facts)


def judge(case: Case, rules: Iterable[Rule], *, strict: bool) -> tuple[Finding, ...]:
    """What the rules find, in the order of the text, each with its severity and fingerprint."""
    found = [(rule, offence) for rule in rules for offence in rule.find(case) if not _in_comment(case, rule, offence)]
    found.sort(key=lambda pair: (pair[1].span, pair[0].id))
    marks = fingerprints(case.document, found)
    return tuple(
        Finding(
            rule=rule.id,
            severity="error" if strict and rule.id == "unsupported-claim" else offence.severity or rule.severity,
            offence=offence,
            fingerprint=mark,
        )
        for (rule, offence), mark in zip(found, marks, strict=True)
    )


def _claims(document: Document) -> tuple[Claim, ...]:
    periods = read_periods(document)
    quantities = _apart(read_quantities(document.text, document.language), periods)
    return read_claims(document, read_sentences(document), quantities, periods)


def _apart(quantities: Sequence[Quantity], others: Sequence[Period | Comment]) -> tuple[Quantity, ...]:
    """The quantities that are no part of a period, or of a comment. Both are in the order of the text."""
    kept, at = [], 0
    for quantity in quantities:
        while at < len(others) and others[at].span.end <= quantity.start:
            at += 1
        if at == len(others) or not others[at].span.overlaps(quantity.span):
            kept.append(quantity)
    return tuple(kept)


def _in_comment(case: Case, rule: Rule, offence: Offence) -> bool:
    """Whether an offence lies in a comment, which no reader sees."""
    comments, at = case.document.comments, offence.span.start
    before = bisect_right(comments, at, key=lambda comment: comment.span.start) - 1
    return not rule.last and before >= 0 and at < comments[before].span.end
