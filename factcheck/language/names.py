"""How names of bodies, projects and people are made in a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class NameWords(Struct, frozen=True):
    """One language's words for finding names without a dictionary of names. Words of a field are set apart by spaces.

    A body's or project's name is found by its closing word (…管理局, …University) and ends on its left at a word of `bounds`.
    A person is found by the office that stands before or behind.
    """

    spaced: bool  # whether words are set apart by spaces, and names begin with capitals
    closings: str  # the last word of a body's or a project's name
    openings: str  # words that begin a name which goes on with small words: Ministry of …
    not_behind: str  # a closing word before one of these is a part of another word: 大学|生
    bounds: str  # no name goes on across these
    joiners: str  # between two names, or inside one: 和, and
    counted: str  # a pattern for what counts the bodies behind it, and is no part of a name: 5个
    offices: str  # the last word of an office
    surnames: str  # single characters, in a language whose names are written without spaces
    surnames_of_two: str
    behind_person: str  # what can stand right behind a person's name
    honorifics: str  # between an office and a person: Mr, Dr
    no_names: str  # capitalised words that name nothing by themselves: days, months, Annex
    # Words that set one name apart from its sister: numerals, directions, levels, provinces.
    telling: str
    ranks: str  # words that make an office a lower one: 副, deputy
    past: str  # what stands before an office that is no longer held: 原, former
    # The first character of each syllable in the order of GB 2312, whose 3,755 common characters are sorted by sound:
    # two characters between the same two of these sound alike. Empty where spelling shows the sound.
    syllables: str = ""
    look_alikes: str = ""  # characters that are taken for each other by their looks, group by group
    taken_for: tuple[tuple[str, str], ...] = ()  # closing words that are taken for each other: written, meant


@cache
def table(language: Language) -> NameWords:
    """The words of names of a language, loaded when first asked for."""
    found: NameWords = import_module(f"factcheck.language.{language}.names").TABLE
    return found
