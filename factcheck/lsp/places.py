"""Places of texts as the client counts them: lines and columns from 0, columns in the units that were agreed on."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from factcheck.model.document import Document
from factcheck.model.span import Place, Span
from factcheck.reading.lines import line_starts
from factcheck.reporting.columns import Ruler, Unit


class Places:
    """Spans of one draft to ranges, and positions back to offsets."""

    def __init__(self, document: Document, unit: Unit) -> None:
        self._document = document
        self._ruler = Ruler(document, unit)

    def range(self, span: Span) -> types.Range:
        return _range(self._ruler.place(span))

    def end(self) -> types.Range:
        """The empty range at the end of the draft."""
        return _range(self._ruler.end())

    def offset(self, position: types.Position) -> int:
        return self._document.offset(self._ruler.offset(position.line + 1, position.character + 1))


class Files:
    """Places in files that are not open: each is read once in the life of this object."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._read: dict[str, tuple[Document, Ruler]] = {}

    def location(self, path: str, line: int, column: int) -> types.Location:
        """From a line and column (from 1, in code points; 0 means the whole file) to the end of that line."""
        document, ruler = self._file(path)
        first = min(max(line, 1), len(document.lines))
        end = ruler.offset(first, 4 * len(document.text) + 1)  # behind the end of any line, in any unit
        start = min(document.lines[first - 1] + max(column, 1) - 1, end)
        return types.Location(uri_of(path), _range(ruler.place(Span(start, end))))

    def _file(self, path: str) -> tuple[Document, Ruler]:
        if path not in self._read:
            try:
                text = Path(path).read_text(encoding="utf-8-sig", errors="replace")
            except OSError:  # it has gone since the facts were read
                text = ""
            document = Document(path, text, "en", (), line_starts(text))
            self._read[path] = document, Ruler(document, self._unit)
        return self._read[path]


def uri_of(path: str) -> str:
    """The file: URI of a path."""
    return Path(path).absolute().as_uri()


def _range(place: Place) -> types.Range:
    return types.Range(
        types.Position(place.line - 1, place.column - 1), types.Position(place.end_line - 1, place.end_column - 1)
    )
