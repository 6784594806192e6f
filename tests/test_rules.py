"""Every rule's examples, run through the whole program: what a rule promises is what it does."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent

import pytest

from factcheck.facts.load import load_facts
from factcheck.model.fact import FactBase
from factcheck.model.finding import Finding
from factcheck.model.rule import Bad, Good, Rule
from factcheck.model.span import Span
from factcheck.pipeline import check
from factcheck.reading import document_of
from factcheck.rules import all_rules, rule_ids

RULES = all_rules()
BAD = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
    if isinstance(example, Bad)
]
GOOD = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
    if isinstance(example, Good)
]


def unmarked(draft: str) -> tuple[str, tuple[Span, ...]]:
    """A draft without its marks, and the spans that stood between them."""
    text, spans = "", []
    for number, piece in enumerate(re.split("[⟦⟧]", draft)):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    return text, tuple(spans)


def facts_of(entries: str | None, folder: Path) -> FactBase | None:
    """The facts file whose entries an example gives."""
    if entries is None:
        return None
    path = folder / "facts.yaml"
    path.write_text("factcheck: 1\nfacts:\n" + indent(dedent(entries).strip("\n"), "  ") + "\n", encoding="utf-8")
    return load_facts([path])


def findings(rule: Rule, example: Bad | Good, folder: Path) -> tuple[str, tuple[Span, ...], list[Finding]]:
    text, spans = unmarked(example.draft)
    base = facts_of(example.facts or rule.facts, folder)
    checked = check(document_of(text), base, rules=RULES if rule.last else [rule])
    return text, spans, [finding for finding in checked.findings if finding.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_gives_exactly_what_it_marks(rule: Rule, example: Bad, tmp_path: Path) -> None:
    text, spans, found = findings(rule, example, tmp_path)
    says = (example.says,) if isinstance(example.says, str) else example.says
    assert [(finding.span.cut(text), finding.message) for finding in found] == [
        (span.cut(text), message) for span, message in zip(spans, says, strict=True)
    ]
    assert [finding.span for finding in found] == list(spans)
    assert found, "a bad example marks at least one place"


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_gives_nothing(rule: Rule, example: Good, tmp_path: Path) -> None:
    text, spans, found = findings(rule, example, tmp_path)
    assert not spans
    assert [(finding.span.cut(text), finding.message) for finding in found] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    bad = [example for example in rule.examples if isinstance(example, Bad)]
    good = [example for example in rule.examples if isinstance(example, Good)]
    assert len(bad) >= 3
    assert len(good) >= 5
    for examples in (bad, good):
        assert {document_of(unmarked(example.draft)[0]).language for example in examples} == {"zh", "en"}
    assert rule.summary.endswith(".")
    assert len(rule.explanation) > len(rule.summary)


def test_a_rule_is_named_after_its_file() -> None:
    assert tuple(rule.id for rule in RULES) == rule_ids()
