"""Columns in UTF-16 and UTF-8: a column cuts the text that it names, whatever stands before it."""

from __future__ import annotations

import pytest
from handmade import document_of
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.document import Document
from factcheck.model.span import Place, Span
from factcheck.reading.lines import line_starts
from factcheck.reporting.columns import Ruler, Unit

MIXED = st.text(
    alphabet=st.one_of(st.sampled_from("金融机构57家,。aé\u0301👩\u200d🚢𠮷\ufe0f\t\n\r"), st.characters(codec="utf-8"))
)
ENCODINGS: dict[Unit, tuple[str, int]] = {"utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize(("unit", "columns"), [("utf-16", (6, 9)), ("utf-8", (11, 16))], ids=["utf-16", "utf-8"])
def test_an_emoji_and_a_combining_mark_count_as_their_units(unit: Unit, columns: tuple[int, int]) -> None:
    document = document_of(
        "首行\n🚢e\u0301区57家。", "draft.txt"
    )  # 🚢 2 and 4, e 1 and 1, the accent 1 and 2, 区 1 and 3
    place = Ruler(document, unit).place(Span(7, 10))
    assert place == Place(2, columns[0], 2, columns[1])


@given(st.sampled_from(sorted(ENCODINGS)), MIXED, MIXED, MIXED, st.integers(0, 1500))
def test_columns_cut_the_text(unit: Unit, before: str, inside: str, after: str, padding: int) -> None:
    before = "区" * padding + before
    document = document_of(before + inside + after)
    span = Span(len(before), len(before) + len(inside))
    place = Ruler(document, unit).place(span)
    assert (place.line, place.end_line) == (document.place(span).line, document.place(span).end_line)
    assert cut(document.text, place, unit) == inside


@given(st.sampled_from(sorted(ENCODINGS)), MIXED.map(lambda text: text.replace("\r", "")), st.integers(0, 40))
def test_a_place_leads_back_to_its_offset(unit: Unit, text: str, offset: int) -> None:
    offset = min(offset, len(text))
    document = Document("draft.txt", text, "zh", (), line_starts(text))
    place = Ruler(document, unit).place(Span(offset, offset))
    inside_line_end = text[max(0, offset - 1) : offset + 1] == "\r\n"
    assert Ruler(document, unit).offset(place.line, place.column) == offset - inside_line_end


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [(1, 1, 0), (1, 9, 2), (2, 2, 3), (2, 3, 4), (2, 4, 5), (2, 99, 5), (3, 1, 7), (3, 9, 7), (9, 9, 7)],
)
def test_a_place_behind_a_line_or_inside_a_character_is_the_nearest_before(line: int, column: int, offset: int) -> None:
    document = Document("draft.txt", "首行\n🚢e\r\n", "zh", (), (0, 3, 7))
    assert Ruler(document, "utf-16").offset(line, column) == offset


def cut(text: str, place: Place, unit: Unit) -> str:
    """The text between two places, found by encoding each line on its own."""
    encoding, size = ENCODINGS[unit]
    lines = [line.encode(encoding) for line in text.split("\n")]
    end = sum(len(line) + size for line in lines[: place.end_line - 1]) + (place.end_column - 1) * size
    start = sum(len(line) + size for line in lines[: place.line - 1]) + (place.column - 1) * size
    return text.encode(encoding)[start:end].decode(encoding)
