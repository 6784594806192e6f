"""What a rule sees of a draft."""

from __future__ import annotations

from msgspec import Struct, field

from factcheck.model.claim import Claim
from factcheck.model.document import Document, Sentence
from factcheck.model.fact import FactBase
from factcheck.model.match import Match
from factcheck.model.name import Name
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relations
from factcheck.model.saying import Saying
from factcheck.model.suppression import Idle


class Case(Struct, frozen=True):
    """A document with all that was read from it, in the order of the text. With no facts, `facts` and `matches` are empty.

    `telling` holds the words that set one name apart from its sister in the document's language (二, 东, north), `ranks` those
    that make an office a lower one (副, deputy), `particles` those that come and go without a change of what is said (了).
    `relations` says how its figures and lists hang together, `idle` what asked for findings to be passed over and passed over
    none, `elsewhere` what other drafts of the run have said before and this one may say again.
    `counterparts` are the pairs of a figure in prose and one in a table that must agree, the earlier first.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Period, ...] = ()
    names: tuple[Name, ...] = ()
    claims: tuple[Claim, ...] = ()
    facts: FactBase = field(default_factory=FactBase)
    matches: tuple[Match, ...] = ()
    telling: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    relations: Relations = field(default_factory=Relations)
    idle: tuple[Idle, ...] = ()
    elsewhere: tuple[Saying, ...] = ()
    counterparts: tuple[tuple[Claim, Claim], ...] = ()
