"""How English tells ages, anniversaries, and whether an event lies ahead or behind."""

from __future__ import annotations

from factcheck.language.elapsed import ElapsedWords

_EVENTS = "held|open|opened|start|started|begin|close|closed|launched|take place|unveiled|published|released|run|return"

TABLE = ElapsedWords(
    born_before=r"(?i)\bborn (?:on |in )?$",
    born_behind="(?!)",
    founded_before=(
        r"(?i)\b(?:founded|established|set up|opened|built|launched|formed|created|incorporated|inaugurated)"
        r" (?:on |in |back in )?$"
    ),
    founded_behind="(?!)",
    anniversary=r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)",
    age=r"\baged (?P<n>\d{1,3})\b(?!\s?(?:and|to|or|-|–|\+))|\bat the age of (?P<n2>\d{1,3})\b|\bis now (?P<n3>\d{2})\b(?=[,.;])",
    ahead=r"(?i)\b(?:will|next year|upcoming|ahead of|plans?|prepares?|due)\b",
    bounds=r"\s?(?:and|or) (?:over|above|older|under|younger)|\s?(?:to|-|–)",
    will=(
        rf"(?i)\b(?:will|is to|are to|is due to|are due to|is set to|is scheduled to|is expected to)"
        rf" (?:be )?(?:{_EVENTS})[^,.;:]{{0,40}} (?:on|in) $"
    ),
    did=(
        r"(?i)\b(?:took place|was held|were held|opened|closed|ended|finished|began|started|launched|died|was signed|"
        r"was opened|was published)[^,.;:]{0,30} (?:on|in) $"
    ),
    did_behind="(?!)",
    reported=r"(?i)\b(?:had|originally|previously|earlier|would|postponed|cancelled|rescheduled|said then|at the time)\b",
    reckoned_up=0,
    known={},
)
