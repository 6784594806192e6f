"""The rows of a document: what it is, its claims, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from factcheck.archive.article import Article, day_of
from factcheck.archive.schema import Failure
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.report import Checked
from factcheck.reporting.context import context_of
from factcheck.reporting.json import claims_json, findings_json
from factcheck.translation.translator import Translator

Row = dict[str, Any]

# All that is counted is compared without conversion (factcheck.model.agreement).
_COUNTED = frozenset({"number", "count", "person"})


def document_row(article: Article, checked: Checked) -> Row:
    """The row of a document that was checked."""
    case = checked.case
    dated, dated_by = _date(article, case.document)
    return {
        "document": article.name,
        "language": case.document.language,
        "date": dated,
        "date_from": dated_by,
        "title": _clean(article.title),
        "url": _clean(article.url),
        "characters": len(case.document.text),
        "quantities": len(case.quantities),
        "claims": len(case.claims),
        "findings": len(checked.findings),
        "passed_over": len(checked.passed),
        "failure": None,
        "message": None,
    }


def failed_row(article: Article, failure: Failure, message: str) -> Row:
    """The row of a document that could not be checked."""
    dated, dated_by = _date(article, None)
    return {
        "document": article.name,
        "date": dated,
        "date_from": dated_by,
        "title": _clean(article.title),
        "url": _clean(article.url),
        "failure": failure,
        "message": _clean(message),
    }


def claim_rows(article: Article, checked: Checked) -> Iterator[Row]:
    """The rows of a document's claims."""
    matches = context_of(checked.case).matches
    pairs = zip(checked.case.claims, claims_json(checked.case), strict=True)
    for number, (claim, told) in enumerate(pairs, 1):
        match = matches.get(claim.span)
        fact = None if match is None else match.fact
        yield {
            "document": article.name,
            "number": number,
            **told,
            "fact_value": None if fact is None else fact.value.text,
            "fact_claim": None if fact is None else fact.claim,
            **_based(claim.quantity),
        }


def finding_rows(article: Article, checked: Checked, translate: Translator) -> Iterator[Row]:
    """The rows of what was found in a document."""
    for number, told in enumerate(findings_json(checked, translate), 1):
        yield {"document": article.name, "number": number, **told}


def _based(quantity: Quantity) -> Row:
    dimension = "count" if quantity.dimension in _COUNTED else quantity.dimension
    return {"dimension": dimension, "base_low": _exact(quantity.base_low), "base_high": _exact(quantity.base_high)}


def _exact(value: Fraction) -> str:
    return str(value)


def _date(article: Article, document: Document | None) -> tuple[date | None, str | None]:
    """The day of a document, and who tells it."""
    if article.published is not None:
        return article.published, "source"
    told = None if document is None or document.dated is None else day_of(str(document.dated))
    if told is not None:
        return told, "text"
    return article.fetched, None if article.fetched is None else "crawl"


def _clean(text: str | None) -> str | None:
    """A text that can be written in UTF-8: lone surrogates, as a path may hold them, are escaped."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()
