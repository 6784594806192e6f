"""One article in every format: the same claims and findings, with places in the format's own terms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdf_writers
import pytest
from writers import markdown, page, word

from factcheck import load_facts
from factcheck.model.report import Checked
from factcheck.pipeline import check
from factcheck.reading import read_document

ROOT = Path(__file__).parents[2]
ARTICLE = (ROOT / "tests" / "drafts" / "article.txt").read_text("utf-8")

WRITERS: dict[str, Callable[[str], bytes]] = {
    "reportlab.pdf": pdf_writers.reportlab,
    "fpdf2.pdf": pdf_writers.fpdf2,
    "chromium.pdf": pdf_writers.chromium,
    "libreoffice.pdf": pdf_writers.libreoffice,
    "article.docx": word,
    "article.md": markdown,
    "article.html": page,
}


def checked(data: bytes, name: str) -> Checked:
    return check(read_document(data, name), load_facts(str(ROOT / "facts")))


def claims(outcome: Checked) -> list[Any]:
    verdicts = {match.claim.span: match.verdict for match in outcome.case.matches}
    return [
        (claim.quantity.text, claim.subject, claim.measure, claim.quantity.low, verdicts.get(claim.span))
        for claim in outcome.case.claims
    ]


def findings(outcome: Checked) -> list[Any]:
    document = outcome.case.document
    return [
        (each.rule, each.severity, document.cut(each.span), each.said.template, each.fingerprint)
        for each in outcome.findings
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_an_article_says_the_same_in_every_format(name: str) -> None:
    plain = checked(ARTICLE.encode(), "article.txt")
    written = checked(WRITERS[name](ARTICLE), name)
    assert claims(written) == claims(plain)
    assert findings(written) == findings(plain)
