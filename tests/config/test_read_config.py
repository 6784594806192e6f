"""What a configuration may say, and how its faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config.errors import ConfigError
from factcheck.config.form import Config, RuleSetting
from factcheck.config.read import read_config

WHOLE = """
paths = ["drafts"]
exclude = ["archive"]
select = ["fact-mismatch", "missing-fact"]
ignore = ["missing-unit"]
facts = ["facts"]
language = "zh"
encoding = "gb18030"
strict = true
fail-on = "never"
min-severity = "warning"
baseline = "baseline.json"
ignore-file = "accepted.toml"

[rules]
missing-unit = "error"
missing-fact = {severity = "warning", required-only = true}
placeholder-left = {also = ["待补"]}

[[drafts]]
files = ["2026/**"]
facts = ["facts/2026.yaml"]
rules.missing-unit = "info"
"""


def read(folder: Path, text: str, name: str = "factcheck.toml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return read_config(folder / name, name)


def faults(folder: Path, text: str, name: str = "factcheck.toml") -> list[str]:
    with pytest.raises(ConfigError) as raised:
        read(folder, text, name)
    return [str(problem).removeprefix(f"{name}:") for problem in raised.value.problems]


def test_every_key_is_read(tmp_path: Path) -> None:
    config = read(tmp_path, WHOLE)
    top, part = config.parts
    assert config.whole["exclude"] == ("archive",)
    assert top.values["rules"]["missing-fact"] == RuleSetting("warning", {"required_only": True})
    assert top.values["rules"]["placeholder-left"] == RuleSetting(None, {"also": ("待补",)})
    assert top.values["fail-on"] == "never"
    assert part.files == ("2026/**",)
    assert part.values == {"facts": ("facts/2026.yaml",), "rules": {"missing-unit": RuleSetting("info")}}


def test_a_pyproject_says_the_same_in_its_table(tmp_path: Path) -> None:
    text = WHOLE.replace("[rules]", "[tool.factcheck.rules]").replace("[[drafts]]", "[[tool.factcheck.drafts]]")
    config = read(tmp_path, f"[project]\nname = 'x'\n[tool.factcheck]{text}", "pyproject.toml")
    assert config.whole == read(tmp_path, WHOLE).whole
    assert [part.values for part in config.parts] == [part.values for part in read(tmp_path, WHOLE).parts]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('langage = "zh"', "1:1: there is no key “langage”; write “language”"),
        ("fail_on = 'error'", "1:1: there is no key “fail_on”; write “fail-on”"),
        ("colour = 1", "1:1: there is no key “colour”; the keys are: facts, language, encoding, "),
        ('language = "cn"', "1:12: “cn” is not known here; write one of: auto, zh, en"),
        ('fail-on = "eror"', "1:11: “eror” is not known here; write “error”"),
        ("strict = 1", "1:10: “strict” is true or false; write strict = true"),
        ('facts = "facts"', '1:9: “facts” needs a list; write facts = ["facts"]'),
        ("facts = [1]", '1:10: the list of “facts” holds texts alone; write facts = ["facts"]'),
        ('facts = [""]', '1:10: the list of “facts” holds texts alone; write facts = ["facts"]'),
        ("baseline = true", '1:12: “baseline” needs a text; write baseline = "factcheck-baseline.json"'),
        (
            'encoding = "gb18031"',
            "1:12: there is no encoding “gb18031”; write one such as utf-8, utf-16, gb18030, big5",
        ),
        ('ignore = ["fact-mismatch", "fact-mismach"]', "1:28: there is no rule “fact-mismach”; write “fact-mismatch”"),
        ('select = ["nonsense"]', "1:11: there is no rule “nonsense”; `factcheck rules` lists them"),
        ('rules = "error"', '1:9: “rules” is a table; write [rules] and below it missing-unit = "error"'),
        ('[rules]\nmissing_unit = "error"', "2:1: there is no rule “missing_unit”; write “missing-unit”"),
        ('[rules]\nmissing-unit = "off"', "2:16: “off” is not known here; write one of: error, warning, info"),
        (
            "[rules]\nmissing-unit = 3",
            '2:16: a rule has a severity, or a table of its options; write missing-unit = "error"',
        ),
        ("[rules.missing-unit]\nalso = ['x']", "2:1: missing-unit has no option “also”; it has: severity"),
        ("[rules.placeholder-left]\nalsoo = ['x']", "2:1: placeholder-left has no option “alsoo”; write “also”"),
        ("[rules.placeholder-left]\nalso = 'x'", '2:8: “also” can\'t be this; write ["…"]'),
        ("[rules.missing-fact]\nrequired-only = 1", "2:17: “required-only” can't be this; write true"),
        ('missing-unit = "error"', "1:1: there is no key “missing-unit”; write it below [rules]"),
        ("drafts = 3", "1:10: “drafts” is a list of tables; write [[drafts]] and below it"),
        (
            "[[drafts]]\nstrict = true",
            '1:1: this does not say which drafts it is for; write files = ["drafts/2026/**"]',
        ),
        ("[[drafts]]\nfiles = ['a']\nexclude = ['b']", "3:1: there is no key “exclude”; it belongs at the top"),
        ("[[drafts]]\nfiles = ['a']\nlangage = 'zh'", "3:1: there is no key “langage”; write “language”"),
    ],
)
def test_a_fault_is_told_with_its_place_and_the_right_word(tmp_path: Path, text: str, told: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert fault.startswith(told)


def test_all_faults_are_told_in_their_order(tmp_path: Path) -> None:
    found = faults(tmp_path, 'strict = 1\n[rules]\nx = "error"\n[[drafts]]\nfiles = 1\nlanguage = "xx"\n')
    assert [fault.split(":")[0] for fault in found] == ["1", "3", "5", "6"]


def test_faults_of_a_pyproject_stand_where_they_do(tmp_path: Path) -> None:
    assert faults(tmp_path, "[project]\n\n[tool.factcheck]\nstrct = true\n", "pyproject.toml") == [
        "4:1: there is no key “strct”; write “strict”"
    ]
