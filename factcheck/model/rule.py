"""What a rule is: an offence's name, its check, and the examples that are its tests and its documentation.

A rule is one function in one file of factcheck/rules. Its id is the function's name with hyphens, which is the file's name
too; its docstring is what `factcheck explain` prints; its examples are run by tests/test_rules.py through the whole pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Severity

Check = Callable[[Case], Iterable[Offence]]


class Bad(Struct, frozen=True):
    """A draft that offends: each ⟦…⟧ marks the exact span of one finding, in order, and `says` holds their messages.

    `facts` holds entries in the facts file's form, in place of the rule's own.
    """

    draft: str
    says: str | tuple[str, ...]
    facts: str | None = None


class Good(Struct, frozen=True):
    """A draft that does not offend, though it looks near it; `because` says why."""

    draft: str
    because: str
    facts: str | None = None


class Rule(Struct, frozen=True):
    """One kind of offence. `facts` holds the entries of a facts file that its examples are checked against, or None."""

    id: str
    severity: Severity
    summary: str
    explanation: str
    examples: tuple[Bad | Good, ...]
    facts: str | None
    check: Check


def rule(*, severity: Severity, examples: Iterable[Bad | Good], facts: str | None = None) -> Callable[[Check], Rule]:
    """Make a rule of a function from a case to its offences; the function's docstring explains it."""

    def make(check: Check) -> Rule:
        text = "\n".join(line.removeprefix("    ") for line in (check.__doc__ or "").strip().splitlines())
        name = check.__name__.replace("_", "-")
        return Rule(name, severity, text.partition("\n")[0], text, tuple(examples), facts, check)

    return make
