"""Names found without a dictionary: where they begin and end, and how they sound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.extraction.names import rank_words, read_names, telling_words
from factcheck.extraction.sentences import read_sentences
from factcheck.extraction.sounds import sound_of
from factcheck.model.document import Language
from factcheck.model.name import Name
from factcheck.reading import document_of


def names(text: str, language: Language = "zh") -> tuple[Name, ...]:
    document = document_of(text, language=language)
    return read_names(document, read_sentences(document))


BODIES = [
    ("全区自创建城乡融合发展实验区以来，成效明显。", ["城乡融合发展实验区"]),
    ("青禾市发展和改革委员会与河湾大学签约。", ["青禾市发展和改革委员会", "河湾大学"]),
    ("教育部考试中心公布了成绩。", ["教育部考试中心"]),
    ("推进5个省级开发区和3家研究院建设。", ["省级开发区"]),
    ("大学生就业形势稳定，公司法修订完成。", []),
    ("位于城南的“红帆”建设工程竣工。", ["“红帆”建设工程"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_a_body_ends_in_its_closing_word(text: str, expected: list[str]) -> None:
    assert [name.text for name in names(text) if name.kind == "body"] == expected


PEOPLE = [
    ("青禾市委书记、市人大常委会主任佘景明在会上说。", [("佘景明", "青禾市委书记、市人大常委会主任")]),
    ("县长李强和县政协主席欧阳文出席。", [("李强", "县长"), ("欧阳文", "县政协主席")]),
    ("原副县长张立国表示感谢。", [("张立国", None)]),
    ("市长高度重视，局长和书记都到场。", []),
    ("犯罪嫌疑人王某某到案，被告人李××受审。", [("王某某", None), ("李××", None)]),
    ("安排资金XX亿元。", []),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_a_person_is_found_by_the_office_before(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(name.text, name.office) for name in names(text) if name.kind == "person"] == expected


ENGLISH = [
    (
        "It was built by Mara Lind, chief executive of the Ferry Board.",
        [("Mara Lind", "chief executive of the Ferry Board"), ("Ferry Board", None)],
    ),
    ("The Minister for Trade (Mr Tom Hale) spoke.", [("Tom Hale", "Minister for Trade")]),
    ("We met President Lind and Ms Ada Orr in May.", [("Lind", "President"), ("Ada Orr", None)]),
    ("Staff of the Ministry of Trade and Industry left.", [("Ministry of Trade and Industry", None)]),
    ("Mayor Jo Reed met former President Ada Orr.", [("Jo Reed", "Mayor"), ("Ada Orr", None)]),
    ("Former Mayor Jo Reed spoke.", [("Jo Reed", None)]),
    ("The harbour is full. Boats wait.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_names_begin_with_capitals(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(name.text, name.office) for name in names(text, "en")] == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [("实验区", "试验区"), ("佘景明", "余景明"), ("博览馆", "博物馆"), ("建国", "健国"), ("账目", "帐目")],
)
def test_spellings_of_one_name_sound_alike(one: str, two: str) -> None:
    assert sound_of(one, "zh") == sound_of(two, "zh")


@pytest.mark.parametrize(("one", "two"), [("就业", "创业"), ("东城", "西城"), ("第一", "第二"), ("农业局", "林业局")])
def test_other_names_sound_otherwise(one: str, two: str) -> None:
    assert sound_of(one, "zh") != sound_of(two, "zh")


def test_english_needs_no_sound() -> None:
    assert sound_of("Lind", "en") == ""


def test_the_words_that_tell_names_and_ranks_apart() -> None:
    assert {"东", "二", "省"} <= telling_words("zh")
    assert "north" in telling_words("en")
    assert "副" in rank_words("zh")
    assert "deputy" in rank_words("en")


@given(st.text(alphabet="青禾县委书记佘景明实验区公司、，。和的“”XX某 \nABmy Mr", max_size=60))
def test_names_cut_the_text_that_they_claim(text: str) -> None:
    for language in ("zh", "en"):
        found = names(text, language)
        assert all(name.span.cut(text) == name.text for name in found)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found))


def test_time_is_linear() -> None:
    text = "青禾市委书记、市人大常委会主任佘景明调研城乡融合发展实验区，河湾大学和青禾公司参加"
    assert is_linear(lambda times: names(text * times), 100, 800)
