"""Documents of other word processors: by LibreOffice where it is installed, else with an error that says what to do."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from word_files import docx, p

from factcheck.reading import ReadingError, office, read_document
from factcheck.reading.drafts import find_drafts

TEXT = "全区共有76家金融机构。"
RTF = b"{\\rtf1\\ansi The district has 76 banks.}"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + "WordDocument".encode("utf-16-le")

needs_writer = pytest.mark.skipif(
    office.libre_office() is None or not any(Path("/usr/lib/libreoffice/program").glob("libswlo*")),
    reason="LibreOffice Writer is not installed here",
)


def by_libre_office(folder: Path, suffix: str) -> bytes:
    """A document in a format of LibreOffice's, made of a Word document."""
    (folder / "draft.docx").write_bytes(docx(p(TEXT) + p("完。")))
    office._run(  # noqa: SLF001
        [
            str(office.libre_office()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(folder / "out"),
            str(folder / "draft.docx"),
        ]
    )
    return (folder / "out" / f"draft.{suffix}").read_bytes()


@needs_writer
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_what_libre_office_reads(suffix: str, tmp_path: Path) -> None:
    document = read_document(by_libre_office(tmp_path, suffix), "draft.bin")
    assert document.text == f"{TEXT}\n完。"
    assert [str(document.told(block.span)) for block in document.blocks] == ["paragraph 1", "paragraph 2"]


@needs_writer
def test_what_libre_office_cannot_read_either() -> None:
    with pytest.raises(ReadingError, match=r"draft\.doc: .* which LibreOffice can't read"):
        read_document(OLD_WORD, "draft.doc")


@needs_writer
def test_nothing_that_a_document_links_to_is_fetched() -> None:
    asked = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)

        def listen() -> None:
            try:
                server.accept()[0].close()
                asked.set()
            except OSError:
                return

        listener = threading.Thread(target=listen)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        link = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt }}}}'.encode()
        document = read_document(RTF[:-1] + link + b"}", "draft.rtf")
        assert document.text == "The district has 76 banks."
        assert not asked.is_set()
        server.shutdown(socket.SHUT_RDWR)
    listener.join()


@pytest.mark.parametrize(("data", "name"), [(RTF, "draft.rtf"), (OLD_WORD, "draft.doc"), (OLD_WORD, "draft.wps")])
def test_without_libre_office_the_error_says_what_to_do(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "libre_office", lambda: None)
    with pytest.raises(ReadingError, match=r"needs LibreOffice, which is not installed here.*\.docx"):
        read_document(data, name)


def test_an_old_spreadsheet_is_no_text() -> None:
    sheet = OLD_WORD[:1024] + "Workbook".encode("utf-16-le")
    with pytest.raises(ReadingError, match="an old Office program"):
        read_document(sheet, "draft.xls")


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "libre_office", lambda: str(program))
    monkeypatch.setattr(office, "_PATIENCE", 0.5)
    with pytest.raises(ReadingError, match="LibreOffice can't read"):
        read_document(RTF, "draft.rtf")


def test_folders_are_searched_for_documents_but_not_for_locks(tmp_path: Path) -> None:
    for name in ("a.docx", "~$a.docx", ".~lock.a.docx#", "b.doc", "c.wps", "d.rtf", "e.odt"):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(path).name for path in find_drafts([str(tmp_path)])] == ["a.docx", "b.doc", "c.wps", "d.rtf", "e.odt"]
