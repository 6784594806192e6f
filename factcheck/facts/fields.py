"""The keys of one mapping, checked against the form: which are known, written once, and of the right shape."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from itertools import pairwise

from msgspec import Struct

from factcheck.facts import form
from factcheck.facts.form import Key
from factcheck.facts.yaml_nodes import Mapping, Node, Scalar, Sequence
from factcheck.model.message import Message, listed, msgid, say
from factcheck.model.problem import Problem, nearest


class Faults:
    """The faults of one file, gathered as they are met: a reader goes on after each, so that all are told at once."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def __len__(self) -> int:
        return len(self.problems)

    def report(self, node: Node, said: Message, advice: Message | None = None) -> None:
        self.problems.append(Problem(self.path, node.line, node.column, said, advice))


class Fields(Struct, frozen=True):
    """The rightly written keys of a mapping with their nodes."""

    nodes: MappingOf[str, Node]

    def text(self, key: str) -> str | None:
        node = self.scalar(key)
        return node.text.strip() if node else None

    def scalar(self, key: str) -> Scalar | None:
        node = self.nodes.get(key)
        return node if isinstance(node, Scalar) else None

    def items(self, key: str) -> tuple[Scalar, ...]:
        node = self.nodes.get(key)
        return tuple(item for item in node.items if isinstance(item, Scalar)) if isinstance(node, Sequence) else ()

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(item.text.strip() for item in self.items(key))


def read_fields(node: Mapping, known: MappingOf[str, Key], faults: Faults) -> Fields:
    """The keys of `node` that are `known` and rightly written; every other one is reported."""
    places: dict[str, Scalar] = {}
    nodes: dict[str, Node] = {}
    for name, value in node.pairs:
        key = known.get(name.text)
        if key is None:
            _report_unknown(name, value, known, faults)
        elif first := places.get(name.text):
            advice = say("it stands first at line {line}, column {column}", line=first.line, column=first.column)
            faults.report(name, say("“{key}” stands twice here", key=name.text), advice)
        else:
            places[name.text] = name
            if _is_shaped(key, value, faults):
                nodes[name.text] = value
    return Fields(nodes)


def _report_unknown(name: Scalar, value: Node, known: MappingOf[str, Key], faults: Faults) -> None:
    said = say("there is no key “{key}”", key=name.text)
    if isinstance(value, Scalar) and value.plain and not value.text:
        # What follows a comma inside {…} looks like a key without a value.
        faults.report(name, said, say("put a text that holds a comma in quotes"))
    elif owners := [each for each in form.FORMS if "id" in known and name.text in each.known]:
        said = say("“{key}” does not belong in this kind of entry", key=name.text)
        faults.report(name, said, say("it goes with “{other}”", other=owners[0].needs[0].name))
    elif near := nearest(name.text, known):
        faults.report(name, said, say("write “{near}”", near=near))
    else:
        faults.report(name, said, say("the keys are: {keys}", keys=listed(known)))


def _is_shaped(key: Key, node: Node, faults: Faults) -> bool:
    """Whether the node is a text, or a list of texts, as its key asks."""
    if key.kind == "source":
        return True
    if key.kind not in form.LISTS:
        return _is_filled(key, node, faults) if isinstance(node, Scalar) else _lacks(key, node, faults)
    if not isinstance(node, Sequence):
        return _lacks(key, node, faults)
    return key.kind == "entries" or (_holds_texts(key, node, faults) and not _is_cut_at_comma(node, faults))


def _lacks(key: Key, node: Node, faults: Faults) -> bool:
    template = msgid("“{key}” needs a list") if key.kind in form.LISTS else msgid("“{key}” needs a text")
    said = say(template, key=key.name)
    faults.report(node, said, say("write “{key}: {example}”", key=key.name, example=key.example))
    return False


def _is_filled(key: Key, node: Scalar, faults: Faults) -> bool:
    if node.text.strip():
        return True
    faults.report(node, say("“{key}” is empty", key=key.name), say("write a text, or leave the key out"))
    return False


def _holds_texts(key: Key, node: Sequence, faults: Faults) -> bool:
    for item in node.items:
        if not isinstance(item, Scalar):
            faults.report(item, say("the list of “{key}” must hold texts alone", key=key.name), None)
            return False
        if not _is_filled(key, item, faults):
            return False
    return True


def _is_cut_at_comma(node: Sequence, faults: Faults) -> bool:
    """Whether a number has lost its thousands: YAML takes [1,200家] for two texts."""
    scalars = [item for item in node.items if isinstance(item, Scalar) and item.plain]
    for one, two in pairwise(scalars):
        adjacent = one.line == two.line and one.column + len(one.text) + 1 == two.column
        if adjacent and one.text[-1:].isdigit() and two.text[:3].isdigit():
            said = say("YAML cuts “{one},{two}” at its comma", one=one.text, two=two.text)
            faults.report(one, said, say("put it in quotes"))
            return True
    return False
