"""Loading facts files: folders and files in, one FactBase out, or every fault of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.facts.compiled.header import is_database, is_index
from factcheck.facts.entries import FactsFile, read_file
from factcheck.facts.fields import Faults
from factcheck.facts.files import facts_files, of_file
from factcheck.facts.problems import FactsError, taken
from factcheck.facts.yaml_nodes import YamlError, compose
from factcheck.model.fact import Fact, FactBase, Officer, OfficialName, Origin, Quotation
from factcheck.model.message import say
from factcheck.model.problem import Problem, undecodable
from factcheck.translation.foreign import reason

MAX_BYTES = 256 * 2**20  # a facts file of 100,000 entries has about 30 MB


def load_facts(paths: Sequence[Path]) -> FactBase:
    """All facts of these files, and of the *.yaml and *.yml files in and below these folders, in that order.

    Raises FactsError with all problems of all files when there is any.
    """
    files: list[FactsFile] = []
    problems: list[Problem] = []
    for path in facts_files(paths, problems):
        text = _read_text(path, problems)
        files.append(FactsFile(str(path)) if text is None else _parse(text, str(path), problems))
    return _gather(files, problems)


def facts_of(text: str, path: str = "-") -> FactBase:
    """The facts of a file that is at hand as text; `path` names it in origins. Raises FactsError."""
    problems: list[Problem] = []
    return _gather([_parse(text, path, problems)], problems)


def _gather(files: Sequence[FactsFile], problems: list[Problem]) -> FactBase:
    entries = [entry for file in files for entry in file.entries]
    _check_ids(((entry.id, entry.origin) for entry in entries), problems)
    if problems:
        order = {file.path: place for place, file in enumerate(files)}
        raise FactsError(sorted(problems, key=lambda each: (order.get(each.path, -1), each.line, each.column)))
    return FactBase(
        facts=tuple(entry for entry in entries if isinstance(entry, Fact)),
        names=tuple(entry for entry in entries if isinstance(entry, OfficialName)),
        people=tuple(entry for entry in entries if isinstance(entry, Officer)),
        quotes=tuple(entry for entry in entries if isinstance(entry, Quotation)),
        paths=tuple(file.path for file in files),
        sources=tuple(file.source for file in files),
    )


def _check_ids(ids: Iterable[tuple[str, Origin]], problems: list[Problem]) -> None:
    """An id may stand once, over all files."""
    first: dict[str, Origin] = {}
    for name, origin in ids:
        known = first.setdefault(name, origin)
        if known is not origin:
            problems.append(taken(name, origin, known))


# From a file to nodes


def _parse(text: str, path: str, problems: list[Problem]) -> FactsFile:
    faults = Faults(path)
    try:
        file = read_file(compose(text), faults)
    except YamlError as error:
        problems.append(Problem(path, error.line, error.column, error.said, error.advice))
        return FactsFile(path)
    problems.extend(faults.problems)
    return file


def _read_text(path: Path, problems: list[Problem]) -> str | None:
    if is_index(path):
        advice = say("name it by itself, or what it was made of")
        problems.append(of_file(path, say("this is a compiled index"), advice))
        return None
    if is_database(path):
        advice = say("make an index of it: factcheck facts compile {path}", path=path)
        problems.append(of_file(path, say("this is a database, not a facts file"), advice))
        return None
    try:
        if path.stat().st_size > MAX_BYTES:
            said = say("the file is larger than {size} MB", size=MAX_BYTES // 2**20)
            problems.append(of_file(path, said, say("split it: a folder of facts files is read as one")))
            return None
        return _decode(path, path.read_bytes(), problems)
    except OSError as error:
        problems.append(of_file(path, say("the file can't be read: {why}", why=reason(error))))
        return None


def _decode(path: Path, data: bytes, problems: list[Problem]) -> str | None:
    """UTF-8 text, or UTF-16 with a byte order mark, as YAML has it."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problems.append(undecodable(str(path), data, error, encoding.removesuffix("-sig").upper()))
        return None
