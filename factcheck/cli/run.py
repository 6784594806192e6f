"""One run over drafts: they are read and checked, the report is written, and what is worth knowing is remarked beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.cli import streams
from factcheck.cli.errors import FAILED, FOUND
from factcheck.cli.flags import faults_told
from factcheck.cli.formats import Format, add_job_summary, written
from factcheck.model.finding import SEVERITIES
from factcheck.model.message import Message, say, verbatim
from factcheck.model.report import Checked, Report
from factcheck.translation.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from factcheck.cli.checking import Outcome
    from factcheck.cli.fixing import Settled
    from factcheck.cli.inputs import Draft, Named
    from factcheck.config.project import Project
    from factcheck.model.rule import Rule


class Asked(Struct, frozen=True):
    """What a run is asked for, beside what is in force: which drafts, and how to report them."""

    paths: Sequence[str] | None
    stdin_filename: str | None = None
    force_exclude: bool = False
    jobs: int = 1
    format: Format = "table"
    every: bool = False
    statistics: bool = False
    output: Path | None = None
    color: str = "auto"
    fix: bool = False
    diff: bool = False
    annotate: Path | None = None


def run(asked: Asked, project: Project, translate: Translator = ENGLISH) -> int:
    """Check and report; the exit status. Raises CommandError where facts or configuration can't be used."""
    from factcheck.cli.checking import Unread, check_drafts, processes
    from factcheck.cli.inputs import named_drafts

    with faults_told():
        named = named_drafts(
            asked.paths, project, stdin_filename=asked.stdin_filename, force_exclude=asked.force_exclude
        )
        copies = _copies(asked, named)
        outcomes = check_drafts(named.drafts, project, jobs=processes(asked.jobs), translate=translate)
        settled = _fixed(asked, named, outcomes, project, translate)
        outcomes = outcomes if settled is None else settled.outcomes
    pairs = zip(named.drafts, outcomes, strict=True)
    results = [(draft, each) for draft, each in pairs if isinstance(each, Checked)]
    shown = [(draft, _shown(project, draft, each)) for draft, each in results]
    complaints = [
        *named.complaints,
        *(each.message for each in outcomes if isinstance(each, Unread)),
        *(() if settled is None else settled.complaints),
        *_annotated(copies, shown, translate),
    ]
    for complaint in complaints:
        streams.tell(translate(complaint))
    if asked.diff:
        return _show_fixes(named, outcomes, failed=bool(complaints))
    if results:
        report = Report(tuple(each for _, each in shown), project.all_facts())
        rules = _rules(project, results)
        colour = streams.coloured(asked.color, asked.output)
        text = written(report, asked.format, rules=rules, colour=colour, every=asked.every, translate=translate)
        if settled is not None and settled.stdin is not None and asked.output is None:
            streams.put_draft(settled.stdin)
            streams.tell_all(text)
        else:
            streams.save(text, asked.output)
        if asked.format == "github":
            add_job_summary(report, translate)
        _remark(named, results, project, translate, counted=asked.statistics)
    elif not complaints:
        streams.tell(translate(say("nothing to check: the configuration excludes what was named")))
    return FAILED if complaints else _status(results, project)


def _fixed(
    asked: Asked, named: Named, outcomes: tuple[Outcome, ...], project: Project, translate: Translator
) -> Settled | None:
    """What is left of the drafts when all that is certain was mended; None where that was not asked for."""
    if not asked.fix or asked.diff:
        return None
    from factcheck.cli.checking import processes
    from factcheck.cli.fixing import fix_drafts

    settled = fix_drafts(named.drafts, outcomes, project, jobs=processes(asked.jobs), translate=translate)
    if settled.fixed is not None:
        streams.tell(translate(settled.fixed))
    return settled


def _copies(asked: Asked, named: Named) -> dict[str, Path]:
    """Where the annotated copy of each draft goes. Raises CommandError where that can't be."""
    if asked.annotate is None:
        return {}
    from factcheck.cli.annotating import copies

    return copies(asked.annotate, named.drafts, diff=asked.diff)


def _annotated(copies: dict[str, Path], results: Results, translate: Translator) -> tuple[Message, ...]:
    """Write the annotated copies; what could not be written."""
    if not copies:
        return ()
    from factcheck.cli.annotating import annotate

    return annotate(copies, results, translate)


def _show_fixes(named: Named, outcomes: tuple[Outcome, ...], *, failed: bool) -> int:
    """Print what `--fix` would do as a unified diff; the exit status."""
    from factcheck.cli.fixing import diff_of, mendable

    diffs = [diff_of(mended) for mended in mendable(named.drafts, outcomes)]
    streams.put_draft("".join(diffs))
    return FAILED if failed else FOUND if diffs else 0


Results = Sequence[tuple["Draft", Checked]]


def _shown(project: Project, draft: Draft, checked: Checked) -> Checked:
    """What was found, without what is below the severity that is reported."""
    settings = project.settings(draft.name)
    if settings.shows(SEVERITIES[0]):
        return checked
    from msgspec.structs import replace

    return replace(checked, findings=tuple(each for each in checked.findings if settings.shows(each.severity)))


def _rules(project: Project, results: Results) -> tuple[Rule, ...]:
    """The rules that were asked for any draft, sorted by id."""
    rules = {rule.id: rule for draft, _ in results for rule in project.rules(project.settings(draft.name))}
    return tuple(rules[name] for name in sorted(rules))


def _status(results: Results, project: Project) -> int:
    """1 when a draft has a finding that its own configuration, or a flag, does not let pass."""
    for draft, checked in results:
        settings = project.settings(draft.name)
        if any(settings.fails(finding.severity) for finding in checked.findings):
            return FOUND
    return 0


def _remark(named: Named, results: Results, project: Project, translate: Translator, *, counted: bool) -> None:
    """Say beside the report what is worth knowing of the run."""
    from factcheck.cli.notes import notes

    alone = [draft.name for draft, _ in results if _lacks_facts(project, draft)]
    if alone:
        streams.tell(translate(_alone(alone)))
    for note in notes(results, project, swept=named.swept):
        streams.tell(translate(note))
    if counted:
        from factcheck.cli.statistics import statistics

        streams.tell_all(statistics(results, translate))


def _lacks_facts(project: Project, draft: Draft) -> bool:
    """Whether no facts were found for a draft, though nobody asked for it to be checked alone."""
    settings = project.settings(draft.name)
    return settings.values["facts"] is None and project.facts(settings, draft.name) is None


def _alone(names: Sequence[str]) -> Message:
    drafts: Message = verbatim(names[0])
    if len(names) > 1:
        drafts = say("{draft} and {number} more", draft=names[0], number=len(names) - 1)
    return say(
        "{drafts}: no facts/ folder here or above, so the text is checked alone (--facts names one)", drafts=drafts
    )
