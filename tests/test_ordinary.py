"""The ordinary command line means what it means to typer."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import start

from factcheck.cli.app import application, run_by_typer
from factcheck.cli.ordinary import OPTIONS, Option, ordinary
from factcheck.cli.verifying import verified
from factcheck.translation.translator import ENGLISH

VERIFY = application().get_command(None, "verify")
TYPER = {name: each for each in VERIFY.params for name in each.opts if name.startswith("--") and name != "--help"}

KINDS = {"int range": "number", "path": "path"}


def by_typer(words: list[str]) -> dict[str, Any]:
    """The parameters that typer hands on; those that are as they would be anyway are left out."""
    found: dict[str, Any] = {}

    def record(_: object, **options: Any) -> int:
        found.update(options)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.cli.verifying.verified", record)
        patch.setattr(sys, "argv", ["factcheck", *words])
        assert run_by_typer(ENGLISH) == 0
    usual = {name: each.default for name, each in inspect.signature(verified).parameters.items()}
    return {name: value for name, value in found.items() if value != usual[name]}


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_is_as_typer_has_it(name: str) -> None:
    option, typer_s = OPTIONS[name], TYPER[name]
    assert (typer_s.name, typer_s.multiple, typer_s.is_flag) == (option.parameter, option.again, option.kind == "flag")
    assert tuple(getattr(typer_s.type, "choices", ())) == option.choices
    assert option.kind == "flag" or KINDS.get(typer_s.type.name, "text") == option.kind


def value_of(option: Option) -> st.SearchStrategy[str]:
    if option.choices:
        return st.sampled_from(option.choices)
    if option.kind == "number":
        return st.integers(0, 12).map(str)
    return st.sampled_from(["facts", "稿件/一.txt", "a b", "x=y", "./-", "fact-mismatch,missing-unit", "utf-8"])


@st.composite
def option_words(draw: st.DrawFn) -> list[str]:
    name = draw(st.sampled_from(list(OPTIONS)))
    option = OPTIONS[name]
    if option.kind == "flag":
        return [name]
    value = draw(value_of(option))
    return [f"{name}={value}"] if draw(st.booleans()) else [name, value]


PATHS = st.sampled_from(["draft.txt", "稿件", "-", "*.md", "a b.docx"]).map(lambda path: [path])


@given(st.lists(st.one_of(option_words(), PATHS), max_size=6), st.sampled_from([[], ["--"], ["--", "--facts", "-x"]]))
def test_it_means_what_it_means_to_typer(parts: list[list[str]], end: list[str]) -> None:
    words = ["verify", *(word for part in parts for word in part), *end]
    read = ordinary(words)
    assert read is not None
    usual = {name: each.default for name, each in inspect.signature(verified).parameters.items()}
    read = {name: value for name, value in read.items() if value != usual[name] and value != []}
    assert read == by_typer(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["claims", "draft.txt"],
        ["--ui-language", "zh", "verify"],
        ["verify", "--help"],
        ["verify", "-h"],
        ["verify", "--fact", "x"],
        ["verify", "--facts"],
        ["verify", "--facts", "--strict"],
        ["verify", "--format", "jsn"],
        ["verify", "--format="],
        ["verify", "--jobs", "-1"],
        ["verify", "--jobs", "two"],
        ["verify", "--strict=yes"],
        ["verify", "--color", "Always"],
    ],
)
def test_all_else_is_typer_s(words: list[str]) -> None:
    assert ordinary(words) is None


def test_an_ordinary_run_loads_no_typer(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("全区共有57家金融机构。", encoding="utf-8")
    outcome = start("verify", "draft.txt", "--no-facts", "--format", "json", cwd=tmp_path, env={"PYTHONVERBOSE": "1"})
    loaded = outcome.stderr.decode(errors="replace")
    assert outcome.returncode == 0
    assert "import 'factcheck.pipeline'" in loaded
    for package in ("typer", "rich", "typing_extensions"):
        assert f"import '{package}'" not in loaded
