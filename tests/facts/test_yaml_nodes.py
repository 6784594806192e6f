"""The tree keeps what was written, and where; what it refuses it refuses at its place."""

from __future__ import annotations

import pytest
import yaml

from factcheck.facts.yaml_nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, YamlError, compose

PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["C", "Python"])


def plainly(node: Node | None) -> object:
    """The tree as dicts, lists and texts."""
    if isinstance(node, Mapping):
        return {key.text: plainly(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plainly(item) for item in node.items]
    return None if node is None else node.text


def error(text: str, *, pure: bool = False) -> str:
    with pytest.raises(YamlError) as caught:
        compose(text, pure=pure)
    found = caught.value
    return f"{found.line}:{found.column}: {found.said}" + (f"; {found.advice}" if found.advice else "")


@PARSERS
def test_scalars_stay_the_text_that_was_written(pure: bool) -> None:
    text = "a: 12:30\nb: yes\nc: 0x10\nd: 2021-01-05\ne: 1_000\nf: ~\ng:\nh: 'no'\ni: 1.20\n"
    assert plainly(compose(text, pure=pure)) == {
        "a": "12:30", "b": "yes", "c": "0x10", "d": "2021-01-05", "e": "1_000", "f": "~", "g": "", "h": "no", "i": "1.20",
    }  # fmt: skip


@PARSERS
def test_places_count_code_points_from_one(pure: bool) -> None:
    tree = compose("- 金融😀: [76家, '75家']\n", pure=pure)
    assert tree == Sequence(
        1,
        1,
        (
            Mapping(
                1,
                3,
                (
                    (
                        Scalar(1, 3, "金融😀", plain=True),
                        Sequence(1, 8, (Scalar(1, 9, "76家", plain=True), Scalar(1, 14, "75家", plain=False))),
                    ),
                ),
            ),
        ),
    )


@PARSERS
def test_a_key_may_stand_twice(pure: bool) -> None:
    tree = compose("a: 1\na: 2\n", pure=pure)
    assert isinstance(tree, Mapping)
    assert [(key.text, plainly(value)) for key, value in tree.pairs] == [("a", "1"), ("a", "2")]


@PARSERS
def test_wrapped_chinese_is_joined_without_a_space(pure: bool) -> None:
    text = "a: 形成了以\n  银证保为主体\nb: two\n  words\nc: >\n  金融\n  机构\nd: |\n  金融\n  机构\ne: 中 文\n"
    assert plainly(compose(text, pure=pure)) == {
        "a": "形成了以银证保为主体", "b": "two words", "c": "金融机构\n", "d": "金融\n机构\n", "e": "中 文",
    }  # fmt: skip


@PARSERS
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_nothing_is_none(text: str, pure: bool) -> None:
    assert compose(text, pure=pure) is None


@PARSERS
def test_one_document_may_be_marked_as_such(pure: bool) -> None:
    assert plainly(compose("%YAML 1.1\n---\na: b\n...\n", pure=pure)) == {"a": "b"}


@PARSERS
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x b\n", "1:4: “&” gives this place a name; leave the name out, or quote the text: “'&…'”"),
        ("a: 1\nb: *x\n", "2:4: “*” refers to another place of the file; write the text itself, or quote it: “'*…'”"),
        ("a: !!str b\n", "1:4: “!” sets a type; leave the type out, or quote the text: “'!…'”"),
        ("a: !note b\n", "1:4: “!” sets a type; leave the type out, or quote the text: “'!…'”"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document begins here; keep one document to a file: remove the line “---”"),
        ("? [a]\n: b\n", "1:3: a key must be one word"),
        ("金: \x07\n", "1:4: the control character U+0007 stands here, which YAML does not allow; remove it"),
        ("a: 1\n\n金\ud800\n", "3:2: the control character U+D800 stands here, which YAML does not allow; remove it"),
        (
            "[" * (MAX_DEPTH + 1) + "\n",
            f"1:{MAX_DEPTH + 1}: lists and keys are nested more than {MAX_DEPTH} deep here",
        ),
    ],
)
def test_what_hides_or_harms_is_refused(text: str, says: str, pure: bool) -> None:
    assert error(text, pure=pure) == says


def test_nesting_is_refused_before_it_costs_anything() -> None:
    place, _, says = error("[" * 5_000_000).partition(": ")
    assert says == f"lists and keys are nested more than {MAX_DEPTH} deep here"
    assert int(place.removeprefix("1:")) <= 1_001  # where the parser's own limit is met first, at the latest


# The two parsers word their complaints differently; what we say beside them and the place are the same.
@PARSERS
@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        (
            "claim: 金融机构: 76家\n",
            "1:12",
            "put a text that holds “: ” in quotes, and begin the keys of one entry in one column",
        ),
        ("claim: @home\n", "1:8", "put a text that begins with “@” in quotes"),
        ("claim: `x`\n", "1:8", "put a text that begins with “`” in quotes"),
        ("value: %5\n", "1:8", "put a text that begins with “%” in quotes"),
        ("a:\n\t- b\n", "2:1", "indent with spaces, not with tabs"),
        ("- id: x\n  claim: '金融\n", "3:1", "close the quote that opens at line 2, column 10"),
        (
            "facts:\n  - id: x\n   claim: y\n",
            "3:4",
            "begin the keys of the block at line 2, column 3, in one column",
        ),
    ],
)
def test_a_syntax_error_has_its_place_and_a_way_out(text: str, place: str, advice: str, pure: bool) -> None:
    said = error(text, pure=pure)
    assert said.startswith(f"{place}: not valid YAML: ")
    assert said.endswith(f"; {advice}")


def test_a_syntax_error_to_the_letter() -> None:
    if not yaml.__with_libyaml__:
        pytest.skip("the parser in C is not built here")
    assert error("never: [试验区, 实验\nid: x\n") == (
        "2:3: not valid YAML: did not find expected ',' or ']'; close the bracket that opens at line 1, column 8"
    )
    assert error('claim: "a\\q"\n') == (
        "1:10: not valid YAML: found unknown escape character; "
        "write a backslash twice, or put the text in single quotes"
    )


def test_without_the_parser_in_c_the_other_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert plainly(compose("a: [b, 金]\n")) == {"a": ["b", "金"]}
