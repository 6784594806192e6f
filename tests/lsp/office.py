"""A press office with facts and drafts, and what the language server says of them to a client that a test drives."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities

FACTS = """factcheck: 1
source: {title: 2023年统计公报, publisher: 港城区统计局, published: 2024-02-01, url: "https://港城.example/公报"}
language: zh
facts:
  - id: institutions
    claim: 全区共有58家金融机构
    subject: 金融机构
    value: 58家
    note: 含村镇银行
  - {id: quarters, claim: 全年改造老旧小区300个, subject: 老旧小区, value: 300个}
  - {id: zone, name: 全国社区治理和服务创新实验区, never: [全国社区治理和服务创新试验区]}
"""
WAIT = 20  # seconds until a test gives up


class Office:
    """A folder with facts, and what the server says of its drafts."""

    def __init__(self, root: Path, client: LanguageClient) -> None:
        self.root = root
        self.client = client
        self._version = 0
        self._opened: list[str] = []

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    async def open(self, text: str, name: str = "稿.txt") -> list[types.Diagnostic]:
        """Open a draft that holds a text, and wait for what is found in it."""
        self._version += 1
        self._opened.append(name)
        item = types.TextDocumentItem(self.uri(name), "plaintext", self._version, text)
        return await self.told(name, lambda: self.client.text_document_did_open(types.DidOpenTextDocumentParams(item)))

    def change(self, text: str, name: str = "稿.txt") -> None:
        self._version += 1
        document = types.VersionedTextDocumentIdentifier(self._version, self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close_draft(self, name: str = "稿.txt") -> None:
        self._opened.remove(name)
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def close(self) -> None:
        """Close what is still open, and wait until the server knows."""
        for name in tuple(self._opened):
            await self.told(name, partial(self.close_draft, name))

    async def told(
        self, name: str, act: Callable[[], object], enough: Callable[[list[types.Diagnostic]], bool] | None = None
    ) -> list[types.Diagnostic]:
        """What the next diagnostics of a file are after an act, or the first that are `enough`."""
        self.client.diagnostics.pop(self.uri(name), None)
        act()
        async with asyncio.timeout(WAIT):
            while True:
                if self.uri(name) in self.client.diagnostics:
                    found = list(self.client.diagnostics[self.uri(name)])
                    if enough is None or enough(found):
                        return found
                await asyncio.sleep(0.01)

    async def messages(self) -> list[str]:
        """What the server has said to the writer, when it has said anything."""
        async with asyncio.timeout(WAIT):
            while not self.client.messages:
                await asyncio.sleep(0.01)
        return [message.message for message in self.client.messages]

    def at(self, name: str = "稿.txt", line: int = 0, character: int = 0) -> dict[str, Any]:
        """A place, as the parameters of questions have it."""
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(name)),
            "position": types.Position(line, character),
        }


Connect = Callable[..., Awaitable[Office]]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def vscode() -> types.ClientCapabilities:
    return client_capabilities("visual-studio-code")


def furnish(root: Path) -> Path:
    """Make a folder a repository with a facts file."""
    (root / ".git").mkdir()
    (root / "facts").mkdir()
    (root / "facts" / "港城.yaml").write_text(FACTS, encoding="utf-8")
    return root
