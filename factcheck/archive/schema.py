"""The columns of an archive's Parquet files.

`claims` and `findings` hold what the JSON report of `verify` holds of each document, under the same names (their meaning stands
in factcheck/reporting/report.schema.json), below the document's name and a number that counts from 1 in the order of the text.
Figures are texts, so that no reader rounds them; spans count code points from 0, lines and columns from 1. Some columns are
added, which queries over many documents need:

    claims.fact_value, fact_claim    the fact's own figure and wording, as the facts file has them
    claims.dimension                 what is measured ("money:CNY", "area", "percent"); all that is counted is "count"
    claims.base_low, base_high       the value in the base unit of the dimension: a whole number or a fraction, 92/3

`documents` has a row for every document of the source. Its `date` is the day that the source tells, else the document's own
text, else the day on which a crawler took it: `date_from` says which ("source", "text", "crawl"). Where the document could not
be checked, `failure` says how that came and `message` why; `errors` repeats those rows alone:

    unreadable    nothing that can be read: empty, broken, undecodable, or of a format that is not read
    facts         the facts can't be held against it: they were compiled for drafts in other languages
    fault         the program failed on it, which is a fault of the program
    killed        it ended its worker, for want of memory perhaps, each time it was tried alone
"""

from __future__ import annotations

from typing import Final, Literal

import pyarrow as pa

VERSION: Final = 1

Failure = Literal["unreadable", "facts", "fault", "killed"]

_TEXT, _NUMBER, _SCORE = pa.string(), pa.int32(), pa.float64()


def _texts(*names: str) -> list[pa.Field]:
    return [pa.field(name, _TEXT) for name in names]


def _numbers(*names: str) -> list[pa.Field]:
    return [pa.field(name, _NUMBER) for name in names]


# A place in a file without lines (factcheck.model.source.Where): what is not told is null.
_WHERE = pa.struct(
    [
        pa.field("page", _NUMBER),
        pa.field("box", pa.list_(_SCORE)),
        *_texts("aside"),
        *_numbers("number", "paragraph", "table", "row", "column"),
        *_texts("sheet", "cell"),
    ]
)

_SPAN = pa.struct(
    [*_numbers("start", "end", "line", "column", "end_line", "end_column"), pa.field("where", _WHERE)],
)

_EVIDENCE = pa.struct(
    [pa.field(name, _SCORE) for name in ("wording", "subject", "measure", "unit", "scope", "neighbours")]
)

# In a draft with a span, in a facts file with line and column.
_RELATED = pa.struct([*_texts("message", "path"), pa.field("span", _SPAN), *_numbers("line", "column")])

DOCUMENTS: Final = pa.schema(
    [
        *_texts("document", "language"),
        pa.field("date", pa.date32()),
        *_texts("date_from", "title", "url"),
        *_numbers("characters", "quantities", "claims", "findings", "passed_over"),
        *_texts("failure", "message"),
    ]
)

CLAIMS: Final = pa.schema(
    [
        *_texts("document"),
        *_numbers("number"),
        *_texts("text", "subject", "measure"),
        pa.field("quantity", pa.struct(_texts("low", "high", "unit", "hedge"))),
        pa.field("scope", pa.struct(_texts("when", "where"))),
        pa.field("span", _SPAN),
        *_texts("verdict", "fact"),
        pa.field("score", _SCORE),
        pa.field("evidence", _EVIDENCE),
        *_texts("fact_value", "fact_claim", "dimension", "base_low", "base_high"),
    ]
)

FINDINGS: Final = pa.schema(
    [
        *_texts("document"),
        *_numbers("number"),
        *_texts("rule", "severity", "message", "excerpt"),
        pa.field("span", _SPAN),
        *_texts("found", "expected", "suggestion", "fact"),
        pa.field("related", pa.list_(_RELATED)),
        *_texts("fingerprint"),
    ]
)

ERRORS: Final = pa.schema(_texts("document", "failure", "message"))
