"""The catalogues of what the program says. `python tests/translation/catalogue.py` gathers all messages anew.

A message that is new comes into each catalogue without a translation, one that nobody says any more goes, and what is translated
is compiled. Then write the msgstr of what is missing (it is printed), and run this again.

Messages are found in two ways. Those in calls of `say`, `counted` and `msgid` are read from the code. What rules, commands, forms
and templates hold is taken from them as the program itself lists it; what a rule says of its examples is not written by hand
but made by running them in the language.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from factcheck.cli.app import COMMANDS, Tree, application
from factcheck.cli.pages import PAGES
from factcheck.config import form as config_form
from factcheck.facts import form as facts_form
from factcheck.facts.load import facts_of
from factcheck.model.document import Language
from factcheck.model.rule import Bad, Good, Rule
from factcheck.pipeline import check
from factcheck.reading import document_of
from factcheck.reporting.rule_page import marked
from factcheck.rules import all_rules
from factcheck.translation.locales import LANGUAGES
from factcheck.translation.translator import Translator, catalogue_file, translator_by

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "factcheck"
COMMAND = f"python {Path(__file__).relative_to(ROOT).as_posix()}"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")

# Whether a text has places for values, is said as it stands, or is what a rule says of an example.
Kind = Literal["template", "text", "said"]

_FUNCTIONS: dict[str, tuple[int, ...]] = {"say": (1,), "counted": (1, 2), "msgid": (1,)}
_NOTES: dict[Kind, str] = {"template": "", "text": "", "said": "What a rule says of its example: made by running it."}


class Found(NamedTuple):
    """A message, where it is from, and of what kind it is. One with a form for several is a pair."""

    id: str | tuple[str, str]
    place: str
    kind: Kind


def gathered() -> list[Found]:
    """Every message of the program; what a rule says without values is a template, whatever example it stands in."""
    listed = [*_in_code(), *_of_rules(), *_of_commands(), *_of_forms(), *_of_schemas(), *_of_templates()]
    by_hand = {found.id for found in listed if found.kind != "said"}
    return [found for found in listed if found.kind != "said" or found.id not in by_hand]


def template() -> Catalog:
    """The messages without translations."""
    catalogue = Catalog(project="factcheck", charset="utf-8")
    for found in sorted(gathered(), key=lambda each: (each.place, each.kind == "said")):
        notes = [_NOTES[found.kind]] if _NOTES[found.kind] else []
        catalogue.add(found.id, locations=[(found.place, 0)], auto_comments=notes)
    return catalogue


def source_file(language: Language) -> Path:
    """Where the catalogue of a language is written."""
    return Path(catalogue_file(language)).with_suffix(".po")


def read(language: Language) -> Catalog:
    with source_file(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def translator_of(catalogue: Catalog) -> Translator:
    language = next(each for each in LANGUAGES if each == str(catalogue.locale).partition("_")[0])
    return translator_by(language, GNUTranslations(BytesIO(compiled(catalogue))))


def said_of_examples(translate: Translator) -> dict[str, str]:
    """What rules say of their examples, in English and in a language."""
    said: dict[str, str] = {}
    rules = all_rules()
    for rule, example in _examples(rules, Bad):
        entries = example.facts or rule.facts
        base = facts_of(f"factcheck: 1\nfacts:\n{_indented(entries)}\n") if entries else None
        checked = check(document_of(marked(example.draft)[0]), base, rules=rules if rule.last else [rule])
        said |= {str(each.said): translate(each.said) for each in checked.findings if each.rule == rule.id}
    return said


def brought_up(catalogue: Catalog, messages: Catalog) -> Catalog:
    """A catalogue with all messages and no others, each with the translation that it had."""
    catalogue.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    said = said_of_examples(translator_of(catalogue))
    for entry in catalogue:
        if _NOTES["said"] in entry.auto_comments and isinstance(entry.id, str):
            own = said.get(entry.id, "")
            entry.string = "" if own == entry.id else own
    return catalogue


def untranslated(catalogue: Catalog) -> list[Entry]:
    """The entries without a translation, and those that are marked fuzzy."""
    return [
        entry for entry in catalogue if entry.id and (entry.fuzzy or not _strings(entry) or not all(_strings(entry)))
    ]


def _strings(entry: Entry) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


# What the code says


def _in_code() -> Iterator[Found]:
    methods: Any = [("**.py", _extract)]
    found = extract_from_dir(PACKAGE, methods, keywords=_FUNCTIONS)
    for file, _, message, _, _ in found:
        yield Found(message if isinstance(message, str) else (message[0], message[1]), f"factcheck/{file}", "template")


def _extract(fileobj: Any, keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[int, str, Any, list[str]]]:
    """A method of extraction for Babel, whose own takes the strings of a conditional expression for one."""
    for node in ast.walk(ast.parse(fileobj.read())):
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if isinstance(node, ast.Call) and name in _FUNCTIONS:
            texts = [_text(node.args[at - 1]) for at in _FUNCTIONS[name]]
            if None not in texts:
                yield node.lineno, name, texts[0] if len(texts) == 1 else tuple(texts), []


def _text(node: ast.expr) -> str | None:
    """The text that an argument is; None for a name, whose texts are marked where they stand."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    branches = (node.body, node.orelse) if isinstance(node, ast.IfExp) else ()
    whole = not isinstance(node, ast.JoinedStr | ast.BinOp)
    if whole and not any(isinstance(branch, ast.Constant) for branch in branches):
        return None
    message = (
        f"line {node.lineno}: only a whole text, or one that `msgid` marks, can be translated: {ast.unparse(node)}"
    )
    raise ValueError(message)


# What the program lists


def _of_rules() -> Iterator[Found]:
    for rule in all_rules():
        place = f"factcheck/rules/{rule.id.replace('-', '_')}.py"
        yield from (Found(paragraph, place, "text") for paragraph in rule.paragraphs)
        yield from (Found(meaning, place, "text") for meaning in rule.options.values())
        yield from (Found(example.because, place, "text") for _, example in _examples([rule], Good))
        for _, example in _examples([rule], Bad):
            said = (example.says,) if isinstance(example.says, str) else example.says
            yield from (Found(message, place, "said") for message in said)


def _examples(rules: Iterable[Rule], kind: type[Any]) -> Iterator[tuple[Rule, Any]]:
    return ((rule, example) for rule in rules for example in rule.examples if isinstance(example, kind))


def _of_commands() -> Iterator[Found]:
    place = "factcheck/cli/help.py"
    for heading in ("Usage: ", "Arguments", "Options", "Commands", "Examples"):
        yield Found(heading, place, "text")
    root: Any = application()
    context = root.make_context("factcheck", ["--help"], resilient_parsing=True)
    yield from _of_command(root, context)
    yield from _below(COMMANDS, root, context)
    for page in PAGES.values():
        place = "factcheck/cli/pages.py"
        yield from (Found(text, place, "text") for text in (page.summary, *page.paragraphs))
        yield from (Found(what, place, "text") for _, what in page.examples if what)


def _below(tree: Tree, group: Any, context: Any) -> Iterator[Found]:
    for name, inner in tree.items():
        command = group.get_command(context, name)
        yield from _of_command(command, context)
        if not isinstance(inner, str):
            yield from _below(inner, command, context)


def _of_command(command: Any, context: Any) -> Iterator[Found]:
    place = "factcheck/cli/options.py"
    for usage in (command.options_metavar, getattr(command, "subcommand_metavar", None)):
        if usage:
            yield Found(usage, place, "text")
    for parameter in command.get_params(context):
        if not getattr(parameter, "hidden", False):
            texts = (parameter.help, parameter.metavar, getattr(parameter, "rich_help_panel", None))
            yield from (Found(text, place, "text") for text in texts if text)


def _of_forms() -> Iterator[Found]:
    for key in (*config_form.TOP, config_form.FILES):
        yield Found(key.says, "factcheck/config/form.py", "text")
    for entry in (*facts_form.FILE, *facts_form.SOURCE, *facts_form.every_key().values()):
        yield Found(entry.says, "factcheck/facts/form.py", "text")


def _of_schemas() -> Iterator[Found]:
    for file in ("config/schema.json", "facts/schema.json", "reporting/report.schema.json"):
        for text in _sayings(json.loads((PACKAGE / file).read_text("utf-8"))):
            yield Found(text, f"factcheck/{file}", "text")


def _sayings(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (text for key in ("title", "description") if isinstance(text := schema.get(key), str))
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _sayings(part)


def _of_templates() -> Iterator[Found]:
    for file in sorted((PACKAGE / "cli" / "templates").glob("*.*")):
        for line in file.read_text("utf-8").splitlines():
            before, mark, comment = line.partition("# ")
            if mark and not before.strip():
                yield Found(comment, file.relative_to(ROOT).as_posix(), "text")


def _indented(entries: str) -> str:
    return "\n".join(f"  {line}" for line in entries.strip("\n").split("\n"))


def main(show: Callable[[str], object] = print) -> int:
    """Bring all catalogues up, and say what is left to be translated; 1 when anything is."""
    messages, left = template(), 0
    for language in TRANSLATED:
        file = source_file(language)
        catalogue = brought_up(read(language), messages)
        with file.open("wb") as target:
            write_po(target, catalogue, width=0, include_lineno=False)
        file.with_suffix(".mo").write_bytes(compiled(catalogue))
        missing = untranslated(catalogue)
        left += len(missing)
        for entry in missing:
            show(f"{file.relative_to(ROOT)}: untranslated: {entry.id!r}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
