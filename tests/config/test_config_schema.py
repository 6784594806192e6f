"""The published schema agrees with the reader, and the examples with both."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_read_config import WHOLE

from factcheck.config import form
from factcheck.config.schema import PUBLISHED, text

SCHEMA: dict[str, Any] = json.loads(PUBLISHED.read_text("utf-8"))
TEMPLATES = Path(__file__).parents[2] / "factcheck" / "cli" / "templates"


def errors(toml: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(tomllib.loads(toml))]


def test_it_is_published_as_the_form_has_it() -> None:
    """`python -m factcheck.config.schema` publishes it anew."""
    assert PUBLISHED.read_text("utf-8") == text()
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_read_is_valid() -> None:
    assert errors(WHOLE) == []


@pytest.mark.parametrize("key", form.TOP, ids=lambda key: key.name)
def test_every_key_s_example_is_valid(key: form.Key) -> None:
    assert errors(f"{key.name} = {key.example}") == []


@pytest.mark.parametrize(
    "toml",
    [
        "langage = 'zh'",
        "strict = 1",
        "[rules]\nx = 'error'",
        "[rules.missing-unit]\nalso = []",
        "[[drafts]]\nstrict = true",
    ],
)
def test_what_is_refused_is_not_valid(toml: str) -> None:
    assert errors(toml)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*/factcheck.toml")), ids=lambda path: path.parent.name)
def test_the_templates_are_valid_with_every_line_that_they_offer(template: Path) -> None:
    text = template.read_text("utf-8")
    assert errors(text) == []
    offered = [
        line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in text.splitlines()[1:]
    ]
    assert errors("\n".join(offered)) == []
