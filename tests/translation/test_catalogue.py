"""The catalogues hold what the program says: all of it and no more, rightly filled in, by the glossary, and compiled.

What fails here tells what to do; `python tests/translation/catalogue.py` does what can be done without a translator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from catalogue import (
    COMMAND,
    TRANSLATED,
    compiled,
    gathered,
    read,
    said_of_examples,
    source_file,
    template,
    translator_of,
    untranslated,
)

from factcheck.model.document import Language

FOUND = gathered()
HAN = "\u4e00-\u9fff"
CODE = re.compile(r"`[^`]*`|“[^”]*”|\{[^}]*\}|'[^']*'|\[\[?\w+\]?\]|[\w-]+ = \S+|--[a-z-]+|\b[a-z]+(?:-[a-z]+)+\b")


def texts(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def lines(found: Iterable[object]) -> str:
    return "\n".join(map(str, found))


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def entries(language: Language) -> list[Entry]:
    return [entry for entry in read(language) if entry.id]


def pairs(language: Language) -> list[tuple[str, str]]:
    """Each message with its translation; that of several stands for that of one, too, where a language has no other."""
    return [(texts(entry.id)[-1], texts(entry.string)[-1]) for entry in entries(language) if entry.string]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_in_the_catalogue_and_no_other(language: Language) -> None:
    said, held = ({str(entry.id) for entry in each if entry.id} for each in (template(), read(language)))
    advice = f"run `{COMMAND}`, and translate what it prints in {source_file(language)}"
    assert sorted(said - held) == [], f"these messages are new: {advice}"
    assert sorted(held - said) == [], f"nobody says these messages any more: {advice}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: Language) -> None:
    missing = [entry.id for entry in untranslated(read(language))]
    assert missing == [], f"write their msgstr in {source_file(language)}, then run `{COMMAND}`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_places_of_its_message(language: Language) -> None:
    templates = {found.id for found in FOUND if found.kind == "template"}
    wrong = []
    for entry in entries(language):
        if entry.id in templates or tuple(texts(entry.id)) in templates:
            wanted = {tuple(placeholders(text)) for text in texts(entry.id) if "{" in text and placeholders_in(text)}
            wrong += [(entry.id, text) for text in texts(entry.string or "") if not fits(text, wanted)]
    assert wrong == [], f"each must hold the same {{places}} as its message: correct {source_file(language)}"


def placeholders_in(text: str) -> bool:
    return re.search(r"\{\w+", text) is not None


def fits(text: str, wanted: set[tuple[str, ...]]) -> bool:
    found = tuple(placeholders(text)) if placeholders_in(text) else ()
    return found in wanted if wanted else not found


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_code_of_its_message(language: Language) -> None:
    """What a reader is to type stays as it is, but for the words that stand for his own."""
    wrong = [
        (said, told)
        for said, told in pairs(language)
        if sorted(re.findall(r"`[^`]+`|--[a-z][a-z-]+", said)) != sorted(re.findall(r"`[^`]+`|--[a-z][a-z-]+", told))
        and "COMMAND" not in said
    ]
    assert not wrong, lines(wrong)


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_rules_say_of_their_examples_is_current(language: Language) -> None:
    catalogue = read(language)
    said = said_of_examples(translator_of(catalogue))
    examples = {str(found.id) for found in FOUND if found.kind == "said"}
    stale = [text for text in sorted(examples) if catalogue[text].string != said.get(text)]
    assert stale == [], f"run `{COMMAND}`: a template or its translation has changed"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_current(language: Language) -> None:
    kept = source_file(language).with_suffix(".mo").read_bytes()
    assert messages(kept) == messages(compiled(read(language))), f"run `{COMMAND}`"


def messages(data: bytes) -> dict[Any, str]:
    """What a compiled catalogue holds, without its head, which names the tool that wrote it."""
    held: dict[Any, str] = vars(GNUTranslations(BytesIO(data)))["_catalog"]
    return {key: text for key, text in held.items() if key}


def glossary(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    """The words that the head of a catalogue lays down, each with those that may stand for it."""
    lines = re.findall(r"^# (.+?) = (.+)$", catalogue.header_comment, re.MULTILINE)
    return {word: tuple(other.strip() for other in others.split("|")) for word, others in lines}


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_are_translated_by_the_glossary(language: Language) -> None:
    words = glossary(read(language))
    assert len(words) > 10
    wrong = [
        (word, said, told)
        for said, told in pairs(language)
        for word, others in words.items()
        if re.search(rf"\b{word}s?\b", CODE.sub("", said).lower()) and not any(other in told for other in others)
    ]
    assert not wrong, f"see the glossary at the head of {source_file(language)}:\n{lines(wrong)}"


def test_chinese_is_set_as_chinese() -> None:
    faults = {
        "a half-width mark beside Han": rf"[{HAN}][,;:!?]|[,;:!?][{HAN}]",
        "a space between Han and a figure": rf"[{HAN}] +\d|(?<![\w.-])\d+ +[{HAN}]",
        "no space between Han and a letter": rf"[{HAN}][A-Za-z]|[A-Za-z][{HAN}]",
        "half-width brackets round Han": rf"\([{HAN}]|[{HAN}]\)",
        "a space beside a full-width mark": r"[，。：；？！（）、] | [，。：；？！（）、]",
        "straight quotes round Han": rf"[\"'][{HAN}]|[{HAN}][\"']",
        "a word that no newsroom writes to its own": "您",
    }
    found = [
        (fault, told)
        for said, told in pairs("zh")
        for fault, pattern in faults.items()
        if re.search(pattern, CODE.sub("¤", told)) and said != "PATH:LINE[:COLUMN]..."
    ]
    assert not found, lines(found)


def test_a_sentence_stays_a_sentence() -> None:
    sentences = {found.id for found in FOUND if found.kind != "said" and not str(found.id).endswith("...")}
    wrong = [
        (said, told)
        for said, told in pairs("zh")
        if said in sentences and said.endswith((".", "…")) != told.endswith("。")
    ]
    assert not wrong, lines(wrong)
