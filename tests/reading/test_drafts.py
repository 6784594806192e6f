"""Which files a command line names, and what is said when it names none."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.reading import ReadingError, draft_bytes, find_drafts
from factcheck.reading.drafts import SUFFIXES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "c.TEXT",
        "notes.log",
        "deep/er/d.txt",
        "deep/e.txt",
        ".git/x.txt",
        ".hidden.txt",
        "[1].txt",
    ):
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("全区企业51家。", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["drafts"], ["[1].txt", "a.md", "b.txt", "c.TEXT", "deep/e.txt", "deep/er/d.txt"]),
        (["drafts/deep"], ["deep/e.txt", "deep/er/d.txt"]),
        (["drafts/*.txt"], ["[1].txt", "b.txt"]),
        (["drafts/**/*.txt"], ["[1].txt", "b.txt", "deep/e.txt", "deep/er/d.txt"]),
        (["drafts/*"], ["[1].txt", "a.md", "b.txt", "c.TEXT", "deep/e.txt", "deep/er/d.txt"]),
        (["drafts/notes.log"], ["notes.log"]),
        (["drafts/b.txt", "drafts/a.md"], ["b.txt", "a.md"]),
        (["drafts/[1].txt"], ["[1].txt"]),
        (["drafts/.hidden.txt"], [".hidden.txt"]),
    ],
)
def test_files_folders_and_patterns(folder: Path, paths: list[str], found: list[str]) -> None:
    assert [Path(path).relative_to("drafts").as_posix() for path in find_drafts(paths)] == found


def test_each_draft_comes_once_in_a_stable_order(folder: Path) -> None:
    named = ["drafts/b.txt", "drafts", "-", "drafts/../drafts/b.txt", "-"]
    assert find_drafts(named)[0] == "drafts/b.txt"
    assert find_drafts(named) == find_drafts(named)
    assert len(find_drafts(named)) == 7
    assert find_drafts(named)[-1] == "-"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("missing.txt", "missing.txt: no such file or folder"),
        ("drafts/b.tx", "drafts/b.tx: no such file or folder; did you mean drafts/b.txt?"),
        ("empty", f"empty: no drafts in this folder (files that end in {', '.join(SUFFIXES)})"),
        ("drafts/*.pdf", "drafts/*.pdf: nothing matches this pattern"),
        ("", "an empty path names no draft; name a file, a folder, or - for standard input"),
    ],
)
def test_what_names_no_draft_is_an_error(folder: Path, path: str, says: str) -> None:
    with pytest.raises(ReadingError) as caught:
        find_drafts([path])
    assert str(caught.value) == says


def test_bytes_of_a_draft(folder: Path) -> None:
    assert draft_bytes("drafts/b.txt").decode() == "全区企业51家。"
    with pytest.raises(ReadingError, match=r"^drafts: can't be read \(is a directory\)$"):
        draft_bytes("drafts")
