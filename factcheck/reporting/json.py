"""The report for programs: one JSON object, described by report.schema.json beside this file.

Keys are never renamed or removed within a schema version; new ones may come. Figures are strings, so that no reader
rounds them. Hidden characters (controls, bidirectional overrides) are written as JSON escapes: the data keeps them, a
terminal that shows the file does not obey them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.finding import Finding, Related
from factcheck.model.match import Match
from factcheck.model.period import Period
from factcheck.model.report import Checked, Report
from factcheck.model.source import Where
from factcheck.model.span import Span
from factcheck.reporting.context import Context, context_of
from factcheck.reporting.plain import escaped
from factcheck.reporting.reckoned import Reckoned, reckoned
from factcheck.translation.translator import ENGLISH, Translator

SCHEMA_VERSION = 1

Json = dict[str, Any]


def json_report(report: Report, version: str, translate: Translator = ENGLISH) -> str:
    """The whole report as JSON text; `version` is the program's. Messages alone are in the reader's language."""
    return json_object(
        {
            **head_json(version),
            "documents": json_array(_document(checked, translate) for checked in report.documents),
            "summary": json_line(_summary(report)),
        }
    )


def json_claims(cases: tuple[Case, ...], version: str) -> str:
    """The claims of each document as read, before any fact is known."""
    return _read(cases, version, "claims", lambda case: (claim_json(case.document, claim) for claim in case.claims))


def json_relations(cases: tuple[Case, ...], version: str) -> str:
    """The relations of each document as reckoned, and whether they hold."""
    return _read(cases, version, "relations", lambda case: (_relation(case.document, each) for each in reckoned(case)))


def _read(cases: tuple[Case, ...], version: str, name: str, read: Callable[[Case], Iterable[Json]]) -> str:
    documents = (
        json_object(
            {
                "path": json_line(case.document.path),
                "language": json_line(case.document.language),
                name: json_array(map(json_line, read(case))),
            }
        )
        for case in cases
    )
    return json_object({**head_json(version), "documents": json_array(documents)})


# Each claim, finding and scalar is one line: quick to write, fit for grep and diff. Chinese stays as it is; hidden
# characters are escaped, as RFC 8259 (section 7) allows for any character.


def json_line(value: Any) -> str:
    """A value as JSON on one line."""
    return escaped(_written(value, indent=0), _escape)


def json_lines(value: Any) -> str:
    """A value as JSON, indented, with a line end behind it."""
    lines = _written(value, indent=2).split("\n")
    return "".join(f"{escaped(line, _escape)}\n" for line in lines)


def _written(value: Any, indent: int) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=indent).decode()
    except UnicodeEncodeError:  # a lone surrogate, as a path may hold one
        import json  # noqa: PLC0415 - as good as never needed

        return json.dumps(value, ensure_ascii=False, indent=indent or None)


def json_array(items: Iterable[str]) -> str:
    """Values in JSON as an array with a line for each."""
    lines = ",\n".join(item.rstrip("\n") for item in items)
    return f"[\n{lines}\n]" if lines else "[]"


def json_object(members: dict[str, str]) -> str:
    """Values in JSON as an object with a line for each, by their keys."""
    lines = ",\n".join(f'"{key}": {value}' for key, value in members.items())
    return f"{{\n{lines}\n}}\n"


def head_json(version: str) -> dict[str, str]:
    """What every object begins with."""
    return {"schema_version": json_line(SCHEMA_VERSION), "tool": json_line({"name": "factcheck", "version": version})}


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _document(checked: Checked, translate: Translator) -> str:
    return json_object(
        {
            "path": json_line(checked.case.document.path),
            "language": json_line(checked.case.document.language),
            "claims": json_array(map(json_line, claims_json(checked.case))),
            "findings": json_array(map(json_line, findings_json(checked, translate))),
        }
    )


def claims_json(case: Case) -> Iterator[Json]:
    """The claims of a document, each with its verdict."""
    matches = context_of(case).matches
    return (claim_json(case.document, claim) | _judged(matches.get(claim.span)) for claim in case.claims)


def findings_json(checked: Checked, translate: Translator = ENGLISH) -> Iterator[Json]:
    """The findings of a document, in the order of its text."""
    context = context_of(checked.case)
    return (_finding(context, finding, translate) for finding in checked.findings)


def claim_json(document: Document, claim: Claim) -> Json:
    """A claim as it is read, without a verdict."""
    quantity = claim.quantity
    return {
        "text": quantity.text,
        "subject": claim.subject,
        "measure": claim.measure,
        "quantity": {
            "low": _figure(quantity.low),
            "high": _figure(quantity.high),
            "unit": quantity.unit,
            "hedge": quantity.hedge.kind if quantity.hedge is not None else None,
        },
        "scope": {"when": _when(claim.when), "where": claim.where},
        "span": _span(document, claim.span),
    }


def _relation(document: Document, each: Reckoned) -> Json:
    return {
        "relation": each.kind,
        "formula": str(each.formula),
        "holds": each.holds,
        "span": _span(document, each.span),
        "places": [{"text": document.cut(place), "span": _span(document, place)} for place in each.places],
    }


def _judged(match: Match | None) -> Json:
    if match is None:
        return {"verdict": "unsupported", "fact": None, "score": None, "evidence": None}
    evidence = match.evidence
    return {
        "verdict": match.verdict,
        "fact": match.fact.id if match.fact is not None else None,
        "score": round(evidence.score, 4) if evidence is not None else None,
        "evidence": None
        if evidence is None
        else {
            part: round(getattr(evidence, part), 4)
            for part in ("wording", "subject", "measure", "unit", "scope", "neighbours")
        },
    }


def _finding(context: Context, finding: Finding, translate: Translator) -> Json:
    document, offence = context.case.document, finding.offence
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": translate(finding.said),
        "excerpt": document.cut(context.around(finding.span)),
        "span": _span(document, finding.span),
        "found": offence.found,
        "expected": offence.expected,
        "suggestion": offence.suggestion,
        "fact": offence.fact,
        "related": [_related(document, related, translate) for related in offence.related],
        "fingerprint": finding.fingerprint,
    }


def _related(document: Document, related: Related, translate: Translator) -> Json:
    """Another place: in the draft with its span, in a facts file with line and column."""
    place: Json = {"message": translate(related.message), "path": related.path or document.path}
    if related.span is not None:
        return place | {"span": _span(document, related.span)}
    return place | {"line": related.line, "column": related.column}


def _span(document: Document, span: Span) -> Json:
    """A span in code points, with its lines and columns."""
    place, stretch, where = document.place(span), document.origin(span), document.where(span)
    told = {} if where is None else {"where": _place(where)}
    return {
        "start": stretch.start,
        "end": stretch.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        **told,
    }


def _place(where: Where) -> Json:
    """A place in a file without lines: what is told of it. Boxes are numbers of points."""
    told = {name: value for name in where.__struct_fields__ if name != "box" and (value := getattr(where, name))}
    return told if where.box is None else told | {"box": [round(float(edge), 1) for edge in where.box]}


def _summary(report: Report) -> Json:
    return {
        "documents": len(report.documents),
        "quantities": report.quantities,
        "claims": report.claims,
        "verified": report.count("verified"),
        "rounded": report.count("rounded"),
        "approximate": report.count("approximate"),
        "mismatch": report.count("mismatch"),
        "disputed": report.count("disputed"),
        "unsupported": report.unsupported,
        "errors": report.severity("error"),
        "warnings": report.severity("warning"),
        "infos": report.severity("info"),
        "passed_over": report.passed,
    }


def _figure(value: Decimal) -> str:
    return format(value, "f")


def _when(period: Period | None) -> str | None:
    return period.label() if period is not None else None
