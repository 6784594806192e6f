"""How a page of the language's press is laid out: what is a heading, a list, a caption or page furniture."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class Layout(Struct, frozen=True):
    """One language's layout. Fields that end in `pattern` are regular expressions for `re.match` on a line without its margins."""

    heading_length: int  # the most characters that a heading may have
    heading_closers: str  # a line that ends in one of these is no heading
    sentence_closers: str  # after a line that ends in one of these, a line without a blank one between can be a heading
    caption_length: int  # the most characters of a caption without any other sign of one
    poll_entry_length: int  # the most characters of an entry in a share bar or poll
    mark_openers: str  # the characters that the marks of list items and headings begin with
    list_mark: str  # the mark of a list item or heading, with the space behind it
    heading_pattern: str  # the mark of a numbered heading; group "first" or "second" tells its level
    furniture_pattern: str  # a line of the page, not of the text: breadcrumbs by name, share bars, counters
    caption_openers: str  # the characters that `caption_pattern` begins with
    caption_pattern: str  # a line that can only be a caption
    credit_words: tuple[str, ...]  # one of these stands in every picture credit
    credit_length: int  # the most characters of a credit
    credit_pattern: str  # a picture credit at the end of a line, for `re.search`
    date_label_pattern: str  # what stands before the document's own date
    dateline_pattern: str  # what stands behind a date that opens the text
    stated_year_pattern: str  # a year in the text, in group "year"
    ahead_pattern: str  # words before a time that lies ahead, for `re.search` in
    ahead_length: int  # so many characters before it


@cache
def table(language: Language) -> Layout:
    """The layout of a language's press."""
    loaded: Layout = import_module(f"factcheck.language.{language}.layout").TABLE
    return loaded
