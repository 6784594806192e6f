"""Reporting: a `Report` → text. One pure function a format; none reads the environment or writes anywhere.

    table.table    for an editor at a terminal          full.full          each finding at length
    concise.concise    one finding a line               json.json_report   for programs

Only the modules that lay out text in terminal cells import rich (table, full, claims, and what they stand on: grid, fold,
terminal), and they are imported when their format is asked for. Every text format passes what it shows through `plain`.
"""
