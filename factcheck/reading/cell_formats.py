"""What a cell of a spreadsheet shows: its value by its number format (ECMA-376 part 1, 18.8.31), as far as press tables go.

Digits, thousands marks, percent, scaling by thousands, literal text and currency signs are followed; days and times are shown
in one way, 年月日 where the format has them. A format beyond that (fractions, exponents, conditions) shows the plain number.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.patterns import compiled

# A cell shows so many digits of a number in the format General.
_GENERAL = Context(prec=11, rounding=ROUND_HALF_UP)

# Parts of a format: text in quotes, an escaped character, a blank as wide as one, a filler, a bracket, digits, the rest.
_PARTS = r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([#0?][#0?,]*(?:\.[#0?]+)?,*)|(.)'
_LITERAL = r'"[^"]*"|\\.|\[(?![<>=])[^\]]*\]'
_BEYOND = r"(?i:[/@e]|\[[<>=])"


def shown(value: object, pattern: str) -> str:
    """The text of a cell; "" for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value, pattern)
    if isinstance(value, (int, float)):
        return _number(Decimal(repr(value)), pattern)
    return str(value)


def _moment(value: datetime | date | time | timedelta, pattern: str) -> str:
    """A day, a time of day, or both. Where the format has no day, the first of the month is none."""
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    plain = compiled(r'"[^"]*"|\[[^\]]*\]').sub(lambda part: part[0].strip('"'), pattern).lower()
    if "年" in plain or "月" in plain:
        year, month = f"{value.year}年" if "y" in plain else "", f"{value.month}月"
        return f"{year}{month}{value.day}日" if "d" in plain else f"{year}{month}"
    if "d" not in plain and "y" in plain:
        return f"{value:%Y-%m}"
    if isinstance(value, datetime) and value.time() != time.min:
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"


def _number(value: Decimal, pattern: str) -> str:
    """A number by the section of its sign; a value that is neither finite nor readable shows as it stands."""
    if not value.is_finite():
        return str(value)
    sections = _sections(pattern)
    section = sections[0]
    negative = value < 0
    if negative and len(sections) > 1:
        section, value, negative = sections[1], -value, False
    elif not value and len(sections) > 2:
        section = sections[2]
    bare = compiled(_LITERAL).sub("", section).strip().lower()
    if not pattern or bare == "general" or compiled(_BEYOND).search(bare):
        return _plain(value)
    text = _formatted(abs(value), section)
    return f"-{text}" if negative and any(char in "123456789" for char in text) else text


def _sections(pattern: str) -> list[str]:
    """The sections of a format, for numbers above zero, below, and zero."""
    return compiled(r';(?=(?:[^"]*"[^"]*")*[^"]*\Z)').split(pattern)


def _formatted(value: Decimal, section: str) -> str:
    """A number without sign by one section: the first run of digits is where it goes."""
    parts = list(compiled(_PARTS).finditer(section))
    digits = next((part[4] for part in parts if part[4]), "")
    percent = sum(part[5] == "%" for part in parts)
    scaled = value * Decimal(100) ** percent / Decimal(1000) ** (len(digits) - len(digits.rstrip(",")))
    written, said = False, []
    for part in parts:
        if part[4] and not written:
            said.append(_digits(scaled, digits.rstrip(",")))
            written = True
        else:
            said.append(next((text for text in part.groups() if text and text != part[4]), ""))
    return "".join(said).strip()


def _digits(value: Decimal, digits: str) -> str:
    """A number with as many decimals as the placeholders ask for; # shows no zero at the end."""
    whole, _, behind = digits.partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(behind)), ROUND_HALF_UP, Context(prec=40))
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    before, _, after = text.partition(".")
    least = len(behind.rstrip("#?"))
    after = after[:least] + after[least:].rstrip("0")
    wanted = whole.count("0")
    before = before.zfill(wanted) if "," not in whole else before
    before = "" if before == "0" and not wanted and after else before
    return f"{before}.{after}" if after else before


def _plain(value: Decimal) -> str:
    """A number in the format General, never with an exponent."""
    text = f"{_GENERAL.plus(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
