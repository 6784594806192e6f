"""What a worker makes of a batch: the rows of its documents. Nothing that is wrong with one document stops the others."""

from __future__ import annotations

import gc
import pickle  # what it reads is what the process wrote that runs the archive
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from factcheck.archive.article import Article
from factcheck.archive.errors import ArchiveError
from factcheck.archive.order import Order, facts_of
from factcheck.archive.parts import Part, part_of
from factcheck.archive.rows import Row, claim_rows, document_row, failed_row, finding_rows
from factcheck.archive.schema import Failure
from factcheck.facts.problems import FactsError
from factcheck.model.document import Document
from factcheck.model.message import Message, say
from factcheck.pipeline import Known, check
from factcheck.reading import ReadingError, document_of, read_document
from factcheck.translation.translator import translator_for

_SELDOM = 250_000  # objects more than there were


class Refused(Struct, frozen=True):
    """Why a worker can't check anything: its facts or its version of the program."""

    messages: tuple[Message, ...]


def do(batch: bytes, order: Order) -> Part | Refused:
    """The part of pickled articles."""
    try:
        known = facts_of(order)
    except ArchiveError as error:
        return Refused(error.messages)
    except FactsError as error:
        return Refused(tuple(problem.placed for problem in error.problems))
    with _seldom_collected():
        return check_articles(pickle.loads(batch), order, known)  # noqa: S301


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Have cyclic garbage looked for seldom: checking leaves next to none, and looking for it took a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def check_articles(articles: Sequence[Article], order: Order, known: Known | None) -> Part:
    """The part of some articles, in their order."""
    rules = tuple(asked.rule for asked in order.rules)
    translate = translator_for(order.said_in)
    documents: list[Row] = []
    claims: list[Row] = []
    findings: list[Row] = []
    for article in articles:
        try:
            checked = check(document_in(article, order), known, rules=rules, strict=order.strict)
            row = document_row(article, checked)
            own = list(claim_rows(article, checked)), list(finding_rows(article, checked, translate))
        except ReadingError as error:
            documents.append(failed_row(article, "unreadable", translate(error.message)))
        except FactsError as error:
            said = "; ".join(translate(problem.placed) for problem in error.problems)
            documents.append(failed_row(article, "facts", said))
        except Exception as error:  # whatever it is, the other documents don't suffer for it
            said = translate(say("this is a fault of factcheck, not of the draft; please report it"))
            documents.append(failed_row(article, "fault", f"{said}: {type(error).__name__}: {error}"))
        else:
            documents.append(row)
            claims += own[0]
            findings += own[1]
    return part_of(documents, claims, findings)


def failed(article: Article, order: Order, failure: Failure, message: Message) -> Part:
    """The part of one article that could not be checked."""
    return part_of([failed_row(article, failure, translator_for(order.said_in)(message))], [], [])


def document_in(article: Article, order: Order) -> Document:
    """An article as the document that it holds. Raises ReadingError."""
    if article.content is None:
        raise ReadingError(article.name, article.failure or say("the file holds no text"))
    if isinstance(article.content, str):
        if not article.content.replace("\ufeff", "").strip():
            raise ReadingError(article.name, say("the text is empty, there is nothing to check"))
        return document_of(article.content, article.name, order.language)
    try:
        return read_document(article.content, article.name, order.language, order.encoding)
    except ReadingError:
        if order.encoding is not None or article.charset is None:
            raise
        return read_document(article.content, article.name, order.language, article.charset)
