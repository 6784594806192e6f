"""The report in Markdown (CommonMark with tables), for a comment on a pull request, an issue, or GitHub's job summary.

The rows are those of the table for terminals. Whatever comes from a draft, a path or a facts file is inert: no markup, link,
mention, emoji code or HTML forms from it. Bold is HTML, as `**57%**的` is not bold by CommonMark's rules on punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.patterns import compiled
from factcheck.reporting.plain import plain_line
from factcheck.reporting.rows import NOTHING, Row, notes, rows
from factcheck.reporting.summary import coverage, outcome, sources
from factcheck.reporting.words import SEVERITY_WORDS, heads
from factcheck.translation.translator import ENGLISH, Translator

# Characters that mean something inside a line. As numeric references they stand for themselves (CommonMark, 2.5).
_MARKUP = r"[\\`*_\[\]<>&|~$]"
# What begins a mention, a reference, an emoji code or a bare link. GitHub looks for these when the references are resolved,
# so an empty comment parts the sign from the name behind it.
_LINKING = r"[@#]|:(?=[/A-Za-z+-]|[0-9]+:)|(?<=[wW]{3})\."

Line = tuple[str, int]  # with the number of findings that it tells of

_RESERVE = 80  # bytes for the line on what is left out


def markdown(report: Report, *, room: int | None = None, translate: Translator = ENGLISH) -> str:
    """The whole report; with `room`, as much of it as goes into so many bytes, and how many findings are left out.

    It is empty where not even that would go in.
    """
    closing = ["  \n".join(inert(translate(line)) for line in (*sources(report), coverage(report))), ""]
    head = ["### factcheck", "", inert(translate(outcome(report))), ""]
    lines = [line for checked in report.documents for line in _document(checked, report.facts is not None, translate)]
    if room is not None:
        lines = _fitting(lines, room - _size(head) - _size(closing), translate)
    text = "\n".join([*head, *(line for line, _ in lines), *closing])
    return text if room is None or _size([text]) <= room else ""


def inert(text: str) -> str:
    """A text on one line, hidden characters written out, in which nothing is markup."""
    return compiled(f"(?P<linking>{_LINKING})|{_MARKUP}").sub(_reference, plain_line(text))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};{'<!-- -->' if match['linking'] else ''}"


def _document(checked: Checked, with_facts: bool, translate: Translator) -> Iterator[Line]:
    listed, asides = rows(checked, translate=translate), notes(checked, translate)
    if not listed and not asides:
        return
    yield f"#### {inert(checked.case.document.path)}", 0
    yield "", 0
    if listed:
        columns = heads(with_facts=with_facts)
        yield _row(map(translate, columns)), 0
        yield _row("---" for _ in columns), 0
        for row in listed:
            yield _row(_cells(row, with_facts, translate)), 1
        yield "", 0
    for note in asides:
        yield f"- {note.rule} ({len(note.items)}): {' · '.join(map(inert, note.items))}", len(note.items)
    if asides:
        yield "", 0


def _cells(row: Row, with_facts: bool, translate: Translator) -> list[str]:
    severity = f"<b>{translate(SEVERITY_WORDS[row.severity])}</b><br>" if row.severity else ""
    states = [_figured(row.states)] if with_facts else []
    return [_figured(row.says), *states, inert(row.where), severity + row.verdict, inert(row.why)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figured(parts: tuple[str, str, str]) -> str:
    before, figure, after = map(inert, parts)
    return f"{before}{figure}{after}" if figure in ("", NOTHING) else f"{before}<b>{figure}</b>{after}"


def _fitting(lines: Sequence[Line], room: int, translate: Translator) -> list[Line]:
    """The lines that go in, and a last one that says how many findings the others tell of."""
    kept, left = [], 0
    for text, findings in lines:
        if (size := _size([text])) <= room - _RESERVE and not left:
            kept.append((text, findings))
            room -= size
        else:
            left += findings
    said = translate(say("{number} more left out for want of room.", number=left))
    return [*kept, ("", 0), (said, 0), ("", 0)] if left else kept


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "surrogatepass")) + 1 for line in lines)
