"""The formats for readers: how they look, that columns line up under Chinese, and that nothing is cut or obeyed."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from handmade import EVIL, TEXT, report_of
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model.report import Report
from factcheck.reporting.concise import concise
from factcheck.reporting.fold import fold, folded
from factcheck.reporting.full import full
from factcheck.reporting.plain import hidden, plain, plain_line
from factcheck.reporting.table import table

SNAPSHOTS = Path(__file__).with_name("snapshots")


@pytest.fixture
def report() -> Report:
    return report_of(TEXT)


def assert_snapshot(name: str, text: str) -> None:
    """Compare with the stored text; `UPDATE_SNAPSHOTS=1 pytest tests/reporting` stores it anew, to be read in the diff."""
    path = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 132])
def test_table_looks_as_stored(report: Report, width: int) -> None:
    assert_snapshot(f"table-{width}.txt", table(report, width=width))


def test_table_of_every_claim_looks_as_stored(report: Report) -> None:
    assert_snapshot("table-all.txt", table(report, width=100, every_claim=True))


def test_table_without_facts_looks_as_stored(report: Report) -> None:
    assert_snapshot("table-alone.txt", table(Report(report.documents, None), width=80))


@pytest.mark.parametrize("width", [60, 80])
def test_full_looks_as_stored(report: Report, width: int) -> None:
    assert_snapshot(f"full-{width}.txt", full(report, width=width))


def test_concise_looks_as_stored(report: Report) -> None:
    assert_snapshot("concise.txt", concise(report))


def cells(line: str) -> list[str]:
    """What stands in each cell of a terminal line: a wide character, and nothing in the cell behind it."""
    return [part for char in line for part in (char, "")[: cell_len(char)]]


@pytest.mark.parametrize("width", [44, 60, 80, 132])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    """Except for places, which are never broken: a terminal or editor opens them."""
    place = re.compile(r"^ *\S+:\d+:\d+")
    for text in (table(report, width=width), table(report, width=width, every_claim=True), full(report, width=width)):
        assert max(cell_len(line) for line in text.splitlines() if not place.match(line)) <= width


@pytest.mark.parametrize("width", [60, 80, 132])
def test_columns_line_up_under_chinese(report: Report, width: int) -> None:
    """In every row a column begins at the very cell where its head does, with a blank cell before it."""
    lines = table(report, width=width, every_claim=True).splitlines()
    rules = [number for number, line in enumerate(lines) if line.startswith("──")]
    starts = [lines[rules[0] - 1].index(word) for word in ("where", "verdict", "why")]
    body = [cells(line) for line in lines[rules[0] : rules[-1]] if not line.startswith("──")]
    assert len(body) >= 6
    for row in body:
        for start in starts:
            assert row[start - 1 : start] in ([], [" "])
            assert row[start : start + 1] != [""]  # no wide character stands across the edge
    assert sum(row[starts[0] : starts[0] + 1] not in ([], [" "]) for row in body) == 6  # one place a row


def test_long_text_folds_and_loses_nothing() -> None:
    clause = "全区共有57家金融机构形成了以银证保为主体、多种新兴金融业态并举的金融组织体系"
    report = report_of(TEXT.replace("全区共有57家金融机构", clause), first_clause=clause)
    lines = table(report, width=60).splitlines()
    first, second, *_ = (number for number, line in enumerate(lines) if line.startswith("──"))
    width = lines[first - 1].index("the facts say")
    assert "".join("".join(cells(line)[:width]).strip() for line in lines[first + 1 : second]) == clause


def test_carets_stand_under_the_figure(report: Report) -> None:
    lines = full(report, width=80).splitlines()
    marked = [
        "".join(cells(above)[below.index("^") : len(below)])
        for above, below in pairwise(lines)
        if set(below.strip()) == {"^"}
    ]
    assert marked == ["57家", "58家", "河湾新区实验学校", "300个", "8.3"]


def test_carets_count_wide_characters_twice_and_joined_ones_not_at_all() -> None:
    report = report_of("e\u0301龍𠮷📈" + TEXT.removeprefix("港城区2023年经济运行情况\n\n"))
    lines = full(report, width=200).splitlines()
    sentence = next(line for line in lines if "57家" in line and "至2023年" in line)
    assert cell_len(sentence[: sentence.index("57家")]) == lines[lines.index(sentence) + 1].index("^")


def evil_report() -> Report:
    return report_of(TEXT.replace("新增挂牌", f"{EVIL.replace(chr(13), '')}新增挂牌"), path=f"drafts/{EVIL}.txt")


@pytest.mark.parametrize("colour", [False, True])
def test_nothing_from_a_draft_acts_on_the_terminal(colour: bool) -> None:
    report = evil_report()
    for text in (table(report, colour=colour, every_claim=True), full(report, colour=colour), concise(report)):
        without_our_colours = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
        assert hidden(without_our_colours) <= {"\n"}
        assert "[bold red]" in text  # shown, not obeyed
        assert ":smile:" in text
        assert "\\x1b[2J" in without_our_colours.replace("\n", "")


def test_colour_only_repeats_what_words_say(report: Report) -> None:
    for function in (table, full):
        coloured = function(report, colour=True)
        assert "\x1b[" in coloured
        words = re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()
        assert [line.rstrip() for line in words] == function(report, colour=False).splitlines()
    assert "error" in table(report)
    assert "warning" in table(report)


def test_a_wrapped_line_of_a_draft_is_shown_on_one() -> None:
    assert plain_line("one\r\n two\tthree") == "one   two three"
    assert plain("a\nb") == "a\\nb"


@given(st.text(), st.text())
def test_plain_keeps_concatenation_and_hides_nothing(before: str, after: str) -> None:
    assert plain(before + after) == plain(before) + plain(after)
    assert not hidden(plain(before))


@given(st.text(alphabet="ab 76家金融，。“”（）-/\u0301📈", max_size=80), st.integers(min_value=2, max_value=40))
def test_folding_keeps_every_character_and_the_width(text: str, width: int) -> None:
    breaks = fold(text, width)
    assert list(breaks) == sorted(set(breaks))
    edges = (0, *breaks, len(text))
    assert "".join(text[start:end] for start, end in pairwise(edges)) == text
    assert all(cell_len(line) <= width for line in folded(text, width))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("全区共有57家金融机构", 10, ("全区共有", "57家金融机", "构")),
        ("形成体系,再上台阶。", 8, ("形成体", "系,再上", "台阶。")),
        ("打造“红色堡垒”品牌", 6, ("打造", "“红色", "堡垒”", "品牌")),
        ("duplicate-sentence", 10, ("duplicate-", "sentence")),
        ("57家 here, 58家 in the facts", 12, ("57家 here,", "58家 in the", "facts")),
        ("unbreakable", 4, ("unbr", "eaka", "ble")),
        ("", 10, ("",)),
    ],
)
def test_lines_break_as_typesetting_asks(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert folded(text, width) == lines
