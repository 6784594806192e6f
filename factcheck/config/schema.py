"""The JSON Schema of a configuration, by which editors complete keys and mark faults while one types.

It is published as `factcheck/config/schema.json`; `python -m factcheck.config.schema` writes it anew from the form.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.config import form
from factcheck.config.form import Key, Kind
from factcheck.rules import all_rules

Schema = dict[str, object]

PUBLISHED = Path(__file__).with_name("schema.json")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_FILLED: Schema = {"type": "string", "minLength": 1}


def schema() -> Schema:
    """The schema of a whole factcheck.toml (JSON Schema, draft 2020-12)."""
    return {
        "$schema": _DIALECT,
        "title": "factcheck configuration",
        "description": "factcheck.toml, or the table tool.factcheck of pyproject.toml.",
        **_table(form.TOP),
        "$defs": {"severity": {"enum": list(form.WORDS["severity"])}, "rules": _rules()},
    }


def text() -> str:
    """The schema as it is published."""
    import json  # noqa: PLC0415

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _table(keys: Iterable[Key], required: Iterable[str] = ()) -> Schema:
    properties = {key.name: {"description": key.says, **_kind(key.kind)} for key in keys}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _kind(kind: Kind) -> Schema:
    if kind == "drafts":
        return {"type": "array", "items": _table(form.PART, required=(form.FILES.name,))}
    if kind == "settings":
        return {"$ref": "#/$defs/rules"}
    if kind == "rules":
        return {"type": "array", "items": {"enum": [rule.id for rule in all_rules()]}}
    if kind in form.LISTS:
        return {"type": "array", "items": _FILLED}
    if kind in form.WORDS:
        return {"enum": list(form.WORDS[kind])}
    return {"type": "boolean"} if kind == "flag" else _FILLED


def _rules() -> Schema:
    """For each rule its severity, or a table with its severity and its own options."""
    severity = {"$ref": "#/$defs/severity"}
    rules: Schema = {}
    for rule in all_rules():
        options: Schema = {"severity": severity}
        for name, default in rule.defaults.items():
            options[name.replace("_", "-")] = {"description": rule.options[name], **_option(default)}
        table: Schema = {"type": "object", "properties": options, "additionalProperties": False}
        rules[rule.id] = {"description": rule.summary, "anyOf": [severity, table]}
    return {"type": "object", "properties": rules, "additionalProperties": False}


def _option(default: object) -> Schema:
    if isinstance(default, tuple):
        return {"type": "array", "items": _FILLED, "default": list(default)}
    return {"type": "boolean" if isinstance(default, bool) else "integer", "default": default}


def main() -> None:
    """Publish the schema."""
    PUBLISHED.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
