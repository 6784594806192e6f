"""Paths as services want them: relative to the root of the repository, with forward slashes; as URIs where asked for."""

from __future__ import annotations

import os
from urllib.parse import quote

from msgspec import Struct

_STANDARD_INPUT = "-"


class Folders(Struct, frozen=True):
    """Two absolute paths: `here` is what relative paths start from, `root` what they are reported relative to."""

    here: str
    root: str

    def relative(self, path: str) -> str:
        """A path below the root without `.` and `..`; one outside of it in full. Nothing is looked up on disk."""
        if path == _STANDARD_INPUT:
            return path
        whole = os.path.normpath(os.path.join(self.here, path))  # noqa: PTH118 - pathlib keeps `..`
        shown = whole.removeprefix(os.path.join(self.root, ""))  # noqa: PTH118
        return _decodable(shown.replace(os.sep, "/"))

    def uri(self, path: str) -> str:
        """The same as a URI reference (RFC 3986), percent-encoded; a file: URI for a path outside of the root."""
        shown = self.relative(path)
        if shown.startswith("/"):
            return f"file://{quote(shown)}"
        return f"file:///{quote(shown, safe='/:')}" if os.path.splitdrive(shown)[0] else quote(shown)


def _decodable(path: str) -> str:
    """The path in valid Unicode: bytes of a file's name that are no UTF-8 become U+FFFD, as no JSON can hold them."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
