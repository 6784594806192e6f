"""One table of the report as a spreadsheet, in the form of `factcheck.reporting.csv`: no cell is a formula."""

from __future__ import annotations

import csv as rfc4180
from io import StringIO

from factcheck.archive.report.figures import Figures
from factcheck.archive.report.words import HEADS, Section, rows
from factcheck.reporting.csv import defused
from factcheck.reporting.plain import plain_line
from factcheck.translation.translator import ENGLISH, Translator


def csv(figures: Figures, section: Section, translate: Translator = ENGLISH) -> str:
    """The rows below their heads, which are English, as programs know them."""
    sheet = StringIO()
    writer = rfc4180.writer(sheet, quoting=rfc4180.QUOTE_ALL, lineterminator="\n")
    writer.writerow(HEADS[section])
    writer.writerows(tuple(defused(plain_line(cell)) for cell in row) for row in rows(section, figures, translate))
    return f"\ufeff{sheet.getvalue()}"
