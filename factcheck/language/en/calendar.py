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
        rf"\b(?P<days>{_DAYS})\s(?:of\s)?(?P<months>{_MONTH})(?![a-z])"
        rf"|\b(?P<months_2>{_MONTH})(?![a-z])(?:\s(?P<days_2>{_DAYS})(?![0-9]|,[0-9]{{3}}\b|\.[0-9]|\s?(?:%|per|million|billion)))?"
        rf"|\b(?:FY\s?'?|[Ff]iscal(?:\s[Yy]ear)?\s'?|[Ff]inancial\s[Yy]ear\s(?:of\s)?)(?P<fiscal>(?:20|19)?[0-9]{{2}}(?:[/–-][0-9]{{2,4}})?)(?![0-9,])"
        rf"|(?<![0-9.,$£€¥#/\w-])(?P<fiscal_2>{_YEAR}/[0-9]{{2}}(?:[0-9]{{2}})?)(?![0-9/])"
        r"|(?<![0-9.])(?P<iso>(?:19|20)[0-9]{2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2})(?![0-9])"
        rf"|(?<![0-9.,$£€¥#/\w-])(?P<years>{_YEAR}(?:\s?[-–—]\s?(?:{_YEAR}|[0-9]{{2}}(?![0-9])))?)(?![0-9]|[.,/-][0-9]|[a-rt-z%-]|\s?%)"
        rf"|\b(?P<decade>(?:1[6-9]|20)[0-9]0)s\b"
        r"|\bQ(?P<quarters>[1-4])\b|\b(?P<quarters_2>[1-4])Q\b"
        rf"|\b(?:the\s)?(?P<quarters_3>{_ORDINAL})[\s-]quarter\b"
        rf"|\b(?:the\s)?(?P<half>[Ff]irst|[Ss]econd|1st|2nd)[\s-]half(?!\scentury)\b|\bH(?P<half_2>[12])\b|\b(?P<half_3>[12])H\b"
        rf"|\b(?:the\s)?[Ff]irst\s(?P<first_months>{_SMALL})\smonths\b|\b(?:the\s)?[Ff]irst\s(?P<first_quarters>two|three)\squarters\b"
        r"|\b(?P<relative_year>(?:[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent)\syear)\b(?!\s(?:old|round))"
        r"|\b(?P<said_year>(?:[Tt]hat|(?:[Tt]he\s)?(?:previous|following|same))\syear)\b|\b(?P<said_year_2>the\s(?:full\s|whole\s|whole\sof\sthe\s)?year)\b(?!\s(?:to|before|after|in)\b)"
        r"|\b(?P<relative_month>(?:[Ll]ast|[Tt]his|[Nn]ext)\smonth)\b"
        rf"|\bthe\s(?:past|last|previous)\s(?P<past>{_SMALL})\syears\b|\bthe\s(?:past|last)\s(?P<past_2>decade)\b"
        rf"|\bthe\s(?:next|coming)\s(?P<future>{_SMALL})\syears\b"
        r"|\b(?P<plan>[0-9]{1,2}(?:st|nd|rd|th)|[A-Z]?[a-z]+th|[Ff]irst|[Ss]econd|[Tt]hird)\s[Ff]ive-[Yy]ear\s[Pp]lan(?:\speriod)?"
    ),
    lists=r"\s?,\s?|\sand\s",
    ranges=r"\s?[-–—]\s?|\sto\s",
    joints=frozenset({" ", ", ", " of ", " of the ", " in ", ",", "'s ", "’s "}),
    coarse_first=False,
    head=(
        r"(?:\b(?:(?P<since>since|from|starting(?:\sin|\sfrom)?|beginning(?:\sin|\sfrom)?|as\sof\s(?=$))|(?P<by>by|until|till|up\sto|as\sof|as\sat|at))\s)?"
        r"(?:the\s)?(?:(?:(?P<late>end|close)\sof\s|(?P<late_2>end|year-end)[\s-]|(?P<early>start|beginning|early)(?:\sof)?\s|(?P<middle>mid|middle\sof)[\s-]|(?P<latter>late)\s)(?:the\s)?)?$"
    ),
    tail=r"(?:\s(?P<since>onwards?))?",
    connectors=frozenset({" to ", " - ", " – ", " — ", "–", "-", "—", " until ", " till ", " through ", " and "}),
    base_before=(
        r"\b(?:than|against|versus|vs\.?|compared\s(?:with|to)|relative\sto|(?P<weak>from|over|on|above|below))\s"
        r"(?:in\s|that\sof\s|the\slevels?\s(?:of|in)\s)?$"
    ),
    base_after=r"\s(?:levels?|prices|terms|base)\b",
    base_given=r"(?!)",
    bare_year_before=(
        r"(?:\b(?:in|of|by|since|until|till|during|from|to|through|throughout|for|before|after|than|with|and|between|year|years|early|late|mid|end|"
        r"around|circa|the|this|its|our|their|a)[\s-]|^\W*|[(,:;–—-]\s?)$"
    ),
    word_months=frozenset({"may", "mar", "march"}),
    word_month_before=(
        r"\b(?:in|of|by|since|until|till|during|from|to|through|for|before|after|between|and|last|next|this|early|late|mid|end|every|each|around|on)[\s-]$"
    ),
    words=(
        {
            "jan": 1,
            "feb": 2,
            "mar": 3,
            "apr": 4,
            "may": 5,
            "jun": 6,
            "jul": 7,
            "aug": 8,
            "sep": 9,
            "oct": 10,
            "nov": 11,
            "dec": 12,
        }
        | {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
        | {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "decade": 10}
        | {
            "first": 1,
            "second": 2,
            "third": 3,
            "fourth": 4,
            "fifth": 5,
            "sixth": 6,
            "seventh": 7,
            "eighth": 8,
            "ninth": 9,
        }
        | {"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
        | {"last year": -1, "this year": 0, "current year": 0, "next year": 1, "that year": 0, "same year": 0}
        | {
            "the same year": 0,
            "the previous year": -1,
            "previous year": -1,
            "the following year": 1,
            "following year": 1,
        }
        | {"the year": 0, "the full year": 0, "the whole year": 0, "the whole of the year": 0}
        | {"last month": -1, "this month": 0, "next month": 1}
        | {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
    ),
    ten="",
    between={"and": r"\b[Bb]etween\s(?:the\s)?$"},
    weekday_after=None,
    weekday_before=r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s$",
)
