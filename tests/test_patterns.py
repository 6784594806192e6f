"""Patterns that an earlier run compiled are taken from the cache, and match as they would."""

from __future__ import annotations

import re
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]

import pytest

from factcheck.cli.patterns import keep_patterns, recall_patterns

PATTERNS = [
    (r"(?P<number>[0-9]++)(?P<unit>万|亿)?[㐀-鿿]*?(?=元)", 0),
    (r"half an? (dozen|million)", re.IGNORECASE),
    (r"(?<!第)[一二三四五六七八九十百千]++", re.ASCII),
]
TEXT = "投入120万人民币元，Half A Million，第三，二十三"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE", str(folder))
    re.purge()
    return folder


def spans() -> list[list[tuple[tuple[int, int], tuple[str | None, ...], dict[str, str | None]]]]:
    patterns = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    return [[(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(TEXT)] for pattern in patterns]


def test_kept_patterns_match_as_fresh_ones(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = spans()
    keep_patterns()
    assert len(list(cache.iterdir())) == 1
    re.purge()
    recall_patterns()
    monkeypatch.setattr(_compiler, "compile", None)  # nothing is compiled any more
    assert spans() == fresh


def test_new_patterns_are_added(cache: Path) -> None:
    re.compile("first")
    keep_patterns()
    before = next(cache.iterdir()).read_bytes()
    re.compile("second")
    keep_patterns()
    assert len(next(cache.iterdir()).read_bytes()) > len(before)


@pytest.mark.parametrize("spoilt", [b"", b"spoilt", b"[\x01\x00\x00\x00N"])
def test_a_spoilt_file_is_passed_over_and_made_again(cache: Path, spoilt: bytes) -> None:
    fresh = spans()
    keep_patterns()
    file = next(cache.iterdir())
    kept = file.read_bytes()
    file.write_bytes(spoilt)
    re.purge()
    recall_patterns()
    assert spans() == fresh
    keep_patterns()
    assert len(file.read_bytes()) == len(kept)


def test_without_a_cache_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    re.compile("kept nowhere")
    keep_patterns()
    recall_patterns()
    assert list(tmp_path.iterdir()) == []
