"""A text as PDF, by several producers: each lays it out and names its characters in a way of its own."""

from __future__ import annotations

import shutil
import subprocess
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

_CHINESE = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
_LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def reportlab(text: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "", fontName="STSong-Light", fontSize=11, leading=17, wordWrap="CJK", spaceAfter=8, firstLineIndent=22
    )
    file = BytesIO()
    SimpleDocTemplate(file).build([Paragraph(escape(line), style) for line in _lines(text)])
    return file.getvalue()


def fpdf2(text: str) -> bytes:
    if not _CHINESE.exists() or not _LATIN.exists():
        pytest.skip("fonts are not installed (Debian: apt-get install fonts-droid-fallback fonts-dejavu-core)")
    document = FPDF()
    document.add_page()
    document.add_font("chinese", fname=_CHINESE)
    document.add_font("latin", fname=_LATIN)
    document.set_fallback_fonts(["latin"], exact_match=False)
    document.set_font("chinese", size=11)
    for line in _lines(text):
        document.multi_cell(0, 7, line, align="L")
        document.ln(4)
    return bytes(document.output())


def chromium(text: str) -> bytes:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with TemporaryDirectory() as folder:
        page, printed = Path(folder, "draft.html"), Path(folder, "draft.pdf")
        page.write_text("<meta charset=utf-8>" + "".join(f"<p>{escape(line)}</p>" for line in _lines(text)), "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        subprocess.run([program, *options, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True)
        return printed.read_bytes()


def libreoffice(text: str) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-writer)")
    with TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(text, "utf-8")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = [profile, "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([program, *options, str(draft)], check=True, capture_output=True, timeout=120)
        return Path(folder, "draft.pdf").read_bytes()
