"""`verify --annotate`: copies of Word drafts with a comment at each finding. A copy is written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.config.project import STANDARD_INPUT
from factcheck.model.message import Message, say
from factcheck.model.report import Checked
from factcheck.reading import ReadingError, draft_bytes
from factcheck.reading.formats import format_of_bytes
from factcheck.reporting.margin import margin
from factcheck.translation.foreign import reason
from factcheck.translation.translator import Translator

if TYPE_CHECKING:
    from factcheck.cli.inputs import Draft

_SUFFIX = ".docx"
_WORD = "word"  # the module that reads what can be annotated


def copies(target: Path, drafts: Sequence[Draft], *, diff: bool = False) -> dict[str, Path]:
    """Where the copy of each draft goes, by the draft's path: to a file, or under the draft's own name into a folder.

    Raises CommandError where there is no such place, or a draft stands there.
    """
    if diff:
        raise CommandError([say("--annotate and --diff exclude each other; leave one out")])
    if any(draft.path == STANDARD_INPUT for draft in drafts):
        raise CommandError([say("--annotate copies a file; name one instead of standard input")])
    if target.is_dir():
        places = {draft.path: target / _named(draft) for draft in drafts}
    elif len(drafts) > 1:
        raise CommandError([say("--annotate {file}: several drafts need a folder that is there", file=target)])
    elif target.suffix.lower() != _SUFFIX:
        raise CommandError([say("--annotate {file}: name a file that ends in .docx, or a folder", file=target)])
    else:
        places = {draft.path: target for draft in drafts}
    _check_free(places)
    return places


def annotate(
    places: Mapping[str, Path], results: Sequence[tuple[Draft, Checked]], translate: Translator
) -> tuple[Message, ...]:
    """Write the copies; the reason for each that could not be written."""
    complaints = (_annotate(draft, checked, places[draft.path], translate) for draft, checked in results)
    return tuple(complaint for complaint in complaints if complaint is not None)


def _named(draft: Draft) -> str:
    name = Path(draft.name).name
    return name if name.lower().endswith(_SUFFIX) else f"{name}{_SUFFIX}"


def _check_free(places: Mapping[str, Path]) -> None:
    """Raises CommandError where a copy would take the place of a draft, or of another copy."""
    taken = set()
    for place in places.values():
        if place.exists() and any(Path(draft).exists() and place.samefile(draft) for draft in places):
            raise CommandError(
                [say("--annotate {file}: a draft stands there; name another file or folder", file=place)]
            )
        if place in taken:
            raise CommandError(
                [say("--annotate {file}: two drafts have that name; annotate one at a time", file=place)]
            )
        taken.add(place)


def _annotate(draft: Draft, checked: Checked, place: Path, translate: Translator) -> Message | None:
    """Write one copy; the reason where that can't be done."""
    from factcheck.reading.word.margin import Remark, with_comments

    document = checked.case.document
    try:
        data = draft_bytes(draft.path)
        form = format_of_bytes(data, draft.name)
        if form is None or form.module != _WORD:
            return say("{draft}: not annotated: only Word drafts (.docx) are; save it as .docx", draft=draft.name)
        remarks = [
            Remark(finding.span, lines)
            for finding, lines in zip(checked.findings, margin(checked, translate), strict=True)
        ]
        streams.write(place, with_comments(data, draft.name, document.text, remarks))
    except ReadingError as error:
        return error.message
    except OSError as error:
        return say("{file}: can't be written ({why})", file=place, why=reason(error))
    return None
