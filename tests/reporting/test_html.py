"""The web page: by a parser that tolerates no fault, and by Chromium where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from handmade import TEXT, document_of, finding_of, report_of
from hostile import HOSTILE, MARKUP, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from pages import marks, parsed, shown

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Severity
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.reporting.html import html
from factcheck.reporting.plain import plain_line

ELEMENTS = set(
    "html head meta title style body header h1 p strong main section h2 table thead tbody tr th td br b a ul li div mark".split()
)


@pytest.mark.parametrize(
    "report", [report_of(TEXT), hostile_report(), Report((), None)], ids=["made", "hostile", "empty"]
)
def test_a_page_is_valid_and_stands_alone(report: Report) -> None:
    """Nothing in it runs, and nothing is fetched: only these elements, links to its own places, and a policy that says so."""
    root = parsed(html(report))
    assert {element.tag for element in root.iter()} <= ELEMENTS
    assert not {key for element in root.iter() for key in element.keys() if key.startswith("on") or key == "src"}  # noqa: SIM118
    assert all(link.get("href", "#").startswith("#") for link in root.iter("a"))
    policies = [
        meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    (style,) = root.iter("style")
    assert not re.search(r"url\(|@import|@font-face", shown(style))


def test_the_rows_are_those_of_the_table() -> None:
    root = parsed(html(report_of(TEXT)))
    first, second, third = ([shown(cell) for cell in row] for row in root.findall(".//tbody/tr"))
    assert first == [
        "1", "全区共有57家金融机构", "全区共有58家金融机构", "3:16", "errormismatch", "57家 here, 58家 in the facts",
    ]  # fmt: skip
    assert [second[0], second[3], third[0], third[3]] == ["2", "3:39", "3", "4:21"]
    assert [shown(note) for note in root.iter("li")] == [
        "unsupported-claim (1): 3:58 近300个", "missing-fact (1): roads",
    ]  # fmt: skip


def test_every_place_is_marked_and_linked() -> None:
    root = parsed(html(report_of(TEXT)))
    assert list(marks(root)) == [(TEXT.index(part), part) for part in ("57家", "河湾新区实验学校", "300个", "8.3")]
    assert [mark.get("class") for mark in root.iter("mark")] == ["error", "error", "info", "warning"]
    assert [mark.get("data-numbers") for mark in root.iter("mark")] == ["1", "2", None, "3"]
    names = {link.get("id") for link in root.iter("a")} - {None}
    links = [(link.get("href") or "")[1:] for link in root.iter("a") if link.get("href")]
    assert len(links) == 3
    assert set(links) <= names
    (draft,) = root.findall(".//div[@class='draft']")
    assert shown(draft) == TEXT
    assert draft.get("lang") == "zh-Hans"


def overlapping(*spans: tuple[int, int, Severity]) -> Report:
    offences = (
        (Offence(span=Span(start, end), message=say("{a}-{b}", a=start, b=end)), grave) for start, end, grave in spans
    )
    findings = tuple(finding_of("contradiction", severity, offence) for offence, severity in offences)
    return Report((Checked(Case(document_of(TEXT)), findings),), None)


def test_spans_that_overlap_are_cut_at_each_others_edges() -> None:
    root = parsed(html(overlapping((0, 6, "warning"), (2, 4, "error"), (3, 8, "info"))))
    assert [(start, len(text)) for start, text in marks(root)] == [(0, 2), (2, 1), (3, 1), (4, 2), (6, 2)]
    found = [(mark.get("class"), mark.get("title"), mark.get("data-numbers")) for mark in root.iter("mark")]
    assert found == [
        ("warning", "contradiction: 0-6", None),
        ("error", "contradiction: 0-6; contradiction: 2-4", None),
        ("error", "contradiction: 0-6; contradiction: 2-4; contradiction: 3-8", "2"),
        ("warning", "contradiction: 0-6; contradiction: 3-8", "1"),
        ("info", "contradiction: 3-8", None),
    ]
    (draft,) = root.findall(".//div[@class='draft']")
    assert shown(draft) == TEXT


def test_hostile_words_are_shown_and_are_no_markup() -> None:
    root = parsed(html(hostile_report()))
    (draft,) = root.findall(".//div[@class='draft']")
    assert "<script>alert(1)</script><!-- --> **b** _i_" in shown(draft)
    assert "\\x1b[2J" in shown(draft)
    (row,) = root.findall(".//tbody/tr")
    assert shown(row[-1]).startswith(plain_line(MARKUP.partition("\ufffe")[0]))
    assert HOSTILE not in html(hostile_report())


def test_a_document_without_findings_is_told_as_such() -> None:
    page = html(Report((Checked(Case(document_of(TEXT)), ()),), None))
    assert "nothing was found" in page
    assert "57家" not in page


@given(st.text(alphabet=st.one_of(st.sampled_from("<>&\"'\r\n\t\x00\ufffe 57家"), st.characters())))
def test_any_text_makes_a_valid_page_and_is_shown(text: str) -> None:
    offence = Offence(span=Span(0, max(1, len(text))), message=say("{it}", it=text), found=text, fact=text)
    checked = Checked(Case(document_of(f"{text}.", text)), (finding_of("contradiction", "error", offence),))
    root = parsed(html(Report((checked,), None)))
    (draft,) = root.findall(".//div[@class='draft']")
    if text.isprintable() and "\ufffe" not in text:
        assert shown(draft) == f"{text}."


def test_chromium_shows_the_page(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    page = tmp_path / "report.html"
    page.write_text(html(report_of(TEXT)), encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    seen = subprocess.run([*command, "--dump-dom", page.as_uri()], capture_output=True, check=True, timeout=120)
    assert [unescape(text) for text in re.findall(r"<mark[^>]*>([^<]*)</mark>", seen.stdout.decode())] == [
        "57家", "河湾新区实验学校", "300个", "8.3",
    ]  # fmt: skip
