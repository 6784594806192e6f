"""Which characters a reader sees where a PDF gives others for the same shapes.

A PDF holds shapes, and a table that leads from each back to a character. Where two characters share a shape, producers often
name the wrong one: ⼀, a radical of dictionaries, for 一, or ﬁ for the two letters f and i. Such a character was never
written; it is read as the one that the reader sees. All others stay as they are, full-width forms and ㎡ as well.
"""

from __future__ import annotations

from unicodedata import normalize

# The CJK radicals that have a character of the same shape, by Unicode's EquivalentUnifiedIdeograph.txt (15.0).
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰"
    "⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟"
    "罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_SEEN = dict(zip(_RADICALS, _IDEOGRAPHS, strict=True))

# Blocks in which every character stands for another of the same shape: Kangxi radicals, compatibility ideographs, ligatures.
_ALIKE = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0x2F800, 0x2FA1F))

# The bullets of Symbol and Wingdings, which word processors draw lists with: fonts whose characters have no code of their own.
_SYMBOLS = {
    0xF0B7: "•",
    0xF06C: "●",
    0xF06E: "■",
    0xF0A7: "▪",
    0xF0A8: "◻",
    0xF075: "◆",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0E0: "→",
}

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

# What stands for a shape that no character is told for.
UNKNOWN = "�"

# PDFium's sign for a hyphen at the end of a line, and the hyphen that other texts show at one alone: here it is drawn.
_HYPHENS = "\x02\xad"


def seen(code: int) -> str:
    """What a reader sees for a code point of a PDF: nothing for a control character, � for one that is no character."""
    char = chr(code) if 0 < code < 0x110000 else ""
    if code < 0x250:
        if char and char in _HYPHENS:
            return "-"
        if char in "\t\n\r\x0b\x0c\xa0":
            return " " if char else ""
        return char if char.isprintable() else ""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if char in _SEEN:
        return _SEEN[char]
    if any(first <= code <= last for first, last in _ALIKE):
        return normalize("NFKC", char)
    if 0xD800 <= code <= 0xDFFF or 0xFFFE <= code <= 0xFFFF or 0xE000 <= code <= 0xF8FF:
        return UNKNOWN
    return char if char.isprintable() or char.isspace() else ""


def raised(char: str) -> str:
    """A small digit above the line, which is no digit of the number before it: 76家¹, km²."""
    return char.translate(_RAISED)


def lowered(char: str) -> str:
    """A small digit below the line: CO₂."""
    return char.translate(_LOWERED)


def is_wide(char: str) -> bool:
    """Whether a character is of Chinese script, or punctuation of its width: between two of them no blank is written."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE4F
        or 0xFF00 <= code <= 0xFFEF
        or code >= 0x20000
    )
