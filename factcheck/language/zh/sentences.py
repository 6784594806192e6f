"""Where a sentence and a clause end in Chinese (GB/T 15834-2011), full-width and half-width marks alike.

A semicolon divides sentences here: press prose strings whole statements together with it. The mark 、 divides a list, no clause.
"""

from __future__ import annotations

from factcheck.language.sentences import SentenceMarks

_CLOSING = r"[”’」』》】）)\]\"*_]*\s*"

TABLE = SentenceMarks(
    starts="。！？!?；;｡…⋯.．，：,:（(“《",
    # A quotation with a figure in it is rather a statement than a slogan: it is divided.
    whole=r"[（(][^（()）。！？\n\r]{0,80}[）)]|“[^“”。！？!?0-9０-９\n\r]{0,60}”|《[^《》\n\r]{0,80}》",
    stop=rf"[。！？!?；;｡…⋯]++{_CLOSING}",
    point=rf"[.．](?![0-9０-９A-Za-z.．]){_CLOSING}",
    clause=r"，\s*|(?:(?<!\d)[,:：]|[,:：](?!\d))[”’」』]?\s*",
    abbreviations="no vs mr dr",
    closing_abbreviations="",
    openers="",
)
