"""Requests to pass something over that pass nothing over."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import Message, msgid, say, verbatim
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.suppression import Fault, Idle

_SAYS: dict[Fault, str] = {
    "unused": msgid("{word} finds nothing here: the comment passes nothing over"),
    "entry": msgid("an entry of the ignore file passes nothing over: this draft has no finding {word}"),
    "verb": msgid("factcheck knows no “{word}”: write ignore, ignore-file, disable or enable"),
    "rule": msgid("there is no rule {word}: the comment passes nothing over for it"),
    "bare": msgid("the comment names no rule: write which one to {word}, or all"),
    "reason": msgid("the comment gives no reason: write it behind “--”"),
    "closed": msgid("{word} was not disabled before: there is nothing to enable"),
}
_MEANT: dict[Fault, str] = {
    "verb": msgid("factcheck knows no “{word}”: write {meant}"),
    "rule": msgid("there is no rule {word}: write {meant}"),
}


@rule(
    severity="warning",
    last=True,
    options={"require_reason": "Whether a comment without a reason is reported, too."},
    facts="- {id: institutions, claim: 全区共有58家金融机构, subject: 金融机构, value: 58家}",
    examples=[
        Bad(
            "全区共有58家金融机构。<!-- factcheck: ignore ⟦fact-mismatch⟧ -- 旧口径 -->",
            says="fact-mismatch finds nothing here: the comment passes nothing over",
        ),
        Bad(
            "全区共有57家金融机构。<!-- factcheck: ignore ⟦fact-mismach⟧ -- 旧口径 --> <!-- factcheck: ignore fact-mismatch -->",
            says="there is no rule fact-mismach: write fact-mismatch",
        ),
        Bad(
            "<!-- factcheck: ⟦ignroe⟧ placeholder-left -->\nThe museum reopens in May.",
            says="factcheck knows no “ignroe”: write ignore",
        ),
        Bad(
            "⟦<!-- factcheck: ignore -- a template -->⟧\nDear {{name}}, the museum reopens in May.",
            says="the comment names no rule: write which one to ignore, or all",
            facts="- {id: museum, name: City Museum}",
        ),
        Bad(
            "The museum reopens in May.\n<!-- factcheck: enable ⟦placeholder-left⟧ -->",
            says="placeholder-left was not disabled before: there is nothing to enable",
        ),
        Good(
            "全区共有57家金融机构。<!-- factcheck: ignore fact-mismatch -- 旧口径 -->",
            because="a mismatch is passed over",
        ),
        Good(
            "<!-- factcheck：ignore fact-mismatch —— 旧口径 -->\n\n全区共有57家金融机构。",
            because="it reaches the paragraph below",
        ),
        Good(
            "<!-- factcheck: ignore-file placeholder-left -- a template -->\nDear {{name}},",
            because="the draft has one",
        ),
        Good(
            "<!-- factcheck: disable placeholder-left -- a form -->\nDear {{name}},\n<!-- factcheck: enable placeholder-left -->",
            because="one stands in between",
        ),
        Good("全区共有58家金融机构。<!-- checked by the desk -->", because="the comment does not speak to factcheck"),
        Good("```\n<!-- factcheck: ignore fact-mismatch -->\n```", because="it is code, shown to the reader"),
    ],
)
def unused_suppression(case: Case, *, require_reason: bool = False) -> Iterator[Offence]:
    """Flag a request to pass something over that passes nothing over.

    A comment such as `<!-- factcheck: ignore RULE -- reason -->` in Markdown or HTML, or an entry of the ignore file, outlives
    the fault that it was written for; a misspelt one never worked. A comment for a rule that was not asked in this run is left
    alone.
    """
    for idle in case.idle:
        if idle.fault != "reason" or require_reason:
            yield Offence(
                span=idle.span,
                message=_message(idle),
                found=idle.word or None,
                suggestion=idle.meant,
                related=_entry(idle),
            )


def _message(idle: Idle) -> Message:
    if idle.meant is not None:
        return say(_MEANT[idle.fault], word=idle.word, meant=idle.meant)
    return say(_SAYS[idle.fault], word=idle.word)


def _entry(idle: Idle) -> tuple[Related, ...]:
    entry = idle.entry
    if entry is None:
        return ()
    return (Related(verbatim(entry.reason), path=entry.path, line=entry.line, column=entry.column),)
