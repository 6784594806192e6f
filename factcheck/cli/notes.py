"""What a run remarks beside its report: drafts that no facts met, facts that no draft met, entries that hold no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model.message import Listed, Message, listed, say
from factcheck.model.report import Checked

if TYPE_CHECKING:
    from factcheck.cli.inputs import Draft
    from factcheck.config.project import Project
    from factcheck.model.fact import FactBase

# A draft with fewer claims may well state nothing that the facts are about.
CLAIMS = 3
# So many names stand in a line; the rest is counted.
SHOWN = 5


def notes(checked: Sequence[tuple[Draft, Checked]], project: Project, *, swept: bool) -> Iterator[Message]:
    """The remarks on a run. Facts that no draft met are told of when a folder or pattern brought several drafts in (`swept`)."""
    yield from run_out((draft for draft, _ in checked), project)
    strangers = [draft.name for draft, each in checked if meets_nothing(each)]
    if strangers:
        yield say("no claim here meets a fact: {drafts}; are these the right facts?", drafts=_shown(strangers))
    unmet = never_met(checked) if swept else ()
    if unmet and len(checked) > 1:
        yield say("facts that no draft states: {facts} (--statistics lists them)", facts=_shown(unmet))


def run_out(drafts: Iterable[Draft], project: Project) -> list[Message]:
    """The entries of ignore files that hold no more, each once."""
    return list(
        dict.fromkeys(
            message for draft in drafts for message in project.run_out(project.settings(draft.name), draft.name)
        )
    )


def meets_nothing(checked: Checked) -> bool:
    """Whether facts were held against a draft with claims, and none of them was met, nor any name, person or quotation."""
    case, base = checked.case, checked.case.facts
    if len(case.claims) < CLAIMS or any(match.fact is not None for match in case.matches):
        return False
    return base.entries > 0 and not any(words in case.document.text for words in _words(base))


def never_met(checked: Iterable[tuple[Draft, Checked]]) -> tuple[str, ...]:
    """The ids of the facts that no draft met, of those that were held against one and that drafts may be expected to state."""
    ids: dict[str, bool] = {}
    for _, each in checked:
        for fact in each.case.facts.expected:
            ids.setdefault(fact.id, False)
        ids |= {match.fact.id: True for match in each.case.matches if match.fact is not None}
    return tuple(name for name, met in ids.items() if not met)


def _words(base: FactBase) -> Iterator[str]:
    """What a draft that is about the same matter would say of names, people and quotations."""
    yield from (entry.name for entry in base.names)
    yield from (spelling for entry in base.names for spelling in entry.never)
    yield from (entry.person for entry in base.people)
    yield from (entry.quote for entry in base.quotes)


def _shown(names: Sequence[str]) -> Listed | Message:
    shown = listed(names[:SHOWN])
    if len(names) <= SHOWN:
        return shown
    return say("{names} +{number}", names=shown, number=len(names) - SHOWN)
