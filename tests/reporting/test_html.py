"""The web page, by a parser that tolerates no fault. What a reader does with it is tested in Chromium, beside this."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from handmade import BASE, TEXT, document_of, finding_of, report_of, span_of
from hostile import HOSTILE, MARKUP, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pages import draft_of, marks, parsed, shown

from factcheck.model.case import Case
from factcheck.model.fact import Source
from factcheck.model.finding import Offence, Related, Severity
from factcheck.model.message import say
from factcheck.model.period import Day
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.model.suppression import Passed
from factcheck.reporting.html import html
from factcheck.reporting.html.links import web_address
from factcheck.reporting.plain import plain_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ELEMENTS = set(
    "html head meta title style script body header nav main section aside h1 h2 h3 h4 h5 h6 p ol ul li div span a mark b i strong "
    "small br table caption thead tbody tr th td details summary figure figcaption svg g rect path text title form fieldset legend "
    "label input button".split()
)


def names(root: Element) -> list[str]:
    """Every name that something in the page can be linked by."""
    return [name for element in root.iter() if (name := element.get("id"))]


def rows(root: Element) -> dict[str, list[str]]:
    """The cells of each row of what was found, by its name; a line for each paragraph in them."""
    found = (body for body in root.iter("tbody") if (body.get("class") or "").startswith("row "))
    return {body.get("id") or "": [_in_lines(cell) for cell in body.iter("td")] for body in found}


def _in_lines(cell: Element) -> str:
    return "\n".join(map(shown, cell.findall("p"))) or shown(cell)


def sourced(report: Report, *sources: Source) -> Report:
    return replace(report, facts=(replace(BASE, sources=sources),))


# The page as a whole


@pytest.mark.parametrize(
    "report", [report_of(TEXT), hostile_report(), Report((), None)], ids=["made", "hostile", "empty"]
)
def test_a_page_is_valid_and_stands_alone(report: Report) -> None:
    """Nothing in it is fetched, and all that its policy lets run or apply is its own script and style, by their hashes."""
    page = html(report)
    root = parsed(page)
    assert {element.tag for element in root.iter()} <= ELEMENTS
    keys = {key for element in root.iter() for key in element.keys()}  # noqa: SIM118
    assert not {
        key for key in keys if key.startswith("on") or key in ("src", "srcset", "style", "action", "formaction")
    }
    found = names(root)
    assert len(found) == len(set(found))
    links = [link.get("href") or "" for link in root.iter("a")]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(found)
    (style,), (script,) = root.iter("style"), root.iter("script")
    assert not re.search(r"url\(|@import|@font-face", shown(style))
    (policy,) = [meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv")]
    assert policy == (
        f"default-src 'none'; style-src {hash_of(style)}; script-src {hash_of(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def hash_of(element: Element) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(shown(element).encode()).digest()).decode()}'"


def test_it_tells_its_language_and_that_of_each_draft() -> None:
    root = parsed(html(report_of(TEXT)))
    assert root.get("lang") == "en"
    assert draft_of(root).get("lang") == "zh-Hans"
    assert {cell.get("lang") for cell in root.iter("td") if shown(cell) == "全区共有57家金融机构"} == {"zh-Hans"}


def test_several_drafts_have_a_list_of_contents() -> None:
    (first,), (second,) = report_of(TEXT).documents, report_of(f"\n{TEXT}", "drafts/b&c.txt").documents
    root = parsed(html(Report((first, second), (BASE,))))
    entries = [(link.get("href"), shown(link)) for link in root.findall(".//nav//a")]
    assert entries == [("#s1", "drafts/港城.txt"), ("#s2", "drafts/b&c.txt")]
    assert [shown(entry) for entry in root.findall(".//nav//span")] == ["2 errors, 1 warning, 2 notes"] * 2
    assert parsed(html(report_of(TEXT))).find(".//nav") is None


def test_a_document_without_findings_is_told_as_such() -> None:
    root = parsed(html(Report((Checked(Case(document_of(TEXT)), ()),), None)))
    assert [shown(each) for each in root.findall(".//aside/p")] == ["nothing was found"]
    assert shown(draft_of(root)) == TEXT
    assert root.find(".//form") is None


# Rows and marks


def test_what_is_wrong_stands_above_what_is_noted_and_what_agrees() -> None:
    root = parsed(html(report_of(TEXT)))
    captions = [shown(caption) for caption in root.iter("caption")]
    assert captions == ["errors and warnings (3)", "notes (1)", "in agreement with the facts (2)"]
    found = rows(root)
    assert list(found) == [f"r1-{number}" for number in range(1, 7)]
    *cells, notes = found["r1-1"]
    assert cells == ["1", "全区共有57家金融机构", "全区共有58家金融机构", "✗ mismatch error 3:16", ""]
    assert notes.splitlines() == [
        "57家 here, 58家 in the facts",
        "write: 58家",
        "fact: financial-institutions facts/港城.yaml:12:5",
        "see: the draft itself says 58家 4:47",
    ]
    assert [cells[3] for cells in found.values()][1:] == [
        "✗ name-mismatch error 3:39", "! missing-unit warning 4:21", "○ unsupported info 3:58", "✓ verified 3:30",
        "✓ verified 4:47",
    ]  # fmt: skip
    assert found["r1-6"][-1] == "named by: ✗ 1"


def test_every_place_is_marked_and_leads_to_its_row_and_back() -> None:
    root = parsed(html(report_of(TEXT)))
    found = marks(root)
    parts = ["57家", "12家", "河湾新区实验学校", "300个", "8.3", "58家"]
    assert [(mark.start, mark.text) for mark in found] == [(TEXT.index(part), part) for part in parts]
    assert [mark.look for mark in found] == ["error", "agree", "error", "info", "warning", "also error"]
    assert [mark.label for mark in found] == ["✗1", "✓", "✗2", "○", "!3", "→1"]
    assert [mark.row for mark in found] == ["r1-1", "r1-5", "r1-2", "r1-4", "r1-3", "r1-1"]
    assert found[0].said == "mismatch: 57家 here, 58家 in the facts"
    back = {body.get("id"): body.find(".//a[@class='at']") for body in root.iter("tbody") if body.get("class")}
    places = {mark.get("id"): shown(mark) for mark in root.iter("mark")}
    assert {places[(link.get("href") or "")[1:]] for link in back.values() if link is not None} == set(parts)
    assert shown(draft_of(root)) == TEXT


def test_both_places_of_a_contradiction_are_linked() -> None:
    offence = Offence(
        span=span_of(TEXT, "58家"), message=say("two"), related=(Related(say("here"), span=span_of(TEXT, "57家")),)
    )
    report = Report((Checked(Case(document_of(TEXT)), (finding_of("contradiction", "error", offence),)),), None)
    root = parsed(html(report))
    assert [(mark.text, mark.look, mark.row) for mark in marks(root)] == [
        ("57家", "also error", "r1-1"),
        ("58家", "error", "r1-1"),
    ]
    (body,) = (body for body in root.iter("tbody") if body.get("id") == "r1-1")
    linked = [(link.get("href") or "")[1:] for link in body.iter("a")]
    assert [mark.get("id") for mark in root.iter("mark")] == linked[::-1]


def test_a_place_in_another_draft_is_linked() -> None:
    other = document_of(f"\n{TEXT}", "drafts/b.txt")
    offence = Offence(
        span=span_of(TEXT, "8.3"), message=say("as there"), related=(Related(say("there"), None, "drafts/b.txt", 5, 2),)
    )
    finding = finding_of("duplicate-sentence", "info", offence)
    report = Report((Checked(Case(document_of(TEXT)), (finding,)), Checked(Case(other), ())), None)
    root = parsed(html(report))
    (link,) = (link for link in root.iter("a") if shown(link) == "drafts/b.txt:5:2")
    (there,) = (mark for mark in root.iter("mark") if mark.get("id") == (link.get("href") or "")[1:])
    assert shown(there) == TEXT.split("\n")[3][1]
    assert [leads.get("href") for leads in there] == ["#r1-1"]


def overlapping(*spans: tuple[int, int, Severity]) -> Report:
    offences = (
        (Offence(span=Span(start, end), message=say("{a}-{b}", a=start, b=end)), grave) for start, end, grave in spans
    )
    findings = tuple(finding_of("contradiction", severity, offence) for offence, severity in offences)
    return Report((Checked(Case(document_of(TEXT)), findings),), None)


def test_spans_that_overlap_are_cut_at_each_others_edges() -> None:
    root = parsed(html(overlapping((0, 6, "warning"), (2, 4, "error"), (3, 8, "info"))))
    assert [(mark.start, len(mark.text)) for mark in marks(root)] == [(0, 2), (2, 1), (3, 1), (4, 2), (6, 2)]
    assert [(mark.look, mark.label, mark.said) for mark in marks(root)] == [
        ("warning", None, "contradiction: 0-6"),
        ("error", None, "contradiction: 2-4; contradiction: 0-6"),
        ("error", "✗2", "contradiction: 2-4; contradiction: 0-6; contradiction: 3-8"),
        ("warning", "!1", "contradiction: 0-6; contradiction: 3-8"),
        ("info", "○", "contradiction: 3-8"),
    ]
    assert {"d1-0-6", "d1-2-4", "d1-3-8"} <= set(names(root))
    assert shown(draft_of(root)) == TEXT


def test_a_span_of_white_space_alone_can_still_be_linked() -> None:
    start = TEXT.index("\n\n")
    root = parsed(html(overlapping((start, start + 2, "error"))))
    assert f"d1-{start}-{start + 2}" in names(root)


def test_what_is_noted_of_a_draft_as_a_whole_and_what_was_passed_over_is_folded_away() -> None:
    (checked,) = report_of(TEXT).documents
    passed = Passed(checked.findings[3], "comment", "as <asked>")
    root = parsed(html(Report((replace(checked, passed=(passed,)),), (BASE,))))
    assert [[shown(part) for part in details] for details in root.iter("details")] == [
        ["missing-fact (1)", "roads is not mentioned"],
        ["passed over (1)", "missing-unit 4:21: 8.3 has no unit (by a comment: as <asked>)"],
    ]


# Facts and pictures


def test_each_fact_is_shown_with_its_source_and_where_it_is_restated() -> None:
    source = Source("2023年<经济>", "统计局", Day(2023, 11, 20), "https://example.org/?a=1&b=2")
    root = parsed(html(sourced(report_of(TEXT), source)))
    (head,) = root.findall(".//section[@id='facts']/h3")
    assert shown(head) == "2023年<经济> · 统计局 · 2023-11-20 · https://example.org/?a=1&b=2 · facts/港城.yaml"
    assert [(link.get("href"), link.get("rel")) for link in head.iter("a")] == [
        ("https://example.org/?a=1&b=2", "noopener noreferrer")
    ]
    entries = {
        row.get("id"): [shown(cell) for cell in row] for row in root.findall(".//section[@id='facts']//tbody/tr")
    }
    assert entries == {
        "f1": ["全区共有58家金融机构financial-institutions", "", "12:5", "✗ 3:16, ✓ 4:47"],
        "f2": ["新增挂牌企业12家listed-companies", "", "18:5", "✓ 3:30"],
        "f3": ["河湾新区试验学校school", "", "30:5", "✗ 3:39"],
    }
    (row,) = (body for body in root.iter("tbody") if body.get("id") == "r1-1")
    assert {link.get("href") for link in row.iter("a")} >= {"#f1"}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "//example.org", "https:", "https://[", "file:///etc/passwd", "https://example.org/\u202egpj", "ftp://example.org",
        "https://example.org/ x",
    ],
)  # fmt: skip
def test_an_address_that_is_none_of_the_web_is_text(url: str) -> None:
    assert web_address(url) is None
    root = parsed(html(sourced(report_of(TEXT), Source("here", url=url), Source(url=url))))
    assert all((link.get("href") or "").startswith("#") for link in root.iter("a"))
    (head,) = root.findall(".//section[@id='facts']/h3")
    assert shown(head) == f"here · {plain_line(url)} · facts/港城.yaml"


def test_the_picture_says_in_words_and_signs_what_it_shows() -> None:
    root = parsed(html(report_of(TEXT)))
    (bar,) = root.findall(".//figure/svg")
    assert bar.get("aria-label") == "how the claims fare: verified 2, mismatch 1, unsupported 1"
    widths = [(part.get("class"), part.get("x"), part.get("width")) for part in bar.iter("rect")]
    assert widths == [("agree", "0.00%", "50.00%"), ("error", "50.00%", "25.00%"), ("info", "75.00%", "25.00%")]
    assert [shown(text) for text in bar.iter("text")] == ["✓ 2", "✗ 1", "○ 1"]
    alone = parsed(html(replace(report_of(TEXT), facts=None)))
    assert alone.find(".//figure/svg") is None


# Filters


def test_there_is_a_box_for_each_verdict_and_severity_with_its_count() -> None:
    root = parsed(html(report_of(TEXT)))
    kinds, tones = root.findall(".//form/fieldset")
    assert [shown(label).split() for label in kinds.iter("label")] == [
        ["✓", "verified", "2"], ["✗", "mismatch", "1"], ["○", "unsupported", "1"], ["!", "missing-unit", "1"],
        ["✗", "name-mismatch", "1"],
    ]  # fmt: skip
    assert [shown(label).split() for label in tones.iter("label")] == [
        ["error", "2"], ["warning", "1"], ["info", "1"], ["agrees", "2"],
    ]  # fmt: skip


# What a draft tries


def test_hostile_words_are_shown_and_are_no_markup() -> None:
    root = parsed(html(hostile_report()))
    assert "<script>alert(1)</script><!-- --> **b** _i_" in shown(draft_of(root))
    assert "\\x1b[2J" in shown(draft_of(root))
    (cells,) = rows(root).values()
    assert cells[-1].startswith(plain_line(MARKUP.partition("\ufffe")[0]))
    assert HOSTILE not in html(hostile_report())


@given(st.text(alphabet=st.one_of(st.sampled_from("<>&\"'\r\n\t\x00\ufffe|-# 57家"), st.characters())))
def test_any_text_makes_a_valid_page_and_is_shown(text: str) -> None:
    offence = Offence(span=Span(0, max(1, len(text))), message=say("{it}", it=text), found=text, fact=text)
    checked = Checked(Case(document_of(f"{text}.", text)), (finding_of("contradiction", "error", offence),))
    root = parsed(html(Report((checked,), None)))
    if text.replace("\n", "").isprintable() and "\ufffe" not in text:
        assert shown(draft_of(root)) == f"{text}."
