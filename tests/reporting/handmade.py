"""A report made by hand, so that the reporters are tested apart from everything that fills them."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.document import Block, Document, Sentence
from factcheck.model.fact import Fact, FactBase, OfficialName, Origin
from factcheck.model.finding import Finding, Offence, Related, Severity
from factcheck.model.match import Evidence, Match, Verdict
from factcheck.model.message import say
from factcheck.model.quantity import Hedge, Quantity, Unit
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span

TEXT = """港城区2023年经济运行情况

至2023年10月底,全区共有57家金融机构,新增挂牌企业12家。港城区建成河湾新区实验学校28所,改造老旧小区近300个。
消费市场逐步回暖,限额以上零售额同比增长8.3,高于全市平均水平2.1个百分点。金融机构增至58家。
"""


# Terminal sequences, rich markup, bidirectional overrides, a line separator, a null and an emoji code.
EVIL = "\x1b[2J\x1b]0;owned\x07[bold red]x[/bold red]\u202e\u2066\x9b31m\u2028\r\x00:smile:"


def document_of(text: str, path: str = "drafts/港城.txt") -> Document:
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    blocks = tuple(Block(Span(*match.span()), "paragraph") for match in re.finditer(r"[^\n]+", text))
    return Document(path, text, "zh", blocks, starts)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    spans = (Span(*match.span()) for match in re.finditer(r"[^\n。]+。?", text))
    return tuple(Sentence(span, (span,), 0) for span in spans)


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def quantity_of(text: str, part: str, number: str, unit: str, hedge: Hedge | None = None) -> Quantity:
    value = Decimal(number)
    return Quantity(span_of(text, part), part, value, value, Unit(unit, "count"), Decimal(1), hedge)


def claim_of(text: str, clause: str, quantity: Quantity, subject: str) -> Claim:
    whole = next(sentence.span for sentence in sentences_of(text) if sentence.span.contains(quantity.span))
    return Claim(quantity, subject, "total", span_of(text, clause), whole, "", "", ("", ""))


def fact_of(name: str, claim: str, value: str, number: str, unit: str, line: int) -> Fact:
    return Fact(name, Origin("facts/港城.yaml", line, 5), claim, quantity_of(claim, value, number, unit), "zh")


def finding_of(rule: str, severity: Severity, offence: Offence) -> Finding:
    return Finding(rule=rule, severity=severity, offence=offence, fingerprint=f"{rule}-0001")


INSTITUTIONS = fact_of("financial-institutions", "全区共有58家金融机构", "58家", "58", "家", 12)
COMPANIES = fact_of("listed-companies", "新增挂牌企业12家", "12家", "12", "家", 18)
SCHOOL = OfficialName("school", Origin("facts/港城.yaml", 30, 5), "河湾新区试验学校", ("河湾新区实验学校",))
BASE = FactBase((INSTITUTIONS, COMPANIES), (SCHOOL,), paths=("facts/港城.yaml",))


def matches_of(text: str, first_clause: str) -> tuple[Match, ...]:
    rows: tuple[tuple[str, Quantity, str, Verdict, Fact | None], ...] = (
        (first_clause, quantity_of(text, "57家", "57", "家"), "金融机构", "mismatch", INSTITUTIONS),
        ("新增挂牌企业12家", quantity_of(text, "12家", "12", "家"), "挂牌企业", "verified", COMPANIES),
        (
            "改造老旧小区近300个",
            quantity_of(text, "300个", "300", "个", Hedge("nearly", "近")),
            "老旧小区",
            "unsupported",
            None,
        ),
        ("金融机构增至58家", quantity_of(text, "58家", "58", "家"), "金融机构", "verified", INSTITUTIONS),
    )
    evidence = Evidence(0.94, 0.91, 1.0, 1.0, 1.0, 0.8, 0.05)
    return tuple(
        Match(claim_of(text, clause, quantity, subject), verdict, fact, evidence if fact else None)
        for clause, quantity, subject, verdict, fact in rows
    )


def findings_of(text: str) -> tuple[Finding, ...]:
    elsewhere = Related(say("the draft itself says {found}", found="58家"), span=span_of(text, "58家"))
    entry = Related(say("the fact"), path="facts/港城.yaml", line=12, column=5)
    return (
        finding_of(
            "fact-mismatch",
            "error",
            Offence(
                span=span_of(text, "57家"),
                message=say("{found} here, {expected} in the facts", found="57家", expected="58家"),
                found="57家",
                expected="58家",
                suggestion="58家",
                fact="financial-institutions",
                related=(elsewhere, entry),
            ),
        ),
        finding_of(
            "name-mismatch",
            "error",
            Offence(
                span=span_of(text, "河湾新区实验学校"),
                message=say("the official name is {expected}", expected=SCHOOL.name),
                found="河湾新区实验学校",
                expected=SCHOOL.name,
                suggestion=SCHOOL.name,
                fact="school",
            ),
        ),
        finding_of(
            "unsupported-claim",
            "info",
            Offence(
                span=span_of(text, "300个"),
                message=say("no fact vouches for {found}", found="近300个"),
                found="近300个",
            ),
        ),
        finding_of(
            "missing-unit",
            "warning",
            Offence(span=span_of(text, "8.3"), message=say("{found} has no unit", found="8.3"), found="8.3"),
        ),
        finding_of(
            "missing-fact",
            "info",
            Offence(span=Span(0, 0), message=say("{fact} is not mentioned", fact="roads"), fact="roads"),
        ),
    )


def report_of(text: str, path: str = "drafts/港城.txt", first_clause: str = "全区共有57家金融机构") -> Report:
    matches = matches_of(text, first_clause)
    claims = tuple(match.claim for match in matches)
    quantities = (*(claim.quantity for claim in claims), quantity_of(text, "8.3", "8.3", ""))
    case = Case(document_of(text, path), sentences_of(text), quantities, (), (), claims, BASE, matches)
    return Report((Checked(case, findings_of(text)),), (BASE,))
