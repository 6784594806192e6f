"""The JSON Schema of facts files, by which editors complete keys and mark faults while one types.

It is published as `factcheck/facts/schema.json`; `python -m factcheck.facts.schema` writes it anew from the form.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.facts import form
from factcheck.facts.form import Form, Key, Kind

Schema = dict[str, object]

PUBLISHED = Path(__file__).with_name("schema.json")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# An editor that reads plain YAML sees 3000 as a number where the loader sees the text that was written.
_WRITTEN: Schema = {"type": ["string", "number"]}


def schema() -> Schema:
    """The schema of a whole file (JSON Schema, draft 2020-12)."""
    return {
        "$schema": _DIALECT,
        "title": "factcheck facts file",
        "description": "The figures, names and quotes that drafts are checked against.",
        **_mapping(form.FILE, required=("factcheck", "facts")),
    }


def text() -> str:
    """The schema as it is published."""
    import json  # noqa: PLC0415

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _mapping(keys: Iterable[Key], required: Iterable[str] = ()) -> Schema:
    properties = {key.name: {"description": key.says, **_kind(key.kind)} for key in keys}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _entry(chosen: Form) -> Schema:
    return _mapping(chosen.keys, required=(form.ID.name, *(key.name for key in chosen.needs)))


def _kind(kind: Kind) -> Schema:
    filled: Schema = {**_WRITTEN, "minLength": 1}
    kinds: dict[Kind, Schema] = {
        "version": {"const": int(form.VERSION)},
        "language": {"enum": list(form.LANGUAGES)},
        "measure": {"enum": list(form.MEASURES)},
        "flag": {"type": "boolean"},
        "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    }
    if kind == "source":
        return _mapping(form.SOURCE)
    if kind == "entries":
        return {"type": "array", "items": {"anyOf": [_entry(each) for each in form.FORMS]}}
    if kind in form.LISTS:
        return {"type": "array", "items": filled}
    return kinds.get(kind, filled)


def main() -> None:
    """Publish the schema."""
    PUBLISHED.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
