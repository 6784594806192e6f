"""What `explain` and `claims` print."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from handmade import TEXT, report_of
from rich.cells import cell_len

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.quantity import Hedge, HedgeKind, Quantity, Unit
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.reporting.claims import claims_table, value
from factcheck.reporting.rule_page import marked, rule_page


@rule(
    severity="warning",
    facts="- {id: banks, claim: 全区共有58家银行, value: 58家}",
    examples=[
        Bad("全区共有⟦57家⟧银行,⟦56家⟧在册。", says=("57家 is wrong", "56家 is wrong, too")),
        Bad("第一行\n第二行有⟦57家⟧", says="57家 is wrong", facts="- {id: other}"),
        Good("全区共有58家银行。", because="it is right"),
    ],
)
def sample_rule(case: Case) -> Iterable[Offence]:
    """Flag a sample.

    A second paragraph,
    in two lines.
    """
    return ()


PAGE = """\
sample-rule (warning)

Flag a sample.

A second paragraph, in two lines.

Against these facts:
    - {id: banks, claim: 全区共有58家银行, value: 58家}

Reported:

    全区共有57家银行,56家在册。
            ^^^^     ^^^^
    → 57家 is wrong
    → 56家 is wrong, too

    第一行
    第二行有57家
            ^^^^
    → 57家 is wrong
  against:
      - {id: other}

Not reported:

    全区共有58家银行。
    → it is right
"""


def test_a_rule_is_explained_with_its_examples() -> None:
    assert rule_page(sample_rule) == PAGE


def test_a_narrow_page_keeps_its_carets_under_the_words() -> None:
    lines = rule_page(sample_rule, width=22).splitlines()
    assert max(cell_len(line) for line in lines if "id:" not in line) <= 22
    assert lines[lines.index("    全区共有57家银行,") + 1] == " " * 12 + "^^^^"


@pytest.mark.parametrize(
    ("draft", "text", "spans"),
    [
        ("plain", "plain", ()),
        ("a⟦b⟧c⟦de⟧", "abcde", (Span(1, 2), Span(3, 5))),
        ("⟦⟧x", "x", (Span(0, 0),)),
    ],
)
def test_marks_become_spans(draft: str, text: str, spans: tuple[Span, ...]) -> None:
    assert marked(draft) == (text, spans)


@pytest.mark.parametrize(
    ("low", "high", "hedge", "open_high", "shown"),
    [
        ("76", "76", None, False, "76 家"),
        ("12000", "13000", "more", True, "12000 to below 13000 家"),
        ("5", "10", None, False, "5 to 10 家"),
        ("40000", "40000", "at-least", False, "≥ 40000 家"),
        ("31000", "31000", "over", False, "> 31000 家"),
        ("100", "100", "nearly", False, "just below 100 家"),
        ("1E+4", "1E+4", None, False, "10000 家"),
    ],
)
def test_a_value_is_shown_as_bound_or_interval(
    low: str, high: str, hedge: HedgeKind | None, open_high: bool, shown: str
) -> None:
    quantity = Quantity(
        Span(0, 3),
        "76家",
        Decimal(low),
        Decimal(high),
        Unit("家", "count"),
        Decimal(1),
        Hedge(hedge, "…") if hedge else None,
        open_high=open_high,
    )
    assert str(value(quantity)) == shown


def test_claims_are_listed_one_a_row() -> None:
    case = report_of(TEXT).documents[0].case
    lines = claims_table((case,), width=80).splitlines()
    assert lines[0] == "drafts/港城.txt"
    assert [line.split()[0] for line in lines[3:-1]] == ["57家", "12家", "300个", "58家"]
    assert lines[-1] == "5 numbers read, 4 claims"
