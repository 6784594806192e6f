"""The words by which the heads and the caption of an English table say what its figures are."""

from __future__ import annotations

from factcheck.language.grammar import named, words
from factcheck.language.tables import Tables

TABLE = Tables(
    spaced=True,
    changes=named(
        (
            "growth",
            """
            percentage change on, percentage change from, percentage change, percent change, per cent change, % change on,
            % change from, % change, change on, change from, change over, change vs, change, changes, growth rate, rate of growth,
            growth, increase, rise, +/-, ±, y/y, yoy, year-on-year, year on year, year-over-year
            """,
        ),
        ("decline", "decrease, decline, fall"),
        (
            "share",
            "share of the total, share of total, percentage of total, percent of total, % of total, percentage of, % of, share, proportion",
        ),
    ),
    bases=(),
    values=words(
        "amount, amounts, value, values, level, number, numbers, no., figure, figures, actual, actuals, outturn, count"
    ),
    planned=words("target, targets, plan, planned, budget, budgeted, forecast, projected, projection, estimate"),
    formers=words(
        "prior year, previous year, last year, prior period, previous period, year before, year earlier, a year earlier"
    ),
    ordinals=words("no., no, #, s/n, serial no., item no."),
    units=words("unit, units, unit of measure"),
    unit_pattern=(
        r"(?i:\bunits?\s?:\s?(?P<unit>[^()\[\]:]{1,40})"
        r"|[(\[](?:all )?(?:figures |amounts |values )?(?:are )?(?:in|expressed in) (?P<within>[^()\[\]]{1,40})[)\]]"
        r"|^(?:all )?(?:figures|amounts|values) (?:are )?(?:in|expressed in) (?P<all>[^()\[\].]{1,40})\.?$)"
    ),
    compared_pattern=r"(?i:\b(?:on|from|over|vs\.?|versus|than|against|compared with|relative to)\s(?P<year>(?:19|20)\d\d)(?![\d/-]))",
    number_pattern=r"(?i:(?:table|annex|exhibit)\s[0-9a-z]{1,3}(?:[-.][0-9]{1,3})?[:.]?(?!\w))",
    generic=words(
        """
        key, main, selected, principal, figures, indicators, indicator, statistics, summary, data, results, performance, table,
        highlights, overview, and, of, the, in, for, by, at, to, with, on, economic, annual, total, year, ended
        """
    ),
    looking_ahead=words("plan, budget, outlook, forecast, strategy, agenda"),
    prefaces=words(
        "the, our, its, their, in, for, during, by, at, of, meanwhile, a total of, total number of, number of, end"
    ),
    tails=(),
    place_pattern=r"(?!)",
    millions={
        "m": words("length, height, width, depth, distance, altitude, elevation, diameter, radius, span, draught")
    },
    scales={
        "'000s": "thousand",
        "'000": "thousand",
        "’000": "thousand",
        "000s": "thousand",
        "thousands": "thousand",
        "millions": "million",
        "billions": "billion",
        "mn": "million",
        "mln": "million",
        "bln": "billion",
    },
    told={
        "total": "{name} was {figure}",
        "growth": "{name} rose {figure} {basis}",
        "decline": "{name} fell {figure} {basis}",
        "share": "{name} share was {figure}",
    },
    against={"year-on-year": "year on year", "period-on-period": "quarter on quarter", "year-to-date": "year to date"},
    year="",
)
