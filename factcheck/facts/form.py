"""The form of a facts file: every key, its kind and what it means, in one place.

The loader's checks and messages and the published JSON Schema come from these tables. Another key is added here, and read
in `factcheck.facts.entries`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Literal, get_args

from msgspec import Struct

from factcheck.model.claim import Measure
from factcheck.model.document import Language
from factcheck.model.message import Listed, Message, listed, say

VERSION = "1"

# What may stand after a key. "texts" and "values" are lists; a "value" is a figure in a writer's notation.
Kind = Literal[
    "version", "language", "source", "entries",
    "text", "texts", "value", "values", "measure", "period", "tolerance", "flag", "day",
]  # fmt: skip
LISTS: frozenset[Kind] = frozenset({"texts", "values", "entries"})

MEASURES: tuple[Measure, ...] = get_args(Measure)
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Key(Struct, frozen=True):
    """One key: `says` explains it to a reader, `example` is a right value, as YAML."""

    name: str
    kind: Kind
    says: str
    example: str


class Form(Struct, frozen=True, dict=True):
    """One kind of entry: the keys that make it, all of them needed, and the keys that it may have besides."""

    needs: tuple[Key, ...]
    may: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return (ID, *self.needs, *self.may)

    @cached_property
    def known(self) -> Mapping[str, Key]:
        """Its keys by name."""
        return {key.name: key for key in self.keys}

    @cached_property
    def makers(self) -> frozenset[str]:
        """The names of the keys that it needs."""
        return frozenset(key.name for key in self.needs)


ID = Key("id", "text", "A short name of the entry; no other entry of any facts file has it.", "financial-institutions")
NOTE = Key("note", "text", "A remark for those who keep the file; never compared.", "counted at the end of the month")

FIGURE = Form(
    needs=(
        Key("claim", "text", "The canonical wording. The value stands in it.", "76家金融机构形成了金融组织体系"),
        Key("value", "value", "The figure, with unit and hedge, as a writer puts it.", "76家"),
    ),
    may=(
        Key("subject", "text", "What the figure counts or measures, as the claim names it.", "金融机构"),
        Key("aliases", "texts", "Other names of the subject, in any language.", "[financial institutions]"),
        Key("measure", "measure", "What the figure tells of its subject.", "total"),
        Key("when", "period", "The time that the figure holds for.", "2020年11月"),
        Key("where", "text", "The place or body that the figure holds for.", "滨城区"),
        Key("tolerance", "tolerance", "How far a draft may stray: a share, or an amount in the value's unit.", "0.5%"),
        Key(
            "disputed",
            "values",
            "Other figures that the source gives too: a draft with any of them gets a warning.",
            "[75家]",
        ),
        Key("required", "flag", "Whether every draft must state this figure.", "false"),
        NOTE,
    ),
)
NAME = Form(
    needs=(Key("name", "text", "A name as it must be written.", "全国社区治理和服务创新实验区"),),
    may=(Key("never", "texts", "Spellings that must not be used.", "[全国社区治理和服务创新试验区]"), NOTE),
)
PERSON = Form(
    needs=(
        Key("person", "text", "A person's name.", "佘春明"),
        Key("office", "text", "The office that the person holds.", "滨州市委书记、市人大常委会主任"),
    ),
    may=(NOTE,),
)
QUOTE = Form(
    needs=(Key("quote", "text", "Words that a draft may only repeat to the letter.", "七个走在前列,八个全面开创"),),
    may=(NOTE,),
)
FORMS: tuple[Form, ...] = (FIGURE, NAME, PERSON, QUOTE)

FILE: tuple[Key, ...] = (
    Key("factcheck", "version", "The version of this form.", VERSION),
    Key("source", "source", "The document that the facts were drawn from.", "{title: …, published: 2021-01-05}"),
    Key("language", "language", "The language of the claims; guessed from each claim when left out.", "zh"),
    Key("facts", "entries", "The facts, in any order.", "[{id: …, claim: …, value: …}]"),
)
SOURCE: tuple[Key, ...] = (
    Key("title", "text", "The document's title.", "城美、业兴、民安"),
    Key("publisher", "text", "Who published it.", "中国经济周刊"),
    Key("published", "day", "The day of publication.", "2021-01-05"),
    Key("url", "text", "Where it stands.", "https://example.org/article.html"),
)


@cache
def every_key() -> Mapping[str, Key]:
    """The keys of all kinds of entries."""
    return {name: key for each in FORMS for name, key in each.known.items()}


def ways() -> Listed:
    """The keys that make each kind of entry, as a reader is told them."""
    return listed((_way(*(key.name for key in form.needs)) for form in FORMS), "either")


def _way(key: str, other: str | None = None) -> Message:
    return say("“{key}”", key=key) if other is None else say("“{key}” with “{other}”", key=key, other=other)
