"""How English writes dates and stretches of time."""

from __future__ import annotations

from factcheck.language.calendar import Calendar

_MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?|Aug(?:ust|\b\.?)|Sep(?:tember|t?\b\.?)"
    r"|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?)"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_YEAR = r"(?:1[6-9]|20|21)[0-9]{2}"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?:\s?[-–—]\s?|\s(?:to|and)\s){_DAY})?"
_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|[0-9]{1,2})"
_ORDINAL = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)"

TABLE = Calendar(
    pattern=(
        r"(?=[0-9A-Zftlncspy])(?:(?<![A-Za-z])|(?<=[1-4]Q)|(?<=[12]H))(?:"
        rf"(?P<days>{_DAYS})\s(?:of\s)?(?P<months>{_MONTH})(?![a-z])"
        rf"|(?P<months_2>{_MONTH})(?![a-z])(?:\s(?:the\s)?(?P<days_2>{_DAYS})(?![0-9]|,[0-9]{{3}}\b|\.[0-9]|\s?(?:%|per|million|billion)))?"
        r"|(?P<iso>(?<![0-9.])(?:19|20)[0-9]{2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2})(?![0-9])"
        rf"|(?<![0-9.,$£€¥#/\w-])(?P<fiscal>{_YEAR}/[0-9]{{2}}(?:[0-9]{{2}})?)(?![0-9/])"
        r"|(?:[Tt]he\s)?(?P<decade>(?:1[6-9]|20)[0-9]0)['’]?s\b"
        rf"|(?:(?<=mid-)|(?<=end-)|(?<=[1-4]Q)|(?<=[12]H)|(?<![0-9.,$£€¥#/\w-]))(?P<years>{_YEAR}(?:\s?[-–—]\s?(?:{_YEAR}|[0-9]{{2}}(?![0-9])))?)"
        r"(?![0-9]|[.,/-][0-9]|[a-rt-z%-]|\s?%)"
        r"|(?:FY\s?'?|[Ff]iscal(?:\s[Yy]ear)?\s'?|[Ff]inancial\s[Yy]ear\s(?:of\s)?)"
        r"(?P<fiscal_2>(?:20|19)?[0-9]{2}(?:[/–-][0-9]{2,4})?)(?![0-9]|,[0-9])"
        r"|Q(?P<quarters>[1-4])\b|(?P<quarters_2>[1-4])Q(?:\b|(?=20[0-9]{2}\b))"
        r"|H(?P<half>[12])\b|(?P<half_2>[12])H(?:\b|(?=20[0-9]{2}\b))"
        rf"|(?:[Tt]he\s)?(?:(?P<quarters_3>{_ORDINAL})[\s-]quarter|(?P<half_3>[Ff]irst|[Ss]econd|1st|2nd)[\s-]half(?!\s(?:of\s(?:the\s|this\s)?)?(?:century|decade|match|game|season))"
        rf"|[Ff]irst\s(?P<first_months>{_SMALL})\smonths|[Ff]irst\s(?P<first_quarters>two|three)\squarters"
        rf"|(?:past|last|previous)\s(?:(?P<past>{_SMALL})\syears|(?P<past_2>decade))|(?:next|coming)\s(?P<future>{_SMALL})\syears"
        r"|(?P<plan>(?:[0-9]{1,2}(?:st|nd|rd|th)|[A-Za-z]{2,9}th|[Ff]irst|[Ss]econd|[Tt]hird)\s[Ff]ive-[Yy]ear\s[Pp]lan)(?:\speriod)?"
        r"|(?P<word>(?:[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Tt]hat|[Pp]revious|[Ff]ollowing|[Ss]ame)\s(?:year|month)"
        r"|the\s(?:(?:full|whole|entire)\s)?year(?!\s(?:to|before|after|in|ended|ending|earlier|round|[0-9]))|[Yy]ear(?=-end))(?!\sold))\b)"
    ),
    moments=(
        {"last year": ("relative_year", -1), "this year": ("relative_year", 0), "current year": ("relative_year", 0)}
        | {
            "next year": ("relative_year", 1),
            "that year": ("said_year", 0),
            "year": ("said_year", 0),
            "same year": ("said_year", 0),
        }
        | {"previous year": ("said_year", -1), "following year": ("said_year", 1), "the year": ("said_year", 0)}
        | {"the full year": ("said_year", 0), "the whole year": ("said_year", 0), "the entire year": ("said_year", 0)}
        | {
            "last month": ("relative_month", -1),
            "this month": ("relative_month", 0),
            "next month": ("relative_month", 1),
        }
        | {"that month": ("said_month", 0), "same month": ("said_month", 0), "current month": ("relative_month", 0)}
    ),
    frames={},
    false_words="",
    lists=r"\s?,\s?|\sand\s",
    ranges=r"\s?[-–—]\s?|\sto\s",
    joints=frozenset({"", " ", ", ", " of ", " of the ", " in ", ",", "'s ", "’s "}),
    coarse_first=False,
    head=(
        r"(?i:(?:\b(?:(?P<since>since)|(?P<onset>from|(?:starting|beginning)\s(?:in|on|from))|(?P<by>by|until|till|up\sto|as\s(?:of|at)))\s)?"
        r"(?:the\s)?(?:(?:(?P<late>end|close)\sof\s|(?P<late_2>end|year-end)[\s-]|(?P<early>start\sof|beginning\sof|early)\s"
        r"|(?P<middle>mid|middle\sof)[\s-]|(?P<latter>late)\s)(?:the\s)?)?)$"
    ),
    tail=r"(?P<late>-end\b)?(?:\s(?P<onset>onwards?)\b)?",
    connectors=frozenset({" to ", " - ", " – ", " — ", "–", "-", "—", " until ", " till ", " through ", " and "}),
    base_before=(
        r"(?i:(?:\b(?:than|against|versus|vs\.?|compared\s(?:with|to)|relative\sto)|(?<=[^\s.!?]\s)(?<!\band\s)(?<!\bor\s)(?P<weak>from|over|on|above|below))\s"
        r"(?:in\s|that\sof\s|the\slevels?\s(?:of|in)\s)?)$"
    ),
    base_after=r"\s(?:levels?|prices|terms|base)\b",
    base_given=r"(?!)",
    aside="",
    bare_year_before=(
        r"(?:(?i:\b(?:in|of|by|since|until|till|during|from|to|through|throughout|for|before|after|than|with|and|between|years?"
        r"|early|late|mid|end|calendar|winter|spring|summer|autumn|around|circa|the|this|its|our|their|a)[\s-])|^\W*|[(:;–—-]\s?|[0-9],\s)$"
    ),
    word_months=frozenset({"may", "mar", "march"}),
    word_month_before=(
        r"\b(?i:in|of|by|since|until|till|during|from|to|through|for|before|after|between|and|last|next|this|early|late|mid|end"
        r"|every|each|around|on)[\s-]$"
    ),
    prepositions=frozenset(
        {"in", "on", "at", "for", "over", "during", "the", "in the", "during the", "for the", "between", "within"}
    ),
    lone_day=None,
    words=(
        {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6}
        | {"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
        | {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
        | {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "decade": 10}
        | {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
        | {"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
    ),
    plans={},
    ten="",
    between={"and": r"\b[Bb]etween\s(?:the\s)?$"},
    this_year=r"\b[Tt]his year\b",
    weekdays={"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
    weekday_after=None,
    weekday_before=r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s$",
)
