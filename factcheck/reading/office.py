"""Documents of older and other word processors, which LibreOffice makes Word documents of, where it is installed.

It runs apart from the user's own: with settings of its own, no macros, nothing fetched that a document links to, and an end to
its patience. The copy that it makes is deleted as soon as it is read.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.model.message import Message, say
from factcheck.reading.binary import binary_kind
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import Part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"

# Streams of a compound file (MS-CFB 2.6.1): a Word document's (MS-DOC 2.1.1), an encrypted package's (MS-OFFCRYPTO 2.3.4.4).
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

# Seconds: a hundred pages take about ten, a first start as many.
_PATIENCE = 120

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""

_SAVE_AS_DOCX = say("save it from its program as .docx, and check that file")

# Where its installers put it beside the path.
_HOMES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.com")


def read(data: bytes, path: str) -> Iterable[Part]:
    """The parts of a .doc, .wps, .rtf or .odt. Raises ReadingError where LibreOffice is missing, or can't read it either."""
    called, suffix = _kind(data, path)
    program = libre_office()
    if program is None:
        needs = say("{called}; reading it needs LibreOffice, which is not installed here", called=called)
        raise ReadingError(path, needs, _SAVE_AS_DOCX)
    converted = _converted(program, data, suffix)
    if converted is None:
        failed = say(
            "{called}, which LibreOffice can't read; is it damaged, or protected by a password?", called=called
        )
        raise ReadingError(path, failed, _SAVE_AS_DOCX)
    from factcheck.reading.word import read as read_word  # noqa: PLC0415 - not needed for an error

    return read_word(converted, path)


def libre_office() -> str | None:
    """The program, where it is installed."""
    names = ("soffice", "libreoffice", *_HOMES)
    return next((found for name in names if (found := shutil.which(name)) is not None), None)


def _kind(data: bytes, path: str) -> tuple[Message, str]:
    """What a file is, and the suffix that it should have. Raises ReadingError for what is no text document."""
    if data.startswith(_RTF):
        return say("a document in rich text format"), ".rtf"
    if not data.startswith(_OLE):
        return say("an OpenDocument file"), ".odt"
    if _ENCRYPTED_STREAM in data:
        locked = say("an Office document that is encrypted")
        raise ReadingError(path, locked, say("save it without a password, and check that file"))
    if _WORD_STREAM in data:
        return say("a document of an old word processor (.doc, .wps)"), ".doc"
    if path.lower().endswith(".wps"):  # of Microsoft Works, whose streams have other names
        return say("a document of an old word processor (.doc, .wps)"), ".wps"
    kind = binary_kind(data)
    raise ReadingError(path, say("{kind}, not plain text", kind=kind.what), kind.advice) if kind else AssertionError


def _converted(program: str, data: bytes, suffix: str) -> bytes | None:
    """The document as .docx; None where LibreOffice doesn't manage."""
    with TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        draft = folder / f"draft{suffix}"
        draft.write_bytes(data)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        wanted = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out")]
        _run([program, profile, "--headless", "--norestore", *wanted, str(draft)])
        made = folder / "out" / "draft.docx"
        return made.read_bytes() if made.is_file() else None


def _run(command: list[str]) -> None:
    """Run a program in silence, and end it with all that it started when it takes too long."""
    nowhere = subprocess.DEVNULL
    try:
        with subprocess.Popen(  # noqa: S603 - a list of words, no shell
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        ) as running:
            try:
                running.wait(_PATIENCE)
            except BaseException:  # also when the user gives up
                _end(running)
                raise
    except (OSError, subprocess.TimeoutExpired):
        return


def _end(running: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
