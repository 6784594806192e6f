from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from factcheck.facts import form
from factcheck.facts.schema import PUBLISHED, schema, text


def valid(facts_file: str) -> bool:
    """Whether an editor that reads plain YAML finds the file right; a date is a text to it."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 - so PyYAML has it
            first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return bool(jsonschema.Draft202012Validator(schema()).is_valid(yaml.load(facts_file, Loader=Loader)))  # noqa: S506


def entry(lines: str) -> str:
    return f"factcheck: 1\nfacts:\n  - {lines}\n"


def test_the_published_schema_is_that_of_the_form() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == text(), "run python -m factcheck.facts.schema"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(text()))


@pytest.mark.parametrize("chosen", form.FORMS, ids=lambda chosen: chosen.needs[0].name)
def test_the_form_s_own_examples_are_valid(chosen: form.Form) -> None:
    assert valid(entry("\n    ".join(f"{key.name}: {key.example}" for key in chosen.keys)))


def test_a_file_with_everything() -> None:
    assert valid(
        "factcheck: 1\nlanguage: zh\nsource: {title: 城美, publisher: 周刊, published: 2021-01-05, url: x}\nfacts: []\n"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "facts: []\n",
        "factcheck: 2\nfacts: []\n",
        "factcheck: 1\n",
        "factcheck: 1\nlanguage: fr\nfacts: []\n",
        "factcheck: 1\nsource: {author: x}\nfacts: []\n",
        "factcheck: 1\nsource: {published: 5 January}\nfacts: []\n",
        entry("claim: x\n    value: 7家"),
        entry("id: a\n    claim: x"),
        entry("id: a\n    claim: x\n    value: 7家\n    mesure: total"),
        entry("id: a\n    claim: x\n    value: 7家\n    measure: totals"),
        entry("id: a\n    claim: x\n    value: 7家\n    required: 'yes'"),
        entry("id: a\n    claim: x\n    value: 7家\n    disputed: 8家"),
        entry("id: a\n    name: x\n    value: 7家"),
        entry("id: a\n    person: x"),
    ],
)
def test_what_the_loader_refuses_an_editor_marks(wrong: str) -> None:
    assert not valid(wrong)
