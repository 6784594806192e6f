"""What the commands about baselines share: the findings of drafts, by the baseline that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.cli import streams
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.model.finding import Finding
from factcheck.translation.translator import Translator

if TYPE_CHECKING:
    from factcheck.config.baseline import Baseline

DEFAULT = Path("factcheck-baseline.json")


class Gathered(Struct):
    """A baseline's file, what it holds (None where it does not exist), and what is found in its drafts, by absolute path."""

    file: Path
    held: Baseline | None
    findings: dict[str, tuple[Finding, ...]]


def gather(
    paths: Sequence[str] | None,
    baseline: Path | None,
    *,
    facts: Sequence[Path] | None,
    no_facts: bool,
    jobs: int,
    configuration: Path | None,
    no_configuration: bool,
    translate: Translator,
) -> tuple[list[Gathered], bool]:
    """The baselines that these drafts belong to, and whether all drafts could be read; complaints are told."""
    from factcheck.cli.checking import Unread, check_drafts, processes
    from factcheck.cli.inputs import named_drafts
    from factcheck.config.baseline import read_baseline
    from factcheck.config.project import place

    flags = flags_of(facts=facts, no_facts=no_facts, baseline=baseline)
    project = project_of(flags, configuration, no_configuration)
    without = project_of({**flags, "baseline": ()}, configuration, no_configuration)
    gathered: dict[Path, Gathered] = {}
    with faults_told():
        named = named_drafts(paths, project)
        outcomes = check_drafts(named.drafts, without, jobs=processes(jobs), translate=translate)
        complaints = list(named.complaints)
        for draft, outcome in zip(named.drafts, outcomes, strict=True):
            if isinstance(outcome, Unread):
                complaints.append(outcome.message)
                continue
            file = (*project.settings(draft.name).paths("baseline"), DEFAULT)[0]
            if file not in gathered:
                held = read_baseline(file, str(file)) if file.exists() else None
                gathered[file] = Gathered(file, held, {})
            gathered[file].findings[place(draft.name)] = outcome.findings
    for complaint in complaints:
        streams.tell(translate(complaint))
    return list(gathered.values()), not complaints


def keep(file: Path, baseline: Baseline) -> None:
    """Write a baseline, whole or not at all."""
    streams.save(baseline.text(), file)
