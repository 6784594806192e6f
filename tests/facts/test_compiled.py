"""A compiled index gives the answers of the facts that it was made of, or says why it can't be used."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Run

import factcheck
from factcheck.cli.desk import Desk
from factcheck.facts.compiled import header
from factcheck.facts.index import CLOSELY
from factcheck.facts.match import match_claims
from factcheck.facts.problems import FactsError
from factcheck.lsp.settings import Settings
from factcheck.model.document import Language
from factcheck.model.fact import MANY
from factcheck.pipeline import indexed, know, read
from factcheck.reading import document_of

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "tests" / "drafts" / "article.txt"
FACTS = ROOT / "facts"

TABLE = """id,claim,subject,value,when,where
harbours,2023年全市港口吞吐量达到1.2亿吨,港口吞吐量,1.2亿吨,2023年,东港市
ships,2023年全市船舶数为845艘,船舶数,845艘,2023年,东港市
"""

PLACES = "东港 西湾 南岭 北原 青禾 云溪 永宁 柳坪 沃原 榆州".split()
THINGS = "学校 医院 水库 林场 码头 景区 剧场 球场 公路 市场".split()


def office_rows(years: int) -> Iterator[str]:
    """Facts that share their words: places, things and years."""
    for number, (place, thing, year) in enumerate((p, t, y) for p in PLACES for t in THINGS for y in range(years)):
        value = 100 + number * 37 % 900
        yield f"f{number},{2023 - year}年{place}区新建{thing}{value}个,新建{thing},{value}个,{2023 - year}年,{place}区"


def written(path: Path, rows: Iterator[str]) -> Path:
    path.write_text("id,claim,subject,value,when,where\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def compiled(run: Run, *sources: Path | str, output: str = "facts.idx", options: tuple[str, ...] = ()) -> Path:
    outcome = run("facts", "compile", *map(str, sources), "--output", output, "--jobs", "1", *options)
    assert (outcome.status, outcome.err) == (0, "")
    return Path(output)


def test_reports_are_the_same_to_the_byte(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS)
    for report in ("json", "full", "table"):
        with_files = run("verify", str(ARTICLE), "--facts", str(FACTS), "--format", report)
        with_index = run("verify", str(ARTICLE), "--facts", str(index), "--format", report)
        assert with_index == with_files
    assert json.loads(run("verify", str(ARTICLE), "--facts", str(index), "--format", "json").out)["summary"]["verified"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "zh",
            "记者从东港区获悉，2021年该区的新学校建成361个。云溪区2022年新建水库128个，剧场也有200个。西湾区市场新建了300个。",
        ),
        ("en", "In 2021 the district of 东港 built 361 new schools, 12 hospitals and 128 reservoirs."),
    ],
)
def test_matches_are_the_same_where_facts_share_their_words(
    folder: Path, run: Run, language: Language, text: str
) -> None:
    table = written(folder / "office.csv", office_rows(years=25))
    index = compiled(run, table)
    (folder / "office.yaml").write_text(yaml_of(table), encoding="utf-8")
    in_memory, stored = know([folder / "office.yaml"]), know([index])
    assert len(stored.base.facts) == len(in_memory.base.facts) > CLOSELY
    claims = read(document_of(text, language=language)).claims
    said = [match_claims(claims, indexed(known, language).index) for known in (in_memory, stored)]
    assert [(each.verdict, each.evidence, each.slip) for each in said[0]] == [
        (each.verdict, each.evidence, each.slip) for each in said[1]
    ]
    assert [[fact.id for fact in each.rivals] for each in said[0]] == [
        [fact.id for fact in each.rivals] for each in said[1]
    ]


def test_wordings_are_found_to_the_letter(folder: Path, run: Run) -> None:
    table = written(folder / "office.csv", office_rows(years=1))
    (folder / "office.yaml").write_text(yaml_of(table), encoding="utf-8")
    in_memory, stored = know([folder / "office.yaml"]), know([compiled(run, table)])
    for text in ("2023年东港区新建学校100个。", "西湾区新建码头5个，都已启用。", "新建码头5个。"):
        (claim,) = read(document_of(text, language="zh")).claims
        left, right = (claim.lead + claim.before)[::-1], claim.after + claim.tail
        assert indexed(stored, "zh").index.verbatim(left, right) == indexed(in_memory, "zh").index.verbatim(left, right)


def yaml_of(table: Path) -> str:
    keys, *rows = (line.split(",") for line in table.read_text(encoding="utf-8").splitlines())
    entries = ("{" + ", ".join(f"{key}: {cell}" for key, cell in zip(keys, row, strict=True)) + "}" for row in rows)
    return "factcheck: 1\nfacts:\n" + "".join(f"  - {entry}\n" for entry in entries)


def test_facts_come_back_as_they_went_in(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS)
    stored, in_memory = know([index]).base, know([FACTS]).base
    assert tuple(stored.facts) == in_memory.facts
    assert (stored.names, stored.people, stored.quotes) == (in_memory.names, in_memory.people, in_memory.quotes)
    assert (stored.paths, stored.sources) == (in_memory.paths, in_memory.sources)
    assert stored.facts[1:3] == in_memory.facts[1:3]
    assert stored.named(in_memory.facts[5].id) == in_memory.facts[5]
    assert stored.named(in_memory.names[0].id) == in_memory.names[0]
    assert stored.named("nobody") is None


def test_any_number_of_processes_makes_the_same_index(folder: Path, run: Run) -> None:
    table = written(folder / "office.csv", office_rows(years=25))
    indexes = []
    for jobs in ("1", "2"):
        assert run("facts", "compile", str(table), "--output", "facts.idx", "--jobs", jobs).status == 0
        indexes.append(Path("facts.idx").read_bytes())
    assert indexes[0] == indexes[1]


def test_several_processes_check_against_one_index(folder: Path, run: Run) -> None:
    index = compiled(run, written(folder / "office.csv", office_rows(years=2)))
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"2023年东港区新建学校{100 + number}个。\n", encoding="utf-8")
    drafts = [f"{number}.txt" for number in range(4)]
    alone = run("verify", *drafts, "--facts", str(index), "--format", "json")
    assert run("verify", *drafts, "--facts", str(index), "--format", "json", "--jobs", "2") == alone


def test_a_source_that_changed(folder: Path, run: Run) -> None:
    table = folder / "facts.csv"
    table.write_text(TABLE, encoding="utf-8")
    compiled(run, "facts.csv", options=("--language", "zh"))
    (folder / "draft.txt").write_text("港口吞吐量达到1.2亿吨。\n", encoding="utf-8")
    assert run("verify", "draft.txt", "--facts", "facts.idx").status == 0
    table.touch()
    assert run("verify", "draft.txt", "--facts", "facts.idx").status == 0
    table.write_text(TABLE.replace("845", "854"), encoding="utf-8")
    outcome = run("verify", "draft.txt", "--facts", "facts.idx")
    assert (outcome.status, outcome.err) == (
        2,
        (
            "facts.idx: facts.csv has changed since the index was compiled; "
            "compile it again: factcheck facts compile facts.csv --output facts.idx --language zh\n"
        ),
    )
    table.unlink()  # an index may travel alone
    assert run("verify", "draft.txt", "--facts", "facts.idx").status == 0


def test_a_facts_file_that_was_added(folder: Path, run: Run) -> None:
    (folder / "facts").mkdir()
    (folder / "facts" / "one.yaml").write_text("factcheck: 1\nfacts:\n  - {id: a, name: 东港市}\n", encoding="utf-8")
    (folder / "indexes").mkdir()
    index = compiled(run, "facts", output="indexes/facts.idx")
    (folder / "draft.txt").write_text("东港市一切如常。\n", encoding="utf-8")
    assert run("verify", "draft.txt", "--facts", str(index)).status == 0
    (folder / "facts" / "two.yaml").write_text("factcheck: 1\nfacts:\n  - {id: b, name: 西湾市}\n", encoding="utf-8")
    outcome = run("verify", "draft.txt", "--facts", str(index))
    assert outcome.status == 2
    assert "two.yaml has changed since the index was compiled" in outcome.err


def test_an_index_of_another_program(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    index = compiled(run, FACTS)
    monkeypatch.setattr("factcheck.facts.compiled.store.parts_of_program", lambda: "another")
    outcome = run("verify", str(ARTICLE), "--facts", str(index))
    assert outcome.status == 2
    assert "facts.idx: the index was compiled by factcheck" in outcome.err
    assert "compile it again: factcheck facts compile" in outcome.err


def test_the_state_of_the_program_is_told_by_its_files() -> None:
    assert header.parts_of_program() == header.parts_of_program.__wrapped__()
    assert len(header.parts_of_program()) == 8


def test_a_damaged_index(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS)
    data = index.read_bytes()
    index.write_bytes(data[:8192] + bytes(len(data) - 8192))
    outcome = run("verify", str(ARTICLE), "--facts", str(index))
    assert outcome.status == 2
    assert outcome.err.startswith("facts.idx: the index is damaged")
    assert "Traceback" not in outcome.err


def test_a_database_that_is_no_index(folder: Path, run: Run) -> None:
    with sqlite3.connect("facts.db") as database:
        database.execute("CREATE TABLE facts(id, claim, value)")
    database.close()
    outcome = run("verify", str(ARTICLE), "--facts", "facts.db")
    assert (outcome.status, outcome.err) == (
        2,
        "facts.db: this is a database, not a facts file; make an index of it: factcheck facts compile facts.db\n",
    )


def test_an_index_is_checked_as_facts_files_are(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS)
    assert run("facts", "check", str(index)) == run("facts", "check", str(FACTS))
    with pytest.raises(FactsError, match="this is a compiled index; name it by itself"):
        factcheck.load_facts(index)


def test_processes_tell_of_an_index_as_one_does(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS, options=("--language", "zh"))
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text("The district has 76 banks.\n", encoding="utf-8")
    drafts = ("verify", "one.txt", "two.txt", "--facts", str(index))
    assert run(*drafts, "--jobs", "2") == run(*drafts)
    assert run(*drafts).status == 2


def test_an_editor_is_told_of_an_index_for_other_drafts(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS, options=("--language", "zh"))
    desk = Desk(Settings(facts=(str(index),)))
    assert desk.check("全区一切如常。", "draft.txt") is not None
    assert desk.problems() == ()
    assert desk.check("The district has 76 banks.", "draft.txt") is not None
    assert [problem.message for problem in desk.problems()] == [
        "the index was compiled for drafts in zh, and one is in “en”"
    ]


def test_an_index_stands_alone(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS)
    outcome = run("verify", str(ARTICLE), "--facts", str(index), "--facts", str(FACTS))
    assert outcome.status == 2
    assert "facts.idx: a compiled index can't be joined with other facts" in outcome.err


def test_a_draft_in_a_language_that_an_index_is_not_for(folder: Path, run: Run) -> None:
    index = compiled(run, FACTS, options=("--language", "zh"))
    (folder / "draft.txt").write_text("The district has 76 banks.\n", encoding="utf-8")
    outcome = run("verify", "draft.txt", "--facts", str(index))
    assert (outcome.status, outcome.err) == (
        2,
        "facts.idx: the index was compiled for drafts in zh, and one is in “en”; compile it again with “--language en”\n",
    )


def test_nothing_is_written_where_a_row_is_bad(folder: Path, run: Run) -> None:
    Path("facts.csv").write_text(TABLE + "ships,全市渔船数为12艘,渔船,许多艘,,\nboats,全市渔船,,,,\n", encoding="utf-8")
    outcome = run("facts", "compile", "facts.csv", "--output", "facts.idx")
    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        (
            "facts.csv:4:4: “许多艘” is not read as one figure; "
            "write it as in a text: 76家, 1.2万余件, 7.8%, $1.2bn, one in four"
        ),
        "facts.csv:5:2: “claim” needs “value” beside it; add one, such as “value: 76家”",
    ]
    assert [path.name for path in folder.iterdir() if "idx" in path.name] == []


def test_an_id_that_stands_twice(folder: Path, run: Run) -> None:
    Path("facts.csv").write_text(TABLE + "ships,全市渔船数为12艘,渔船,12艘,,\n", encoding="utf-8")
    outcome = run("facts", "compile", "facts.csv", "--output", "facts.idx")
    assert (outcome.status, outcome.err) == (
        2,
        "facts.csv:4:1: the id “ships” is taken; choose another: it stands first at facts.csv:3:1\n",
    )


def test_no_draft_is_asked_to_state_a_work_of_reference(folder: Path, run: Run) -> None:
    rows = (f"f{n},第{n}区共有学校{n + 1}所,第{n}区学校,{n + 1}所,,,{str(n == 7).lower()}" for n in range(MANY + 1))
    head = "id,claim,subject,value,when,where,required\n"
    (folder / "many.csv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    index = compiled(run, "many.csv")
    (folder / "draft.txt").write_text("全区一切如常。\n", encoding="utf-8")
    report = json.loads(run("verify", "draft.txt", "--facts", str(index), "--format", "json").out)
    assert [finding["fact"] for finding in report["documents"][0]["findings"]] == ["f7"]


def test_without_sqlite_nothing_else_is_lost(folder: Path, run: Run) -> None:
    """A run without an index imports nothing for one."""
    (folder / "draft.txt").write_text("全区一切如常。\n", encoding="utf-8")
    code = (
        "import sys; sys.argv = ['factcheck', 'verify', 'draft.txt', '--no-facts']\n"
        "from factcheck.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert 'sqlite3' not in sys.modules and 'factcheck.facts.compiled.store' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
