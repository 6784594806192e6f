"""Batches that are done, as Parquet files in an archive's folder.

    documents/KEY.parquet   claims/KEY.parquet   findings/KEY.parquet      one of each for a batch, named by its key
    errors.parquet          the documents that could not be checked
    archive.json            what the whole is, and its parts in the order of the source

A file is written to a temporary name and renamed. The part's documents come last: where they are, all of it is there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from factcheck.archive import schema
from factcheck.archive.errors import ArchiveError
from factcheck.archive.rows import Row
from factcheck.model.message import say
from factcheck.translation.foreign import reason

_TABLES = {"findings": schema.FINDINGS, "claims": schema.CLAIMS, "documents": schema.DOCUMENTS}
_MANIFEST = "archive.json"


class Part(Struct, frozen=True):
    """The three files of a batch, as bytes of Parquet."""

    documents: bytes
    claims: bytes
    findings: bytes


class Manifest(Struct, frozen=True):
    """What an archive is: `archive.json`. It names no time, so that the same run writes the same file."""

    schema_version: int = schema.VERSION
    tool: str = ""
    source: str = ""
    facts: tuple[str, ...] | None = None
    complete: bool = False
    documents: int = 0
    errors: int = 0
    parts: tuple[str, ...] = ()


def part_of(documents: Iterable[Row], claims: Iterable[Row], findings: Iterable[Row]) -> Part:
    """The part of these rows."""
    return Part(
        _written(pa.Table.from_pylist(list(documents), schema.DOCUMENTS)),
        _written(pa.Table.from_pylist(list(claims), schema.CLAIMS)),
        _written(pa.Table.from_pylist(list(findings), schema.FINDINGS)),
    )


def joined(parts: Sequence[Part]) -> Part:
    """Several parts as the one that it would be if they had been done together."""
    return Part(**{name: _joined([getattr(part, name) for part in parts], _TABLES[name]) for name in _TABLES})


def _joined(files: Sequence[bytes], form: pa.Schema) -> bytes:
    tables = [pq.read_table(pa.BufferReader(file)) for file in files]
    return _written(pa.Table.from_pylist(pa.concat_tables(tables).to_pylist(), form))


def _written(table: pa.Table) -> bytes:
    sink = BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


class Folder:
    """The folder of an archive. Methods raise ArchiveError where it can't be read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Make the folder ready to be written to. Nothing that is no archive's is written into."""
        try:
            if self.path.exists() and any(self.path.iterdir()) and not (self.path / _MANIFEST).exists():
                raise ArchiveError(
                    say("{path}: there is something else in this folder; name a new or an empty one", path=self.path)
                )
            for name in _TABLES:
                (self.path / name).mkdir(parents=True, exist_ok=True)
            if not (self.path / _MANIFEST).exists():
                self._put(self.path / _MANIFEST, _json(Manifest()))
        except OSError as error:
            raise self._unwritten(error) from error

    def holds(self, key: str) -> bool:
        """Whether the part of a batch is done."""
        return self.file("documents", key).exists()

    def file(self, table: str, key: str) -> Path:
        return self.path / table / f"{key}.parquet"

    def put(self, key: str, part: Part) -> None:
        """Keep the part of a batch."""
        try:
            for name in _TABLES:
                self._put(self.file(name, key), getattr(part, name))
        except OSError as error:
            raise self._unwritten(error) from error

    def close(self, manifest: Manifest) -> Manifest:
        """Write what concerns all parts, and remove what belongs to none of them. Gives the manifest with its counts."""
        failed, documents = [], 0
        try:
            for key in manifest.parts:
                columns = ["document", "failure", "message"]
                table = pq.read_table(self.file("documents", key), columns=columns, partitioning=None)
                documents += len(table)
                failed.append(table.filter(table["failure"].is_valid()))
            errors = pa.concat_tables([schema.ERRORS.empty_table(), *failed]).combine_chunks()
            self._put(self.path / "errors.parquet", _written(errors))
            whole = msgspec.structs.replace(manifest, complete=True, documents=documents, errors=len(errors))
            self._put(self.path / _MANIFEST, _json(whole))
            self._remove_all_but(set(manifest.parts))
        except OSError as error:
            raise self._unwritten(error) from error
        return whole

    def manifest(self) -> Manifest:
        """What the archive is. Raises ArchiveError where it is none, or its run has not come to its end."""
        try:
            found = msgspec.json.decode((self.path / _MANIFEST).read_bytes(), type=Manifest)
        except (OSError, msgspec.DecodeError) as error:
            raise ArchiveError(
                say("{path}: this is no archive's folder; `factcheck archive run` makes one", path=self.path)
            ) from error
        if not found.complete:
            raise ArchiveError(
                say(
                    "{path}: its run has not come to its end; the same `factcheck archive run` goes on with it",
                    path=self.path,
                )
            )
        return found

    def _remove_all_but(self, keys: set[str]) -> None:
        for name in _TABLES:
            for file in (self.path / name).glob("*.parquet"):
                if file.stem not in keys:
                    file.unlink()
            for left in (self.path / name).glob(".*.new"):  # of a run that was killed
                left.unlink()

    def _put(self, file: Path, data: bytes) -> None:
        draft = file.with_name(f".{file.name}.{os.getpid()}.new")
        try:
            draft.write_bytes(data)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)

    def _unwritten(self, error: OSError) -> ArchiveError:
        return ArchiveError(
            say("{file}: can't be written ({why})", file=error.filename or self.path, why=reason(error))
        )


def _json(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
