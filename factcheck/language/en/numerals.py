"""English number words, British and American; billion is 10⁹ in both."""

from __future__ import annotations

from factcheck.language.numerals import Numerals

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
)
_LATER = "seventeenth eighteenth nineteenth twentieth"

TABLE = Numerals(
    digits={
        **{word: value for value, word in enumerate(_SMALL.split())},
        **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
        "nought": 0,
        "naught": 0,
        "fourty": 40,
    },
    multipliers={
        "dozen": 12,
        "dozens": 12,
        **dict.fromkeys(("dz", "dzs", "doz", "dozs"), 12),
        "hundred": 100,
        "hundreds": 100,
        "thousand": 10**3,
        "thousands": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "billions": 10**9,
        "trillion": 10**12,
        "trillions": 10**12,
        "quadrillion": 10**15,
        "lakh": 10**5,
        "crore": 10**7,
    },
    shorthand={
        **dict.fromkeys(("k", "K"), 10**3),
        **dict.fromkeys(("M", "MM", "mn", "mil", "mln", "Mn", "m"), 10**6),
        **dict.fromkeys(("B", "b", "bn", "bln", "Bn", "BN", "G"), 10**9),
        **dict.fromkeys(("T", "tn", "trn", "tln", "trln"), 10**12),
    },
    vague={
        "several": (2, 10),
        "a few": (2, 10),
        "few": (2, 10),
        "a couple of": (2, 3),
        "a couple": (2, 3),
        "tens of": (10, 100),
        "dozens of": (24, 100),
        "scores of": (40, 100),
        "hundreds of": (100, 1000),
        "thousands of": (1000, 10**6),
        "millions of": (10**6, 10**9),
        "billions of": (10**9, 10**12),
        "trillions of": (10**12, 10**15),
    },
    not_vague_behind={},
    fixed={"half": (1, 2), "quarter": (1, 4), "thirds": (1, 3), "quarters": (1, 4), "halves": (1, 2)},
    halves=frozenset({"half"}),
    times_behind="first second latter last 1st 2nd",
    negative="minus negative",
    point="point",
    more="odd",
    joiners="to",
    either="or",
    between={"between": "and"},
    changing="from",
    moving="""
        rose, fell, grew, up, down, increased, decreased, dropped, climbed, jumped, gained, lost, slipped, surged, declined, edged,
        advanced, shed, added, soared, tumbled, eased, rose by, fell by, grew by, up by, down by, increased by, decreased by,
        dropped by, climbed by, jumped by, slipped by, surged by, declined by, cut by, reduced by, raised by
    """,
    moving_by="""
        fell by, down by, decreased by, dropped by, slipped by, declined by, cut by, reduced by, shrank by, rose by, grew by, up by,
        increased by, climbed by, jumped by, surged by
    """,
    spanning="ranging from, range from, ranges from, ranged from, vary from, varies from, varying from, anywhere from",
    list_marks=r", (?=[0-9a-z.,]{1,12},? (?:and|or) )|,? (?:and|or) ",
    goes_on=" \u00a0-/0123456789",
    within=r"[ \u00a0]?(?:and )?",
    ends_figure=r"[.,;:!?)](?![0-9])|[ \u00a0](?:and|more)\b|\s*$",
    out_of=r" out of (?:a possible )?([0-9]{1,4})(?: stars| points)?",
    more_behind={},
    ratio=r":|[ \u00a0]to[ \u00a0]|-to-",
    ratio_starts=(":", " to ", "\u00a0to\u00a0", "-to-"),
    ratio_before=r"(?i)\b(?:ratio|odds|margin|proportion)s? (?:of |was |is |at |by |to |around |about |nearly |almost |over |roughly ){0,3}$",
    ratio_behind=r"(?i)[ -](?:[a-z]+ )?(?:ratio|odds|margin|majority)\b",
    of_one=("of a ", "of one "),
    counts_alone=True,
    parts=(
        r"\s+(?:of|more|less|fewer|lower|higher|larger|as|from|in|to|by|for|on|since|at|this|last|below|above|over|and|or|than|would"
        r"|will|can|could|have|has|had|are|were|is|was|say|said|do|did|who|that|which)\b|\s*(?:[^\w\s]|$)"
    ),
    spans_of_time=r"[ \u00a0-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b",
    denominators={
        **{word: value for value, word in enumerate(_ORDINALS.split(), start=3)},
        **{word: value for value, word in enumerate(_LATER.split(), start=17)},
        "half": 2,
        "halve": 2,
        "quarter": 4,
        "first": 1,
        "second": 2,
        "hundredth": 100,
        "thousandth": 1000,
        "millionth": 10**6,
        **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    },
)
