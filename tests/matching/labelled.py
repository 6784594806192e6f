"""Drafts whose every figure has a label: what an editor who knows the facts would say of it.

Each file of `drafts` holds facts, in the facts file's form, a draft that another writer made of them in other words, and its
`figures`: the text (the `occurrence`th of its kind, from 1), and a `verdict`: verified, mismatch or unsupported, with the `fact`
that it restates; or the kind of a slip inside the draft. The matter is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.facts.load import facts_of
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.fact import FactBase
from factcheck.model.span import Span
from factcheck.reading import document_of

DRAFTS = Path(__file__).parent / "drafts"


class Figure(NamedTuple):
    """A figure of a draft, with its label."""

    span: Span
    verdict: str
    fact: str | None


class Labelled(NamedTuple):
    """A draft, the facts that it was made of (None where it stands alone), and its figures."""

    name: str
    document: Document
    facts: FactBase | None
    figures: tuple[Figure, ...]


def labelled_drafts(group: str = "") -> Iterator[Labelled]:
    """The drafts whose names begin so, in their order."""
    for path in sorted(DRAFTS.glob(f"{group}*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        text = said["draft"]
        figures = tuple(
            Figure(_place(text, each["text"], each.get("occurrence", 1)), each["verdict"], each.get("fact"))
            for each in said["figures"]
        )
        facts = facts_of(_yaml(said["facts"]), f"{path.stem}.yaml") if said["facts"] else None
        yield Labelled(path.stem, document_of(text, path.stem, said["language"]), facts, figures)


def label_of(claim: Claim, draft: Labelled) -> Figure | None:
    """The label of a claim's figure."""
    return next((figure for figure in draft.figures if figure.span.overlaps(claim.span)), None)


def _place(text: str, figure: str, occurrence: int) -> Span:
    at = -1
    for _ in range(occurrence):
        at = text.index(figure, at + 1)
    return Span(at, at + len(figure))


def _yaml(facts: list[Mapping[str, Any]]) -> str:
    """A facts file; JSON's texts and lists are YAML's."""
    entries = (
        "".join(f"\n    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fact.items())
        for fact in facts
    )
    return "factcheck: 1\nfacts:" + "".join(f"\n  -{entry.removeprefix(chr(10) + '   ')}" for entry in entries) + "\n"
