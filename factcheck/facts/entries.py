"""From the tree of one facts file to its facts, names, people and quotes."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from factcheck.facts import form
from factcheck.facts.fields import Faults, Fields, read_fields
from factcheck.facts.form import Form
from factcheck.facts.values import (
    guess_language,
    read_day,
    read_flag,
    read_measure,
    read_quantity,
    read_tolerance,
    read_when,
)
from factcheck.facts.yaml_nodes import Mapping, Node, Scalar, Sequence
from factcheck.model.document import Language
from factcheck.model.fact import Fact, Officer, OfficialName, Origin, Quotation, Source
from factcheck.model.message import listed, say

Entry = Fact | OfficialName | Officer | Quotation


class FactsFile(Struct, frozen=True):
    """What one facts file says."""

    path: str
    source: Source = field(default_factory=Source)
    entries: tuple[Entry, ...] = ()


def read_file(root: Node | None, faults: Faults) -> FactsFile:
    """The file's entries that are without fault; every fault goes to `faults`."""
    path = faults.path
    begin = say("begin it with “factcheck: {n}” and “facts:”", n=form.VERSION)
    if root is None:
        faults.report(Scalar(1, 1, "", plain=True), say("the file holds nothing"), begin)
        return FactsFile(path)
    if not isinstance(root, Mapping):
        faults.report(root, say("this is no facts file"), begin)
        return FactsFile(path)
    fields = read_fields(root, {key.name: key for key in form.FILE}, faults)
    given = {key.text for key, _ in root.pairs}
    _check_version(root, fields, given, faults)
    language = _read_language(fields, faults)
    source = _read_source(fields.nodes.get("source"), faults)
    if "facts" not in given:
        faults.report(root, say("this file has no “facts”"), say("write “facts:” and the entries below it"))
    listed = fields.nodes.get("facts")
    items = listed.items if isinstance(listed, Sequence) else ()
    entries = [read_entry(item, language, faults) for item in items]
    return FactsFile(path, source, tuple(entry for entry in entries if entry is not None))


def _check_version(root: Mapping, fields: Fields, given: set[str], faults: Faults) -> None:
    advice = say("write “factcheck: {n}” at the top", n=form.VERSION)
    node = fields.scalar("factcheck")
    if "factcheck" not in given:
        faults.report(root, say("this file does not say which version of the form it follows"), advice)
    elif node is not None and node.text != form.VERSION:
        said = say("this program reads version {n} of the form, not “{given}”", n=form.VERSION, given=node.text)
        faults.report(node, said, advice)


def _read_language(fields: Fields, faults: Faults) -> Language | None:
    node = fields.scalar("language")
    if node is None:
        return None
    found = next((language for language in form.LANGUAGES if language == node.text), None)
    if found is None:
        said = say("facts can't be read in the language “{word}”", word=node.text)
        faults.report(node, said, say("write {words}", words=listed(form.LANGUAGES, "or")))
    return found


def _read_source(node: Node | None, faults: Faults) -> Source:
    if node is None:
        return Source()
    if not isinstance(node, Mapping):
        names = listed(key.name for key in form.SOURCE)
        faults.report(node, say("“source” needs keys of its own"), say("the keys are: {keys}", keys=names))
        return Source()
    fields = read_fields(node, {key.name: key for key in form.SOURCE}, faults)
    published = read_day(fields.scalar("published"), faults)
    return Source(fields.text("title"), fields.text("publisher"), published, fields.text("url"))


def read_entry(node: Node, language: Language | None, faults: Faults) -> Entry | None:
    """One entry; None when anything in it is at fault. Without `language` that of its claim is guessed."""
    if not isinstance(node, Mapping):
        faults.report(node, say("an entry needs keys"), say("begin it with “- id: …”"))
        return None
    before = len(faults)
    given = {key.text: key for key, _ in node.pairs}
    if "id" not in given:
        advice = say("begin it with “id: …”, a short name that no other entry has")
        faults.report(node, say("this entry has no id"), advice)
    chosen = _form(node, given, faults)
    fields = read_fields(node, chosen.known if chosen else form.every_key(), faults)
    if chosen is None:
        return None
    entry = _BUILDERS[chosen.needs[0].name](fields, Origin(faults.path, node.line, node.column), language, faults)
    return entry if len(faults) == before else None


def _form(node: Mapping, given: dict[str, Scalar], faults: Faults) -> Form | None:
    """The form whose keys this entry has; it is a fault to have those of none, of two, or half of one."""
    begun = [each for each in form.FORMS if not each.makers.isdisjoint(given)]
    if not begun:
        faults.report(node, say("this entry states nothing"), say("give it {ways}", ways=form.ways()))
        return None
    if len(begun) > 1:
        first, second = (next(key.name for key in each.needs if key.name in given) for each in begun[:2])
        said = say("“{first}” and “{second}” can't stand in one entry", first=first, second=second)
        faults.report(given[second], said, say("make two entries of them"))
        return None
    for key in begun[0].needs:
        if key.name not in given:
            other = next(each.name for each in begun[0].needs if each.name in given)
            said = say("“{other}” needs “{key}” beside it", other=other, key=key.name)
            faults.report(
                given[other], said, say("add one, such as “{key}: {example}”", key=key.name, example=key.example)
            )
    return begun[0]


def _fact(fields: Fields, origin: Origin, language: Language | None, faults: Faults) -> Fact | None:
    claim = fields.text("claim") or ""
    language = language or guess_language(claim)
    value = read_quantity(fields.scalar("value"), language, faults)
    disputed = tuple(read_quantity(item, language, faults) for item in fields.items("disputed"))
    measure = read_measure(fields.scalar("measure"), faults)
    tolerance = read_tolerance(fields.scalar("tolerance"), value, language, faults)
    required = read_flag(fields.scalar("required"), "required", faults)
    if value is None:
        return None
    return Fact(
        id=fields.text("id") or "",
        origin=origin,
        claim=claim,
        value=value,
        language=language,
        subject=fields.text("subject"),
        aliases=fields.texts("aliases"),
        measure=measure,
        when=read_when(fields.scalar("when"), language),
        where=fields.text("where"),
        tolerance=tolerance,
        disputed=tuple(each for each in disputed if each is not None),
        required=required,
        note=fields.text("note"),
        when_text=fields.text("when"),
    )


def _name(fields: Fields, origin: Origin, _language: Language | None, faults: Faults) -> OfficialName:
    name = fields.text("name") or ""
    for item in fields.items("never"):
        if item.text.strip() == name:
            faults.report(item, say("“{name}” is the official name itself", name=name), say("remove it from “never”"))
    return OfficialName(fields.text("id") or "", origin, name, fields.texts("never"))


def _person(fields: Fields, origin: Origin, _language: Language | None, _faults: Faults) -> Officer:
    return Officer(fields.text("id") or "", origin, fields.text("person") or "", fields.text("office") or "")


def _quote(fields: Fields, origin: Origin, _language: Language | None, _faults: Faults) -> Quotation:
    return Quotation(fields.text("id") or "", origin, fields.text("quote") or "")


_Builder = Callable[[Fields, Origin, Language | None, Faults], Entry | None]

# By the first key that an entry of the form needs.
_BUILDERS: dict[str, _Builder] = {"claim": _fact, "name": _name, "person": _person, "quote": _quote}
