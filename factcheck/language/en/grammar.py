"""The words by which an English sentence says what its figures measure."""

from __future__ import annotations

from factcheck.language.grammar import Grammar, named, words

TABLE = Grammar(
    spaced=True,
    measures=named(
        (
            "growth",
            """
            rose, rise, rises, rising, risen, grew, grow, grows, grown, growth, growing, up, climbed, jumped,
            surged, soared, gained, expanded, advanced
        """,
        ),
        (
            "increase",
            """
            increase, increased, increases, increasing, added, more, extra, additional
        """,
        ),
        (
            "decline",
            """
            fell, fall, falls, fallen, falling, down, gave up, gives up, given up, dropped, drop, declined, decline, declines, slid,
            slipped, shrank, contracted
        """,
        ),
        (
            "decrease",
            """
            lost, cut, decrease, decreased, reduced, reduction, fewer, less, lower
        """,
        ),
        (
            "share",
            """
            share, proportion, of the, made up, make up, makes up, making up, rate, accounted, accounts, accounting, represents, ratio
        """,
        ),
        (
            "average",
            """
            average, averaged, mean, median, per capita, per head, each
        """,
        ),
        (
            "difference",
            """
            above, below, difference, gap, ahead
        """,
        ),
        (
            "rank",
            """
            ranked, ranks, rank
        """,
        ),
    ),
    bases=named(
        (
            "year-on-year",
            """
            year on year, year-on-year, year over year, year-over-year, from a year earlier, from a year ago,
            than a year earlier, than a year ago, than last year, compared with last year,
            on the previous year, from the previous year, on the year before, yoy
        """,
        ),
        (
            "period-on-period",
            """
            month on month, month-on-month, quarter on quarter, quarter-on-quarter, from the previous month,
            from the previous quarter
        """,
        ),
        (
            "year-to-date",
            """
            year to date, since the start of the year
        """,
        ),
        (
            "annual-average",
            """
            annual average, per year on average
        """,
        ),
    ),
    linking=words("""
        is, was, were, are, be, been, being, to, at, by, of, totalled, totaled, totals, reached, reach,
        reaches, reaching, stood, stands, stand, came, comes, amounted, amounts, numbered, hit, rose, fell,
        grew, climbed, dropped, jumped, increased, decreased, declined, up, down, exceeded, exceeds, topped,
        about, around, nearly, almost, over, some, roughly, approximately, more, less, fewer, than, least,
        most, only, just, now, also, has, have, had, with, from, an, a, the, total, averaged, cost, costs,
        worth, on, for, under, well, another, further, additional, extra, not, nor, no, as, many, much, who,
        that, which
    """),
    bounds=words("""
        is, was, were, are, be, been, has, have, had, will, would, can, could, may, might, shall, should,
        must, do, does, did, to, from, by, at, with, for, on, in, as, than, that, which, who, whom, whose,
        while, when, where, because, since, after, before, if, but, and, or, so, into, over, under, about,
        between, through, during, against, among, across, up, down, out, off, we, they, he, she, it, i, you,
        there, this, these, those, reached, totalled, totaled, rose, fell, grew, came, stood, employed,
        employs, supplied, supplies, made, makes, opened, built, build, received, recorded, reported, spent,
        spend, raised, paid, pay, sold, bought, provided, provide, provides, created, create, added,
        includes, including, included, contributed, gave, give, took, take, helped, help, attended, welcomed,
        said, says, say, set, cut, increased, decreased, represents, accounted, completed, visited, replaced,
        won, lost, carried, held, launched, signed, served, ran, run, used, lives, live, joined, left,
        compared, respectively
    """),
    openers=words("""
        the, a, an, some, all, its, their, our, his, her, my, your, total, of, number, about, around, nearly,
        almost, over, more, than, roughly, approximately, other, another, further, new, these, those, this,
        that, such, each, every, any
    """),
    parts=words("""
        of which, of whom, of these, of them, of those, among them, among these, including, including the
    """),
    planned=words("""
        plan, plans, planned, planning, target, targets, targeted, goal, aim, aims, expect, expects,
        expected, forecast, forecasts, projected, will, would, should, propose, proposes, proposed, intend,
        intends, by 2030, budget, budgeted, estimate, estimated, shall, could, may, must
    """),
    plans=words("""
        plan, plans, target, targets, outlook, goals, ahead, next year, forecast, forecasts
    """),
    respectively=words("""
        respectively
    """),
    joiners=("and", "or", "&", ","),
    change_from=words("""
        from
    """),
    change_to=words("""
        to
    """),
    comparing=words("""
        than, from, with, over, on, against, versus, compared with, compared to, since
    """),
    regions=words("""
        nationwide, national, nationally, worldwide, global, globally, overseas, abroad, domestic, urban,
        rural, federal, local, international, foreign, north, south, east, west
    """),
    attributive=words("of"),
    manners=words("equal to, equivalent to, that is, or"),
    definites=words("the, its, their, our, all, his, her"),
    narrowing=words("who, that, which, whose, with, without, aged, under, over, not"),
    particles=(),  # here the order of words and the small ones among them tell who did what to whom
    scopes=words("for, in, at, among, on, under, within, across, of"),
    anaphors=words("""
        this, these, it, they, he, she, that, those, such, both, neither, either, one, here,
        there, the remaining, the rest, the other, the others, the latter, the former, another, others, the same"""),
    contrasts=tuple(
        words(line)
        for line in """
        exports, imports
        income, spending
        deposits, loans
        urban, rural
        men, women
        male, female
        before, after
        good, bad
        basic, diluted
        north, south, east, west
        online, stores
        household, business
        """.strip().splitlines()
    ),
    counting=named(("kind", "kinds, types, sorts"), ("event", "times")),
    formerly=words("""
        previously, formerly, earlier, originally, previous, prior, ago, last year, a year before, the year before, had been,
        used to
    """),
    negations=words("""
        not, no, none, never, without, neither, nor, cannot, can't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't,
        won't, wouldn't, disagree, disagreed, disagrees, oppose, opposed, opposes, against, reject, rejects, rejected,
        refuse, refused, dissatisfied, unable, fail, failed, poor, bad
    """),
    closers=',.;:!?()[]{}\n\r\t"“”—–',
)
