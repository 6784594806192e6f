"""What `--help` says of each command beside its options: what it is for, and examples."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """The help of one command: a line for the list of commands, paragraphs, and examples, each with what it does."""

    summary: str
    paragraphs: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


PAGES: dict[str, Page] = {
    "": Page(
        "Check the figures, names and quotes of a draft against a facts file, and against each other.",
        ("`factcheck COMMAND --help` explains a command. Status: 0 nothing found, 1 findings, 2 a failure.",),
        (
            ("factcheck init", "set up a folder, with an example to try"),
            ("factcheck verify draft.txt", "check one draft"),
            ("factcheck explain fact-mismatch", "what a rule asks"),
        ),
    ),
    "verify": Page(
        "Check drafts against the facts, and against themselves.",
        (
            (
                "Every figure of a draft is held against the facts, and the draft against itself. The report goes to standard "
                "output, all else to standard error."
            ),
            (
                "The exit status is 0 when nothing at or above --fail-on was found, 1 when something was, and 2 when a draft could "
                "not be read or the facts or the configuration are bad; what could be read is reported all the same."
            ),
        ),
        (
            ("factcheck verify", "the drafts of the configuration, or of this folder"),
            ("factcheck verify 稿件/ 'notes/*.md'", "folders and patterns"),
            ("factcheck verify draft.txt --facts facts/2026.yaml", "against this facts file"),
            ("iconv -f gb18030 old.txt | factcheck verify - --stdin-filename old.txt", "from standard input"),
            ("factcheck verify drafts --fail-on warning --format sarif --output report.sarif", "for code scanning"),
            ("factcheck verify archive --jobs 0 --statistics --format json --output all.json", "many drafts at a time"),
        ),
    ),
    "claims": Page(
        "List every claim as the program reads it.",
        ("A claim is a figure with its subject, measure, value, scope and place. No facts are needed.",),
        (
            ("factcheck claims draft.txt", "as a table"),
            ("factcheck claims draft.txt --format json", "for programs"),
        ),
    ),
    "compare": Page(
        "Tell what became of the claims of one version of a document in another.",
        (
            (
                "Figures that changed, appeared or vanished are listed, each in its clause; a claim in other words or another "
                "notation (6.3万 and 63,000) is the same. The two may be in different formats. The status is 0 unless --exit-code "
                "asks for 1 where anything is listed."
            ),
        ),
        (
            ("factcheck compare draft-1.docx draft-2.docx", "two drafts"),
            ("factcheck compare release.docx release.html", "what was signed off, and what was published"),
            ("git show HEAD~1:draft.md | factcheck compare - draft.md", "since the last commit"),
            ("factcheck compare old.txt new.txt --format html --output changes.html", "a page to send on"),
        ),
    ),
    "facts": Page("Draft or check facts files."),
    "facts extract": Page(
        "Draft a facts file from an article.",
        ("Review it before anything is held against it: the article may be wrong.",),
        (("factcheck facts extract article.txt --output facts/article.yaml", "one article, one facts file"),),
    ),
    "facts check": Page(
        "Validate facts files.",
        (
            (
                "Every error is told with its file, line and column, and with what to write instead; so is what is worth a second "
                "look. Status 2 tells of errors."
            ),
        ),
        (
            ("factcheck facts check", "the nearest facts folder"),
            ("factcheck facts check facts/2026.yaml", "one file"),
        ),
    ),
    "facts import": Page(
        "Make a facts file of a table.",
        (
            (
                "A table has a row for each fact, and columns named as the keys of the facts file, or mapped to them; several "
                "texts in a cell have semicolons between them. CSV and SQLite need nothing more; for Parquet, Excel workbooks and "
                "PostgreSQL install factcheck[import]."
            ),
            (
                "Every bad row is told with its line, its column and what to write instead, and the status is 2: then nothing is "
                "written, or with --skip-bad the good rows are, and the bad ones are listed in a file."
            ),
        ),
        (
            ("factcheck facts import figures.xlsx --output facts/figures.yaml", "a workbook"),
            (
                "factcheck facts import figures.csv --map 指标=subject --map 备注=- --id-prefix y2026-",
                "other names of columns",
            ),
            ("factcheck facts import postgresql://localhost/office --table figures", "a database"),
        ),
    ),
    "facts compile": Page(
        "Compile facts into an index, which serves a million of them.",
        (
            (
                "A draft that is checked against an index reads the few facts that it is about and no others; --facts takes one "
                "as it takes a facts file, by itself, with the same outcome. A table has a row for each fact, and columns named "
                "as the keys of the facts file; several texts in a cell have semicolons between them."
            ),
            (
                "An index is refused when one of its sources has changed, or when factcheck has: then it is to be compiled again. "
                "Every bad row is told with its place, and no index is written then (status 2)."
            ),
        ),
        (
            ("factcheck facts compile facts/ --output facts.idx", "a folder of facts files"),
            ("factcheck facts compile yearbook.csv --map 指标=subject --map 备注=- --output yearbook.idx", "a table"),
            ("factcheck verify draft.txt --facts yearbook.idx", "check against it"),
        ),
    ),
    "rules": Page("List the rules, with severity and purpose."),
    "explain": Page(
        "Explain a rule, with examples.",
        ("The examples show what it reports and what it does not; they are the rule's tests.",),
        (("factcheck explain contradiction", ""),),
    ),
    "config": Page(
        "Show what is in force for a draft, and from where.",
        (
            (
                "For each draft: its configuration, then each setting with its value and the place that sets it. "
                "Without a path, what holds for this folder."
            ),
        ),
        (
            ("factcheck config", "this folder"),
            ("factcheck config drafts/2026/may.md", "one draft"),
            ("factcheck config drafts --format json", "many, for programs"),
        ),
    ),
    "ignore": Page(
        "Accept findings, with a reason, in the ignore file.",
        (
            (
                "For drafts that can hold no comment. A finding is named by its fingerprint, or by its place as reports write it: "
                "path:line:column, or path:line for all of a line. The entry goes to the nearest factcheck-ignore.toml, made "
                "beside the configuration where there is none."
            ),
        ),
        (
            ('factcheck ignore 稿件/今天.txt:12:5 --reason "统计局口径，已核"', "one finding"),
            ('factcheck ignore draft.txt:3 --reason "a quotation" --until 2027-01-31', "a line's, for some time"),
        ),
    ),
    "baseline": Page(
        "Keep the findings that were there before, so that only new ones count.",
        ("The file is the one that --baseline or the configuration names, else factcheck-baseline.json here.",),
    ),
    "baseline update": Page(
        "Write what is found now into the baseline.",
        ("What it held of the drafts that are named is replaced, and what it held of others stays.",),
        (
            ("factcheck baseline update", "the drafts of the configuration"),
            ("factcheck verify --baseline factcheck-baseline.json", "only what is new"),
        ),
    ),
    "baseline prune": Page(
        "Take out of the baseline what is found no more; nothing is added.",
        (),
        (("factcheck baseline prune", ""),),
    ),
    "init": Page(
        "Set up a folder: a configuration, a facts file and an example draft.",
        (
            (
                "What it writes works at once; the example is there to be replaced. Nothing is overwritten: a file that exists is "
                "left as it is, and told."
            ),
        ),
        (
            ("factcheck init", "this folder"),
            ("factcheck init newsroom --language zh", "in another folder, with Chinese examples"),
            ("factcheck init --pre-commit --ci github", "with a hook and a workflow"),
        ),
    ),
    "schema": Page(
        "Print a JSON Schema, for editors and programs.",
        (),
        (
            ("factcheck schema config", "of factcheck.toml"),
            ("factcheck schema facts > facts.schema.json", "of facts files"),
            ("factcheck schema report", "of reports in JSON"),
            ("factcheck schema comparison", "of comparisons in JSON"),
        ),
    ),
    "watch": Page(
        "Check drafts again whenever they, their facts or their configuration change.",
        (
            (
                "On a terminal each report takes the place of the one before, in a pipe or file they follow each other. Ctrl-C "
                "ends it, with status 130. It needs the extra factcheck[watch]."
            ),
        ),
        (
            ("factcheck watch drafts", "the drafts of a folder, and those that come"),
            ("factcheck watch draft.md --format html --output report.html", "a page that follows the draft"),
        ),
    ),
    "archive": Page(
        "Check an archive of documents on many processors, and tell what it says as a whole.",
        ("It needs the extra factcheck[archive].",),
        (
            ("factcheck archive run articles/ --out checked", "claims and findings of every document"),
            ("factcheck archive report checked", "what they contradict each other in, and what is often wrong"),
        ),
    ),
    "archive run": Page(
        "Check an archive of documents: a folder, JSON Lines, Parquet or WARC.",
        (
            (
                "Each document is checked alone, by the configuration nearest to the source, as `verify` would. Claims, findings "
                "and the documents themselves go to Parquet files, some hundred documents a part, with the columns of "
                "the JSON report."
            ),
            (
                "A document that can't be checked is a row in errors.parquet and stops nothing: the status is 0 when every "
                "document is accounted for. A run that was ended goes on where it was when it is started again, and one over a "
                "source that has changed does what has changed. What is done is known by its content, the facts, the options and "
                "the program."
            ),
            (
                "By default it works with a process for each processor. The workers of a Dask cluster (--scheduler) need "
                "factcheck[archive] in the same version, and the facts files at the same paths; documents and results travel over "
                "the network."
            ),
        ),
        (
            ("factcheck archive run articles/ --out checked --facts facts", "a folder of documents"),
            (
                "factcheck archive run articles.jsonl.gz --out checked --text body --date published",
                "the keys of JSON objects",
            ),
            ("factcheck archive run crawl.warc.gz --out checked --scheduler tcp://head:8786", "on a Dask cluster"),
        ),
    ),
    "archive report": Page(
        "Tell what an archive says as a whole: contradictions across documents, facts often wrong, months.",
        (
            (
                "A contradiction is a fact for which different documents give different values, each with the days on which it "
                "was given. Facts that are most often wrong come with what is written instead; months with the share of claims "
                "that are wrong."
            ),
        ),
        (
            ("factcheck archive report checked", "all three tables"),
            ("factcheck archive report checked --format html --output report.html", "a page with plots"),
            ("factcheck archive report checked --only contradictions --top 1000 --format csv", "for a spreadsheet"),
        ),
    ),
    "lsp": Page(
        "Serve an editor: findings while you write, the fact behind a figure, suggestions, completion.",
        (
            (
                "Editors start this by themselves, speak to it on standard input and output, and end it. It needs the extra "
                "factcheck[lsp]."
            ),
        ),
    ),
    "completion": Page(
        "Print the script that completes commands, options and rules in a shell.",
        (),
        (
            ('eval "$(factcheck completion bash)"', "in ~/.bashrc"),
            ('eval "$(factcheck completion zsh)"', "in ~/.zshrc, below compinit"),
            ("factcheck completion fish > ~/.config/fish/completions/factcheck.fish", "once"),
        ),
    ),
}
