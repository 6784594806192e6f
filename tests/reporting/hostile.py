"""A report in which the draft, its path and the facts file try everything that a format could fall for."""

from __future__ import annotations

from handmade import EVIL, TEXT, document_of, finding_of, sentences_of, span_of

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.reporting.paths import Folders

ROOT = Folders("/repo", "/repo")

# Formulas, HTML, Markdown, mentions and links, workflow commands, SARIF links and placeholders, XML's end and what it forbids.
MARKUP = (
    "=cmd|' /C calc'!A0;=1+1; \t@SUM(1) <script>alert(1)</script><!-- --> **b** _i_ `c` ~~s~~ | x | ![i](http://e.vil) [l](1) "
    "@everyone #1 :smile: :100: www.e.vil https://e.vil $x$ &amp; \\ ::error file=a::b %0A::set-env::c ##[error]d {0} {{1}} "
    "]]> \ufffe\uffff é 👩‍👩‍👧"
)
HOSTILE = f"{MARKUP}{EVIL}"
PATH = "=a,b:c%0A;<b>|`@me`*港*.txt"


def hostile_report() -> Report:
    """One document; its only finding marks the hostile words, repeats them, and would have them written anew."""
    text = f"全区共有{HOSTILE}家。{TEXT}"
    offence = Offence(
        span=span_of(text, HOSTILE),
        message=say("{found} here", found=HOSTILE),
        found=HOSTILE,
        expected=HOSTILE,
        suggestion=HOSTILE,
        fact=HOSTILE,
        related=(Related(say("{found} there", found=HOSTILE), path=f"../{PATH}", line=3, column=5),),
        certain=True,
    )
    case = Case(document_of(text, PATH), sentences_of(text))
    return Report((Checked(case, (finding_of("fact-mismatch", "error", offence),)),), None)
