"""The comparison of two versions for programs: one JSON object, described by comparison.schema.json beside this file."""

from __future__ import annotations

from typing import Any

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.comparison import Comparison, Counterparts
from factcheck.reporting.comparison import TOLD
from factcheck.reporting.json import claim_json, head_json, json_array, json_line, json_object

Json = dict[str, Any]


def comparison_json(comparison: Comparison, version: str) -> str:
    """Every claim of both versions with what became of it; `version` is the program's."""
    return json_object(
        {
            **head_json(version),
            "old": json_line(_document(comparison.old)),
            "new": json_line(_document(comparison.new)),
            "claims": json_array(json_line(_counterparts(comparison, each)) for each in comparison.counterparts),
            "summary": json_line({fate: len(comparison.of(fate)) for fate in (*TOLD, "kept")}),
        }
    )


def _document(case: Case) -> Json:
    return {"path": case.document.path, "language": case.document.language}


def _counterparts(comparison: Comparison, each: Counterparts) -> Json:
    return {
        "fate": each.fate,
        "aspects": list(each.aspects),
        "old": _claim(comparison.old, each.old),
        "new": _claim(comparison.new, each.new),
    }


def _claim(case: Case, claim: Claim | None) -> Json | None:
    return claim_json(case.document, claim) if claim is not None else None
