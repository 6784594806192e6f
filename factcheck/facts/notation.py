"""A draft's figures, periods and wording as a facts file writes them: so that reading them alone gives the same again."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.drafting import table
from factcheck.model.document import Document, Language
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity


def claim_text(text: str) -> str:
    """A stretch of text in one line: wrapped lines are joined, in Chinese without a space."""
    joined = ""
    for line in text.splitlines():
        piece = line.strip()
        gap = "" if not joined or not piece or (_is_chinese(joined[-1]) and _is_chinese(piece[0])) else " "
        joined += gap + piece
    return joined


def value_text(document: Document, quantity: Quantity) -> str | None:
    """The figure in the writer's notation, with its hedge; None when no notation of it can be read alone."""
    from factcheck.extraction.quantities import read_value  # noqa: PLC0415

    readable = [
        (text, read) for text in _notations(document, quantity) if (read := read_value(text, document.language))
    ]
    for text, read in readable:
        if _same(read, quantity):
            return text
    return readable[0][0] if readable else None


def _notations(document: Document, quantity: Quantity) -> Iterator[str]:
    """As written with the hedge before it, as written, with the unit that stands at a list's end, and as a plain range.

    The last is for a range that is only one by the words before it: between 25% and 50%.
    """
    if quantity.outer is not None:
        yield claim_text(document.cut(quantity.outer))
    yield claim_text(document.cut(quantity.span))
    if quantity.digits is not None and quantity.unit is not None:
        yield claim_text(document.cut(quantity.digits)) + quantity.unit
    if quantity.form == "range":
        unit = quantity.unit or ""
        gap = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
        yield f"{quantity.low.normalize():f}-{quantity.high.normalize():f}{gap}{unit}"


def _same(a: Quantity, b: Quantity) -> bool:
    hedges = tuple(each.hedge.kind if each.hedge else None for each in (a, b))
    same_figure = (a.base_low, a.base_high, a.dimension) == (b.base_low, b.base_high, b.dimension)
    return same_figure and hedges[0] == hedges[1]


def period_text(period: Period, language: Language) -> str:
    """The period as written when that says it all, else with its year, else in figures; as written when nothing serves."""
    from factcheck.extraction.periods import read_period  # noqa: PLC0415

    written = claim_text(period.text)
    for text in _datings(period, written, language):
        read = read_period(text, language)
        if read is not None and (read.start, read.end, read.anchored) == (period.start, period.end, period.anchored):
            return text
    return written


def _datings(period: Period, written: str, language: Language) -> Iterator[str]:
    yield written
    if period.start is None:
        return
    ways = table(language)
    if period.anchored:
        yield ways.dated.format(year=period.start.year, period=written)
    in_figures = ways.dates if period.anchored else ways.undated
    if period.grain in in_figures:
        yield in_figures[period.grain].format(day=period.start)


def _is_chinese(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
