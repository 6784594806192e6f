"""Names of bodies, projects and people, as a text writes them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.span import Span

NameKind = Literal["body", "person", "title"]


class Name(Struct, frozen=True):
    """A name in the text; `office` is what a person is called beside it (滨州市委书记), when that stands there.

    `sound` has a character for each of the name's, equal where two sound or look alike, so that spellings of one name come
    together (实验区, 试验区); it is empty in a language whose spelling shows the sound. There `alike` is a body's name with one
    closing word for all that are taken for each other (Agency, Authority), where its name closes in one of them.
    """

    span: Span
    text: str
    kind: NameKind
    office: str | None = None
    sound: str = ""
    alike: str = ""
