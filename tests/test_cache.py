"""What is kept between runs is what would be made anew, and is never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cache import KEPT, recall
from factcheck.pipeline import check, know
from factcheck.reading import document_of

FACTS = "factcheck: 1\nfacts:\n  - {id: schools, claim: 新建学校23所, value: 23所}\n"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    file = tmp_path / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return file


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE", str(folder))
    return folder


def test_the_second_run_makes_nothing(facts: Path, cache: Path) -> None:
    made: list[int] = []

    def make() -> str:
        made.append(1)
        return "made"

    assert [recall([facts], make), recall([facts], make)] == ["made", "made"]
    assert len(made) == 1
    assert len(list(cache.iterdir())) == 1


def test_a_changed_file_is_read_anew(facts: Path, cache: Path) -> None:
    before = know([facts])
    facts.write_text(FACTS.replace("23", "25"), encoding="utf-8")
    after = know([facts])
    assert before.base.facts[0].value.low == 23
    assert after.base.facts[0].value.low == 25


def test_facts_from_the_cache_judge_alike(facts: Path, cache: Path) -> None:
    draft = document_of("全区新建学校25所。")
    fresh, kept = (check(draft, know([facts])) for _ in range(2))
    assert fresh.findings == kept.findings
    assert [match.verdict for match in kept.case.matches] == ["mismatch"]


def test_a_spoilt_entry_is_made_again(facts: Path, cache: Path) -> None:
    recall([facts], lambda: "made")
    for entry in cache.iterdir():
        entry.write_bytes(b"spoilt")
    assert recall([facts], lambda: "again") == "again"
    assert recall([facts], lambda: "never") == "again"


def test_a_folder_that_cannot_be_written_is_passed_over(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("FACTCHECK_CACHE", str(blocked / "below"))
    assert recall([facts], lambda: "made") == "made"


def test_it_can_be_turned_off(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    assert [recall([facts], lambda: "one"), recall([facts], lambda: "two")] == ["one", "two"]


def test_a_file_that_cannot_be_read_is_left_to_whoever_reads_it(tmp_path: Path, cache: Path) -> None:
    assert recall([tmp_path / "missing.yaml"], lambda: "complaint") == "complaint"


def test_what_was_made_while_a_file_was_saved_is_not_kept(facts: Path, cache: Path) -> None:
    def make() -> str:
        facts.write_text(FACTS + "# saved meanwhile\n", encoding="utf-8")
        return "made"

    assert recall([facts], make) == "made"
    assert recall([facts], lambda: "anew") == "anew"


def test_files_of_one_name_in_two_folders_are_kept_apart(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "one", "two"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        Path("facts.yaml").write_text(FACTS, encoding="utf-8")
        assert recall([Path("facts.yaml")], lambda name=name: name) == name  # type: ignore[misc]
    assert len(list(cache.iterdir())) == 2


def test_only_the_newest_entries_stay(tmp_path: Path, cache: Path) -> None:
    for number in range(KEPT + 5):
        facts = tmp_path / f"{number}.yaml"
        facts.write_text(FACTS, encoding="utf-8")
        recall([facts], lambda: "made")
    assert len(list(cache.iterdir())) == KEPT
