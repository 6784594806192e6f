"""The ignore file: its form, its faults, and that what is written is read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config.errors import ConfigError
from factcheck.config.ignore_file import Entry, read_ignore_file, written


def entries(folder: Path, text: str) -> tuple[Entry, ...]:
    (folder / "factcheck-ignore.toml").write_text(text, encoding="utf-8")
    return read_ignore_file(folder / "factcheck-ignore.toml", "factcheck-ignore.toml").entries


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))


@settings(deadline=None)
@given(TEXTS, TEXTS, st.none() | TEXTS, st.none() | st.dates())
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, fingerprint: str, reason: str, path: str | None, until: date | None
) -> None:
    entry = Entry(fingerprint, " ".join(reason.split()) or "x", 1, 1, path=path, until=until)
    assert entries(tmp_path_factory.getbasetemp(), written(entry)) == (entry,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[ignore]]\nfingerprint = 'a'", "1:1: this entry has no “reason”; say why the finding is accepted"),
        ("[[ignore]]\nreason = 'a'", "1:1: this entry has no “fingerprint”; give the finding's own"),
        ("[[ignore]]\nfingerprint = 'a'\nreason = ' '", "3:10: “reason” needs a text"),
        ("[[ignore]]\nfingerprint = 12\nreason = 'a'", "2:15: “fingerprint” needs a text"),
        (
            "[[ignore]]\nfingerprint = 'a'\nreason = 'a'\nuntl = 2026-01-01",
            "4:1: there is no key “untl”; write “until”",
        ),
        (
            "[[ignore]]\nfingerprint = 'a'\nreason = 'a'\nuntil = 'May'",
            "4:9: “until” is a day; write until = 2027-01-31",
        ),
        ("[ignore]\nfingerprint = 'a'", "1:1: “ignore” is a list of tables"),
        ("ignored = []", "1:1: there is no key “ignored”; write each entry below [[ignore]]"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as raised:
        entries(tmp_path, text)
    assert str(raised.value.problems[0]).startswith(f"factcheck-ignore.toml:{told}")
