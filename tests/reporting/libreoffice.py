"""A Word document, and its comments as LibreOffice Writer shows them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import docx


def write_document(paragraphs: Iterable[str], file: Path) -> None:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(file))


def in_writer(document: Path) -> list[tuple[str, str, str]]:
    """The words that each comment stands at, who wrote it, and what it says."""
    out = document.parent / "writer"
    command = ["--headless", f"-env:UserInstallation={(out / 'profile').as_uri()}", "--convert-to", "fodt"]
    program = str(shutil.which("soffice"))
    subprocess.run([program, *command, "--outdir", out, document], check=True, capture_output=True, timeout=300)
    return _annotations(out / f"{document.stem}.fodt")


def _annotations(file: Path) -> list[tuple[str, str, str]]:
    """The words that each annotation of an OpenDocument file stands at, who wrote it, and what it says."""
    office, text = (
        "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
        "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
    )
    found: dict[str, list[str]] = {}
    open_now: set[str] = set()

    def walk(element: ElementTree.Element) -> None:
        name = element.get(f"{office}name") or ""
        if element.tag == f"{office}annotation":
            creator = element.findtext("{http://purl.org/dc/elements/1.1/}creator") or ""
            found[name] = ["", creator, "\n".join("".join(each.itertext()) for each in element.iter(f"{text}p"))]
            open_now.add(name)
        elif element.tag == f"{office}annotation-end":
            open_now.remove(name)
        else:
            hear(element.text)
            for child in element:
                walk(child)
        hear(element.tail)

    def hear(words: str | None) -> None:
        for each in open_now:
            found[each][0] += words or ""

    walk(ElementTree.parse(file).getroot())  # noqa: S314 - LibreOffice's own
    assert not open_now
    return [(words, creator, said) for words, creator, said in found.values()]
