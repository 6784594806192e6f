"""Patterns that an earlier run compiled are taken from the cache, and match as they would."""

from __future__ import annotations

import re
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]

import pytest

from factcheck import patterns
from factcheck.patterns import FILES, compiled, patterns_kept

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
    forget()
    return folder


def forget() -> None:
    """As at the start of a run."""
    re.purge()
    compiled.cache_clear()
    patterns._kept.cache_clear()  # noqa: SLF001


def spans() -> list[list[tuple[tuple[int, int], tuple[str | None, ...], dict[str, str | None]]]]:
    made = [compiled(pattern, flags) for pattern, flags in PATTERNS]
    return [[(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(TEXT)] for pattern in made]


def run(*sources: str) -> None:
    """A run that asks for some patterns, or for PATTERNS."""
    forget()
    with patterns_kept():
        if sources:
            list(map(compiled, sources))
        else:
            spans()


def test_they_are_what_the_engine_makes_of_them() -> None:
    forget()
    assert all(compiled(pattern, flags) == re.compile(pattern, flags) for pattern, flags in PATTERNS)


def test_kept_patterns_match_as_fresh_ones(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = spans()
    run()
    assert len(list(cache.iterdir())) == 1
    forget()
    monkeypatch.setattr(_compiler, "_code", None)  # nothing is compiled any more
    with patterns_kept():
        assert spans() == fresh
        assert [compiled(pattern, flags).flags for pattern, flags in PATTERNS] == [32, 34, 256]


def test_new_patterns_are_added(cache: Path) -> None:
    run("first")
    before = next(cache.iterdir()).read_bytes()
    run("second")
    after = next(cache.iterdir()).read_bytes()
    run("first", "second")
    assert len(after) > len(before)
    assert next(cache.iterdir()).read_bytes() == after


def test_patterns_that_the_program_has_no_more_are_dropped(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("first")
    one = len(next(cache.iterdir()).read_bytes())
    monkeypatch.setattr(patterns, "MOST", 1)
    run("other")
    assert len(next(cache.iterdir()).read_bytes()) == one


def test_files_of_versions_long_gone_are_removed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(FILES + 3):
        monkeypatch.setattr(patterns, "__version__", f"0.{number}")
        run("first")
    assert len(list(cache.iterdir())) == FILES
    assert any("0.6" in file.name for file in cache.iterdir())


@pytest.mark.parametrize("spoilt", [b"", b"spoilt", b"[\x01\x00\x00\x00N", b"i\x01\x00\x00\x00"])
def test_a_spoilt_file_is_passed_over_and_made_again(cache: Path, spoilt: bytes) -> None:
    fresh = spans()
    run()
    file = next(cache.iterdir())
    kept = file.read_bytes()
    file.write_bytes(spoilt)
    forget()
    with patterns_kept():
        assert spans() == fresh
    assert file.read_bytes() == kept


def test_a_wrong_pattern_is_complained_of_as_ever(cache: Path) -> None:
    with patterns_kept(), pytest.raises(re.error, match="unterminated"):
        compiled("(open")


def test_where_the_engine_is_another_patterns_are_compiled_as_ever(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_such_function(*_: object) -> None:
        raise AttributeError

    fresh = spans()
    monkeypatch.setattr(patterns, "_compile", no_such_function)
    forget()
    with patterns_kept():
        assert spans() == fresh
    assert not cache.exists()


def test_without_a_cache_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    run("kept nowhere")
    assert list(tmp_path.iterdir()) == []
