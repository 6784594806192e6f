"""The language server as a client meets it: a process of its own, driven over its pipes."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types
from office import FACTS, Connect, Office, furnish, utf16, vscode
from pytest_lsp import LanguageClient, make_test_lsp_client

pytestmark = pytest.mark.asyncio(loop_scope="module")

DRAFT = "港城区2023年经济运行情况\n\n🚢至年底,全区共有57家金融机构,改造老旧小区300个。\n"
LINE = DRAFT.split("\n")[2]


def range_of(part: str, line: int = 2, text: str = LINE) -> types.Range:
    start = text.index(part)
    first, last = utf16(text[:start]), utf16(text[: start + len(part)])
    return types.Range(types.Position(line, first), types.Position(line, last))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return furnish(tmp_path)


async def started(
    folder: Path,
    capabilities: types.ClientCapabilities | None = None,
    options: object = None,
    configuration: dict[str, object] | None = None,
    **env: str,
) -> LanguageClient:
    """A server in a folder, for a client with these capabilities and settings."""
    client = make_test_lsp_client()
    if configuration is not None:
        client.set_configuration(configuration, section="factcheck")
    await client.start_io(sys.executable, "-m", "factcheck", "lsp", "--stdio", env={**os.environ, **env})
    await client.initialize_session(
        types.InitializeParams(
            capabilities or vscode(), root_uri=folder.as_uri(), initialization_options=options,
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "office")],
        )
    )  # fmt: skip
    return client


async def ended(client: LanguageClient) -> None:
    await client.shutdown_session()
    server = client._server  # noqa: SLF001
    assert server is not None
    assert server.returncode == 0
    await client.stop()  # type: ignore[no-untyped-call]


@pytest_asyncio.fixture(loop_scope="module")
async def connect(folder: Path) -> AsyncIterator[Connect]:
    """Start a server of the test's own, in the folder of the office."""
    clients: list[LanguageClient] = []

    async def start(*given: Any, **more: Any) -> Office:
        clients.append(await started(folder, *given, **more))
        return Office(folder, clients[-1])

    yield start
    for client in clients:
        await ended(client)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """One server for all tests that leave its settings and facts as they are."""
    folder = furnish(tmp_path_factory.mktemp("office"))
    client = await started(folder, FACTCHECK_CACHE="")
    yield Office(folder, client)
    await ended(client)


@pytest_asyncio.fixture(loop_scope="module")
async def office(shared: Office) -> AsyncIterator[Office]:
    office = Office(shared.root, shared.client)
    yield office
    await office.close()


# Diagnostics


async def test_a_wrong_figure_is_marked_in_utf_16(office: Office) -> None:
    (found,) = await office.open(DRAFT)
    assert found.range == range_of("57家")
    assert (found.severity, found.code, found.source) == (types.DiagnosticSeverity.Error, "fact-mismatch", "factcheck")
    assert found.message == "57家 differs from 58家: one digit is wrong"


async def test_the_fact_is_a_related_place(office: Office) -> None:
    (found,) = await office.open(DRAFT)
    (related,) = found.related_information or ()
    assert related.message == "全区共有58家金融机构"
    assert related.location.uri == (office.root / "facts" / "港城.yaml").as_uri()
    assert related.location.range.start == types.Position(4, 4)


async def test_another_place_of_the_draft_is_a_related_place(office: Office) -> None:
    contradictory = "合作社目前已注册365家。\n\n🚢回望全年,合作社目前已注册356家。\n"
    (contradiction,) = (each for each in await office.open(contradictory) if each.code == "contradiction")
    (related,) = contradiction.related_information or ()
    assert related.location == types.Location(
        office.uri("稿.txt"), types.Range(types.Position(0, 8), types.Position(0, 12))
    )


async def test_the_rule_is_linked_to_a_page_that_explains_it(connect: Connect, tmp_path: Path) -> None:
    office = await connect(FACTCHECK_CACHE=str(tmp_path / "cache"))
    (found,) = await office.open(DRAFT)
    assert found.code_description is not None
    page = Path.from_uri(found.code_description.href) if hasattr(Path, "from_uri") else None
    pages = list((tmp_path / "cache" / "rules").rglob("fact-mismatch.md"))
    assert [each.as_uri() for each in pages] == [found.code_description.href]
    assert page in (None, pages[0])
    assert (
        pages[0]
        .read_text("utf-8")
        .startswith("# fact-mismatch\n\nFlag a figure that the facts file gives differently.")
    )


async def test_a_client_that_knows_neither_links_nor_related_places_gets_none(connect: Connect, tmp_path: Path) -> None:
    office = await connect(types.ClientCapabilities(), FACTCHECK_CACHE=str(tmp_path / "cache"))
    (found,) = await office.open(DRAFT)
    assert (found.code_description, found.related_information) == (None, None)
    assert not (tmp_path / "cache" / "rules").exists()


@pytest.mark.parametrize(
    ("offered", "width"),
    [(["utf-8", "utf-16"], 4), (["utf-32", "utf-16"], 1), (["utf-16"], 2), (["utf-7", "utf-16"], 2), (None, 2)],
)
async def test_columns_count_what_the_client_prefers(connect: Connect, offered: list[str] | None, width: int) -> None:
    general = types.GeneralClientCapabilities(position_encodings=offered)
    office = await connect(types.ClientCapabilities(general=general))
    (found,) = (each for each in await office.open("🚢57家金融机构在全区。") if each.code == "fact-mismatch")
    assert found.range.start == types.Position(0, width)


async def test_notes_on_the_draft_as_a_whole_are_gathered(office: Office) -> None:
    found = await office.open("一切如常。")
    assert [(each.code, each.message) for each in found] == [
        ("missing-fact", "missing-fact (2): institutions · quarters")
    ]
    assert found[0].range == types.Range(types.Position(0, 0), types.Position(0, 0))
    assert [related.message for related in found[0].related_information or ()] == [
        "全区共有58家金融机构", "全年改造老旧小区300个",
    ]  # fmt: skip


async def test_a_change_is_checked_when_the_writer_pauses(office: Office) -> None:
    await office.open(DRAFT)
    found = await office.told("稿.txt", lambda: office.change(DRAFT.replace("57", "58")))
    assert found == []


async def test_only_the_last_of_many_changes_is_reported(connect: Connect) -> None:
    office = await connect(options={"delay": 300})
    await office.open(DRAFT)
    heard: list[types.PublishDiagnosticsParams] = []

    def hear(params: types.PublishDiagnosticsParams) -> None:
        heard.append(params)
        office.client.diagnostics[params.uri] = params.diagnostics

    office.client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = hear

    def write() -> None:
        for number in range(59, 99):
            office.change(DRAFT.replace("57", str(number)))

    found = await office.told("稿.txt", write)
    assert [each.message for each in found] == ["98家 differs from 58家: one digit is wrong"]
    assert [(params.version, len(params.diagnostics)) for params in heard] == [(41, 1)]


async def test_saving_checks_at_once(connect: Connect) -> None:
    office = await connect(options={"delay": 60_000})
    await office.open(DRAFT)
    office.change(DRAFT.replace("57", "58"))
    document = types.TextDocumentIdentifier(office.uri("稿.txt"))
    saved = types.DidSaveTextDocumentParams(document)
    assert await office.told("稿.txt", lambda: office.client.text_document_did_save(saved)) == []


async def test_closing_clears(office: Office) -> None:
    await office.open(DRAFT)
    assert await office.told("稿.txt", office.close_draft) == []


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff"])
async def test_an_empty_draft_is_no_fault(office: Office, text: str) -> None:
    assert await office.open(text) == []


async def test_lines_end_where_the_protocol_ends_them(office: Office) -> None:
    """A form feed, U+2028 and U+0085 end no line; a lone carriage return does."""
    text = "甲\x0c乙\u2028丙\x85丁\r全区共有57家金融机构。"
    (found,) = (each for each in await office.open(text) if each.code == "fact-mismatch")
    assert found.range == types.Range(types.Position(1, 4), types.Position(1, 7))


async def test_a_draft_that_was_never_saved_is_checked_by_the_facts_of_the_workspace(office: Office) -> None:
    uri = "untitled:Untitled-1"
    item = types.TextDocumentItem(uri, "plaintext", 1, DRAFT)
    waiting = office.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    office.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    told = await waiting
    assert (told.uri, [each.code for each in told.diagnostics]) == (uri, ["fact-mismatch"])


# Facts


async def test_facts_are_read_again_when_their_file_changes(connect: Connect) -> None:
    office = await connect()
    await office.open(DRAFT)
    facts = office.root / "facts" / "港城.yaml"
    right = FACTS.replace("58家", "57家")
    assert await office.told("稿.txt", lambda: facts.write_text(right, encoding="utf-8"), enough=no_more) == []


def no_more(found: list[types.Diagnostic]) -> bool:
    return not found


def mismatched(found: list[types.Diagnostic]) -> bool:
    return any(each.code == "fact-mismatch" for each in found)


async def test_a_new_facts_file_counts(connect: Connect) -> None:
    office = await connect()
    assert not mismatched(await office.open("全年新增挂牌企业13家。"))
    more = "factcheck: 1\nlanguage: zh\nfacts:\n  - {id: listed, claim: 全年新增挂牌企业12家, value: 12家}\n"
    path = office.root / "facts" / "more.yaml"
    found = await office.told("稿.txt", lambda: path.write_text(more, encoding="utf-8"), enough=mismatched)
    assert "13家 differs from 12家: one digit is wrong" in [each.message for each in found]


async def test_a_broken_facts_file_is_told_where_it_is_broken_and_the_facts_of_before_stay(connect: Connect) -> None:
    office = await connect()
    await office.open(DRAFT)
    facts = office.root / "facts" / "港城.yaml"
    broken = FACTS.replace("subject: 金融机构", "subjet: 金融机构")
    found = await office.told("facts/港城.yaml", lambda: facts.write_text(broken, encoding="utf-8"))
    assert [(each.range.start, each.severity) for each in found] == [
        (types.Position(6, 4), types.DiagnosticSeverity.Error)
    ]
    assert "subject" in found[0].message
    assert ["facts/港城.yaml:7:5" in said for said in await office.messages()] == [True]
    changed = await office.told("稿.txt", lambda: office.change(DRAFT.replace("57", "59")))
    assert [each.message for each in changed] == ["59家 differs from 58家: one digit is wrong"]
    assert await office.told("facts/港城.yaml", lambda: facts.write_text(FACTS, encoding="utf-8")) == []


async def test_an_open_facts_file_is_checked_as_it_is_written(office: Office) -> None:
    broken = FACTS.replace("value: 58家", "value: 五十八")
    found = await office.open(broken.replace("id: quarters", "id: institutions"), "facts/港城.yaml")
    assert {each.range.start.line for each in found} >= {9}
    assert await office.told("facts/港城.yaml", lambda: office.change(FACTS, "facts/港城.yaml")) == []


async def test_other_yaml_is_no_draft_and_no_facts_file(office: Office) -> None:
    assert await office.open("jobs: {a: 57家金融机构}\n", "ci.yml") == []


async def test_without_facts_the_text_is_checked_alone(connect: Connect, folder: Path) -> None:
    (folder / "facts" / "港城.yaml").unlink()
    office = await connect()
    found = await office.open("合作社目前已注册365家。\n\n回望全年,合作社目前已注册356家。\n")
    assert [each.code for each in found] == ["contradiction"]


async def test_a_configuration_counts_from_when_it_comes(connect: Connect) -> None:
    office = await connect()
    await office.open(DRAFT)
    toml = office.root / "factcheck.toml"
    ignored = 'ignore = ["fact-mismatch"]\n'
    assert await office.told("稿.txt", lambda: toml.write_text(ignored, encoding="utf-8"), enough=no_more) == []
    wrong = await office.told("factcheck.toml", lambda: toml.write_text("ignor = []\n", encoding="utf-8"))
    assert [each.range.start for each in wrong] == [types.Position(0, 0)]
    assert await office.told("factcheck.toml", lambda: toml.write_text(ignored, encoding="utf-8")) == []
    assert await office.told("稿.txt", lambda: office.change(f"{DRAFT} ")) == []


# Hover and definition


async def test_hovering_tells_the_fact_and_its_source(office: Office) -> None:
    await office.open(DRAFT)
    hover = await office.client.text_document_hover_async(
        types.HoverParams(**office.at(line=2, character=range_of("57家").start.character + 1))
    )
    assert hover is not None
    assert hover.range == range_of("57家")
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind == types.MarkupKind.Markdown
    place = (office.root / "facts" / "港城.yaml").as_uri()
    for part in (
        "**fact-mismatch**: 57家 differs from 58家: one digit is wrong",
        "全区共有58家金融机构 (58家)",
        f"institutions, [facts/港城.yaml:5]({place}#L5)",
        "2023年统计公报, 港城区统计局, 2024-02-01",
        "含村镇银行",
    ):
        assert part in hover.contents.value


async def test_a_figure_that_agrees_has_its_fact_too(office: Office) -> None:
    await office.open(DRAFT)
    hover = await office.client.text_document_hover_async(
        types.HoverParams(**office.at(line=2, character=range_of("300个").start.character))
    )
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value.startswith("**verified**\n\nfact")


async def test_a_name_has_its_entry_and_a_word_has_none(office: Office) -> None:
    await office.open("获批全国社区治理和服务创新实验区称号。")
    name = await office.client.text_document_hover_async(types.HoverParams(**office.at(character=5)))
    assert name is not None
    assert "zone" in str(name.contents)
    word = await office.client.text_document_hover_async(types.HoverParams(**office.at(character=0)))
    assert word is None


async def test_a_client_without_markdown_gets_plain_text(connect: Connect) -> None:
    office = await connect(types.ClientCapabilities())
    await office.open(DRAFT)
    hover = await office.client.text_document_hover_async(
        types.HoverParams(**office.at(line=2, character=range_of("57家").start.character))
    )
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind == types.MarkupKind.PlainText
    assert "institutions, facts/港城.yaml:5\n" in hover.contents.value


async def test_a_figure_leads_to_its_fact(office: Office) -> None:
    await office.open(DRAFT)
    found = await office.client.text_document_definition_async(
        types.DefinitionParams(**office.at(line=2, character=range_of("57家").start.character))
    )
    assert isinstance(found, list)
    (place,) = found
    assert isinstance(place, types.Location)
    assert (place.uri, place.range.start) == ((office.root / "facts" / "港城.yaml").as_uri(), types.Position(4, 4))


# Actions


async def actions(
    office: Office, at: types.Range, name: str = "稿.txt", only: list[str] | None = None
) -> list[types.CodeAction]:
    shown = office.client.diagnostics[office.uri(name)]
    context = types.CodeActionContext([each for each in shown if each.range == at], only=only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(office.uri(name)), at, context)
    found = await office.client.text_document_code_action_async(params)
    return [each for each in found or () if isinstance(each, types.CodeAction)]


async def test_a_suggestion_can_be_written(office: Office) -> None:
    (diagnostic,) = await office.open(DRAFT)
    (action,) = await actions(office, diagnostic.range)
    assert (action.title, action.kind, action.is_preferred) == ("Write “58家”", "quickfix", None)
    assert list(action.diagnostics or ()) == [diagnostic]
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert (change.text_document.uri, change.text_document.version) == (office.uri("稿.txt"), 1)
    assert list(change.edits) == [types.TextEdit(diagnostic.range, "58家")]


async def test_a_client_without_versioned_edits_gets_plain_ones(connect: Connect) -> None:
    office = await connect(types.ClientCapabilities())
    (diagnostic,) = await office.open(DRAFT)
    (action,) = await actions(office, diagnostic.range)
    assert action.edit is not None
    changes = {uri: list(edits) for uri, edits in (action.edit.changes or {}).items()}
    assert changes == {office.uri("稿.txt"): [types.TextEdit(diagnostic.range, "58家")]}


async def test_what_is_certain_is_preferred_and_can_be_written_at_once(office: Office) -> None:
    text = "获批全国社区治理和服务创新试验区。\n\n全国社区治理和服务创新试验区揭牌,共有57家金融机构。\n"
    found = await office.open(text)
    names = [each for each in found if each.code == "name-mismatch"]
    (quick, *_) = await actions(office, names[0].range, only=["quickfix"])
    assert (quick.title, quick.is_preferred) == ("Write “全国社区治理和服务创新实验区”", True)
    (whole,) = await actions(office, types.Range(types.Position(0, 0), types.Position(0, 0)), only=["source.fixAll"])
    assert whole.edit is not None
    (change,) = whole.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert [each.range for each in change.edits if isinstance(each, types.TextEdit)] == [each.range for each in names]


async def test_actions_are_of_the_kinds_that_are_asked_for(office: Office) -> None:
    (diagnostic,) = await office.open(DRAFT)
    assert await actions(office, diagnostic.range, only=["refactor"]) == []
    assert await actions(office, diagnostic.range, only=["quick"]) == []
    assert len(await actions(office, diagnostic.range, only=[""])) == 1


@pytest.mark.parametrize(
    ("name", "text", "behind"),
    [
        ("稿.md", "# 简报\n\n至年底,全区共有57家金融机构,改造老旧小区**300**个。\n\n完。\n", ""),
        (
            "稿.html",
            "<h1>简报</h1>\n<nav>99家</nav>\n<p>至年底,全区共有<b>57</b>家金融机构,改造老旧小区300个。</p>\n<p>完。\n",
            "</p>",
        ),
    ],
)
async def test_a_finding_can_be_ignored_with_a_comment(office: Office, name: str, text: str, behind: str) -> None:
    (diagnostic,) = await office.open(text, name)
    *_, ignore = await actions(office, diagnostic.range, name)
    assert ignore.title == "Ignore fact-mismatch here, with a comment"
    assert ignore.edit is not None
    (change,) = ignore.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.TextEdit)
    line = text.split("\n")[2].removesuffix(behind)
    assert edit.range.start == types.Position(2, utf16(line))
    ignored = text.replace(line, line + edit.new_text)
    assert await office.told(name, lambda: office.change(ignored, name)) == []
    given = ignored.replace("-- -->", "-- 统计口径不同 -->")
    assert await office.told(name, lambda: office.change(given, name)) == []


async def test_what_a_draft_leaves_out_can_be_ignored_as_a_whole(office: Office) -> None:
    text = "一切如常。\n\n| 指标 | 数 |\n|---|---|\n| 甲 | 乙 |\n"
    (diagnostic,) = await office.open(text, "稿.md")
    (ignore,) = await actions(office, diagnostic.range, "稿.md")
    assert ignore.edit is not None
    (change,) = ignore.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.TextEdit)
    assert edit.range.start == types.Position(5, 0)
    assert await office.told("稿.md", lambda: office.change(text + edit.new_text, "稿.md")) == []


async def test_markup_without_text_is_no_fault_while_it_is_written(office: Office) -> None:
    assert await office.open("```\n57家金融机构\n```\n", "稿.md") == []


# Completion


async def completed(office: Office, character: int, line: int = 0) -> list[types.CompletionItem]:
    found = await office.client.text_document_completion_async(
        types.CompletionParams(**office.at(line=line, character=character))
    )
    assert isinstance(found, types.CompletionList)
    return list(found.items)


async def test_the_figure_of_the_sentence_comes_first(office: Office) -> None:
    await office.open("🚢今年改造老旧小区")
    first = (await completed(office, utf16("🚢今年改造老旧小区")))[0]
    assert first.label == "300个"
    assert first.detail == "全年改造老旧小区300个"
    at = types.Position(0, utf16("🚢今年改造老旧小区"))
    assert first.text_edit == types.TextEdit(types.Range(at, at), "300个")


async def test_a_figure_that_is_begun_is_gone_on_with(office: Office) -> None:
    await office.open("全区金融机构增至5家。")
    (only,) = await completed(office, 9)
    assert only.label == "58家"
    assert only.text_edit == types.TextEdit(types.Range(types.Position(0, 8), types.Position(0, 10)), "58家")


async def test_without_a_word_to_go_by_every_figure_is_offered(office: Office) -> None:
    await office.open("。")
    assert [item.label for item in await completed(office, 0)] == ["58家", "300个"]


# Settings


async def test_settings_choose_rules_and_facts(connect: Connect, folder: Path) -> None:
    (folder / "other.yaml").write_text(FACTS.replace("58家", "59家"), encoding="utf-8")
    office = await connect(options={"facts": ["other.yaml"], "ignore": ["contradiction"]})
    (found,) = await office.open(DRAFT)
    assert found.message == "57家 differs from 59家: one digit is wrong"


async def test_settings_are_asked_for_where_the_client_answers(connect: Connect) -> None:
    office = await connect(configuration={"ignore": ["fact-mismatch"], "strict": True})
    found = await office.open(DRAFT.replace("300", "300个,新增挂牌企业12家,绿地400"))
    errors = [each.code for each in found if each.severity == types.DiagnosticSeverity.Error]
    assert errors == ["unsupported-claim", "unsupported-claim"]


async def test_changed_settings_are_in_force_at_once(connect: Connect) -> None:
    office = await connect(types.ClientCapabilities())
    await office.open(DRAFT)
    changed = types.DidChangeConfigurationParams({"factcheck": {"noFacts": True}})
    act = lambda: office.client.workspace_did_change_configuration(changed)  # noqa: E731
    assert await office.told("稿.txt", act) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"selekt": ["sum-mismatch"]}, "factcheck: factcheck has no setting “selekt”; did you mean “select”?"),
        ({"select": ["sum-mismach"]}, "factcheck: --select: no such rule: sum-mismach; did you mean sum-mismatch?"),
        ({"strict": "yes"}, "factcheck: settings of factcheck: Expected `bool`, got `str` - at `$.strict`"),
        ([], "factcheck: the settings of factcheck are an object with keys, not list"),
    ],
)
async def test_wrong_settings_are_told_and_change_nothing(connect: Connect, options: object, said: str) -> None:
    office = await connect(types.ClientCapabilities(), options=options)
    assert [each.code for each in await office.open(DRAFT)] == ["fact-mismatch"]
    assert [message[: len(said)] for message in await office.messages()] == [said]


async def test_null_settings_are_the_usual_ones_and_a_clients_own_are_passed_by(connect: Connect) -> None:
    office = await connect(vscode(), options={"settings": {"facts": None, "trace": {"server": "off"}}})
    assert [each.code for each in await office.open(DRAFT)] == ["fact-mismatch"]
    assert office.client.messages == []
