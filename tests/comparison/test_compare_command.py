"""`factcheck compare`: what it prints, and its statuses."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import html5lib
import pytest
from jsonschema import Draft202012Validator
from running import Run, start

OLD = "全区金融机构76家，存款余额12.3亿元，同比增长7.8%。新增挂牌企业12家。\n"
NEW = "全区金融机构75家，存款余额12.3亿元，同比增长8.3%。市场主体63000户。\n"
EVIL = "[bold]港口\x1b[31m吞吐量|<b>76家</b>。\n"


def schema_of(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("factcheck.reporting").joinpath(name).read_text("utf-8"))
    return loaded


@pytest.fixture
def versions(folder: Path) -> Path:
    (folder / "old.txt").write_bytes(OLD.encode("gb18030"))
    (folder / "new.txt").write_text(NEW, "utf-8")
    return folder


def test_what_changed_appeared_and_vanished(versions: Path, run: Run) -> None:
    outcome = run("compare", "old.txt", "new.txt")
    assert (outcome.status, outcome.err) == (0, "")
    assert "old.txt → new.txt" in outcome.out
    assert "−1家 (−1.3%)" in outcome.out
    assert "+0.5 points" in outcome.out
    assert "2 changed, 1 appeared, 1 vanished; 1 claim is the same" in outcome.out
    assert "12.3亿元" not in outcome.out
    assert "12.3亿元" in run("compare", "old.txt", "new.txt", "--all").out


def test_the_exit_code_tells_on_request(versions: Path, run: Run) -> None:
    assert run("compare", "old.txt", "new.txt", "--exit-code").status == 1
    assert run("compare", "old.txt", "old.txt", "--exit-code").status == 0


def test_json_keeps_to_its_schema(versions: Path, run: Run) -> None:
    data = json.loads(run("compare", "old.txt", "new.txt", "--format", "json").out)
    schema = schema_of("comparison.schema.json")
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert data["summary"] == {"changed": 2, "appeared": 1, "vanished": 1, "kept": 1}
    first = data["claims"][0]
    assert (first["fate"], first["aspects"]) == ("changed", ["value"])
    assert OLD[first["old"]["span"]["start"] : first["old"]["span"]["end"]] == first["old"]["text"] == "76家"


def test_what_both_schemas_describe_they_describe_alike() -> None:
    one, two = schema_of("report.schema.json")["$defs"], schema_of("comparison.schema.json")["$defs"]
    for name in ("quantity", "span", "where", "figure", "count"):
        assert one[name] == two[name]
    claim = two["claim"]["properties"]
    assert claim == {key: value for key, value in one["claim"]["properties"].items() if key in claim}


def test_it_speaks_chinese(versions: Path, run: Run) -> None:
    outcome = run("compare", "old.txt", "new.txt", "--ui-language", "zh")
    assert "2条有变，1条新增，1条消失；1条表述未变" in outcome.out
    assert "+0.5个百分点" in outcome.out


def test_standard_input_is_a_version(versions: Path) -> None:
    outcome = start("compare", "-", "new.txt", input=OLD.encode())
    assert outcome.returncode == 0
    assert "−1家" in outcome.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("-", "-"), "only one of the two versions can be standard input"),
        ((".", "new.txt"), ".: this is a folder; name the file of one version"),
        (("ald.txt", "new.txt"), "ald.txt: no such file or folder; did you mean old.txt?"),
        (("*.txt", "new.txt"), "*.txt: names several files; name the file of one version"),
        (("old.txt",), "NEW"),
    ],
)
def test_a_version_that_cannot_be_read(versions: Path, run: Run, arguments: tuple[str, ...], complaint: str) -> None:
    outcome = run("compare", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err


def test_the_words_of_a_draft_are_no_markup_and_reach_no_terminal(versions: Path, run: Run) -> None:
    (versions / "evil.txt").write_text(EVIL, "utf-8")
    (versions / "other.txt").write_text(EVIL.replace("76", "75"), "utf-8")
    outcome = run("compare", "evil.txt", "other.txt", "--color", "never")
    assert "\x1b" not in outcome.out
    assert "[bold]港口" in outcome.out


def test_the_page_stands_alone_and_nothing_in_it_is_markup(versions: Path, run: Run) -> None:
    (versions / "evil.txt").write_text(f"{EVIL}<script>alert(1)</script>吞吐量12家。", "utf-8")
    (versions / "other.txt").write_text(f"{EVIL}<script>alert(1)</script>吞吐量13家。", "utf-8")
    outcome = run("compare", "evil.txt", "other.txt", "--format", "html", "--output", "page.html")
    assert (outcome.status, outcome.out) == (0, "")
    page = (versions / "page.html").read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "default-src 'none'" in page
    assert "12家" in page
    assert "+1家 (+8.3%)" in page


def test_the_page_lists_what_is_kept_for_who_asks(versions: Path, run: Run) -> None:
    run("compare", "old.txt", "new.txt", "--format", "html", "--output", "page.html", "--ui-language", "zh")
    page = (versions / "page.html").read_text("utf-8")
    assert page.count('class="row kept') == 1
    assert page.count('class="row changed') == 2
    assert "改变 <b>2</b>" in page
