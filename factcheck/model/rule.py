"""What a rule is: an offence's name, its check, and the examples that are its tests and its documentation.

A rule is one function in one file of factcheck/rules. Its id is the function's name with hyphens, which is the file's name
too; its docstring is what `factcheck explain` prints; its examples are run by tests/test_rules.py through the whole pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Severity

Check = Callable[..., Iterable[Offence]]  # of a Case, with the rule's options as keywords
Options = Mapping[str, Any]


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
    """One kind of offence. `facts` holds the entries of a facts file that its examples are checked against, or None.

    `explanation` has a line for each paragraph, and an empty one between two. `options` tells what each keyword of the check is
    for, and `chosen` holds those that were set. A rule that is `last` sees what became of the findings of the others; one that
    looks `across` asks what other drafts of the run have said.
    """

    id: str
    severity: Severity
    summary: str
    explanation: str
    examples: tuple[Bad | Good, ...]
    facts: str | None
    check: Check
    options: Mapping[str, str] = {}
    chosen: Options = {}
    last: bool = False
    across: bool = False

    def find(self, case: Case) -> Iterable[Offence]:
        """What it finds in a case, by the options that were chosen."""
        return self.check(case, **self.chosen)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The explanation by paragraphs, of which the first is the summary."""
        return tuple(self.explanation.split("\n\n"))

    @property
    def defaults(self) -> Mapping[str, Any]:
        """Its options, each with the value that it has when nobody chooses."""
        return self.check.__kwdefaults__ or {}

    def set(self, severity: Severity | None = None, options: Options | None = None) -> Rule:
        """The same rule with another severity or other options."""
        return replace(self, severity=severity or self.severity, chosen={**self.chosen, **(options or {})})


def rule(  # noqa: PLR0913 - all by name
    *,
    severity: Severity,
    examples: Iterable[Bad | Good],
    facts: str | None = None,
    options: Mapping[str, str] | None = None,
    last: bool = False,
    across: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function from a case to its offences; the function's docstring explains it.

    A keyword of the function is an option of the rule: its default is the option's, and `options` says what it is for.
    """

    def make(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        paragraphs = [" ".join(paragraph.split()) for paragraph in (check.__doc__ or "").split("\n\n")]
        told = "\n\n".join(paragraphs)
        return Rule(name, severity, paragraphs[0], told, tuple(examples), facts, check, options or {}, {}, last, across)

    return make
