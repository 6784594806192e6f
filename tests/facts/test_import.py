"""Tables become facts files: every row is an entry or a fault with its place."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Run

import factcheck
from factcheck.facts.load import facts_of
from factcheck.facts.tables.columns import Columns
from factcheck.facts.tables.rows import read_rows
from factcheck.facts.tables.yaml import entry, head
from factcheck.model.fact import Fact, FactBase

COLUMNS = ("id", "claim", "subject", "aliases", "value", "when", "required")
QUOTED = ", ".join(f'"{column}"' for column in COLUMNS)
ROWS = (
    ("harbours", "全市港口吞吐量达到1.2亿吨", "港口吞吐量", "货物吞吐量; port throughput", "1.2亿吨", "2023年", "true"),
    ("ships", "全市船舶数为845艘", "船舶数", "", "845艘", "", ""),
    ("growth", "渔业产值增长7.8%", "渔业产值", "", "7.8%", "2023年", "false"),
)


def same_facts(base: FactBase) -> bool:
    """Whether these are the facts of the rows, wherever they stood."""
    harbours, ships, growth = base.facts
    assert [fact.id for fact in base.facts] == [row[0] for row in ROWS]
    assert [fact.claim for fact in base.facts] == [row[1] for row in ROWS]
    assert [fact.value.text for fact in base.facts] == [row[4] for row in ROWS]
    assert (harbours.aliases, ships.aliases) == (("货物吞吐量", "port throughput"), ())
    assert (harbours.required, growth.required, ships.when_text) == (True, False, None)
    return True


def table_of(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([COLUMNS, *ROWS])
    return path


def imported(run: Run, source: Path | str, *options: str) -> FactBase:
    outcome = run("facts", "import", str(source), "--output", "imported.yaml", *options)
    assert (outcome.status, outcome.err) == (0, "")
    return factcheck.load_facts("imported.yaml")


def test_csv(folder: Path, run: Run) -> None:
    assert same_facts(imported(run, table_of(folder / "figures.csv")))


@pytest.mark.parametrize(
    ("encoding", "separator", "options"),
    [
        ("utf-8-sig", ",", ()),
        ("utf-16", "\t", ()),
        ("gb18030", ",", ("--encoding", "gb18030")),
    ],
)
def test_csv_of_spreadsheets(folder: Path, run: Run, encoding: str, separator: str, options: tuple[str, ...]) -> None:
    with Path("figures.csv").open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows([COLUMNS, *ROWS])
    assert same_facts(imported(run, "figures.csv", *options))


def test_sqlite(folder: Path, run: Run) -> None:
    with sqlite3.connect("figures.db") as database:
        database.execute(f"CREATE TABLE figures({QUOTED})")
        database.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?)", ROWS)
    database.close()
    assert same_facts(imported(run, "figures.db"))


def test_parquet(folder: Path, run: Run) -> None:
    table_of(folder / "figures.csv")
    duckdb.sql("COPY (SELECT * FROM read_csv('figures.csv', all_varchar = true)) TO 'figures.parquet' (FORMAT parquet)")
    assert same_facts(imported(run, "figures.parquet"))


def test_a_workbook(folder: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [COLUMNS, *ROWS]:
        sheet.append(row)
    share = sheet.cell(4, 5, 0.078)
    share.number_format = "0.0%"
    sheet.cell(2, 7, value=True)
    book.create_sheet("notes")
    book.save("figures.xlsx")
    assert run("facts", "import", "figures.xlsx").err == (
        "figures.xlsx: it holds 2 tables; name one with --table: Sheet or notes\n"
    )
    assert same_facts(imported(run, "figures.xlsx", "--table", "Sheet"))


def test_numbers_and_days_of_a_workbook_are_texts(folder: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("id", "claim", "value", "when"))
    sheet.append((7, "共有845个", 845.0, date(2023, 5, 1)))
    sheet.append((8, "共有0.0000125个", 0.0000125, None))
    book.save("figures.xlsx")
    seven, eight = imported(run, "figures.xlsx").facts
    assert (seven.id, seven.value.text, seven.when_text) == ("7", "845", "2023-05-01")
    assert eight.value.text == "0.0000125"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL of its own; its address. Its folder is no pytest's, which nobody but their owner may enter."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("no PostgreSQL here (Debian: postgresql)")
    owner = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder:
        programs, data = found[-1].parent, Path(folder)
        if owner:
            shutil.chown(data, owner)
        setup: list[str | Path] = ["-D", data / "base", "-A", "trust", "-U", "office", "-E", "UTF8"]
        subprocess.run([programs / "initdb", *setup], check=True, capture_output=True, user=owner)
        options = f"-c listen_addresses='' -c unix_socket_directories={data}"
        control: list[str | Path] = [programs / "pg_ctl", "-D", data / "base", "-w", "-l", data / "log"]
        subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True, user=owner)
        yield f"postgresql://office:secret@/postgres?host={data}"
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, user=owner)


def test_postgresql(folder: Path, run: Run, server: str) -> None:
    with psycopg.connect(server) as database:
        database.execute("CREATE SCHEMA press")
        texts = ", ".join(f'"{column}" text' for column in COLUMNS if column not in ("aliases", "required"))
        database.execute(f'CREATE TABLE press."Figures"({texts}, aliases text[], required boolean)')
        for row in ROWS:
            values: dict[str, object] = dict(zip(COLUMNS, row, strict=True))
            values |= {"aliases": [each.strip() for each in row[3].split(";")] if row[3] else None}
            values |= {"required": row[6] == "true" if row[6] else None}
            marks = ", ".join(f"%({column})s" for column in COLUMNS)
            database.execute(f'INSERT INTO press."Figures"({QUOTED}) VALUES ({marks})', values)  # noqa: S608
    assert same_facts(imported(run, server, "--table", "press.Figures"))
    outcome = run("facts", "import", server, "--table", "press.nothing")
    assert outcome.status == 2
    assert 'the database can\'t be read: relation "press.nothing" does not exist' in outcome.err
    assert "secret" not in outcome.err


def test_an_address_without_a_server(folder: Path, run: Run) -> None:
    outcome = run("facts", "import", "postgresql://office:secret@localhost:1/office", "--table", "figures")
    assert outcome.status == 2
    assert outcome.err.startswith("postgresql://localhost:1/office: the database can't be read: ")
    assert "secret" not in outcome.err


BAD = """id,claim,value,note
ok,共有5家企业,5家,
none,共有许多企业,许多,
ok,又有6家企业,6家,
,没有编号的7家,7家,
half,"只有半条",,
wide,共有8家企业,8家,a,b
"""


def test_every_bad_row_is_told_with_its_place(folder: Path, run: Run) -> None:
    Path("bad.csv").write_text(BAD, encoding="utf-8")
    outcome = run("facts", "import", "bad.csv", "--output", "facts.yaml")
    assert outcome.status == 2
    places = [line.split(": ")[0] for line in outcome.err.splitlines()]
    assert places == ["bad.csv:3:3", "bad.csv:4:1", "bad.csv:5:1", "bad.csv:6:2", "bad.csv:7:5"]
    assert not Path("facts.yaml").exists()


def test_bad_rows_can_be_left_out_and_are_listed(folder: Path, run: Run) -> None:
    Path("bad.csv").write_text(BAD, encoding="utf-8")
    outcome = run("facts", "import", "bad.csv", "--output", "facts.yaml", "--skip-bad", "left.csv")
    assert (outcome.status, outcome.err) == (0, "5 rows were bad: listed in left.csv\n")
    assert [fact.id for fact in factcheck.load_facts("facts.yaml").facts] == ["ok"]
    with Path("left.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["row"], row["column"]) for row in rows] == [("3", "3"), ("4", "1"), ("5", "1"), ("6", "2"), ("7", "5")]
    assert rows[0]["problem"] == "“许多” is not read as one figure"


def test_columns_of_other_names(folder: Path, run: Run) -> None:
    Path("t.csv").write_text("编号,表述,数值,备注\n1,共有5家企业,5家,口径不明\n", encoding="utf-8")
    outcome = run("facts", "import", "t.csv", "--map", "编号=id", "--map", "表述=claim", "--map", "值=value")
    assert (outcome.status, outcome.err.splitlines()) == (
        2,
        [
            "t.csv:1:3: there is no key “数值”; name its key, as in --map 数值=note, or leave it out with --map 数值=-",
            "t.csv:1:4: there is no key “备注”; name its key, as in --map 备注=note, or leave it out with --map 备注=-",
            "t.csv: there is no column “值”; the columns are: 编号, 表述, 数值, 备注",
        ],
    )
    options = ("--map", "编号=id", "--map", "表述=claim", "--map", "数值=value", "--map", "备注=-", "--id-prefix", "y-")
    (fact,) = imported(run, "t.csv", *options).facts
    assert (fact.id, fact.value.text, fact.note) == ("y-1", "5家", None)


def test_rows_are_numbered_where_no_column_is_the_id(folder: Path, run: Run) -> None:
    Path("t.csv").write_text("claim,value\n共有5家企业,5家\n\n共有6家商店,6家\n", encoding="utf-8")
    outcome = run("facts", "import", "t.csv")
    assert outcome.err == (
        "t.csv:1:1: no column is “id”; name a column with --map COLUMN=id, or have rows numbered with --id-prefix\n"
    )
    assert [fact.id for fact in imported(run, "t.csv", "--id-prefix", "row-").facts] == ["row-2", "row-4"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.csv", "id,claim,value\na,\"共有5家,5家\n", "t.csv:2:1: this row can't be read"),
        ("t.csv", "id,claim,value\n", "t.csv: no row holds a fact"),
        ("t.csv", "", "t.csv:1:1: no column is “id”"),
        ("t.parquet", "no parquet", "t.parquet: the file can't be read"),
        ("t.xlsx", "no workbook", "t.xlsx: the workbook can't be read"),
        ("t.db", "no database", "t.db: this is no table that can be read"),
        ("t.txt", "id,claim,value\n", "t.txt: this is no table that can be read"),
    ],
)  # fmt: skip
def test_what_is_no_table(folder: Path, run: Run, name: str, data: str, said: str) -> None:
    Path(name).write_text(data, encoding="utf-8")
    outcome = run("facts", "import", name)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(said)
    assert "Traceback" not in outcome.err


def test_a_file_in_another_encoding(folder: Path, run: Run) -> None:
    rows = "".join(f"f{n},共有{n}家企业,{n}家\n" for n in range(1, 3000))
    Path("t.csv").write_bytes(b"id,claim,value\n" + rows.encode("gb18030"))
    for options, said in (
        ((), "name it, as in --encoding gb18030"),
        (("--encoding", "klingon"), "no encoding “klingon”"),
    ):
        outcome = run("facts", "import", "t.csv", *options)
        assert outcome.status == 2
        assert said in outcome.err
        assert "Traceback" not in outcome.err


def test_options_that_can_not_be_read(folder: Path, run: Run) -> None:
    table_of(folder / "figures.csv")
    outcome = run("facts", "import", "figures.csv", "--map", "claim")
    assert (outcome.status, outcome.err) == (2, "--map takes a column and a key, as in COLUMN=KEY, not “claim”\n")
    assert run("facts", "import", "nowhere.csv").err == "nowhere.csv: there is no such file\n"


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(cells, cells, cells, cells), max_size=5))
def test_what_is_written_says_what_the_rows_said(rows: list[tuple[str, str, str, str]]) -> None:
    columns = Columns(("claim", "subject", "aliases", "note"), "n")
    numbered = [(number, (f"共有5家{a}", b, c, d)) for number, (a, b, c, d) in enumerate(rows, 1)]
    valued = Columns((*columns.keys, "value"), "n")
    whole = [(number, (*row, "5家")) for number, row in numbered]
    entries, problems = read_rows(whole, valued, "t", "zh")
    assert len({row for _, row in entries}) + len({row[0] for _, row in problems}) == len(rows)
    if entries:
        base = facts_of(head("t", "zh") + "facts:\n" + "".join(entry(row, valued) for _, row in entries))
        read = [fact for fact, _ in entries if isinstance(fact, Fact)]
        assert list(map(contents, base.facts)) == list(map(contents, read))


def contents(fact: Fact) -> tuple[object, ...]:
    return fact.id, fact.claim, fact.value.text, fact.subject, fact.aliases, fact.note
