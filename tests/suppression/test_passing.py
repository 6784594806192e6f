"""What comments, ignore files and baselines pass over, through the whole program."""

from __future__ import annotations

import pytest

from factcheck.facts.load import facts_of
from factcheck.model.report import Checked
from factcheck.model.suppression import Accepted
from factcheck.pipeline import check
from factcheck.reading import document_of
from factcheck.rules import all_rules, load

FACTS = facts_of("""factcheck: 1
language: zh
facts:
  - {id: institutions, claim: 全区共有58家金融机构, subject: 金融机构, value: 58家}
  - {id: estates, claim: 改造老旧小区300个, subject: 老旧小区, value: 300个, required: true}
""")
WRONG = "全区共有57家金融机构。"
RIGHT = "全区共有58家金融机构。"
ESTATES = "改造老旧小区300个。"


def checked(text: str, accepted: tuple[Accepted, ...] = (), path: str = "draft.md") -> Checked:
    return check(document_of(text, path), FACTS, accepted=accepted)


def ids(outcome: Checked) -> list[str]:
    return [finding.rule for finding in outcome.findings]


def test_a_comment_passes_over_what_it_names_and_nothing_else() -> None:
    outcome = checked(
        f"{WRONG}<!-- factcheck: ignore fact-mismatch -- 旧口径 -->\n\n{WRONG.replace('57', '56')}\n{ESTATES}\n"
    )
    assert [each.finding.offence.found for each in outcome.passed] == ["57家"]
    assert [(each.by, each.reason) for each in outcome.passed] == [("comment", "旧口径")]
    assert "56家" in [finding.offence.found for finding in outcome.findings if finding.rule == "fact-mismatch"]
    assert "unused-suppression" not in ids(outcome)


def test_spans_cut_the_draft_as_it_was_written() -> None:
    text = f"<!-- factcheck: ignore missing-unit -- 🚢 -->{WRONG}\n{ESTATES}\n"
    (finding,) = (each for each in checked(text).findings if each.rule == "fact-mismatch")
    assert finding.span.cut(text) == "57家"


def test_what_is_said_of_the_draft_as_a_whole_is_passed_over_for_the_whole_file_only() -> None:
    beside = checked(f"{RIGHT}<!-- factcheck: ignore missing-fact -- r -->\n")
    assert ids(beside) == ["missing-fact", "unused-suppression"]
    whole = checked(f"{RIGHT}<!-- factcheck: ignore-file missing-fact -- r -->\n")
    assert ids(whole) == []


def test_a_comment_on_a_rule_that_was_not_asked_is_not_idle() -> None:
    text = f"{RIGHT}{ESTATES}<!-- factcheck: ignore fact-mismatch -- r -->\n"
    late = load("unused-suppression")
    assert ids(checked(text)) == ["unused-suppression"]
    assert check(document_of(text, "draft.md"), FACTS, rules=[load("contradiction"), late]).findings == ()
    assert check(document_of(text, "draft.md"), None).findings == ()


def test_all_is_idle_only_when_all_rules_were_asked() -> None:
    text = f"{RIGHT}{ESTATES}<!-- factcheck: ignore all -- r -->\n"
    assert ids(checked(text)) == ["unused-suppression"]
    fewer = [rule for rule in all_rules() if rule.id != "contradiction"]
    assert check(document_of(text, "draft.md"), FACTS, rules=fewer).findings == ()


def test_a_reason_is_asked_for_when_the_option_says_so() -> None:
    text = f"{WRONG}{ESTATES}<!-- factcheck: ignore fact-mismatch -->\n"
    rules = [rule if not rule.last else rule.set(options={"require_reason": True}) for rule in all_rules()]
    assert ids(checked(text)) == []
    (finding,) = check(document_of(text, "draft.md"), FACTS, rules=rules).findings
    assert finding.message == "the comment gives no reason: write it behind “--”"


def test_what_is_idle_can_be_passed_over_itself() -> None:
    text = f"{RIGHT}{ESTATES}<!-- factcheck: ignore fact-mismatch, unused-suppression -- kept for next year -->\n"
    assert ids(checked(text)) == []


def test_an_entry_of_an_ignore_file_passes_over_its_fingerprint() -> None:
    text = f"{WRONG}\n{ESTATES}\n"
    (finding,) = checked(text, path="draft.txt").findings
    entry = Accepted(
        finding.fingerprint, "ignore-file", "旧口径", "fact-mismatch", "factcheck-ignore.toml", 3, 1, bound=True
    )
    outcome = checked(text, (entry,), "draft.txt")
    assert outcome.findings == ()
    assert [(each.by, each.reason) for each in outcome.passed] == [("ignore-file", "旧口径")]


def test_an_entry_that_passes_nothing_over_is_told_with_its_place() -> None:
    entry = Accepted("0" * 16, "ignore-file", "旧口径", "fact-mismatch", "factcheck-ignore.toml", 3, 1, bound=True)
    (finding,) = checked(f"{RIGHT}\n{ESTATES}\n", (entry,), "draft.txt").findings
    assert finding.rule == "unused-suppression"
    (related,) = finding.offence.related
    assert (related.path, related.line, related.column) == ("factcheck-ignore.toml", 3, 1)


def test_a_baseline_counts() -> None:
    text = f"{WRONG}\n{ESTATES}\n"
    (finding,) = checked(text).findings
    held = Accepted(finding.fingerprint, "baseline")
    assert checked(text, (held,)).findings == ()
    assert ids(checked(f"{RIGHT}\n{ESTATES}\n", (held,))) == []


@pytest.mark.parametrize("before", ["", "新来的一段。\n\n", "# 新标题\n\n新增一段话,与此无关。\n\n"])
def test_a_fingerprint_holds_when_other_paragraphs_come_and_go(before: str) -> None:
    text = f"{WRONG}\n{ESTATES}\n"
    marks = {finding.fingerprint for finding in checked(text).findings if finding.rule == "fact-mismatch"}
    for edited in (before + text, (before + text).replace("\n", "\r\n"), text + before):
        assert marks == {each.fingerprint for each in checked(edited).findings if each.rule == "fact-mismatch"}


def test_a_fingerprint_of_english_holds_when_lines_are_wrapped_anew() -> None:
    facts = facts_of(
        "factcheck: 1\nfacts:\n  - {id: staff, claim: The museum has 40 staff, subject: staff, value: 40 staff}\n"
    )
    texts = (
        "Once more:\nthe museum\nhas 44 staff in\nall its houses.\n",
        "A title\n\nOnce more: the museum has 44\nstaff in all its houses.\n",
    )
    marks = [
        [
            each.fingerprint
            for each in check(document_of(text, "a.txt", "en"), facts).findings
            if each.rule == "fact-mismatch"
        ]
        for text in texts
    ]
    assert marks[0] == marks[1] != []


def test_fingerprints_of_missing_facts_tell_the_facts_apart() -> None:
    both = {finding.offence.fact: finding.fingerprint for finding in checked("一切如常。\n").findings}
    only = {finding.offence.fact: finding.fingerprint for finding in checked(f"{RIGHT}\n").findings}
    assert set(both) == {"institutions", "estates"}
    assert only["estates"] == both["estates"]
