"""Words as they are compared, and pairs of wordings that are likely to be alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.wording import in_how_many, likely_pairs, shingles, words_of


def test_a_chinese_character_is_a_word_and_a_number_is_one() -> None:
    assert words_of("新增1,200家，占7.8%。").keys == ("新", "增", "1,200", "家", "占", "7.8", "%")


def test_english_words_are_folded_and_keep_their_apostrophe() -> None:
    assert words_of("The harbour's THIRD berth").keys == ("the", "harbour's", "third", "berth")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text)
    assert [words.span(at, at + 1).cut(text).casefold() for at in range(len(words.keys))] == list(words.keys)


def test_pairs_share_rare_shingles() -> None:
    texts = ["the old pier was closed in may", "fares rose again", "the old pier was shut in may", "a third matter"]
    wordings = [shingles(words_of(text).keys, 2) for text in texts]
    assert list(likely_pairs(wordings, in_how_many(wordings))) == [(0, 2)]


def test_what_stands_everywhere_tells_nothing() -> None:
    wordings = [shingles(words_of(f"thank you all number{n}").keys, 2) for n in range(40)]
    assert list(likely_pairs(wordings, in_how_many(wordings))) == []
