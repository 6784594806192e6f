"""What identifies a finding across edits elsewhere in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.model.document import Document, Language
from factcheck.model.finding import Offence
from factcheck.model.rule import Rule

# The largest prime below 2**64: even among a million findings, no two are likely to share a fingerprint.
_PRIME = 2**64 - 59

# How many code points on each side of an offence, within its paragraph, belong to its identity.
CONTEXT = 24


def fingerprints(document: Document, found: Sequence[tuple[Rule, Offence]]) -> tuple[str, ...]:
    """One fingerprint for each finding, in order: of the rule, the words around and a running number among equals.

    What is said about the draft as a whole has the fact that it is about in place of words. White space is folded and neither
    offset nor line goes in, so that edits elsewhere leave a fingerprint as it is.
    """
    seen: Counter[str] = Counter()
    marks = []
    for rule, offence in found:
        words = _words(document, offence)
        key = "\x1f".join((rule.id, *(" ".join(part.split()) for part in words)))
        seen[key] += 1
        marks.append(_mark(f"{key}\x1f{seen[key]}"))
    return tuple(marks)


def _mark(key: str) -> str:
    """The fingerprint of Karp and Rabin (1987), the text as a number modulo a prime: it needs no library to be loaded."""
    return f"{int.from_bytes(key.encode('utf-8', 'surrogatepass'), 'big') % _PRIME:016x}"


def _words(document: Document, offence: Offence) -> tuple[str, ...]:
    """The offence and what stands around it in its paragraph; of what is said about the draft as a whole, its fact."""
    start, end = offence.span.start, offence.span.end
    if start == end:
        return (offence.fact or "",)
    mark = _PARAGRAPH_END[document.language]
    before = document.text[max(0, start - CONTEXT) : start].replace("\r\n", "\n").rpartition(mark)[2]
    after = document.text[end : end + CONTEXT].replace("\r\n", "\n").partition(mark)[0]
    return before, document.text[start:end], after


# Lines of English are often wrapped, those of Chinese are paragraphs.
_PARAGRAPH_END: Mapping[Language, str] = {"zh": "\n", "en": "\n\n"}
