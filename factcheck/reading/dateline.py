"""A document's own date."""

from __future__ import annotations

from factcheck.model.document import Block, Language
from factcheck.model.period import Day


def read_date(text: str, blocks: tuple[Block, ...], language: Language) -> Day | None:
    """The day on which a document was written, as far as it tells; None when it does not. Never today's date."""
    del text, blocks, language
    return None
