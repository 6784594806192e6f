"""`verify --annotate`: a copy of a Word draft with a comment at each finding."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from libreoffice import in_writer
from running import FACTS, Run

from factcheck.cli import annotating

ARTICLE = Path(__file__).parents[1] / "drafts" / "article.txt"
LINES = ("港城区金融业稳步发展", "全区共有57家金融机构。", "至年底，全区共有59家金融机构。")


def draft(folder: Path, *lines: str, name: str = "draft.docx") -> Path:
    document = docx.Document()
    for line in lines or LINES:
        paragraph = document.add_paragraph()
        for at in range(0, len(line), 3):  # figures stand across runs
            paragraph.add_run(line[at : at + 3]).bold = at % 2 == 0
    path = folder / name
    document.save(str(path))
    return path


@pytest.fixture
def desk(folder: Path) -> Path:
    (folder / "facts").mkdir()
    (folder / "facts" / "港城.yaml").write_text(
        FACTS.replace(
            "language: zh", "language: zh\nsource: {title: 统计公报, publisher: 统计局, published: 2023-11-20}"
        ),
        encoding="utf-8",
    )
    draft(folder)
    return folder


def findings(run: Run, *paths: str) -> list[list[dict[str, Any]]]:
    report = json.loads(run("verify", *paths, "--format", "json").out)
    return [
        [
            {**finding, "related": [{**each, "path": None} for each in finding["related"]]}
            for finding in each["findings"]
        ]
        for each in report["documents"]
    ]


def comments(path: Path) -> list[str]:
    document = docx.Document(str(path))
    assert {(each.author, each.initials) for each in document.comments} <= {("factcheck", "fc")}
    return [each.text for each in document.comments]


def test_each_finding_has_a_comment_and_the_copy_the_same_findings(desk: Path, run: Run) -> None:
    before = (desk / "draft.docx").read_bytes()
    outcome = run("verify", "draft.docx", "--annotate", "copy.docx")
    assert (outcome.status, outcome.err) == (1, "")
    assert "3 errors" in outcome.out
    said = comments(desk / "copy.docx")
    assert said[0] == (
        "error: 57家 differs from 58家: one digit is wrong\nwrite: 58家\nfact: 全区共有58家金融机构\n"
        "source: 统计公报, 统计局, 2023-11-20, facts/港城.yaml:5\nrule: fact-mismatch"
    )
    (own,) = findings(run, "draft.docx")
    assert len(said) == len(own) == 3
    assert [own] == findings(run, "copy.docx")
    assert (desk / "draft.docx").read_bytes() == before
    copied = (desk / "copy.docx").read_bytes()
    run("verify", "draft.docx", "--annotate", "copy.docx")
    assert (desk / "copy.docx").read_bytes() == copied


def test_comments_speak_the_language_of_the_reader(desk: Path, run: Run) -> None:
    run("verify", "draft.docx", "--annotate", "copy.docx", "--ui-language", "zh")
    assert comments(desk / "copy.docx")[0].startswith("错误：57家")


def test_what_is_not_reported_is_not_commented(desk: Path, run: Run) -> None:
    draft(desk, "全区共有58家金融机构。", "全区有学校12所。")
    run("verify", "draft.docx", "--annotate", "copy.docx")
    assert len(comments(desk / "copy.docx")) == 1
    run("verify", "draft.docx", "--annotate", "copy.docx", "--min-severity", "warning")
    assert comments(desk / "copy.docx") == []
    assert (desk / "copy.docx").read_bytes() == (desk / "draft.docx").read_bytes()


def test_several_drafts_go_into_a_folder(desk: Path, run: Run) -> None:
    draft(desk, name="other.docx")
    (desk / "out").mkdir()
    run("verify", "draft.docx", "other.docx", "--annotate", "out", "--select", "fact-mismatch")
    assert [len(comments(desk / "out" / name)) for name in ("draft.docx", "other.docx")] == [2, 2]


def refused(desk: Path, run: Run, *arguments: str) -> str:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    outcome = run("verify", *arguments)
    assert outcome.status == 2
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before
    return outcome.err.strip()


def test_what_cannot_be_annotated_is_refused(desk: Path, run: Run) -> None:
    other = draft(desk, name="other.docx")
    (desk / "deep").mkdir()
    shutil.copy(other, desk / "deep" / "other.docx")
    (desk / "link.docx").symlink_to("draft.docx")
    (desk / "out").mkdir()
    for arguments, said in (
        (["draft.docx", "--annotate", "draft.docx"], "--annotate draft.docx: a draft stands there"),
        (["draft.docx", "--annotate", "./deep/../draft.docx"], "a draft stands there"),
        (["draft.docx", "--annotate", "link.docx"], "a draft stands there"),
        (["draft.docx", "--annotate", "."], "a draft stands there"),
        (["draft.docx", "other.docx", "--annotate", "x.docx"], "several drafts need a folder that is there"),
        (["other.docx", "deep/other.docx", "--annotate", "out"], "two drafts have that name"),
        (["draft.docx", "--annotate", "copy.doc"], "name a file that ends in .docx, or a folder"),
        (["draft.docx", "--annotate", "no/where.docx"], "can't be written"),
        (["draft.docx", "--annotate", "copy.docx", "--diff"], "--annotate and --diff exclude each other"),
        (["-", "--annotate", "copy.docx"], "name one instead of standard input"),
    ):
        error = refused(desk, run, *arguments)
        assert said in error
        assert "\n" not in error


def test_a_draft_of_another_format_is_checked_but_not_annotated(desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_text(LINES[1], encoding="utf-8")
    (desk / "out").mkdir()
    outcome = run("verify", "draft.txt", "draft.docx", "--annotate", "out", "--format", "concise")
    assert outcome.status == 2
    assert outcome.err == "draft.txt: not annotated: only Word drafts (.docx) are; save it as .docx\n"
    assert "draft.txt:1:5" in outcome.out
    assert [path.name for path in (desk / "out").iterdir()] == ["draft.docx"]


def test_a_copy_is_written_whole_or_not_at_all(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "copy.docx").write_bytes(b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    error = refused(desk, run, "draft.docx", "--annotate", "copy.docx")
    assert "copy.docx: can't be written" in error


def test_a_draft_that_changes_meanwhile_is_left(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    other = draft(desk, "别的文字。", name="other.docx").read_bytes()
    monkeypatch.setattr(annotating, "draft_bytes", lambda path: other)
    outcome = run("verify", "draft.docx", "--annotate", "copy.docx")
    assert outcome.status == 2
    assert outcome.err == "draft.docx: not annotated: it was changed while it was checked\n"


def test_the_article_keeps_its_findings(folder: Path, run: Run) -> None:
    draft(folder, *(line for line in ARTICLE.read_text("utf-8").splitlines() if line.strip()))
    facts = str(Path(__file__).parents[2] / "facts")
    run("verify", "draft.docx", "--facts", facts, "--annotate", "copy.docx")
    before, after = (findings(run, path, "--facts", facts) for path in ("draft.docx", "copy.docx"))
    assert before == after
    assert comments(folder / "copy.docx")


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice Writer is not installed")
def test_libre_office_shows_the_comments_at_their_words(desk: Path, run: Run) -> None:
    run("verify", "draft.docx", "--annotate", "copy.docx")
    shown = in_writer(desk / "copy.docx")
    assert sorted(words for words, _, _ in shown) == ["57家", "59家", "59家"]
    assert {creator for _, creator, _ in shown} == {"factcheck"}
    assert sorted(text for _, _, text in shown) == sorted(comments(desk / "copy.docx"))
