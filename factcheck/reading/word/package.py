"""The parts of an Office Open XML file (ECMA-376 part 2): a zip archive, of which each part is inflated within bounds.

Pictures and embedded files are never inflated, and sizes are measured while inflating: those that an archive declares may lie.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath, split
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from factcheck.model.message import Message, say
from factcheck.reading.errors import ReadingError
from factcheck.reading.word.markup import Element, tree

# A book of a thousand pages has some 20 MB of markup.
_LARGEST_PART = 32 * 2**20
_LARGEST_WHOLE = 64 * 2**20

# What a copy may hold, with pictures: more than anybody mails.
_LARGEST_COPY = 512 * 2**20

# An archive's list of its members takes about 80 bytes for each: this is room for 50,000.
_LARGEST_LIST = 4 * 2**20
_END_OF_ZIP = b"PK\x05\x06"
_END_SIZE = 22

_PIECE = 2**16
_ENCRYPTED = 0x1

_MAIN = "/officeDocument"
_ROOT = ""

_SAVE_AGAIN = say("open it in its program, save it again, and check that file")


class Relationship(Struct, frozen=True):
    """A part that another one refers to by `id`; `kind` is the last step of its type's address, `target` its name."""

    id: str
    type: str
    target: str

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


class Package:
    """The parts of a file by name. Raises ReadingError for what is no sound archive or goes beyond the bounds."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._left = _LARGEST_WHOLE
        at = data.rfind(_END_OF_ZIP, max(0, len(data) - 2**16 - _END_SIZE))
        if at >= 0 and int.from_bytes(data[at + 12 : at + 16], "little") > _LARGEST_LIST:
            raise self.trouble(say("the archive that it is lists more members than any document has"))
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
            raise self._damaged() from error
        self._members = {info.filename.lower(): info for info in self._zip.infolist()}

    def trouble(self, said: Message, advice: Message = _SAVE_AGAIN) -> ReadingError:
        """The error to raise for this file."""
        return ReadingError(self.path, say("a Word document that can't be read: {why}", why=said), advice)

    def main(self) -> Relationship:
        """The main part: the document itself."""
        for each in self.related(_ROOT):
            if each.type.endswith(_MAIN):
                if self._member(each.target) is None:
                    break
                return each
        raise self.trouble(say("the part that holds its text is missing"))

    def related(self, name: str) -> tuple[Relationship, ...]:
        """What a part refers to inside the package; "" is the package itself."""
        data = self.part(relationships_of(name))
        return () if data is None else tuple(_relationships(tree(data, self.trouble), dirname(name)))

    def part(self, name: str) -> bytes | None:
        """A part, inflated; None where there is none."""
        info = self._member(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise self.trouble(say("it is encrypted"), say("save it without a password, and check that file"))
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._damaged()
        pieces, bound = [], min(_LARGEST_PART, self._left)
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    pieces.append(piece)
                    bound -= len(piece)
                    self._left -= len(piece)
                    if bound < 0:
                        raise self.trouble(say("inflated, it is larger than any document is"))
        except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error) as error:
            raise self._damaged() from error
        return b"".join(pieces)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return self._member(name) is not None

    def rewritten(self, changes: Mapping[str, bytes]) -> bytes:
        """The file with some parts changed or added; the others are the same to the byte, in the same order."""
        infos = self._zip.infolist()
        if sum(info.file_size for info in infos) > _LARGEST_COPY:
            raise self.trouble(say("inflated, it is larger than any document is"))
        new = {name.lower(): (name, content) for name, content in changes.items()}
        file = BytesIO()
        with ZipFile(file, "w") as copy:
            try:
                for info in infos:
                    _, content = new.pop(info.filename.lower(), ("", None))
                    self._copy(info, content, copy)
            except (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
                raise self._damaged() from error
            for name, content in new.values():
                copy.writestr(_new(name), content)
        return file.getvalue()

    def _copy(self, info: ZipInfo, content: bytes | None, copy: ZipFile) -> None:
        if content is not None:
            copy.writestr(_like(info), content)
            return
        with self._zip.open(info) as source, copy.open(_like(info), "w") as target:
            left = info.file_size
            while left > 0 and (piece := source.read(_PIECE)):
                target.write(piece)
                left -= len(piece)

    def _member(self, name: str) -> ZipInfo | None:
        """Names of parts are compared without regard to case (ECMA-376 part 2, 6.2.2.3)."""
        return self._members.get(name.lower())

    def _damaged(self) -> ReadingError:
        return self.trouble(say("it is damaged or cut short"))


def relationships_of(name: str) -> str:
    """The name of the part that tells what a part refers to."""
    folder, base = split(name)
    return join(folder, "_rels", f"{base}.rels")


def _like(info: ZipInfo) -> ZipInfo:
    """A member as another is named, dated and packed."""
    new = ZipInfo(info.filename, info.date_time)
    new.compress_type, new.external_attr, new.create_system = info.compress_type, info.external_attr, info.create_system
    return new


def _new(name: str) -> ZipInfo:
    """A member that says nothing of when and where it was made."""
    new = ZipInfo(name)
    new.compress_type, new.create_system = ZIP_DEFLATED, 0
    return new


def _relationships(root: Element, folder: str) -> Iterator[Relationship]:
    for each in root.children:
        if each.get("TargetMode") != "External":
            target = each.get("Target") or ""
            inside = target[1:] if target.startswith("/") else join(folder, target)
            yield Relationship(each.get("Id") or "", each.get("Type") or "", normpath(inside))
