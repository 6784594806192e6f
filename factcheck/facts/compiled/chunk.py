"""What becomes of some facts of a base on their way into a compiled index.

A chunk is made by itself, in any process. What depends on all facts, as the weights of words do, is left to the writer: here a
word is a number in the chunk's own list of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factcheck.facts.compiled.records import decoder, encoder, key_of, squeezed
from factcheck.facts.index import OPENING, Weighed, asked_by, entry_of, is_telling
from factcheck.facts.slots import Slot
from factcheck.facts.statement import Statement
from factcheck.model.document import Language
from factcheck.model.fact import Fact, Officer, OfficialName, Origin, Quotation
from factcheck.model.period import Period
from factcheck.model.problem import Problem

# So many facts to a chunk: enough that they share their words, few enough that all processes stay busy.
SIZE = 1_000

_NOTHING = Weighed((), (), 0.0)


class Asked(Struct, frozen=True):
    """What a fact asks for, as numbers of words: its whole wording, the single characters of it, and each of its names."""

    wording: tuple[int, ...]
    single: tuple[int, ...]
    names: tuple[tuple[int, ...], ...]


class Words(Struct, frozen=True):
    """What facts ask for in drafts of one language: the words, each once, and for each fact those that it asks for."""

    slots: tuple[Slot, ...]
    asked: tuple[Asked, ...]


class Opening(Struct, frozen=True):
    """A wording that is looked for to the letter: keys of what stands before the figure, and of both sides; their lengths."""

    before: int
    both: int
    left: int
    right: int


class Made(Struct, frozen=True):
    """One fact as it is kept."""

    id: str
    origin: Origin
    required: bool
    language: Language
    record: bytes
    when: Period | None
    opening: Opening | None


Other = OfficialName | Officer | Quotation


Contents = tuple[tuple[Made, ...], dict[Language, Words]]


class Chunk(Struct, frozen=True):
    """Some facts as they are kept, what else stood between them, and what is wrong with the rest.

    The facts are encoded, in which form they go from process to process in a third of the time.
    """

    encoded: bytes
    others: tuple[Other, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: int = 0

    def __len__(self) -> int:
        return self.rows

    def contents(self) -> Contents:
        """The facts, and what they ask for in drafts of each language."""
        found: Contents = decoder(Contents).decode(self.encoded)
        return found


def record_of(fact: Fact, statement: Statement) -> bytes:
    """A fact as its file has it, and its claim."""
    return encoder().encode((fact, statement.claim))


def made(
    facts: Sequence[Fact], statements: Sequence[Statement], languages: Iterable[Language], dictionary: bytes
) -> bytes:
    """Facts with their statements as they are kept, for drafts in these languages."""
    kept = tuple(_made(fact, statement, dictionary) for fact, statement in zip(facts, statements, strict=True))
    return encoder().encode((kept, {language: _words(statements, language) for language in languages}))


def _made(fact: Fact, statement: Statement, dictionary: bytes) -> Made:
    record = squeezed(record_of(fact, statement), dictionary)
    opening = _opening(statement)
    return Made(fact.id, fact.origin, fact.required, fact.language, record, statement.when, opening)


def _opening(statement: Statement) -> Opening | None:
    entry = entry_of(statement, (), _NOTHING, {}, None)
    if not is_telling(entry):
        return None
    left, right = (entry.left, entry.right) if len(entry.left) >= OPENING else ("", entry.right)
    return Opening(key_of(left), key_of(left, right), len(left), len(right))


class _Numbering:
    """Numbers words in the order in which they come up."""

    def __init__(self) -> None:
        self.numbers: dict[Slot, int] = {}

    def of(self, slots: Iterable[Slot]) -> tuple[int, ...]:
        numbers = self.numbers
        return tuple(numbers.setdefault(slot, len(numbers)) for slot in slots)


def _words(statements: Sequence[Statement], language: Language) -> Words:
    numbering = _Numbering()
    asked = []
    for statement in statements:
        names, wording = asked_by(statement, language)
        telling = [slot for slot in wording if len(slot.key) > 1]
        telling.sort(key=lambda slot: not slot.is_plain)  # as sums are made: those that nothing stands for come first
        single = numbering.of(slot for slot in wording if len(slot.key) == 1)
        asked.append(Asked(numbering.of(telling), single, tuple(map(numbering.of, names))))
    return Words(tuple(numbering.numbers), tuple(asked))
