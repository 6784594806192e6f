"""What a figure counts or measures: the noun phrase beside it, found by the words that bound it."""

from __future__ import annotations

from functools import cache

from factcheck.claims.words import WordList, word_list
from factcheck.language.grammar import Grammar
from factcheck.model.claim import MASK, TIME
from factcheck.model.quantity import Quantity

# A subject longer than this is a clause that was not understood; its end nearest to the figure is kept.
LONGEST = 24
LONGEST_WORDS = 8
LONGEST_NOUN = 4

# So far back a word is looked for that makes a noun definite, in code points.
LONGEST_LEFT = 40

_EDGES = " \t\u3000" + MASK + TIME + "、，,.:：;；-—–·•*'’"


def subject_of(quantity: Quantity, left: str, right: str, grammar: Grammar) -> str:
    """The subject of a figure that stands between `left` and `right` in its clause; "" when it is elided.

    A counted thing stands behind its counting word (76家金融机构), or the phrase before leads to the figure (金融机构增至75家).
    In English a plain number or a count is followed by what it counts; money and shares are led up to.
    """
    if grammar.spaced:
        return _english_order(quantity, left, right, grammar)
    if quantity.dimension in ("count", "person") and left.rstrip().endswith(grammar.attributive):
        return behind(right, grammar) or before(left, grammar)  # 现有的336个市场
    return before(left, grammar) or behind(right, grammar)


def _english_order(quantity: Quantity, left: str, right: str, grammar: Grammar) -> str:
    counted = behind(right, grammar)
    leading = before(left, grammar)
    if quantity.dimension in ("number", "count") or right.lstrip().lower().startswith("of "):
        return counted or leading
    return leading or counted


def before(left: str, grammar: Grammar) -> str:
    """The phrase that leads up to a figure, without the verb that links the two."""
    phrase = _strip_end(left, word_list(grammar.linking, grammar.spaced))
    phrase = phrase[_behind_last(phrase, grammar.closers) :]
    at, word = word_list(grammar.bounds, grammar.spaced).last(phrase.lower() if grammar.spaced else phrase)
    if at >= 0:
        phrase = phrase[at + len(word) :]  # nothing may be left: 取消8个街道 counts what stands behind
    phrase = _strip_start(phrase, word_list(grammar.openers, grammar.spaced))
    return _shorten(phrase, grammar, keep_end=True)


def behind(right: str, grammar: Grammar) -> str:
    """The phrase that follows a figure, up to the verb or mark that ends it."""
    phrase = right.lstrip(" -")
    if grammar.spaced:
        phrase = phrase.removeprefix("of ")
    closers = grammar.closers.replace(" ", "") if grammar.spaced else grammar.closers
    phrase = phrase[: _first_of(phrase, closers + MASK + TIME)]
    at, _ = word_list(grammar.bounds, grammar.spaced).first(phrase.lower() if grammar.spaced else phrase)
    if at >= 0:
        phrase = phrase[:at]
    if grammar.spaced:
        phrase = _strip_start(phrase, word_list(grammar.openers, grammar.spaced))
    else:
        phrase = _strip_end(phrase, word_list(grammar.linking, grammar.spaced))  # 63个社区规划调整为84个
    return _shorten(phrase, grammar, keep_end=False)


def is_plain(subject: str, left: str, right: str, grammar: Grammar) -> bool:
    """Whether nothing but linking words and openers stands with the subject before the figure."""
    _, counted, following = right.partition(subject)
    if counted and word_list(grammar.attributive, grammar.spaced).at_start(following.lstrip()):
        return False
    ahead, _, link = left.rpartition(subject) if subject and subject in left else ("", "", left)
    rest = _strip_end(link, word_list(grammar.linking, grammar.spaced))
    opened = _strip_start(ahead + MASK, word_list(grammar.openers, grammar.spaced))
    return not _strip_start(rest, word_list(grammar.openers, grammar.spaced)).strip(_EDGES) and not opened.strip(_EDGES)


def counted_noun(right: str, grammar: Grammar) -> str:
    """The noun that a figure counts, without what narrows it down: trams; "" in a language without spaces."""
    noun: list[str] = []
    for word in right.lower().split() if grammar.spaced else ():
        if not word.isalpha() or word in _ends_of_nouns(grammar) or word.endswith(("ed", "ing")):
            break
        noun.append(word)
    return " ".join(noun) if len(noun) <= LONGEST_NOUN else ""


def is_definite(left: str, right: str, noun: str, grammar: Grammar) -> bool:
    """Whether what a figure counts was spoken of before: the 86 trams, its fleet of 86 trams, all 86 trams.

    What is picked out by what follows (the 86 trams that …, the 86 trams built by …) was not.
    """
    said = left[-LONGEST_LEFT:].lower().replace('"', " ").replace("“", " ").split() if noun else ()
    if not said:
        return False
    ahead = said[-3] if said[-1] == "of" and len(said) > 2 else said[-1]
    following = right.lower().split()[len(noun.split()) :][:1]
    picked = any(word in grammar.narrowing or word.endswith(("ed", "ing")) for word in following)
    return ahead in grammar.definites and not picked


@cache
def _ends_of_nouns(grammar: Grammar) -> frozenset[str]:
    """Words that a noun phrase does not go on with."""
    return frozenset((*grammar.bounds, *grammar.narrowing, *grammar.scopes))


def is_elided(before: str, grammar: Grammar) -> bool:
    """Whether the words before a figure begin with what is said of a subject and not with the subject itself."""
    opened = before.lstrip(_EDGES)
    if grammar.spaced and (not opened or before.lstrip().startswith(MASK)):
        return False  # where words are set apart, a figure may open a clause, and its subject follow
    if not opened:
        return True
    return bool(_said_of_subjects(grammar).at_start(opened.lower()))


@cache
def _said_of_subjects(grammar: Grammar) -> WordList:
    """The words for what is said of a subject: measures, and what they are compared with."""
    return word_list((*grammar.manners, *(word for word, _ in (*grammar.bases, *grammar.measures))), grammar.spaced)


def _behind_last(phrase: str, marks: str) -> int:
    """Where what follows the last of the marks begins; 0 where none stands in the phrase."""
    return next((at for at in range(len(phrase), 0, -1) if phrase[at - 1] in marks), 0)


def _first_of(phrase: str, marks: str) -> int:
    """Where the first of the marks stands; the phrase's length where none does."""
    return next((at for at, letter in enumerate(phrase) if letter in marks), len(phrase))


def _balanced(phrase: str) -> str:
    """The phrase without a quotation mark at an end whose partner lies outside."""
    for opening, closing in ("“”", "‘’", "《》", "「」"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing)
    return phrase


def _strip_end(text: str, words: WordList) -> str:
    while True:
        text = text.rstrip(_EDGES)
        word = words.at_end(text.lower() if words.spaced else text)
        if not word:
            return text
        text = text[: -len(word)]


def _strip_start(text: str, words: WordList) -> str:
    while True:
        text = text.lstrip(_EDGES)
        word = words.at_start(text.lower() if words.spaced else text)
        if not word:
            return text
        text = text[len(word) :]


def _shorten(phrase: str, grammar: Grammar, *, keep_end: bool) -> str:
    phrase = _balanced(phrase.strip(_EDGES))
    if not grammar.spaced:
        return phrase[-LONGEST:] if keep_end else phrase[:LONGEST]
    words = phrase.split()
    return " ".join(words[-LONGEST_WORDS:] if keep_end else words[:LONGEST_WORDS])
