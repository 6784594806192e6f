"""What is worth a second look in a file that loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.facts.check import check_facts
from factcheck.facts.problems import FactsError


def remarks(tmp_path: Path, *entries: str) -> list[str]:
    path = tmp_path / "f.yaml"
    path.write_text("factcheck: 1\nfacts:\n" + "".join(f"  - {entry}\n" for entry in entries))
    _, found = check_facts([path])
    assert all(problem.severity == "warning" for problem in found)
    return [str(problem).removeprefix(f"{path}:") for problem in found]


@pytest.mark.parametrize(
    "entry",
    [
        "{id: a, claim: 共有76家金融机构, value: 76家}",
        "{id: a, claim: 共有76家金融机构, value: 76个}",
        "{id: a, claim: '2,870 school groups visited', value: '2,870 groups'}",
        "{id: a, claim: 增长百分之七点八, value: 7.8%}",
        "{id: a, claim: 共有76家金融机构, value: 76家, when: 2020年11月}",
        "{id: a, name: 金融机构}",
    ],
)
def test_nothing_to_remark(tmp_path: Path, entry: str) -> None:
    assert remarks(tmp_path, entry) == []


def test_a_value_that_the_claim_does_not_give(tmp_path: Path) -> None:
    assert remarks(tmp_path, "{id: ok, quote: 新阶段}", "{id: bank, claim: 共有76家金融机构, value: 67家}") == [
        "4:5: the value “67家” of “bank” does not stand in its claim; word the claim so that it gives the figure"
    ]


def test_a_time_in_free_words(tmp_path: Path) -> None:
    assert remarks(tmp_path, "{id: bank, claim: 共有76家金融机构, value: 76家, when: 近年来某时}") == [
        (
            "3:5: “when: 近年来某时” of “bank” is not read as a period; "
            "drafts are not compared with it; a date such as 2020年11月 or 2020-11 would be"
        )
    ]


def test_faults_come_as_in_loading(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="this entry has no id"):
        remarks(tmp_path, "{claim: 共有76家金融机构, value: 67家}")
