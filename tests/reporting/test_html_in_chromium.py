"""The web page in real Chromium, as an editor uses it: by mouse and keyboard, without script, in print, under attack."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import MISSING, Page, chromium
from handmade import TEXT, report_of
from hostile import hostile_report
from msgspec.structs import replace

from factcheck.model.fact import Source
from factcheck.model.report import Report
from factcheck.pipeline import check
from factcheck.reading import document_of
from factcheck.reporting.html import html

pytestmark = pytest.mark.skipif(shutil.which("chromium") is None, reason=MISSING)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def made(page: Page, tmp_path: Path) -> Page:
    """The report made by hand, at the width of a desk's screen; all that a page does unasked must be nothing."""
    return opened(page, report_of(TEXT), tmp_path)


def opened(
    page: Page, report: Report, folder: Path, *, width: int = 1280, dark: bool = False, script: bool = True
) -> Page:
    file = folder / "report.html"
    file.write_text(html(report), encoding="utf-8")
    page.heard.clear()
    page.open(file.as_uri(), width=width, dark=dark, script=script)
    assert page.heard == []
    return page


def lit(page: Page) -> list[str]:
    """The names of the rows and marks that stand out."""
    found = page.eval("[...document.querySelectorAll('[aria-current]')].map(each => each.id)")
    assert isinstance(found, list)
    return found


def focus(page: Page) -> str:
    """The row or mark in which the focus is."""
    return str(page.eval("document.activeElement.closest('.row, mark')?.id ?? document.activeElement.tagName"))


def seen(page: Page, selector: str) -> bool:
    """Whether an element is inside the window, and inside what scrolls around it."""
    return bool(
        page.eval(
            f"(() => {{const it = document.querySelector('{selector}').getBoundingClientRect();"
            f"const panel = document.querySelector('{selector}').closest('.findings')?.getBoundingClientRect();"
            "return it.top >= (panel?.top ?? 0) && it.bottom <= Math.min(innerHeight, panel?.bottom ?? innerHeight)})()"
        )
    )


def name(part: str) -> str:
    start = TEXT.index(part)
    return f"d1-{start}-{start + len(part)}"


# By mouse and keyboard


@pytest.mark.parametrize(("part", "row"), [("57家", "r1-1"), ("8.3", "r1-3"), ("12家", "r1-5")])
def test_a_click_on_a_mark_leads_to_its_row_and_enter_back(made: Page, part: str, row: str) -> None:
    made.click(f"#{name(part)} a")
    assert sorted(lit(made)) == [name(part), row]
    assert focus(made) == row
    assert seen(made, f"#{row}")
    made.press("Enter")
    assert focus(made) == name(part)
    assert sorted(lit(made)) == [name(part), row]


def test_a_click_on_a_row_leads_to_its_mark(made: Page) -> None:
    made.click("#r1-2 td:nth-child(2)")
    assert focus(made) == name("河湾新区实验学校")
    assert sorted(lit(made)) == [name("河湾新区实验学校"), "r1-2"]


def test_both_places_lead_to_each_other(made: Page) -> None:
    made.click(f"#r1-1 a[href='#{name('58家')}']")
    assert (focus(made), sorted(lit(made))) == (name("58家"), [name("58家"), "r1-1"])
    made.press("Enter")
    assert focus(made) == "r1-1"


def test_arrow_keys_go_from_mark_to_mark_and_from_row_to_row(made: Page) -> None:
    made.eval("document.querySelector('mark a').focus()")
    parts = ["57家", "12家", "河湾新区实验学校", "300个"]
    for part in parts[1:]:
        made.press("ArrowDown")
        assert focus(made) == name(part)
    made.press("ArrowUp")
    assert focus(made) == name("河湾新区实验学校")
    made.press("Enter", "ArrowDown")
    assert focus(made) == "r1-3"
    assert sorted(lit(made)) == [name("8.3"), "r1-3"]
    made.press("ArrowUp", "ArrowUp", "ArrowUp")
    assert focus(made) == "r1-1"


def test_tab_reaches_the_filters_the_marks_and_the_rows(made: Page) -> None:
    reached = []
    for _ in range(40):
        made.press("Tab")
        reached.append(str(made.eval("document.activeElement.id || document.activeElement.parentElement.id")))
    wanted = ["show-error", name("57家"), name("12家"), name("58家")]
    assert [each for each in reached if each in wanted] == wanted
    assert made.eval("document.querySelector('#r1-1 a').tabIndex") == 0


def test_in_a_long_report_both_sides_come_into_view(page: Page, tmp_path: Path) -> None:
    (checked,) = report_of(TEXT).documents
    filler = "金融机构共有数家。\n" * 400
    document = document_of(f"{TEXT}{filler}第九号园区共有企业57家。第九号园区共有企业75家。\n")
    opened(page, Report((checked, check(document, None)), None), tmp_path)
    assert not seen(page, "mark#" + str(page.eval("[...document.querySelectorAll('mark')].at(-1).id")))
    page.click("#s2 .row .at")
    last = page.eval("document.activeElement.closest('mark').id")
    assert seen(page, f"#{last}")
    assert seen(page, "#s2 .row")


# Filters


def rows_shown(page: Page) -> list[str]:
    script = "[...document.querySelectorAll('.row')].filter(row => row.getClientRects().length).map(row => row.id)"
    found = page.eval(script)
    assert isinstance(found, list)
    return found


ALL = [f"r1-{number}" for number in range(1, 7)]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_ticked_boxes_filter_rows_and_marks(page: Page, tmp_path: Path, script: bool) -> None:
    opened(page, report_of(TEXT), tmp_path, script=script)
    assert rows_shown(page) == ALL
    page.click("label:has(#show-error)")
    assert rows_shown(page) == ["r1-1", "r1-2"]
    page.click("label:has(#show-warning)")
    assert rows_shown(page) == ["r1-1", "r1-2", "r1-3"]
    line = "getComputedStyle(document.querySelector('mark.agree a')).textDecorationLine"
    assert page.eval(line) == "none"
    assert page.eval("getComputedStyle(document.querySelector('mark.agree'), '::after').content") == "none"
    page.click("label:has(#show-k1)")
    assert rows_shown(page) == ["r1-1"]
    page.click("button[type=reset]")
    assert (rows_shown(page), page.eval(line)) == (ALL, "underline")


def test_boxes_are_ticked_by_keyboard_and_a_click_on_a_mark_shows_its_row_again(made: Page) -> None:
    made.eval("document.querySelector('#show-warning').focus()")
    made.press(" ")
    assert rows_shown(made) == ["r1-3"]
    made.click(f"#{name('57家')} a")
    assert rows_shown(made) == ALL
    assert focus(made) == "r1-1"


def test_arrow_keys_pass_over_what_is_not_shown(made: Page) -> None:
    made.click("label:has(#show-error)")
    made.eval("document.querySelector('mark a').focus()")
    made.press("ArrowDown")
    assert focus(made) == name("河湾新区实验学校")


# Without script, in print, on a screen


def test_without_script_links_lead_to_rows_and_back(page: Page, tmp_path: Path) -> None:
    opened(page, report_of(TEXT), tmp_path, script=False)
    page.click(f"#{name('8.3')} a")
    assert page.eval("location.hash") == "#r1-3"
    assert page.eval("document.querySelector(':target').id") == "r1-3"
    page.click("#r1-3 .at")
    assert page.eval("location.hash") == f"#{name('8.3')}"


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_it_is_drawn_light_and_dark_and_fits_its_width(page: Page, tmp_path: Path, width: int, dark: bool) -> None:
    opened(page, report_of(TEXT), tmp_path, width=width, dark=dark)
    assert page.eval("document.documentElement.scrollWidth") <= width
    ground, number = page.colours(page.screenshot())
    assert ground < 0.2 if dark else ground > 0.9
    assert number > 64  # letters, marks and the picture, with their soft edges
    beside = page.eval("document.querySelector('.findings').getBoundingClientRect().left")
    assert (beside > width / 3) is (width > 1000)


def test_a_print_has_everything_and_no_controls(made: Page) -> None:
    made.click("label:has(#show-warning)")
    made.scheme(media="print")
    try:
        assert rows_shown(made) == ALL
        assert made.eval("getComputedStyle(document.querySelector('.filters')).display") == "none"
        assert made.eval(
            "document.querySelector('.findings').scrollHeight <= document.querySelector('.findings').clientHeight"
        )
    finally:
        made.scheme()
    printed = made.print()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000


AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install --no-save axe-core@4)")
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_that_shuts_a_reader_out(page: Page, tmp_path: Path, width: int, dark: bool) -> None:
    """Contrast, names, landmarks, order of headings: by Deque's rules for WCAG and good practice."""
    first, second = report_of(TEXT).documents[0], report_of(TEXT, "drafts/b.txt").documents[0]
    opened(page, Report((first, second), report_of(TEXT).facts), tmp_path, width=width, dark=dark)
    page.eval(f"{AXE.read_text('utf-8')};0")
    faults = page.eval(
        "axe.run({resultTypes: ['violations']}).then(found => found.violations.map("
        "fault => [fault.id, ...fault.nodes.map(node => node.html)]))"
    )
    assert faults == []


# What a draft tries


ATTACKS = (
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "</style><script>alert(3)</script>",
    "<img src=x onerror=alert(4)>", "\"><svg onload=alert(5)>", "' onmouseover='alert(6)", "javascript:alert(7)",
    "<a href='javascript:alert(8)'>x</a>", "</title><script>alert(9)</script>", "<!--<script>", "]]>", "&#60;script&#62;",
    "<base href='https://example.org/'>", "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<iframe src=//example.org>", "<form action=//example.org><button>", "<style>*{display:none}</style>",
    "\u202e\u2066\u200b\x00\x1b[2J\x85\u2028", "<plaintext>", "<template><mark>", "</div></main></body>", "`${alert(10)}`",
    "{{alert(11)}}",
)  # fmt: skip


def attacked() -> Report:
    """The report made by hand, with attacks wherever words of others come into it: draft, path, facts, sources, messages."""
    words = "".join(ATTACKS)
    report = report_of(TEXT.replace("金融机构增至", f"{words}\n{words}金融机构增至"), path=f"drafts/{words}.txt")
    assert report.facts is not None
    (facts,) = report.facts
    sources = (Source(words, words, url="javascript:alert(12)"),)
    facts = replace(
        facts,
        sources=sources,
        facts=tuple(replace(fact, claim=f"{fact.claim}{words}", note=words) for fact in facts.facts),
    )
    documents = tuple(replace(each, case=replace(each.case, facts=facts)) for each in report.documents)
    return Report((*documents, *hostile_report().documents), (facts,))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_draft_that_attacks_does_nothing(page: Page, tmp_path: Path, script: bool) -> None:
    opened(page, attacked(), tmp_path, script=script)
    page.click("mark.error a")
    page.click(".row .at")
    page.press("Tab", "Enter", "ArrowDown")
    page.print()
    assert page.heard == []
    assert page.eval("document.querySelectorAll('script').length") == 1
    assert page.eval("[...document.querySelectorAll('a')].every(link => link.protocol === 'file:')")
    assert page.eval("document.querySelectorAll('img, iframe, base, object, embed, template').length") == 0
    assert ATTACKS[0] in str(page.eval("document.querySelector('.draft').textContent"))


FOREIGN = {
    "style": "document.body.append(Object.assign(document.createElement('style'), {textContent: '*{color:red}'}))",
    "script": "const it = document.createElement('script'); it.append('alert(1)'); document.body.append(it)",
    "attribute": "document.body.setAttribute('onclick', 'alert(1)'); document.body.click()",
    "markup": "document.body.innerHTML = '<img src=x onerror=alert(1)>'",
    "picture": "document.body.append(Object.assign(new Image(), {src: 'https://example.org/'}))",
}


@pytest.mark.parametrize("what", FOREIGN)
def test_the_policy_stops_what_is_not_the_pages_own(made: Page, what: str) -> None:
    """Whatever would come into the page in whatever way does not run, and is heard of by the tests above."""
    made.eval(f"try {{ {FOREIGN[what]} }} catch (refusal) {{ console.error(refusal.message) }}")
    made.eval("new Promise((done) => setTimeout(done, 50))")
    assert made.heard != []
    assert all(heard.what != "dialog" for heard in made.heard)


def test_the_browser_tells_of_a_dialog(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "dialog.html"
    file.write_text("<!DOCTYPE html><script>alert('here')</script>", encoding="utf-8")
    page.heard.clear()
    page.open(file.as_uri())
    assert [heard.what for heard in page.heard if heard.said == "here"] == ["dialog"]
