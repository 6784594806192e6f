"""What the system and libraries say is known, as far as they tell."""

from __future__ import annotations

import ast
import errno
import inspect
import os
import tomllib

import pytest

from factcheck.config.toml_file import _COMPLAINTS as TOML
from factcheck.facts.yaml_nodes import YamlError, compose
from factcheck.model.message import say
from factcheck.translation.foreign import reason, recognised
from factcheck.translation.translator import translator_for
from factcheck.translation.typography import spaced

CHINESE = translator_for("zh")


def complaints_of_tomllib() -> set[str]:
    """Each complaint that stands in the parser's code, with a word in each place for a value."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(tomllib._parser))):  # type: ignore[attr-defined]  # noqa: SLF001
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suffixed_err"):
            for part in node.args:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    found.add(part.value)
                elif isinstance(part, ast.JoinedStr):
                    found.add(
                        "".join(str(each.value) if isinstance(each, ast.Constant) else "x" for each in part.values)
                    )
    return found


def test_what_the_parser_of_toml_complains_of_is_known() -> None:
    complaints = complaints_of_tomllib()
    assert len(complaints) > 10
    assert [text for text in sorted(complaints) if not known(text, TOML)] == []


def known(text: str, templates: tuple[str, ...]) -> bool:
    return recognised(text, templates).template in templates


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a:\n- b\n  c: d", "{a: b", "[a, b", "a: [1 2]", "a: 'b", 'a: "\\q"', "\ta: b", "a:\n\t- b", "- a\nb: c", "a: @b",
        "a: %b", "a: |x\n  b", "a: b\n c", "{a: b}}", "%YAML x\n---\na: b", "? [a", "a: !<x> b: c", "a: >\n b\n\tc: d: e",
    ],
)  # fmt: skip
@pytest.mark.parametrize("pure", [False, True])
def test_what_the_parsers_of_yaml_complain_of_is_known(text: str, pure: bool) -> None:
    told = complaint(text, pure=pure)
    assert told is None or not [word for word in ("found", "expected", "allowed", "not") if word in told]


def complaint(text: str, *, pure: bool) -> str | None:
    """What is said of a text in Chinese; None where the parser takes it."""
    try:
        compose(text, pure=pure)
    except YamlError as error:
        return CHINESE(error.said)
    return None


@pytest.mark.parametrize(
    "number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOSPC, errno.EROFS]
)
def test_what_the_system_says_is_known(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert str(reason(error)) == os.strerror(number).lower()
    assert CHINESE(reason(error)) != str(reason(error))


def test_what_is_not_known_is_said_word_for_word() -> None:
    assert CHINESE(reason(OSError(0, "Stale {file} handle"))) == "stale {file} handle"
    assert CHINESE(recognised("a {strange} word", ("another",))) == "a {strange} word"


def test_a_complaint_within_a_complaint_is_known_too() -> None:
    templates = ("Invalid value for {name}: {problem}", "Missing command.")
    assert recognised("Invalid value for x: Missing command.", templates) == say(
        templates[0], name="x", problem=say(templates[1])
    )


@pytest.mark.parametrize(
    ("template", "values", "told"),
    [
        ("{a}与{b}不符", {"a": "57家", "b": "58家"}, "57家与58家不符"),
        ("{a}与{b}不符", {"a": "1.2 million", "b": "$3bn"}, "1.2 million 与$3bn 不符"),
        ("没有{a}", {"a": "A股 x y股"}, "没有 A股 x y股"),
        ("{a}{b}", {"a": "甲", "b": "B"}, "甲 B"),
        ("{a} 与 {b}", {"a": "x", "b": "y"}, "x 与 y"),
        ("{y}年{m:0>2}月 {{}}", {"y": "2024", "m": "5"}, "2024年05月 {}"),
    ],
)
def test_latin_words_stand_apart_from_han_where_values_meet_the_sentence(
    template: str, values: dict[str, str], told: str
) -> None:
    assert spaced(template, values) == told
