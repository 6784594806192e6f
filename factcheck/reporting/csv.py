"""The report as a spreadsheet: RFC 4180 with a line for each finding, every cell quoted.

It begins with a byte order mark: without one, Excel reads the file in the code page of its machine and garbles Chinese.
Spreadsheets and pandas drop the mark; in Python, read with the encoding utf-8-sig.

No cell can become a formula: an apostrophe stands before each character that would begin one, at the start of a cell and
behind a semicolon, at which Excel splits in half of Europe (OWASP, CSV Injection). Tabs and line ends become spaces.
"""

from __future__ import annotations

import csv as rfc4180
from collections.abc import Iterable, Sequence
from io import StringIO

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.patterns import compiled
from factcheck.reporting.context import Context, context_of
from factcheck.reporting.plain import plain, plain_line
from factcheck.translation.translator import ENGLISH, Translator

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "found", "expected", "suggestion",
    "fact", "excerpt", "fingerprint", "where",
)  # fmt: skip

_NOWHERE = ("", "", "", "")  # the place of what is about the draft as a whole

# Where a formula would start: with these (full-width forms included), white space before them or not.
_FORMULA = r"(?:^|(?<=;))(?=\s*+[=+\-@＝＋－＠])"


def csv(report: Report, translate: Translator = ENGLISH) -> str:
    """The findings of all documents below a line of heads."""
    stream = StringIO()
    writer = rfc4180.writer(stream, quoting=rfc4180.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    for checked in report.documents:
        context = context_of(checked.case)
        writer.writerows(_row(context, finding, translate) for finding in checked.findings)
    return f"\ufeff{stream.getvalue()}"


def _row(context: Context, finding: Finding, translate: Translator) -> tuple[str, ...]:
    document, offence = context.case.document, finding.offence
    place: tuple[str, ...] = _NOWHERE
    excerpt = where = ""
    if finding.span.start < finding.span.end:
        at = document.place(finding.span)
        place = tuple(map(str, (at.line, at.column, at.end_line, at.end_column)))
        excerpt = document.cut(context.around(finding.span))
        where = translate(told.said()) if (told := document.where(finding.span)) is not None else ""
    given = (translate(finding.said), offence.found, offence.expected, offence.suggestion, offence.fact, excerpt)
    return (
        defused(plain(document.path)),
        *place,
        finding.severity,
        finding.rule,
        *(defused(plain_line(cell or "")) for cell in given),
        finding.fingerprint,
        defused(plain_line(where)),
    )


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Any other rows in the same form."""
    stream = StringIO()
    writer = rfc4180.writer(stream, quoting=rfc4180.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defused(plain_line(cell)) for cell in row] for row in rows)
    return f"\ufeff{stream.getvalue()}"


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return compiled(_FORMULA).sub("'", cell)
