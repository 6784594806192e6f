"""The methods of the protocol, and what each answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from msgspec import Struct
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck.lsp.actions import FIX_ALL, QUICK_FIX, Asked, Target, actions
from factcheck.lsp.completion import TRIGGERS, completion
from factcheck.lsp.desk import OpenDesk
from factcheck.lsp.diagnostics import Reader, diagnostics, of_facts
from factcheck.lsp.drafts import Answer, OpenDrafts
from factcheck.lsp.entries import behind
from factcheck.lsp.facts_files import is_configuration, is_yaml
from factcheck.lsp.hover import Page, hover
from factcheck.lsp.places import Files, Places, uri_of
from factcheck.lsp.settings import Settings, SettingsError, settings_of
from factcheck.model.document import Language
from factcheck.model.message import Message, say
from factcheck.model.problem import Problem
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.pipeline import Known
from factcheck.reporting.columns import Unit
from factcheck.reporting.plain import plain_line
from factcheck.translation.locales import LANGUAGES, language_of
from factcheck.translation.translator import translator_for

# How often facts files are looked at, in seconds. Not every editor watches files, and none watches outside its workspace.
WATCH = 1.0

# And how long a change is left alone, in seconds: many programs empty a file before they write it.
SETTLE = 0.2

_UNITS: dict[str, Unit] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}


class Shown(Struct, frozen=True):
    """An answer with the places of its draft."""

    answer: Answer
    checked: Checked
    places: Places


class Server(LanguageServer):
    """The server of one client. `open_desk` makes anew how drafts are checked when the client's settings change.

    It speaks the language that the client sets, else `ui_language`, else that of the configuration, else that in which the
    editor speaks (the protocol's `locale`), else that of the environment.
    """

    def __init__(self, version: str, open_desk: OpenDesk, ui_language: Language | None = None) -> None:
        super().__init__("factcheck", version, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._open_desk = open_desk
        self._settings = Settings()
        self._drafts = OpenDrafts(open_desk(self._settings))
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._watching: asyncio.Task[None] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._ui_language = ui_language
        self._editor: Language | None = None
        self.translate = translator_for(ui_language or language_of(os.environ))
        self.ended_well = False
        _register(self)

    # What the client is like

    @property
    def unit(self) -> Unit:
        """The unit of columns that was agreed on."""
        return _UNITS[types.PositionEncodingKind(self.workspace.position_encoding).value]

    def page(self, formats: Sequence[types.MarkupKind]) -> Page:
        """How to write for a client that understands these formats."""
        return Page(types.MarkupKind.Markdown in formats, self.translate)

    def reader(self) -> Reader:
        document = self.client_capabilities.text_document
        capability = document.publish_diagnostics if document is not None else None
        return Reader(
            related=bool(capability and capability.related_information),
            link=bool(capability and capability.code_description_support),
            translate=self.translate,
        )

    # Checking

    def put(self, uri: str, delay: float = 0) -> None:
        """Take over the text of a file as it stands, and check it when nothing has changed for so many seconds."""
        if is_configuration(path_of(uri)):
            return
        document = self.workspace.get_text_document(uri)
        self._drafts.put(uri, path_of(uri), document.source, document.version)
        self.check(uri, delay)

    def close(self, uri: str) -> None:
        self._forget(uri)
        self._drafts.close(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def check(self, uri: str, delay: float = 0) -> None:
        self._forget(uri)
        self._waiting[uri] = asyncio.create_task(self._publish(uri, delay))

    def check_all(self) -> None:
        """Check every open draft anew: what they are held against has changed."""
        self._drafts.outdate()
        for draft in self._drafts:
            self.check(draft.uri)

    async def refresh(self) -> None:
        """Read facts and configuration anew."""
        await self._drafts.ask(lambda desk: desk.refresh())
        self.choose_language()
        self.check_all()

    async def shown(self, uri: str) -> Shown | None:
        """What is found in a draft as it stands now; None where there is nothing to check."""
        answer = await self._drafts.answer(uri)
        if answer is None or answer.checked is None:
            return None
        return Shown(answer, answer.checked, Places(answer.checked.case.document, self.unit))

    async def known(self, shown: Shown) -> Known | None:
        """The facts that a draft is held against."""
        return await self._drafts.ask(lambda desk: desk.known(shown.checked.case.document))

    async def _publish(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            answer = await self._drafts.answer(uri)
        except Exception as error:  # a fault of the program must neither end the server nor pass for a clean draft
            self.tell(say("{path} can't be checked: {why}", path=path_of(uri), why=repr(error)))
            return
        if answer is None:
            return
        files = Files(self.unit)
        found = [of_facts(problem, files, self.translate) for problem in answer.problems]
        if answer.checked is not None:
            places = Places(answer.checked.case.document, self.unit)
            found += diagnostics(answer.checked, uri, places, files, self.reader())
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, answer.version))
        await self._publish_problems()

    async def _publish_problems(self) -> None:
        """Show what is wrong in files of facts and settings that are not open, each where it stands, and say so once."""
        problems = await self._drafts.ask(lambda desk: desk.problems())
        if problems == self._problems:
            return
        opened = {os.path.realpath(draft.path) for draft in self._drafts}
        files = Files(self.unit)
        for path in sorted({problem.path for problem in (*problems, *self._problems)}):
            if os.path.realpath(path) not in opened:
                found = [of_facts(problem, files, self.translate) for problem in problems if problem.path == path]
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri_of(path), found))
        self._problems = problems
        if problems:
            self.tell(say("can't be used: {problem}", problem=problems[0].placed))

    def _forget(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    # Settings, and the life of the server

    async def adopt(self, given: object) -> None:
        """Use what a client has set; where that is wrong it is told so, and what was in force stays."""
        try:
            settings = settings_of(given)
            desk = self._open_desk(settings)
        except SettingsError as error:
            for message in error.messages:
                self.tell(message)
            return
        self._settings, self._drafts.desk = settings, desk
        self.choose_language()
        self.check_all()

    def choose_language(self, locale: str | None = None) -> None:
        """Speak the language that is asked for; `locale` is the editor's own, when it tells."""
        if locale:
            self._editor = language_of({"LANG": locale})
        set_by_client = next((language for language in LANGUAGES if language == self._settings.ui_language), None)
        asked = (set_by_client, self._ui_language, self._drafts.desk.ui_language, self._editor)
        self.translate = translator_for(next(filter(None, asked), None) or language_of(os.environ))

    @property
    def delay(self) -> float:
        """Seconds without a change before a draft is checked."""
        return self._settings.delay / 1000

    async def ask_settings(self) -> None:
        """Ask for the settings, of a client that can be asked."""
        workspace = self.client_capabilities.workspace
        if workspace is not None and workspace.configuration:
            items = [types.ConfigurationItem(section="factcheck")]
            (given,) = await self.workspace_configuration_async(types.ConfigurationParams(items))
            if given is not None:
                await self.adopt(given)

    def watch(self) -> None:
        self._watching = asyncio.create_task(self._watch())

    def stop(self) -> None:
        for task in (*self._waiting.values(), self._watching):
            if task is not None:
                task.cancel()
        self._drafts.stop()

    def tell(self, message: Message) -> None:
        """Say something to whoever sits at the editor."""
        self.window_show_message(
            types.ShowMessageParams(types.MessageType.Error, f"factcheck: {plain_line(self.translate(message))}")
        )

    async def _watch(self) -> None:
        try:
            while True:
                await asyncio.sleep(WATCH)
                if await self._drafts.are_outdated():
                    await asyncio.sleep(SETTLE)
                    await self.refresh()
        except Exception as error:  # whoever trusts that facts are read again must know that they are not
            self.tell(say("changes of facts are no longer seen: {why}", why=repr(error)))


def path_of(uri: str) -> str:
    """The path of a file; that of a draft that was never saved is its name, as if it lay in the workspace.

    A file in or below the working directory has a relative path, as on the command line.
    """
    path = to_fs_path(uri)
    if path is None:
        return unquote(uri.partition(":")[2]).lstrip("/") or uri
    working = Path.cwd()
    return str(Path(path).relative_to(working)) if Path(path).is_relative_to(working) else path


def _register(server: Server) -> None:
    _register_life(server)
    _register_texts(server)
    _register_questions(server)


def _register_life(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    async def initialize(params: types.InitializeParams) -> None:
        root = server.workspace.root_path or next(
            (to_fs_path(folder.uri) for folder in params.workspace_folders or ()), None
        )
        if root:
            with suppress(OSError):  # relative paths of settings and the search for facts start from the workspace
                os.chdir(root)
        server.choose_language(params.locale)
        await server.adopt(params.initialization_options)

    @server.feature(types.INITIALIZED)
    async def initialized(_params: types.InitializedParams) -> None:
        server.watch()
        await server.ask_settings()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        workspace = server.client_capabilities.workspace
        if workspace is not None and workspace.configuration:
            await server.ask_settings()
        else:
            await server.adopt(params.settings)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(_params: types.DidChangeWatchedFilesParams) -> None:
        await server.refresh()

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        server.ended_well = True
        server.stop()


def _register_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.put(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.put(params.text_document.uri, server.delay)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if is_yaml(path) or is_configuration(path):
            await server.refresh()
        else:
            server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _register_questions(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovering(params: types.HoverParams) -> types.Hover | None:
        shown = await server.shown(params.text_document.uri)
        if shown is None:
            return None
        page = server.page(_hover_formats(server.client_capabilities))
        told = hover(shown.checked, shown.places.offset(params.position), page)
        if told is None:
            return None
        return types.Hover(page.content(told.text), shown.places.range(told.span))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.Location] | None:
        shown = await server.shown(params.text_document.uri)
        if shown is None:
            return None
        found, files = behind(shown.checked, shown.places.offset(params.position)), Files(server.unit)
        origins = [entry.origin for entry, _ in found.entries]
        return [files.location(origin.path, origin.line, origin.column) for origin in origins]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([QUICK_FIX, FIX_ALL]))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        shown = await server.shown(params.text_document.uri)
        if shown is None:
            return None
        span = Span(shown.places.offset(params.range.start), shown.places.offset(params.range.end))
        asked = Asked(span, params.context.diagnostics, params.context.only)
        target = Target(shown.answer.uri, _versioned(server.client_capabilities), shown.answer.version)
        return list(actions(shown.checked, shown.places, target, asked, server.translate))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    async def completing(params: types.CompletionParams) -> types.CompletionList | None:
        shown = await server.shown(params.text_document.uri)
        known = await server.known(shown) if shown is not None else None
        if shown is None or known is None:
            return None
        page = server.page(_completion_formats(server.client_capabilities))
        items = completion(shown.checked, known, shown.places.offset(params.position), shown.places, page)
        return types.CompletionList(is_incomplete=True, items=items)


def _hover_formats(client: types.ClientCapabilities) -> Sequence[types.MarkupKind]:
    document = client.text_document
    return (document and document.hover and document.hover.content_format) or ()


def _completion_formats(client: types.ClientCapabilities) -> Sequence[types.MarkupKind]:
    document = client.text_document
    items = document and document.completion and document.completion.completion_item
    return (items and items.documentation_format) or ()


def _versioned(client: types.ClientCapabilities) -> bool:
    workspace = client.workspace
    return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)
