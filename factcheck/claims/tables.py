"""What tables and lists of items say of their figures: sums of rows and columns, growth beside years, shares beside values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.claims.grids import Grid, bare_number
from factcheck.claims.outline import Outline
from factcheck.claims.segments import addable
from factcheck.claims.sums import OPENING_LINE
from factcheck.language.relations import Relations
from factcheck.model.document import Block, Document
from factcheck.model.quantity import Quantity, Unit
from factcheck.model.reckoning import share_holds
from factcheck.model.relation import Change, Share, Sum
from factcheck.model.span import Span
from factcheck.patterns import compiled

# A column may as well hold means or prices, whose last row is no sum. What lies further from its parts than this is none.
_NEAR = 4

# A list of more items than this sums up to nothing that stands above it.
_MOST_ITEMS = 100

_RATES = frozenset({"percent", "point", "times"})
_PERCENT = Unit("%", "percent")


def sums_of_table(grid: Grid, words: Relations) -> Iterator[Sum]:
    """The rows and columns of a table that are named as the sums of the others."""
    yield from _columns(grid, words)
    yield from _rows(grid, words)


def sums_of_items(outline: Outline, document: Document, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """共7项: and then items of their own, each with one figure in the unit of the total."""
    match = compiled(OPENING_LINE).search(outline.shape)
    items = _items_below(document, outline.span.end) if match else []
    if match is None or not items:
        return
    whole = outline.figures[match.start("whole")]
    parts = [_only_figure(quantities, item.span, whole) for item in items]
    found = tuple(part for part in parts if part is not None)
    if len(found) == len(items) >= 2 and whole.dimension not in _RATES:
        yield Sum(found, whole)


def sums_within_items(document: Document, quantities: Sequence[Quantity], words: Relations) -> Iterator[Sum]:
    """Items with a figure each, of which the last is named as the total of the others."""
    run: list[Block] = []
    for block in (*document.blocks, None):
        if block is not None and block.kind == "item" and (not run or block.level == run[0].level):
            run.append(block)
            continue
        if len(run) > 2 and _names_a_total(document.cut(run[-1].span), words):
            whole = _only_figure(quantities, run[-1].span, None) or _number_behind(document, run[-1].span)
            parts = [
                _only_figure(quantities, item.span, whole) or _number_behind(document, item.span) for item in run[:-1]
            ]
            found = tuple(part for part in parts if part is not None)
            if (
                whole is not None
                and len(found) == len(run) - 1
                and _is_near(found, whole)
                and all(addable(part, whole) for part in found)
            ):
                yield Sum(found, whole)
        run = [block] if block is not None and block.kind == "item" else []


def _names_a_total(item: str, words: Relations) -> bool:
    label = item.lstrip("-*•·–—0123456789.、) \t").lower()
    return any(label.startswith(total) for total in words.totals)


def _only_figure(quantities: Sequence[Quantity], span: Span, like: Quantity | None) -> Quantity | None:
    """The one figure of an item, in the unit of another where there is one."""
    first = bisect_left(quantities, span.start, key=lambda quantity: quantity.start)
    last = bisect_left(quantities, span.end, key=lambda quantity: quantity.start)
    own = [quantity for quantity in quantities[first:last] if like is None or addable(quantity, like)]
    return own[0] if len(own) == 1 else None


def _number_behind(document: Document, item: Span) -> Quantity | None:
    """The number alone that an item has behind its colon."""
    text = item.cut(document.text)
    at = max(text.rfind(":"), text.rfind("："))
    return bare_number(document, Span(item.start + at + 1, item.end)) if at >= 0 else None


def _items_below(document: Document, end: int) -> list[Block]:
    """The items right below a block that ends at a place; items within items are passed over. More than _MOST_ITEMS are none."""
    blocks = document.blocks
    first = bisect_left(blocks, end, key=lambda block: block.span.start)
    items: list[Block] = []
    for block in blocks[first:]:
        if block.kind != "item" or block.level < blocks[first].level:
            break
        if len(items) == _MOST_ITEMS:
            return []
        if block.level == blocks[first].level:
            items.append(block)
    return items


def _columns(grid: Grid, words: Relations) -> Iterator[Sum]:
    for row, labels in enumerate(grid.labels):
        if not labels or labels[0] not in words.totals:
            continue
        body = _body(grid, words, row)
        if len(body) < 2 or any(grid.labels[each][0].startswith(words.subparts) for each in body):
            continue
        for column in range(1, len(labels)):
            yield from _sum(grid, [(each, column) for each in body], (row, column))


def _body(grid: Grid, words: Relations, total: int) -> range:
    """The rows whose total one row is: those above it up to a head or another total; where it stands first, those below."""
    first = 1 + max((above for above in range(total) if not grid.has_figures(above)), default=-1)
    if first == total:
        below = range(total + 1, len(grid.labels))
        end = next((row for row in below if not grid.has_figures(row)), len(grid.labels))
        return range(total + 1, end)
    last = max((above for above in range(first, total) if grid.labels[above][0] in words.totals), default=first - 1)
    return range(max(first, last + 1), total)


def _rows(grid: Grid, words: Relations) -> Iterator[Sum]:
    """The sums of rows; a table that has one such column must bear it out in more than half of its rows."""
    header = grid.labels[0]
    for column in (at for at, label in enumerate(header) if at and label in words.totals):
        others = [at for at in range(1, len(header)) if at != column]
        found: list[Sum] = []
        for row in range(1, len(grid.labels)):
            found += _sum(grid, [(row, at) for at in others], (row, column))
        if len(others) > 1 and 2 * len(found) > len(grid.labels) - 1:
            yield from found


def _sum(grid: Grid, places: Sequence[tuple[int, int]], whole: tuple[int, int]) -> Iterator[Sum]:
    """The sum of cells, where all of them are figures that can be added and the total lies near enough to be one."""
    total = grid.figures.get(whole)
    parts = tuple(grid.figures[place] for place in places if place in grid.figures)
    if total is None or len(parts) != len(places) or (total.dimension in _RATES and total.low != 100):
        return
    if all(addable(part, total) for part in parts) and _is_near(parts, total):
        yield Sum(parts, total)


def _is_near(parts: Sequence[Quantity], total: Quantity) -> bool:
    return abs(sum(part.base_low for part in parts) - total.base_low) * _NEAR <= total.base_low


def changes_of_table(grid: Grid, words: Relations) -> Iterator[Change]:
    """The rates of growth that a table gives beside the levels of two years that follow each other."""
    header = grid.labels[0]
    years = {
        int(label[:4]): column
        for column, label in enumerate(header)
        if compiled(r"(?:19|20)\d\d\s?年?").fullmatch(label)
    }
    rates = [column for column, label in enumerate(header) if any(word in label for word in words.growth_columns)]
    if len(years) != 2 or max(years) - min(years) != 1 or len(rates) != 1:
        return
    for row in range(1, len(grid.labels)):
        old, new, rate = (
            grid.figures.get((row, column)) for column in (years[min(years)], years[max(years)], rates[0])
        )
        in_real_terms = any(word.lower() in grid.labels[row][0] for word in words.real)
        if old is None or new is None or rate is None or in_real_terms or not addable(old, new):
            continue
        if (
            rate.dimension in ("number", "percent")
            and old.dimension not in _RATES
            and "%" in header[rates[0]] + rate.text
        ):
            yield Change(old, new, rate=replace(_unsigned(rate), measured_in=_PERCENT))


def _unsigned(rate: Quantity) -> Quantity:
    """A rate without the sign that tells a fall: a change's rate is its size."""
    if rate.high >= 0:
        return rate
    span = Span(rate.start + 1, rate.end)
    return replace(rate, span=span, text=rate.text[1:], low=-rate.high, high=-rate.low, digits=span, outer=None)


def shares_of_table(grid: Grid, words: Relations) -> Iterator[Share]:
    """The shares that a table gives beside its one column of values, each of that column's total.

    More than half of them must bear it out: else they are of something else, or it is the total that is wrong.
    """
    header = grid.labels[0]
    shares = [column for column, label in enumerate(header) if any(word in label for word in words.share_columns)]
    values = [column for column in range(1, len(header)) if column not in shares]
    totals = [row for row, labels in enumerate(grid.labels) if labels and labels[0] in words.totals]
    if len(shares) != 1 or len(values) != 1 or len(totals) != 1:
        return
    whole = grid.figures.get((totals[0], values[0]))
    found: list[Share] = []
    for row in range(1, len(grid.labels)):
        part, share = grid.figures.get((row, values[0])), grid.figures.get((row, shares[0]))
        if row == totals[0] or part is None or share is None or whole is None or not addable(part, whole):
            continue
        if share.dimension in ("number", "percent") and "%" in header[shares[0]] + share.text:
            found.append(Share(part, whole, replace(share, measured_in=_PERCENT)))
    if 2 * sum(map(share_holds, found)) > len(found):
        yield from found
