"""Every format, as a program reads it that knows nothing of factcheck: what it makes of one draft with one wrong figure.

`python tests/reporting/readers.py` runs them all and writes the table of the README; `test_readers.py` keeps it true.
"""

from __future__ import annotations

import asyncio
import csv as rfc4180
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, Literal, NamedTuple
from xml.etree import ElementTree

from browser import chromium
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from libreoffice import in_writer, write_document
from lsprotocol import types
from markdown_it import MarkdownIt
from pages import marks, parsed
from pytest_lsp import client_capabilities, make_test_lsp_client
from workflow_commands import command

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).with_name("schemas")
README = ROOT / "README.md"
HEAD = "<!-- python tests/reporting/readers.py makes this table -->\n"

WRONG = "57家"
# Characters of two and four units, joined and combined, before and behind the figure.
LINE = f"e\u0301 至年底,👩\u200d👩\u200d👧𠮷区共有{WRONG}金融机构🚢。"
DRAFT = f"港城简报 🚢\n\n{LINE}\n"
NAME = "稿件/港城.txt"
FACTS = """factcheck: 1
language: zh
facts:
  - {id: institutions, claim: 全区共有58家金融机构, subject: 金融机构, value: 58家}
"""

Unit = Literal["code points", "UTF-16", "bytes"]
_UNITS: dict[Unit, tuple[str, int]] = {
    "code points": ("utf-32-le", 4),
    "UTF-16": ("utf-16-le", 2),
    "bytes": ("utf-8", 1),
}


class Desk(NamedTuple):
    """A folder with facts and the draft, in which reports are made."""

    folder: Path

    def run(self, *words: str) -> str:
        """What a program prints; it must end well."""
        ended = subprocess.run(words, cwd=self.folder, capture_output=True, check=False, timeout=300, encoding="utf-8")
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def report(self, format: str) -> Path:  # noqa: A002 - the option's name
        file = self.folder / f"report.{format}"
        options = ["--format", format, "--output", file.name, "--fail-on", "never"]
        self.run(sys.executable, "-m", "factcheck", "verify", NAME, *options)
        return file

    def text(self, format: str) -> str:  # noqa: A002
        return self.report(format).read_text("utf-8")


class Reader(NamedTuple):
    """A program that reads a format; `needs` is a command that may be missing."""

    format: str
    name: str
    read: Callable[[Desk], str]
    needs: str | None = None

    @property
    def is_here(self) -> bool:
        return self.needs is None or tool(self.needs) is not None


def furnish(folder: Path) -> Desk:
    for name, text in ((NAME, DRAFT), ("facts/港城.yaml", FACTS)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()
    return Desk(folder)


def tool(name: str) -> str | None:
    """A command on the path, or of npm's packages in the project."""
    return shutil.which(name) or shutil.which(name, path=ROOT / "node_modules" / ".bin")


def marked(line: int, first: int, last: int | None, unit: Unit) -> str:
    """What a reader says of the figure's place, from 1; it must cut the figure, in the reader's own unit."""
    codec, size = _UNITS[unit]
    text = DRAFT.split("\n")[line - 1].encode(codec)
    rest = text[(first - 1) * size : None if last is None else (last - 1) * size].decode(codec)
    assert rest == WRONG if last is not None else rest.startswith(WRONG), rest
    return f"{WRONG} at {line}:{first}{'' if last is None else f'–{last}'} ({unit})"


def valid(document: Any, schema: Path) -> None:
    Draft202012Validator(json.loads(schema.read_text("utf-8-sig"))).validate(document)


# One function a reader


def by_json_schema(desk: Desk) -> str:
    report = json.loads(desk.text("json"))
    valid(report, ROOT / "factcheck" / "reporting" / "report.schema.json")
    (finding,) = report["documents"][0]["findings"]
    return marked(finding["span"]["line"], finding["span"]["column"], finding["span"]["end_column"], "code points")


def by_oasis_schema(desk: Desk) -> str:
    log = json.loads(desk.text("sarif"))
    valid(log, SCHEMAS / "sarif-2.1.0.json")
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = result["locations"][0]["physicalLocation"]["region"]
    return marked(region["startLine"], region["startColumn"], region["endColumn"], "code points")


def by_sarif_multitool(desk: Desk) -> str:
    verdict = desk.folder / "verdict.sarif"
    desk.run(str(tool("sarif-multitool")), "validate", str(desk.report("sarif")), "--output", str(verdict))
    results = json.loads(verdict.read_text("utf-8-sig"))["runs"][0]["results"]
    faults = [each for each in results if each["ruleId"] != "SARIF2005" and each.get("level") != "none"]
    assert faults == []
    return "no fault; it misses a home page (SARIF2005), which the project has none of"


def by_the_runners_parser(desk: Desk) -> str:
    read = command(desk.text("github").rstrip("\n"))
    assert read is not None
    line, first, last = (int(read.properties[key]) for key in ("line", "col", "endColumn"))
    return marked(line, first, last, "code points")


def by_gitlab_schema(desk: Desk) -> str:
    report = json.loads(desk.text("gitlab"))
    valid(report, SCHEMAS / "gitlab.json")
    (issue,) = report
    places = issue["location"]["positions"]
    return marked(places["begin"]["line"], places["begin"]["column"], places["end"]["column"], "code points")


def by_junitparser(desk: Desk) -> str:
    (suite,) = JUnitXml.fromfile(str(desk.report("junit")))
    (case,) = suite
    assert (suite.failures, case.classname) == (1, NAME)
    where = re.match(rf"{NAME}:(\d+):(\d+): ", case.result[0].text)
    assert where is not None
    return marked(int(where[1]), int(where[2]), None, "code points")


def rdjson_range(desk: Desk) -> str:
    (diagnostic,) = json.loads(desk.text("rdjson"))["diagnostics"]
    place = diagnostic["location"]["range"]
    return marked(place["start"]["line"], place["start"]["column"], place["end"]["column"], "bytes")


def by_reviewdog_schema(desk: Desk) -> str:
    valid(json.loads(desk.text("rdjson")), SCHEMAS / "rdjson.json")
    return rdjson_range(desk)


def by_rdformat_validator(desk: Desk) -> str:
    desk.run(str(tool("rdformat-validator")), "--strict", "--no-extra-fields", str(desk.report("rdjson")))
    return f"no fault; {rdjson_range(desk)}"


def by_markdown_it(desk: Desk) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(desk.text("markdown"))
    cells = [token.content for token in tokens if token.type == "inline"]
    assert any(f"<b>{WRONG}</b>" in cell for cell in cells)
    (where,) = (cell for cell in cells if re.fullmatch(r"\d+:\d+", cell))
    line, column = map(int, where.split(":"))
    return marked(line, column, None, "code points")


def in_mark(page: str) -> str:
    """The one mark of a page, of which the code points before it in the draft are known."""
    (mark,) = marks(parsed(page))
    assert (mark.text, mark.look) == (WRONG, "error")
    line = DRAFT.count("\n", 0, mark.start) + 1
    column = mark.start - DRAFT.rfind("\n", 0, mark.start)
    return marked(line, column, column + len(mark.text), "code points")


def by_html5lib(desk: Desk) -> str:
    return in_mark(desk.text("html"))


def by_chromium(desk: Desk) -> str:
    with chromium(desk.folder / "chromium") as page:
        page.open(desk.report("html").as_uri())
        assert page.heard == []
        return in_mark(page.html())


def csv_place(row: dict[str, str]) -> str:
    assert row["found"] == WRONG
    return marked(int(row["line"]), int(row["column"]), int(row["end_column"]), "code points")


def by_csv_module(desk: Desk) -> str:
    sheet = StringIO(desk.report("csv").read_text("utf-8-sig"), newline="")
    (row,) = rfc4180.DictReader(sheet, strict=True)
    return csv_place(row)


def by_libreoffice(desk: Desk) -> str:
    rows, formulas = in_libreoffice(desk.report("csv"))
    assert formulas == 0
    (row,) = (dict(zip(rows[0], cells, strict=False)) for cells in rows[1:])
    return f"{csv_place(row)}, no formula"


def in_libreoffice(sheet: Path) -> tuple[list[list[str]], int]:
    """The cells of a CSV file as LibreOffice Calc reads them, and how many of them it takes for formulas."""
    out = sheet.parent / "calc"
    profile = (sheet.parent / "profile").as_uri()
    options = ["--convert-to", "fods", "--infilter=CSV:44,34,76,1", "--outdir", str(out)]
    command = [str(tool("soffice")), "--headless", f"-env:UserInstallation={profile}", *options, str(sheet)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    tree = ElementTree.parse(out / f"{sheet.stem}.fods")  # noqa: S314 - LibreOffice's own
    office = "{urn:oasis:names:tc:opendocument:xmlns:"
    cell, repeated = f"{office}table:1.0}}table-cell", f"{office}table:1.0}}number-columns-repeated"
    rows = [
        [
            "\n".join("".join(line.itertext()) for line in each.iter(f"{office}text:1.0}}p"))
            for each in row.iter(cell)
            for _ in range(int(each.get(repeated, "1")))
        ]
        for row in tree.iter(f"{office}table:1.0}}table-row")
    ]
    return rows, sum(f"{office}table:1.0}}formula" in each.attrib for each in tree.iter(cell))


def by_writer(desk: Desk) -> str:
    """What LibreOffice Writer shows of the draft as a Word document, with comments."""
    draft, copy = desk.folder / "港城.docx", desk.folder / "copy.docx"
    write_document(DRAFT.splitlines(), draft)
    desk.run(sys.executable, "-m", "factcheck", "verify", draft.name, "--annotate", copy.name, "--fail-on", "never")
    ((words, creator, _),) = in_writer(copy)
    assert words == WRONG
    return f"a comment by {creator} at {words}"


def by_quickfix(program: str) -> Callable[[Desk], str]:
    """Where `:cfirst` lands, with the settings that the README gives."""

    def read(desk: Desk) -> str:
        seen = desk.folder / "seen.json"
        settings = desk.folder / "settings.vim"
        settings.write_text(vim_settings(), encoding="utf-8")
        (desk.folder / "bin").mkdir(exist_ok=True)
        script = desk.folder / "bin" / "factcheck"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
        script.chmod(0o755)
        steps = [
            f"let $PATH = '{script.parent}:' . $PATH", f"edit {NAME}", "silent make", "silent cfirst",
            f"call writefile([json_encode([line('.'), col('.'), getqflist()[0].text])], '{seen}')", "qall!",
        ]  # fmt: skip
        options = ["--headless", "--clean", "-n"] if program == "nvim" else ["-N", "-u", "NONE", "-n", "-es"]
        started = [tool(program) or program, *options, "--cmd", "set encoding=utf-8", "-S", str(settings)]
        subprocess.run(
            [*started, *(word for step in steps for word in ("-c", step))],
            cwd=desk.folder, env={**os.environ, "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL, capture_output=True,
            check=False, timeout=60,
        )  # fmt: skip
        line, column, text = json.loads(seen.read_text("utf-8"))
        assert text.strip() == "error fact-mismatch 57家 differs from 58家: one digit is wrong"
        return f"the cursor on {marked(line, column, None, 'bytes')}"

    return read


def vim_settings() -> str:
    """The README's own settings for Vim."""
    found = re.search(r"^```vim\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def by_pytest_lsp(desk: Desk) -> str:
    (diagnostic,) = asyncio.run(_diagnostics(desk))
    start, end = diagnostic.range.start, diagnostic.range.end
    return marked(start.line + 1, start.character + 1, end.character + 1, "UTF-16")


async def _diagnostics(desk: Desk) -> list[types.Diagnostic]:
    client = make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "factcheck", "lsp", env=dict(os.environ))
    capabilities = client_capabilities("visual-studio-code")
    await client.initialize_session(types.InitializeParams(capabilities, root_uri=desk.folder.as_uri()))
    uri = (desk.folder / NAME).as_uri()
    told = client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    item = types.TextDocumentItem(uri, "plaintext", 1, DRAFT)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    found = await asyncio.wait_for(told, 60)
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]
    return list(found.diagnostics)


def by_neovim_client(desk: Desk) -> str:
    seen = desk.folder / "neovim.json"
    environment = {
        **os.environ,
        "FACTCHECK_COMMAND": "\n".join([sys.executable, "-m", "factcheck", "lsp"]),
        "FACTCHECK_ROOT": str(desk.folder),
        "FACTCHECK_SEEN": str(seen),
        "LC_ALL": "C.UTF-8",
    }
    script = ROOT / "tests" / "lsp" / "client.lua"
    subprocess.run(
        [str(tool("nvim")), "--headless", "--clean", "-n", "-S", str(script), NAME],
        cwd=desk.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    read = json.loads(seen.read_text("utf-8"))
    assert "error" not in read, read["error"]
    (found,) = read["diagnostics"]
    assert read["from_cursor"].startswith(WRONG)
    return f"underlines {marked(found['line'] + 1, found['first'] + 1, found['last'] + 1, 'bytes')}"


READERS = (
    Reader("json", "jsonschema, by the published schema", by_json_schema),
    Reader("sarif", "jsonschema, by the schema of the standard", by_oasis_schema),
    Reader("sarif", "Microsoft's sarif-multitool", by_sarif_multitool, "sarif-multitool"),
    Reader("github", "the parser of GitHub's runner, written again", by_the_runners_parser),
    Reader("gitlab", "jsonschema, by GitLab's documentation", by_gitlab_schema),
    Reader("junit", "junitparser", by_junitparser),
    Reader("rdjson", "jsonschema, by reviewdog's definition", by_reviewdog_schema),
    Reader("rdjson", "rdformat-validator", by_rdformat_validator, "rdformat-validator"),
    Reader("markdown", "markdown-it", by_markdown_it),
    Reader("html", "html5lib, in which any fault is an error", by_html5lib),
    Reader("html", "Chromium", by_chromium, "chromium"),
    Reader("csv", "Python's csv", by_csv_module),
    Reader("csv", "LibreOffice Calc", by_libreoffice, "soffice"),
    Reader("`verify --annotate`", "LibreOffice Writer", by_writer, "lowriter"),
    Reader("concise", "Vim's quickfix list", by_quickfix("vim"), "vim"),
    Reader("concise", "Neovim's quickfix list", by_quickfix("nvim"), "nvim"),
    Reader("`factcheck lsp`", "pytest-lsp, with Visual Studio Code's abilities", by_pytest_lsp),
    Reader("`factcheck lsp`", "Neovim's client", by_neovim_client, "nvim"),
)


def row(reader: Reader, desk: Desk) -> str:
    shown = reader.format if reader.format.startswith("`") else f"`{reader.format}`"
    return f"| {shown} | {reader.name} | {reader.read(desk)} |\n"


@cache
def table(readme: str) -> tuple[str, ...]:
    """The rows of the README's table, or none."""
    found = re.search(rf"{re.escape(HEAD)}\|.*\n\|.*\n((?:\|.*\n)*)", readme)
    return tuple(found[1].splitlines(keepends=True)) if found else ()


def main() -> int:
    missing = [reader.needs for reader in READERS if not reader.is_here]
    if missing:
        print(f"not installed here: {', '.join(map(str, missing))}", file=sys.stderr)  # noqa: T201
        return 1
    with tempfile.TemporaryDirectory() as folder:
        desk = furnish(Path(folder))
        rows = "".join(row(reader, desk) for reader in READERS)
    readme = README.read_text("utf-8")
    made = f"{HEAD}| format | read by | what it finds |\n| --- | --- | --- |\n{rows}"
    README.write_text(re.sub(rf"{re.escape(HEAD)}(?:\|.*\n)*", lambda _: made, readme), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
