"""The words by which an English sentence sets its figures in relation."""

from __future__ import annotations

from factcheck.language.grammar import words
from factcheck.language.relations import Family, Relations

TABLE = Relations(
    spaced=True,
    kinds={
        "F": "from",
        "T": "to, into",
        "I": """
            is, was, were, are, be, been, stood at, stands at, stood, came to, comes to, come to, reached, reach,
            totalled, totaled, had, has, have, numbered, amounted to, hit, at
        """,
        "U": """
            rose, rise, rises, risen, rising, increase, increased, increases, increasing, grew, grow, grows, grown,
            growth, growing, gain, gained, gains, up, climb, climbed, climbs, jump, jumped, soared, surged, surge,
            expanded, more, more than, higher, higher than, above, added, improvement, improved, advance, advanced,
            raised, raise, widened, greater, greater than, up on, better than, larger, larger than, ahead of, lifted,
            boosted, pushed up, extra, additional, leap, uptick
        """,
        "D": """
            fell, fall, fallen, falls, falling, drop, dropped, drops, decline, declined, declines, decrease,
            decreased, decreases, down, lower, less, fewer, lower than, less than, fewer than, reduction, reduced,
            reduce, cut, shrank, slid, slipped, below, short of, short, narrowed, loss, lost, dip, dipped, slump,
            slumped, plunged, plunge, tumbled, down on, shorter, smaller, smaller than, eased, contraction,
            contracted, behind, shed, trimmed, lowered, slide
        """,
        "C": """
            against, compared with, compared to, versus, than, vs, in comparison with, relative to, set against,
            on the, over the, from the
        """,
        "Y": "a year earlier, a year ago, the year before, a year before, previous year, last year, twelve months earlier",
        "Z": """
            previous, prior, earlier, last, before, ago, preceding, previously, existing, current, original, originally
        """,
        "G": "of",
        "B": "by",
        "O": "or, i.e., ie, that is, which is, which was, equivalent to, equal to, namely",
        "&": "and",
        "P": "of which, of whom, of these, of those, of them, among them, among these, including",
        "W": """
            altogether, in total, in all, all told, total, a total of, totalling, totaling, all together,
            combined, overall, sum, grand total, for a total of, together
        """,
        "S": """
            share, accounting for, accounts for, accounted for, account for, represents, representing, made up,
            make up, makes up, making up, proportion
        """,
        "H": """
            comprises, comprise, comprised, comprising, is made up of, was made up of, are made up of, were made up of,
            made up of, consists of, consist of, consisted of, consisting of, is composed of, composed of, is split between,
            split into, divided into, is divided into, was divided into, broken down into
        """,
        "R": """
            everything else, everyone else, the other, the others, other, remaining, the rest, the remainder, remainder, rest, the balance, balance
        """,
        "E": """
            such as, among others, for example, for instance, among other things, mainly, mostly, chiefly, at least,
            excluding, and more, notably
        """,
        "A": """
            each, apiece, average, averaging, averages, mean, median, per, an average of, every, averaged,
            respectively each, a day, per day, a daily average of, daily average of, daily average, per head, per person,
            per household, per capita
        """,
        "N": """
            real, real terms, in real terms, like-for-like, comparable, constant, adjusted, underlying, organic,
            organically, seasonally, inflation, stripping
        """,
        "V": """
            a year, annual, annually, per year, each year, every year, compound, annualised, annualized, yearly,
            per annum, a month, per month
        """,
        "K": "respectively, in that order",
        "L": "gap, difference, margin, cushion, lead, shortfall, spread",
        "Q": "surplus, deficit, trade surplus, trade deficit, budget surplus, budget deficit, operating surplus, operating deficit",
        "J": "leaving",
        # Words that stand between the others and say nothing of relations.
        "": """
            making, the, a, an, about, around, some, roughly, approximately, just, only, still, now, its, their, our, his,
            her, also, then, by then, slightly, sharply, further, steadily, nearly, almost, well, over, under,
            this, that
        """,
    },
    factors={
        "doubled": (2, 1),
        "doubling": (2, 1),
        "doubles": (2, 1),
        "double": (2, 1),
        "tripled": (3, 1),
        "tripling": (3, 1),
        "trebled": (3, 1),
        "trebling": (3, 1),
        "quadrupled": (4, 1),
        "quadrupling": (4, 1),
        "halved": (1, 2),
        "halving": (1, 2),
    },
    loosely=words(
        "almost, nearly, about, more than, over, roughly, approximately, well, virtually, practically, close to"
    ),
    families=(
        Family(("men", "women")),
        Family(("male|males", "female|females")),
        Family(("boys", "girls")),
        Family(("adults", "children")),
        Family(("exports", "imports"), wholes=("trade",)),
        Family(("urban", "rural")),
        Family(("domestic", "overseas|foreign|international")),
        Family(("full-time", "part-time")),
        Family(("public", "private")),
        Family(
            ("for|in favour|in favor", "against"), others=("abstentions|abstained|abstaining",), sums=("cast", "voted")
        ),
        Family(("passed", "failed")),
        Family(("day", "overnight|stayed")),
        Family(("first half", "second half")),
        Family(
            ("first quarter|first", "second quarter|second", "third quarter|third", "fourth quarter|fourth"),
            sums=("year",),
        ),
        Family(("gold|golds", "silver|silvers", "bronze|bronzes"), sums=("medals",)),
        Family(
            ("satisfied", "dissatisfied"),
            others=("very satisfied", "fairly satisfied", "neither", "no opinion", "undecided"),
        ),
        Family(("agreed|agree", "disagreed|disagree"), others=("undecided", "no opinion", "unsure", "neither")),
    ),
    totals=("total", "totals", "grand total", "sum", "overall total", "all"),
    real=("GDP", "gross domestic product", "value added", "Gross domestic product"),
    ratios=words(
        """turnout, attendance, completion rate, response rate, success rate, pass rate, occupancy, occupancy rate, take-up,
        coverage, share, proportion, rate"""
    ),
    undirected=words(
        "improvement, improved, advance, advanced, better than, ahead of, behind, short, short of, extra, additional"
    ),
    than=("than", " on", " of"),
    inverted=words("""
        rank, ranks, ranked, ranking, rankings, place, places, position, positions, league table, exchange rate, yen, yuan,
        renminbi, record, to the dollar, against the dollar
    """),
    pointing_back=words(
        "this is, that is, that's, it is, it's, this was, that was, it was, this represents, that represents, it represents, "
        "this marks, that marks, it marks, the figure is, the figure was, up, down"
    ),
    between=("with", "giving", "which is", "which was"),
    balances=(
        ("exports", "imports"),
        ("exported", "imported"),
        ("revenue|revenues|income|receipts", "spending|expenditure|costs|outlays|payments"),
    ),
    per_time={"a day": "day", "per day": "day", "daily": "day"},
    growth_columns=("change", "growth", "increase"),
    share_columns=("share", "%", "per cent", "percent"),
    overlapping=words("""
        women, men, aged, members, veterans, disabled, minority, listed, graduates, foreign, both, biggest, largest
    """),
    subparts=("of which", "including", "of whom", "subtotal", "sub-total", "–", "—"),
    asides=words(
        """in, on, at, for, by, with, as, after, before, since, during, last, this, next, according, however, meanwhile,
        moreover, then, now, today, overall, although, though, while, when, if, despite, also, finally, first, second, third,
        among, compared, because, from, under, over, per, to, of, between, here, there, yesterday, tomorrow, but, and, so"""
    ),
)
