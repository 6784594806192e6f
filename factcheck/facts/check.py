"""What is worth a second look in facts files that load without fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.facts.compiled.header import is_index
from factcheck.facts.load import load_facts
from factcheck.model.fact import Fact, FactBase
from factcheck.model.message import Message, say
from factcheck.model.problem import Problem


def check_facts(paths: Sequence[Path]) -> tuple[FactBase, tuple[Problem, ...]]:
    """The facts, with remarks of severity "warning" at the places of their entries. Raises FactsError as `load_facts` does.

    What an index holds was in order when it was compiled: it is opened, which tells whether it still can be used.
    """
    if any(map(is_index, paths)):
        from factcheck.facts.compiled.open import open_index  # noqa: PLC0415 - where there is one

        return open_index(paths).base, ()
    base = load_facts(paths)
    return base, remarks(base)


def remarks(base: FactBase) -> tuple[Problem, ...]:
    """What is worth a second look, in the order of the facts."""
    return tuple(problem for fact in base.facts for problem in _remarks(fact))


def _remarks(fact: Fact) -> Iterator[Problem]:
    if not _states_value(fact):
        said = say("the value “{value}” of “{id}” does not stand in its claim", value=fact.value.text, id=fact.id)
        yield _remark(fact, said, say("word the claim so that it gives the figure"))
    if fact.when is None and fact.when_text is not None:
        said = say("“when: {text}” of “{id}” is not read as a period", text=fact.when_text, id=fact.id)
        yield _remark(fact, said, say("drafts are not compared with it; a date such as 2020年11月 or 2020-11 would be"))


def _states_value(fact: Fact) -> bool:
    """Whether the claim holds the value as written, or a figure that is read as the same."""
    if fact.value.text in fact.claim:
        return True
    from factcheck.extraction.quantities import read_quantities  # noqa: PLC0415

    wanted = (fact.value.base_low, fact.value.base_high)
    return any((found.base_low, found.base_high) == wanted for found in read_quantities(fact.claim, fact.language))


def _remark(fact: Fact, said: Message, advice: Message) -> Problem:
    return Problem(fact.origin.path, fact.origin.line, fact.origin.column, said, advice, severity="warning")
