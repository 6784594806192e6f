"""What a facts file says is what was written; every fault is told with its place and a way out, all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.facts.load import facts_of, load_facts
from factcheck.facts.problems import FactsError
from factcheck.model.fact import Officer, OfficialName, Origin, Quotation, Source, Tolerance
from factcheck.model.period import Day

HEAD = "factcheck: 1\nlanguage: zh\nfacts:\n"
GOOD = "  - {id: good, claim: 银行12家, value: 12家}\n"

# Advice that many messages end with.
AS_IN_A_TEXT = "write it as in a text: 76家, 1.2万余件, 7.8%, $1.2bn, one in four"
BEGIN = "begin it with “factcheck: 1” and “facts:”"
EMPTY = "is empty; write a text, or leave the key out"
FORMS = "give it “claim” with “value”, or “name”, or “person” with “office”, or “quote”"
MEASURES = "write one of: total, increase, decrease, growth, decline, share, difference, average, rank, target"
TOLERANCE = "write a share such as 0.5%, or an amount in the unit of the value"


def problems(text: str) -> list[str]:
    """What is wrong with a file, without the file's name."""
    with pytest.raises(FactsError) as caught:
        facts_of(text, "f.yaml")
    return [str(problem).removeprefix("f.yaml:") for problem in caught.value.problems]


def of_entry(entry: str) -> list[str]:
    """What is wrong with one entry, which begins at 4:5 behind a good one at line 5."""
    return problems(HEAD + "  - " + entry.strip().replace("\n", "\n    ") + "\n" + GOOD)


Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below the working directory, which is empty at first."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


# What is read


def test_a_fact_with_every_key() -> None:
    base = facts_of(
        """\
factcheck: 1
source: {title: 城美、业兴、民安, publisher: 中国经济周刊, published: 2021-01-05, url: https://example.org/1}
language: zh
facts:
  - id: financial-institutions
    claim: 76家金融机构形成了金融组织体系
    subject: 金融机构
    aliases: [financial institutions, 银行机构]
    value: 76家
    measure: total
    when: 2020年11月
    where: 滨城区
    tolerance: 0.5%
    disputed: [75家]
    required: true
    note: 月末数
""",
        "facts/bank.yaml",
    )
    (fact,) = base.facts
    assert fact.origin == Origin("facts/bank.yaml", 5, 5)
    assert (fact.id, fact.claim, fact.language) == ("financial-institutions", "76家金融机构形成了金融组织体系", "zh")
    assert (fact.subject, fact.aliases) == ("金融机构", ("financial institutions", "银行机构"))
    assert (fact.value.base_low, fact.value.base_high, fact.value.unit) == (Fraction(76), Fraction(76), "家")
    assert (fact.measure, fact.where, fact.required, fact.note) == ("total", "滨城区", True, "月末数")
    assert fact.when is not None
    assert (fact.when.label(), fact.when_text) == ("2020-11", "2020年11月")
    assert fact.tolerance == Tolerance(Fraction(5, 1000), relative=True)
    assert [disputed.low for disputed in fact.disputed] == [75]
    assert base.paths == ("facts/bank.yaml",)
    assert base.sources == (Source("城美、业兴、民安", "中国经济周刊", Day(2021, 1, 5), "https://example.org/1"),)


def test_names_people_and_quotes() -> None:
    base = facts_of(
        "factcheck: 1\nfacts:\n"
        "  - {id: zone, name: 创新实验区, never: [创新试验区]}\n"
        "  - {id: mayor, person: 王岚, office: 港城区区长}\n"
        "  - {id: motto, quote: '七个走在前列,八个全面开创'}\n"
    )
    assert base.names == (OfficialName("zone", Origin("-", 3, 5), "创新实验区", ("创新试验区",)),)
    assert base.people == (Officer("mayor", Origin("-", 4, 5), "王岚", "港城区区长"),)
    assert base.quotes == (Quotation("motto", Origin("-", 5, 5), "七个走在前列,八个全面开创"),)


@pytest.mark.parametrize("value", ["12", "1.20", "0.12"])
def test_a_plain_number_is_read_as_it_was_written(value: str) -> None:
    (fact,) = facts_of(
        f"factcheck: 1\nfacts:\n  - id: a\n    claim: there are {value} of them\n    value: {value}\n"
    ).facts
    assert (fact.value.text, fact.value.low) == (value, Decimal(value))


@pytest.mark.parametrize(("value", "figure"), [("共9家", "9家"), ("decreased 0.7 percent", "0.7 percent")])
def test_a_value_may_say_what_it_counts_or_how_it_moved(value: str, figure: str) -> None:
    (fact,) = facts_of(f"factcheck: 1\nfacts:\n  - {{id: a, claim: it {value}, value: {value}}}\n").facts
    assert fact.value.text == figure


@pytest.mark.parametrize(
    ("claim", "value", "language"),
    [("76家银行", "76家", "zh"), ("76 banks", "76 banks", "en"), ("the GDP of 1.2bn dollars", "1.2bn dollars", "en")],
)
def test_the_language_is_guessed_from_the_claim(claim: str, value: str, language: str) -> None:
    (fact,) = facts_of(f"factcheck: 1\nfacts:\n  - {{id: a, claim: {claim}, value: {value}}}\n").facts
    assert fact.language == language


@pytest.mark.parametrize(
    "when", ["end of 2023", "year to 30 April 2024", "Q3 fiscal 2024", "until end 2022", "when ready"]
)
def test_free_words_may_say_when(when: str) -> None:
    (fact,) = facts_of(f"factcheck: 1\nfacts:\n  - {{id: a, claim: 76 banks, value: 76 banks, when: {when}}}\n").facts
    assert fact.when_text == when


@pytest.mark.parametrize(
    ("value", "tolerance", "amount", "relative"),
    [
        ("76家", "1%", Fraction(1, 100), True),
        ("76家", "2家", Fraction(2), False),
        ("500名", "5人", Fraction(5), False),
        ("145亿元", "1亿元", Fraction(10**8), False),
        ("22万平方米", "5", Fraction(5), False),
        ("7.8%", "0.1个百分点", Fraction(1, 10), False),
        ("7.8%", "0.1%", Fraction(1, 1000), True),
    ],
)
def test_a_tolerance_is_a_share_or_an_amount(value: str, tolerance: str, amount: Fraction, relative: bool) -> None:
    text = f"{HEAD}  - {{id: a, claim: 共有{value}, value: {value}, tolerance: {tolerance}}}\n"
    (fact,) = facts_of(text).facts
    assert fact.tolerance == Tolerance(amount, relative)


def test_nothing_to_check_against_is_no_fault() -> None:
    assert facts_of("factcheck: 1\nfacts: []\n").facts == ()


# What is told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", [f"1:1: the file holds nothing; {BEGIN}"]),
        ("# soon\n", [f"1:1: the file holds nothing; {BEGIN}"]),
        ("- a\n", [f"1:1: this is no facts file; {BEGIN}"]),
        ("金融\n", [f"1:1: this is no facts file; {BEGIN}"]),
        (
            "facts: []\n",
            ["1:1: this file does not say which version of the form it follows; write “factcheck: 1” at the top"],
        ),
        (
            "factcheck: 2\nfacts: []\n",
            ["1:12: this program reads version 1 of the form, not “2”; write “factcheck: 1” at the top"],
        ),
        ("factcheck: 1\n", ["1:1: this file has no “facts”; write “facts:” and the entries below it"]),
        (
            "factcheck: 1\nfact: []\n",
            [
                "1:1: this file has no “facts”; write “facts:” and the entries below it",
                "2:1: there is no key “fact”; write “facts”",
            ],
        ),
        ("factcheck: 1\nfacts:\n", ["2:7: “facts” needs a list; write “facts: [{id: …, claim: …, value: …}]”"]),
        (
            "factcheck: 1\nlanguage: fr\nfacts: []\n",
            ["2:11: facts can't be read in the language “fr”; write zh or en"],
        ),
        (
            "factcheck: 1\nfacts: []\nfacts: []\n",
            ["3:1: “facts” stands twice here; it stands first at line 2, column 1"],
        ),
        ("factcheck: 1\nfacts: [76家]\n", ["2:9: an entry needs keys; begin it with “- id: …”"]),
        (
            "factcheck: 1\nsource: 周刊\nfacts: []\n",
            ["2:9: “source” needs keys of its own; the keys are: title, publisher, published, url"],
        ),
        (
            "factcheck: 1\nsource: {titel: x, published: 2021-13-01, author: y}\nfacts: []\n",
            [
                "2:10: there is no key “titel”; write “title”",
                "2:31: “2021-13-01” is no date; write it as 2021-01-05",
                "2:43: there is no key “author”; the keys are: title, publisher, published, url",
            ],
        ),
        (
            "factcheck: 1\nsource: {published: 2021年1月5日, url: [x]}\nfacts: []\n",
            [
                "2:21: “2021年1月5日” is no date; write it as 2021-01-05",
                "2:37: “url” needs a text; write “url: https://example.org/article.html”",
            ],
        ),
        (
            "factcheck: 1\nfacts:\n  - id: a\n   claim: b\n",
            [
                (
                    "4:4: not valid YAML: did not find expected '-' indicator; "
                    "begin the keys of the block at line 3, column 3, in one column"
                )
            ],
        ),
    ],
)
def test_faults_of_the_file(text: str, says: list[str]) -> None:
    assert problems(text) == says


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            "claim: 银行9家\nvalue: 9家",
            ["4:5: this entry has no id; begin it with “id: …”, a short name that no other entry has"],
        ),
        ("id:\nclaim: 银行9家\nvalue: 9家", [f"4:8: “id” {EMPTY}"]),
        (
            "id: a\nnote: x",
            [f"4:5: this entry states nothing; {FORMS}"],
        ),
        ("id: a\nclaim: 银行9家", ["5:5: “claim” needs “value” beside it; add one, such as “value: 76家”"]),
        (
            "id: a\nvalue: 9家",
            ["5:5: “value” needs “claim” beside it; add one, such as “claim: 76家金融机构形成了金融组织体系”"],
        ),
        (
            "id: a\nperson: 王岚",
            ["5:5: “person” needs “office” beside it; add one, such as “office: 滨州市委书记、市人大常委会主任”"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\nname: 银行",
            ["7:5: “claim” and “name” can't stand in one entry; make two entries of them"],
        ),
        (
            "id: a\nquote: 银行\nperson: 王岚",
            ["5:5: “person” and “quote” can't stand in one entry; make two entries of them"],
        ),
        ("id: a\nclaim: 银行9家\nvalue: 9家\nmesure: total", ["7:5: there is no key “mesure”; write “measure”"]),
        ("id: a\nclaim: 银行9家\nvalue: 9家\nNote: x", ["7:5: there is no key “Note”; write “note”"]),
        (
            "id: a\nname: 银行\nsource: x",
            ["6:5: there is no key “source”; the keys are: id, name, never, note"],
        ),
        (
            "id: a\nname: 银行\nvalue: 9家",
            ["5:5: “value” and “name” can't stand in one entry; make two entries of them"],
        ),
        (
            "id: a\nname: 银行\naliases: [x]",
            ["6:5: “aliases” does not belong in this kind of entry; it goes with “claim”"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\nvalue: 8家",
            ["7:5: “value” stands twice here; it stands first at line 6, column 5"],
        ),
        (
            "{id: a, claim: 银行9家,增长7%, value: 9家}",
            ["4:25: there is no key “增长7%”; put a text that holds a comma in quotes"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 很多家",
            [f"6:12: “很多家” is not read as one figure; {AS_IN_A_TEXT}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 从8家增至9家,增长12%",
            [f"6:12: “从8家增至9家,增长12%” is not read as one figure; {AS_IN_A_TEXT}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\ndisputed: [8家, 若干]",
            [f"7:20: “若干” is not read as one figure; {AS_IN_A_TEXT}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\ndisputed: 8家",
            ["7:15: “disputed” needs a list; write “disputed: [75家]”"],
        ),
        (
            "id: a\nclaim: 存款1,299元\nvalue: '1,299元'\ndisputed: [1,300元, 1,301元]",
            ["7:16: YAML cuts “1,300元” at its comma; put it in quotes"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\naliases: [{a: b}]",
            ["7:15: the list of “aliases” must hold texts alone"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\naliases: [banks, '']",
            [f"7:22: “aliases” {EMPTY}"],
        ),
        (
            "id: a\nclaim: [银行9家]\nvalue: 9家",
            ["5:12: “claim” needs a text; write “claim: 76家金融机构形成了金融组织体系”"],
        ),
        ("id: a\nclaim: 银行9家\nvalue: 9家\nmeasure: grwoth", ["7:14: there is no measure “grwoth”; write “growth”"]),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\nmeasure: 增长",
            [f"7:14: there is no measure “增长”; {MEASURES}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\ntolerance: some",
            [f"7:16: “some” is no tolerance; {TOLERANCE}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\ntolerance: 约5家",
            [f"7:16: “约5家” is no tolerance; {TOLERANCE}"],
        ),
        (
            "id: a\nclaim: 增长7.8%\nvalue: 7.8%\ntolerance: 5家",
            [f"7:16: a tolerance of “5家” can't be added to “7.8%”; {TOLERANCE}"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\nrequired: yes",
            ["7:15: “required” is true or false, not “yes”; write “required: true”"],
        ),
        (
            "id: a\nclaim: 银行9家\nvalue: 9家\nrequired: No",
            ["7:15: “required” is true or false, not “No”; write “required: false”"],
        ),
        (
            "id: a\nname: 银行\nnever: [银 行, 银行]",
            ["6:18: “银行” is the official name itself; remove it from “never”"],
        ),
        ("id: a\nname: ''", [f"5:11: “name” {EMPTY}"]),
        (
            "id: good\nname: 银行",
            ["6:5: the id “good” is taken; choose another: it stands first at f.yaml:4:5"],
        ),
    ],
)
def test_faults_of_an_entry(entry: str, says: list[str]) -> None:
    assert of_entry(entry) == says


def test_all_faults_of_an_entry_are_told_at_once() -> None:
    assert of_entry("claim: 银行9家\nvalue: 银行\nmeasure: totl\nrequired: 1\nwehn: x\ntolerance: y") == [
        "4:5: this entry has no id; begin it with “id: …”, a short name that no other entry has",
        f"5:12: “银行” is not read as one figure; {AS_IN_A_TEXT}",
        "6:14: there is no measure “totl”; write “total”",
        "7:15: “required” is true or false, not “1”; write “required: true”",
        "8:5: there is no key “wehn”; write “when”",
        f"9:16: “y” is no tolerance; {TOLERANCE}",
    ]


# Files and folders


def test_a_folder_is_read_with_all_below_it(write: Write) -> None:
    write("facts/b.yml", HEAD + GOOD.replace("good", "b"))
    write("facts/2020/a.yaml", HEAD + GOOD.replace("good", "a"))
    write("facts/.hidden/c.yaml", "no facts at all")
    write("facts/.d.yaml", "no facts at all")
    write("facts/readme.md", "no facts at all")
    base = load_facts([Path("facts")])
    assert base.paths == ("facts/b.yml", "facts/2020/a.yaml")
    assert [fact.id for fact in base.facts] == ["b", "a"]
    assert base.facts[1].origin == Origin("facts/2020/a.yaml", 4, 5)


def test_a_file_named_twice_is_read_once(write: Write) -> None:
    path = write("facts/a.yaml", HEAD + GOOD)
    assert load_facts([path, Path("facts"), path]).paths == ("facts/a.yaml",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_yaml_has(write: Write, encoding: str) -> None:
    path = write("a.yaml", (HEAD + GOOD).replace("\n", "\r\n").encode(encoding))
    (fact,) = load_facts([path]).facts
    assert (fact.claim, fact.origin.line, fact.origin.column) == ("银行12家", 4, 5)


def test_faults_of_all_files_are_told_at_once(write: Write) -> None:
    write("facts/a.yaml", HEAD + GOOD)
    write("facts/b.yaml", HEAD + GOOD + "  - {id: b}\n")
    write("facts/c.yaml", HEAD + "  - id: [\n")
    write("facts/d.yaml", HEAD.encode() + "  - 银行\n".encode("gb18030"))
    write("empty/x.txt", "")
    with pytest.raises(FactsError) as caught:
        load_facts([Path("nowhere.yaml"), Path("facts"), Path("empty")])
    assert str(caught.value).splitlines() == [
        "nowhere.yaml: there is no such file or folder",
        "empty: no facts file is in this folder; facts files end in .yaml or .yml",
        "facts/b.yaml:4:5: the id “good” is taken; choose another: it stands first at facts/a.yaml:4:5",
        f"facts/b.yaml:5:5: this entry states nothing; {FORMS}",
        (
            "facts/c.yaml:5:1: not valid YAML: did not find expected node content; "
            "a value is missing here, or a bracket before it is not closed"
        ),
        "facts/d.yaml:4:5: this byte is not UTF-8; save the file as UTF-8",
    ]
    assert [problem.severity for problem in caught.value.problems] == ["error"] * 6


def test_a_file_that_cannot_be_read(write: Write) -> None:
    path = write("a.yaml", HEAD + GOOD)
    path.unlink()
    path.symlink_to(path.name)
    with pytest.raises(FactsError) as caught:
        load_facts([path])
    assert str(caught.value) == "a.yaml: there is no such file or folder"
