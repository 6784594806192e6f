"""Reporting: a `Report` → text. One pure function a format; none reads the environment or writes anywhere.

    table.table    for an editor at a terminal          full.full          each finding at length
    concise.concise    one finding a line               json.json_report   for programs
    sarif.sarif    code scanning, viewers of editors    github.github      annotations of a GitHub Actions step
    gitlab.gitlab    GitLab's Code Quality              junit.junit        servers that show test results
    rdjson.rdjson    reviewdog                          markdown.markdown  a comment, an issue, a job summary
    html.html      a page to read, send and print      csv.csv        spreadsheets

`document.place` counts columns in code points, `columns.Ruler` in the units of other programs; `paths.Folders` gives paths as
services want them.

Only the modules that lay out text in terminal cells import rich (table, full, claims, and what they stand on: grid, fold,
terminal), and they are imported when their format is asked for. Every text format passes what it shows through `plain`.
"""
