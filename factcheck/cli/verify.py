"""`factcheck verify`: drafts against the facts, and against themselves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED, FOUND
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.cli.formats import Format, add_job_summary, written
from factcheck.model.finding import SEVERITIES, Message, say
from factcheck.model.report import Checked, Report
from factcheck.patterns import patterns_kept

if TYPE_CHECKING:
    from factcheck.cli.inputs import Draft, Named
    from factcheck.config.project import Project
    from factcheck.model.rule import Rule


FORMAT = typer.Option(metavar="NAME", help=f"How to report: {', '.join(get_args(Format))}.", rich_help_panel=o.OUTPUT)


@patterns_kept()
def verify(
    paths: o.Drafts = None,
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    select: o.Select = None,
    ignore: o.Ignore = None,
    strict: o.Strict = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    stdin_filename: o.StdinFilename = None,
    force_exclude: o.ForceExclude = False,
    jobs: o.Jobs = 1,
    min_severity: o.MinSeverity = None,
    fail_on: o.FailOn = None,
    exit_zero: o.ExitZero = False,
    baseline: o.Baseline = None,
    no_baseline: o.NoBaseline = False,
    format: Annotated[Format, FORMAT] = "table",  # noqa: A002 - the option's name
    every: o.Every = False,
    statistics: o.Statistics = False,
    output: o.Output = None,
    color: o.Color = "auto",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
) -> None:
    """Check drafts against the facts, and against themselves."""
    from factcheck.cli.checking import Unread, check_drafts, processes
    from factcheck.cli.inputs import named_drafts

    flags = flags_of(
        facts=facts,
        no_facts=no_facts,
        select=select,
        ignore=ignore,
        strict=strict,
        language=language,
        encoding=encoding,
        fail_on="never" if exit_zero else fail_on,
        min_severity=min_severity,
        baseline=baseline,
        no_baseline=no_baseline,
    )
    project = project_of(flags, configuration, no_configuration)
    with faults_told():
        named = named_drafts(paths, project, stdin_filename=stdin_filename, force_exclude=force_exclude)
        outcomes = check_drafts(named.drafts, project, jobs=processes(jobs))
    complaints: list[str | Message] = [
        *named.complaints,
        *(each.message for each in outcomes if isinstance(each, Unread)),
    ]
    for complaint in complaints:
        streams.tell(complaint)
    pairs = zip(named.drafts, outcomes, strict=True)
    results = [(draft, each) for draft, each in pairs if isinstance(each, Checked)]
    if results:
        report = Report(tuple(_shown(project, draft, each) for draft, each in results), project.all_facts())
        rules = _rules(project, results)
        text = written(report, format, rules=rules, colour=streams.coloured(color, output), every=every)
        streams.save(text, output)
        if format == "github":
            add_job_summary(report)
        _remark(named, results, project, counted=statistics)
    elif not complaints:
        streams.tell(say("nothing to check: the configuration excludes what was named"))
    raise typer.Exit(FAILED if complaints else _status(results, project))


Results = Sequence[tuple["Draft", Checked]]


def _shown(project: "Project", draft: "Draft", checked: Checked) -> Checked:
    """What was found, without what is below the severity that is reported."""
    settings = project.settings(draft.name)
    if settings.shows(SEVERITIES[0]):
        return checked
    from msgspec.structs import replace

    return replace(checked, findings=tuple(each for each in checked.findings if settings.shows(each.severity)))


def _rules(project: "Project", results: Results) -> "tuple[Rule, ...]":
    """The rules that were asked for any draft, sorted by id."""
    rules = {rule.id: rule for draft, _ in results for rule in project.rules(project.settings(draft.name))}
    return tuple(rules[name] for name in sorted(rules))


def _status(results: Results, project: "Project") -> int:
    """1 when a draft has a finding that its own configuration, or a flag, does not let pass."""
    for draft, checked in results:
        settings = project.settings(draft.name)
        if any(settings.fails(finding.severity) for finding in checked.findings):
            return FOUND
    return 0


def _remark(named: "Named", results: Results, project: "Project", *, counted: bool) -> None:
    """Say beside the report what is worth knowing of the run."""
    from factcheck.cli.notes import notes

    alone = [draft.name for draft, _ in results if _lacks_facts(project, draft)]
    if alone:
        streams.tell(_alone(alone))
    for note in notes(results, project, swept=named.swept):
        streams.tell(note)
    if counted:
        from factcheck.cli.statistics import statistics

        streams.tell_all(statistics(results))


def _lacks_facts(project: "Project", draft: "Draft") -> bool:
    """Whether no facts were found for a draft, though nobody asked for it to be checked alone."""
    settings = project.settings(draft.name)
    return settings.values["facts"] is None and project.facts(settings, draft.name) is None


def _alone(names: Sequence[str]) -> Message:
    if len(names) == 1:
        return say(
            "{draft}: no facts/ folder here or above, so the text is checked alone (--facts names one)", draft=names[0]
        )
    return say(
        "{draft} and {number} more: no facts/ folder here or above, so the text is checked alone (--facts names one)",
        draft=names[0],
        number=len(names) - 1,
    )
