"""What an archive says as a whole: reckoned right, and shown in every form without letting anything through."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import html5lib
import pytest
from running import Run

from factcheck.archive.article import Article
from factcheck.archive.batches import batches
from factcheck.archive.order import facts_of, order_of
from factcheck.archive.parts import Folder, Manifest
from factcheck.archive.report.csv import csv as sheet
from factcheck.archive.report.figures import Contradiction, Figures, Month, Said, WrongFact, figures
from factcheck.archive.report.html import html
from factcheck.archive.report.plots import months
from factcheck.archive.report.table import table
from factcheck.archive.work import check_articles
from factcheck.config.project import Project


def article(name: str, value: str, day: date | None) -> Article:
    return Article(name, f"全区共有{value}金融机构。\n", published=day)


ARTICLES = [
    article("a", "58家", date(2023, 1, 5)),
    article("b", "近60家", date(2023, 1, 9)),
    article("c", "57家", date(2023, 2, 1)),
    article("d", "57家", date(2023, 2, 1)),
    article("e", "57家", date(2024, 3, 31)),
    article("f", "85家", None),
    Article("g", "", published=date(2023, 2, 2)),
    Article("h", "会议强调，要抓好落实。\n"),
]


@pytest.fixture
def archive(office: Path) -> Path:
    """An archive of a few documents in two parts, made in this process."""
    order = order_of(Project({"facts": (str(office / "facts"),)}), str(office), "en")
    folder = Folder(office / "out")
    folder.open()
    keys = []
    for batch in batches(((each, at) for at, each in enumerate(ARTICLES)), order.digest, 2):
        folder.put(batch.key, check_articles(batch.articles, order, facts_of(order)))
        keys.append(batch.key)
    folder.close(Manifest(parts=tuple(keys)))
    return office / "out"


def test_figures(archive: Path) -> None:
    found = figures(Folder(archive), 10)
    assert (found.documents, found.failed, found.claims) == (8, 1, 6)
    (contradiction,) = found.contradictions
    assert (contradiction.fact, contradiction.value) == ("institutions", "58家")
    assert contradiction.values == (
        Said("58家", "agrees", 2, "a", ((date(2023, 1, 5), 1), (date(2023, 1, 9), 1))),
        Said("57家", "wrong", 3, "c", ((date(2023, 2, 1), 2), (date(2024, 3, 31), 1))),
        Said("85家", "wrong", 1, "f"),
    )
    assert contradiction.span == (date(2023, 1, 5), date(2024, 3, 31))
    assert found.wrong == (WrongFact("institutions", "fact-mismatch", "58家", "57家", 4, 6),)
    assert found.months == (
        Month("2023-01", 2, 0, 2, 2, 0, 0, 0),
        Month("2023-02", 3, 1, 2, 2, 2, 2, 0),
        Month("2024-03", 1, 0, 1, 1, 1, 1, 0),
        Month(None, 2, 0, 1, 1, 1, 1, 0),
    )


def test_what_is_left_out_is_counted(archive: Path) -> None:
    assert figures(Folder(archive), 0).contradictions == ()
    assert figures(Folder(archive), 0).contradictions_in_all == 1


def test_the_table(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown = run("archive", "report", str(archive))
    assert (shown.status, shown.err) == (0, "")
    lines = [" ".join(line.split()) for line in shown.out.splitlines()]
    assert lines[0] == "8 documents with 6 claims; 1 could not be checked"
    assert "institutions 58家 58家 agrees 2 2023-01-05 2023-01-09 a" in lines
    assert "57家 wrong 3 2023-02-01 2024-03-31 c" in lines
    assert "institutions 58家 57家 4 6 66.7% fact-mismatch" in lines
    assert "2023-02 3 2 2 2 100.0% 2 0 1" in lines
    only = run("archive", "report", str(archive), "--only", "months").out
    assert "2023-02" in only
    assert "institutions" not in only


def test_csv_holds_one_table(run: Run, archive: Path) -> None:
    refused = run("archive", "report", str(archive), "--format", "csv")
    assert (refused.status, refused.err) == (2, "CSV holds one table; name it with --only\n")
    shown = run("archive", "report", str(archive), "--format", "csv", "--only", "contradictions")
    rows = list(csv.DictReader(StringIO(shown.out.removeprefix("\ufeff"))))
    assert [(row["value"], row["documents"], row["last"]) for row in rows] == [
        ("58家", "2", "2023-01-09"),
        ("57家", "3", "2024-03-31"),
        ("85家", "1", ""),
    ]


def test_the_page_is_html_that_holds_no_script_and_asks_for_nothing(run: Run, archive: Path) -> None:
    run("archive", "report", str(archive), "--format", "html", "--output", str(archive / "report.html"))
    page = (archive / "report.html").read_text("utf-8")
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert len(parsed.findall(".//{http://www.w3.org/2000/svg}svg")) == 2
    assert parsed.findall(".//script") == []
    assert "http" not in page.replace('http-equiv="', "")


HOSTILE = '=1+1</title><script>alert("x")</script>\x1b[31m\u202e\ufffe'


def test_nothing_of_a_document_becomes_markup_a_formula_or_a_control() -> None:
    said = Said(HOSTILE, "disputed", 1, HOSTILE, ((date(2023, 1, 5), 1),))
    hostile = Figures(
        documents=1,
        failed=0,
        claims=1,
        contradictions=(Contradiction(HOSTILE, HOSTILE, HOSTILE, (said, said)),),
        contradictions_in_all=1,
        wrong=(WrongFact(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 1, 1),),
        wrong_in_all=1,
        months=(Month("2023-01", 1, 0, 1, 1, 1, 1, 0),),
    )
    page = html(hostile, ("contradictions", "facts", "months"))
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert parsed.findall(".//script") == []

    for text in (page, table(hostile, ("contradictions", "facts")), sheet(hostile, "facts")):
        assert not {"\x1b", "\u202e"} & set(text)
    cells = [cell for row in csv.reader(StringIO(sheet(hostile, "facts"))) for cell in row]
    assert not any(cell.startswith("=") for cell in cells)


def test_a_plot_of_many_months_and_of_none_that_is_wrong() -> None:
    many = [
        Month(f"{year}-{month:02}", 9, 0, 9, 9, month, 0, 0) for year in range(2000, 2020) for month in range(1, 13)
    ]
    drawn = months(many, "all")
    assert drawn.count("<rect") == 240
    assert drawn.count("<text") <= 14
    assert "2000-01: 1/9 = 11.1%" in drawn
    assert "–" in months([Month("2023-01", 1, 0, 0, 0, 0, 0, 0)], "one")


def test_what_is_no_finished_archive_is_told(run: Run, archive: Path, tmp_path: Path) -> None:
    none = run("archive", "report", str(tmp_path / "facts"))
    assert none.status == 2
    assert "this is no archive's folder" in none.err
    next((archive / "claims").iterdir()).unlink()
    broken = run("archive", "report", str(archive))
    assert broken.status == 2
    assert "parts of the archive are missing" in broken.err
