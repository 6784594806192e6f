"""What comes of documents in an archive: the same as alone, and the same in pieces."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from newsroom import DRAFTS, FACTS
from running import Run

from factcheck.archive.article import Article
from factcheck.archive.order import Order, facts_of, order_of
from factcheck.archive.parts import joined
from factcheck.archive.work import check_articles
from factcheck.config.project import Project

ADDED = {"document", "number", "fact_value", "fact_claim", "dimension", "base_low", "base_high"}


@pytest.fixture
def order() -> Order:
    return order_of(Project({"facts": (str(FACTS),)}, configured=False), str(DRAFTS[0].parent), "en")


def test_claims_and_findings_are_those_of_verify_byte_for_byte(run: Run, order: Order) -> None:
    drafts = [str(draft) for draft in DRAFTS]
    for draft in drafts:  # each alone, as documents of an archive are
        outcome = run("verify", draft, "--facts", str(FACTS), "--no-config", "--format", "json")
        (expected,) = json.loads(outcome.out)["documents"]
        part = check_articles([Article(draft, Path(draft).read_bytes())], order, facts_of(order))
        assert written(read(part.claims)) == written(expected["claims"])
        assert written(read(part.findings)) == written(expected["findings"])
        (document,) = pq.read_table(BytesIO(part.documents)).to_pylist()
        assert (document["document"], document["language"]) == (expected["path"], expected["language"])


def read(file: bytes) -> list[dict[str, Any]]:
    """The rows of a part as the objects that they were made of."""
    rows = pq.read_table(BytesIO(file)).to_pylist()
    return [{key: value for key, value in row.items() if key not in ADDED} for row in rows]


def written(values: list[dict[str, Any]]) -> str:
    """Values as JSON, a line each. What a place does not tell is null in a column, and left out in JSON."""
    return "".join(f"{json.dumps(told(value), ensure_ascii=False, sort_keys=True)}\n" for value in values)


def told(value: dict[str, Any]) -> dict[str, Any]:
    related = [{key: each for key, each in place.items() if each is not None} for place in value.get("related", ())]
    for place in (value, *related):
        if "span" in place:
            place["span"] = {key: each for key, each in place["span"].items() if each is not None}
    return value | {"related": related}


def test_a_batch_that_was_halved_is_the_same_part(order: Order) -> None:
    articles = [Article(str(draft), draft.read_bytes()) for draft in DRAFTS] + [Article("nothing", b"")]
    known = facts_of(order)
    whole = check_articles(articles, order, known)
    halves = [check_articles(articles[:3], order, known), check_articles(articles[3:], order, known)]
    assert joined(halves) == whole


def test_what_cannot_be_read_is_a_row(order: Order) -> None:
    latin = "Le maire a inauguré 3 écoles.".encode("latin-1")
    articles = [
        Article("empty.txt", b"  \n"),
        Article("blank", " \ufeff\n"),
        Article("binary.txt", b"\x00\x01\x02\xff" * 20),
        Article("fine.txt", "全区共有57家金融机构。"),
        Article("latin.txt", latin, charset="latin-1"),
    ]
    part = check_articles(articles, order, None)
    documents = pq.read_table(BytesIO(part.documents)).to_pylist()
    assert [each["failure"] for each in documents] == ["unreadable"] * 3 + [None] * 2
    assert all(each["message"] for each in documents[:3])


def test_other_facts_are_not_worked_with(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("factcheck: 1\nlanguage: en\nfacts:\n  - {id: a, name: Port of Wells}\n", encoding="utf-8")
    order = order_of(Project({"facts": (str(facts),)}, configured=False), str(tmp_path), "en")
    facts.write_text("factcheck: 1\nlanguage: en\nfacts:\n  - {id: a, name: Port of Hull}\n", encoding="utf-8")
    with pytest.raises(Exception, match="other facts"):
        facts_of(order)
