"""Pictures, as SVG inside the page: how the claims fare against the facts, and where in a draft they stand.

No picture says by colour alone: stretches of the bar have signs and numbers, and a description tells all of it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.match import Verdict
from factcheck.model.message import Message, listed, say
from factcheck.model.report import Report
from factcheck.reporting.html.items import TONES, Section, Tone
from factcheck.reporting.html.links import Book
from factcheck.reporting.html.markup import line
from factcheck.reporting.summary import coverage
from factcheck.reporting.words import VERDICT_WORDS

_WIDTH, _STRIP = 1000, 16  # of a strip, in units of its own
_CHARACTER = 0.9  # the share of the bar, in percent, that a character of a label takes where the page is wide

# The stretches of the bar, each with its sign and its colour.
_STRETCHES: tuple[tuple[Verdict, str, str], ...] = (
    ("verified", "✓", "agree"),
    ("rounded", "≈", "agree"),
    ("approximate", "~", "agree"),
    ("mismatch", "✗", "error"),
    ("disputed", "?", "warning"),
    ("unsupported", "○", "info"),
)


def bar(book: Book) -> Iterator[str]:
    """How many claims have each verdict, as stretches of a bar, with the line that says so below."""
    report = book.report
    counts = [(verdict, sign, tone, _count(report, verdict)) for verdict, sign, tone in _STRETCHES]
    total = sum(count for *_, count in counts)
    yield "<figure>"
    if total and book.with_facts:
        words = (_counted(VERDICT_WORDS[verdict], count) for verdict, _, _, count in counts if count)
        said = book.translate(say("how the claims fare: {verdicts}", verdicts=listed(words)))
        yield f'<svg class="bar" role="img" aria-label="{line(said)}">'
        at = 0.0
        for verdict, sign, tone, count in counts:
            if count:
                share = 100 * count / total
                told = book.translate(_counted(VERDICT_WORDS[verdict], count))
                yield from _stretch(at, share, f"{sign} {count}", tone, told)
                at += share
        yield "</svg>"
    yield f"<figcaption>{line(book.translate(coverage(report)))}</figcaption></figure>"


def strip(book: Book, section: Section) -> Iterator[str]:
    """A draft from its first character to its last, with a stroke wherever something of it is listed."""
    placed = [item for item in section.items if item.placed]
    if not placed:
        return
    said = book.translate(say("where in the draft the findings and claims stand"))
    yield f'<svg class="strip" viewBox="0 0 {_WIDTH} {_STRIP}" preserveAspectRatio="none" role="img"'
    yield f' aria-label="{line(said)}"><path class="line" d="M0 {_STRIP}H{_WIDTH}"/>'
    length = max(1, len(section.document.text))
    for tone in reversed(TONES):
        starts = [item.span.start for item in placed if item.tone == tone]
        if starts:
            yield f'<path class="{tone}" d="{"".join(_strokes(starts, length, tone))}"/>'
    yield "</svg>"


def _count(report: Report, verdict: Verdict) -> int:
    return report.unsupported if verdict == "unsupported" else report.count(verdict)


def _counted(word: Message, count: int) -> Message:
    return say("{word} {number}", word=word, number=count)


def _stretch(at: float, share: float, label: str, tone: str, said: str) -> Iterator[str]:
    """A stretch of the bar, from `at` on; both are percent of its width."""
    yield f'<g><title>{line(said)}</title><rect class="{tone}" x="{at:.2f}%" width="{share:.2f}%" height="100%"/>'
    if len(label) * _CHARACTER <= share:
        yield f'<text class="{tone}" x="{at + share / 2:.2f}%" y="50%">{label}</text>'
    yield "</g>"


def _strokes(starts: Iterable[int], length: int, tone: Tone) -> Iterator[str]:
    """Graver ones stand out higher; as many as fall on one point of the picture are one stroke."""
    height = _STRIP if tone in ("error", "warning") else _STRIP // 2
    points = sorted({start * _WIDTH // length for start in starts})
    return (f"M{point} {_STRIP}v-{height}" for point in points)
