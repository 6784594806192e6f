"""`verify --fix` and `--diff`: the mends that are certain, written to the drafts or shown.

A draft keeps its encoding, byte order mark and line ends, and is written whole or not at all. It is left alone where it was
changed while it was checked, and where its bytes are no encoding of its text that could be written back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from factcheck.cli import streams
from factcheck.cli.checking import Outcome, check_drafts
from factcheck.cli.inputs import Draft
from factcheck.config.project import STANDARD_INPUT, Project
from factcheck.model.document import Document
from factcheck.model.fixes import Fix, fixed, fixes_of
from factcheck.model.message import Message, counted, say
from factcheck.model.report import Checked
from factcheck.reading import ReadingError, decode, document_of, draft_bytes, encode_as
from factcheck.translation.foreign import reason
from factcheck.translation.translator import ENGLISH, Translator

# What one mend lays open the next run mends; a draft is settled long before so many.
_RUNS = 10


class Mended(Struct, frozen=True):
    """A draft as it was read, with its mends in the text of its file."""

    draft: Draft
    before: str
    fixes: tuple[Fix, ...]

    @property
    def after(self) -> str:
        return fixed(self.before, self.fixes)


class Settled(Struct, frozen=True):
    """What is left when all is mended that can be: the outcome of each draft, and what could not be written.

    `fixed` tells how much was mended, `stdin` is the mended text of standard input, where that was a draft.
    """

    outcomes: tuple[Outcome, ...]
    complaints: tuple[Message, ...]
    fixed: Message | None
    stdin: str | None = None


def fix_drafts(
    drafts: Sequence[Draft],
    outcomes: tuple[Outcome, ...],
    project: Project,
    *,
    jobs: int,
    translate: Translator = ENGLISH,
) -> Settled:
    """Mend the drafts and check them again, until there is nothing to mend."""
    at = next((number for number, draft in enumerate(drafts) if draft.path == STANDARD_INPUT), None)
    kept = None if at is None else outcomes[at]
    files: dict[str, int] = {}
    complaints: dict[str, Message] = {}
    for _ in range(_RUNS):
        changed = 0
        for mended in mendable(drafts, outcomes):
            if mended.draft.path == STANDARD_INPUT or mended.draft.path in complaints:
                continue
            complaint = _write(mended, project)
            if complaint is None:
                changed += 1
                files[mended.draft.path] = files.get(mended.draft.path, 0) + len(mended.fixes)
            else:
                complaints[mended.draft.path] = complaint
        if not changed:
            break
        again = [draft for draft in drafts if draft.path != STANDARD_INPUT]
        others = check_drafts(again, project, jobs=jobs, translate=translate)
        outcomes = others if at is None or kept is None else (*others[:at], kept, *others[at:])
    if at is not None and isinstance(kept, Checked):
        last, places = _settle(drafts[at], kept, project)
        files |= {STANDARD_INPUT: places} if places else {}
        outcomes = (*outcomes[:at], last, *outcomes[at + 1 :])
        return Settled(outcomes, tuple(complaints.values()), _told(files), last.case.document.written)
    return Settled(outcomes, tuple(complaints.values()), _told(files))


def _settle(draft: Draft, checked: Checked, project: Project) -> tuple[Checked, int]:
    """A draft that is no file, mended, and how many places were."""
    places = 0
    for _ in range(_RUNS):
        fixes = fixes_of(checked)
        if not fixes:
            break
        document = checked.case.document
        places += len(fixes)
        after = fixed(document.written, _in_file(document, fixes))
        checked = project.check(document_of(after, document.path, document.language), draft.name)
    return checked, places


def _told(files: dict[str, int]) -> Message | None:
    if not files:
        return None
    drafts = counted("{number} draft", "{number} drafts", len(files))
    return counted(
        "fixed {number} place in {drafts}", "fixed {number} places in {drafts}", sum(files.values()), drafts=drafts
    )


def mendable(drafts: Sequence[Draft], outcomes: Sequence[Outcome]) -> Iterator[Mended]:
    """The drafts with certain mends."""
    for draft, outcome in zip(drafts, outcomes, strict=True):
        fixes = fixes_of(outcome) if isinstance(outcome, Checked) else ()
        if fixes and isinstance(outcome, Checked):
            document = outcome.case.document
            yield Mended(draft, document.written, _in_file(document, fixes))


def _in_file(document: Document, fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """The mends of a text as those of the file that it was taken out of."""
    return tuple(Fix(document.origin(fix.span), fix.text) for fix in fixes)


def diff_of(mended: Mended) -> str:
    """The mends of a draft as a unified diff that `patch` reads."""
    before, after = (_lines(text) for text in (mended.before, mended.after))
    name = mended.draft.name
    lines = unified_diff(before, after, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text as `patch` counts them, each with its line feed."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _write(mended: Mended, project: Project) -> Message | None:
    """Write a draft's mends; the reason where that can't be done."""
    path = mended.draft.path
    encoding = project.settings(mended.draft.name).encoding
    if not Path(path).is_file():  # a pipe is read once, and there is nothing to write back to
        return say("{path}: not fixed: it is no regular file", path=path)
    try:
        data = draft_bytes(path)
        if decode(data, path, encoding) != mended.before:
            return say("{path}: not fixed: it was changed while it was checked", path=path)
        new = encode_as(mended.after, data, mended.before, encoding)
        if new is None:
            return say("{path}: not fixed: its bytes can't be written back as they are", path=path)
        streams.overwrite(path, new)
    except ReadingError as error:
        return error.message
    except OSError as error:
        return say("{path}: not fixed: it can't be written ({why})", path=path, why=reason(error))
    return None
