"""What the drafts of a run have in common, found without comparing each with each."""

from __future__ import annotations

from factcheck.model.elsewhere import said_before
from factcheck.model.finding import Finding
from factcheck.model.message import say
from factcheck.model.saying import Saying
from factcheck.pipeline import check, sayings
from factcheck.reading import document_of
from factcheck.rules import load

NOTICE = "全市水库已全部完成检查，防汛物资储备到位，应急队伍二十四小时值守。"
RAIN = "今年汛期降雨偏多，全市平均降雨量达到520毫米，为近十年同期最高。"
SPEECH = "同志们，这件事关系到每一户人家，谁也不能有半点松懈，更不能有侥幸心理。"


def together(*texts: str) -> list[list[Finding]]:
    """What duplicate-sentence finds in drafts that are checked at once."""
    documents = [document_of(text, f"{number}.txt") for number, text in enumerate(texts)]
    before = said_before([sayings(document) for document in documents])
    rule = load("duplicate-sentence")
    return [
        list(check(document, None, rules=[rule], elsewhere=elsewhere).findings)
        for document, elsewhere in zip(documents, before, strict=True)
    ]


def test_the_later_draft_is_told_where_the_earlier_says_it() -> None:
    first, second = together(f"通报\n\n{NOTICE}", f"讲话\n\n{SPEECH}{NOTICE}")
    assert first == []
    (finding,) = second
    assert (finding.severity, finding.message) == ("info", "0.txt says it, too, in line 3")
    assert finding.offence.found == NOTICE
    (related,) = finding.offence.related
    assert (related.path, related.line, related.column) == ("0.txt", 3, 1)


def test_neighbours_that_come_back_together_are_one_finding() -> None:
    _, second = together(f"通报\n\n{NOTICE}{RAIN}", f"讲话\n\n{SPEECH}{NOTICE}{RAIN}")
    assert [finding.offence.found for finding in second] == [NOTICE + RAIN]


def test_light_editing_is_seen_and_another_figure_makes_another_sentence() -> None:
    edited, other = NOTICE.replace("已全部", "已经全部"), RAIN.replace("520", "560")
    _, second = together(f"通报\n\n{NOTICE}\n\n{RAIN}", f"讲话\n\n{SPEECH}{edited}{other}")
    assert [finding.message for finding in second] == ["0.txt says much the same in line 3"]


def test_what_three_drafts_say_is_boilerplate() -> None:
    drafts = [f"第{number}号\n\n{NOTICE}" for number in range(3)]
    assert together(*drafts) == [[], [], []]


def test_english_names_and_numbers_set_sentences_apart() -> None:
    notice = "The harbour board will open the third berth at Callan Bay to all ships in early March."
    same = notice.replace("all ", "")
    elsewhere = notice.replace("Callan", "Hollin")
    texts = (f"Release\n\n{notice}", f"Speech\n\nThank you all for coming. {same}", f"Post\n\nGood news. {elsewhere}")
    assert [[finding.message for finding in found] for found in together(*texts)] == [
        [],
        ["0.txt says much the same in line 3"],
        [],
    ]


def test_a_sketch_that_everything_shares_costs_nothing() -> None:
    place, common = say("line {line}", line=1), tuple("abcdefghijklmnop")
    sayings_ = [(Saying(str(number), 1, 1, place, 0, (*common, str(number)), (1, 2, 3, 4)),) for number in range(100)]
    assert max(map(len, said_before(sayings_))) <= 13
