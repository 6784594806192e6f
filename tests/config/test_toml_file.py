"""The places of keys and values in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config.errors import ConfigError
from factcheck.config.form import KeyPath
from factcheck.config.toml_file import TomlFile, read_toml

TEXT = '''# a comment with = and [brackets]
paths = ["稿件", 'b']   # "c"
tool.factcheck.strict = true

[rules]
missing-unit = "error"
"quoted key" = {severity = "info", also = ["一", "二"], x = 1}

[[drafts]]
files = [
    "a",  # ] not the end
    """multi
line ] = """,
]
rules.missing-unit = "info"

[[drafts]]
  files = [{a = 1}, {b = 2}]
[drafts.rules]
sum-mismatch = 1979-05-27 07:32:00
'''


@pytest.fixture
def file() -> TomlFile:
    return TomlFile("t.toml", TEXT, tomllib.loads(TEXT))


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("paths",), (2, 1), (2, 9)),
        (("paths", 0), (2, 10), (2, 10)),
        (("paths", 1), (2, 16), (2, 16)),
        (("tool", "factcheck", "strict"), (3, 16), (3, 25)),
        (("tool", "factcheck"), (3, 6), (3, 6)),
        (("rules",), (5, 2), (5, 1)),
        (("rules", "missing-unit"), (6, 1), (6, 16)),
        (("rules", "quoted key"), (7, 1), (7, 16)),
        (("rules", "quoted key", "also"), (7, 36), (7, 43)),
        (("rules", "quoted key", "also", 1), (7, 49), (7, 49)),
        (("rules", "quoted key", "x"), (7, 55), (7, 59)),
        (("drafts", 0), (9, 1), (9, 1)),
        (("drafts", 0, "files"), (10, 1), (10, 9)),
        (("drafts", 0, "files", 1), (12, 5), (12, 5)),
        (("drafts", 0, "rules", "missing-unit"), (15, 7), (15, 22)),
        (("drafts", 1, "files", 1, "b"), (18, 22), (18, 26)),
        (("drafts", 1, "rules", "sum-mismatch"), (20, 1), (20, 16)),
    ],
)
def test_places(file: TomlFile, path: KeyPath, key: tuple[int, int], value: tuple[int, int]) -> None:
    assert (tuple(file.key(path)), tuple(file.value(path))) == (key, value)


NAMES = st.sampled_from(["a", "b-c", '"x y"', "'q.'", '"\\u4e00"', "1"])
VALUES = st.recursive(
    st.sampled_from(['"t]"', "'l}'", "12", "true", "1979-05-27", '"""m\n"]"""', "'''n\n]'''", '"\\""', "-1.5e3"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[ {' , '.join(items)} ]")
        | st.lists(inner, max_size=3).map(lambda items: "[" + "".join(f"\n  {item}, # ]\n" for item in items) + "]")
        | st.dictionaries(NAMES, inner, max_size=2).map(
            lambda table: (
                "{" + ", ".join(f"{name} = {value}" for name, value in table.items() if "\n" not in value) + "}"
            )
        )
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "[t]", "[[u]]", "[u.v]", "[ t . 'w' ]"]), NAMES, VALUES), max_size=5))
def test_every_key_and_value_has_its_place(entries: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{header}\n {name} = {value} # end\n" for header, name, value in entries)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    file = TomlFile("t.toml", text, table)
    lines = text.split("\n")
    for path, value in walked(table, ()):
        line, column = file.value(path)
        begins = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        if not isinstance(value, dict):
            assert begins.startswith(OPENS[type(value)]), (path, begins)


OPENS: dict[type, tuple[str, ...]] = {
    str: ('"', "'"), int: ("1",), bool: ("t",), float: ("-",), list: ("[",), date: ("1979",),
}  # fmt: skip


def walked(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Every value inside, with the path of its key. A list of tables may be written as headers, and has no place of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walked(inner, (*path, key))
        return
    if not isinstance(value, list) or not any(isinstance(item, dict) for item in value):
        yield path, value
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from walked(item, (*path, number))


@pytest.mark.parametrize(
    ("data", "place", "says"),
    [
        (b"a = \n", (1, 5), "not valid TOML: Invalid value; put texts in double quotes"),
        (b"a = zh\n", (1, 5), "not valid TOML: Invalid value; put texts in double quotes"),
        (b"a = 1\na = 2\n", (2, 6), "not valid TOML: Cannot overwrite a value"),
        (b"a = [1,\n", (2, 1), "not valid TOML"),
        ("甲 = 1\n".encode(), (1, 1), "not valid TOML"),
        (
            'a = "港"\nb = "'.encode() + "城".encode("gb18030") + b'"\n',
            (2, 6),
            "this byte is not UTF-8; save the file as UTF-8",
        ),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(tmp_path: Path, data: bytes, place: tuple[int, int], says: str) -> None:
    (tmp_path / "factcheck.toml").write_bytes(data)
    with pytest.raises(ConfigError) as raised:
        read_toml(tmp_path / "factcheck.toml", "factcheck.toml")
    (problem,) = raised.value.problems
    assert (problem.line, problem.column) == place
    assert str(problem).startswith(f"factcheck.toml:{place[0]}:{place[1]}: {says}")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    file = read_toml(tmp_path / "t.toml", "t.toml")
    assert file.table == {"a": 1, "b": 2}
    assert tuple(file.key(("b",))) == (2, 1)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"t\.toml: the file can't be read: is a directory"):
        read_toml(tmp_path, "t.toml")
