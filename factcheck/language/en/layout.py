"""How a page of the English press is laid out."""

from __future__ import annotations

from factcheck.language.layout import Layout

TABLE = Layout(
    heading_length=130,
    heading_closers=".!?;:,…",
    sentence_closers=".!?:…",
    caption_length=100,
    poll_entry_length=12,
    mark_openers="·•●○■□◆◇▪◦–*-#>0123456789(abcdefghijklmnopqrstuvwxyz",
    list_mark=(
        r"[·•●○■□◆◇▪◦–*-]\s+|(?:[0-9]{1,3}[.)](?![0-9])|[(][0-9]{1,2}[)]|[(]?[a-z][)]|[a-z]\.(?![a-z]\.)"
        r"|[(]?[ivx]{1,5}[).])\s+|#{1,6}\s+|>\s*"
    ),
    heading_pattern=r"(?P<first>#{1,2}[ \t])|(?P<second>#{3,6}[ \t])",
    furniture_pattern=(
        r"(?i:skip to (?:main )?content|home$|you are here|share(?: (?:this|on|via)\b|$)|tweet$|print(?: this page)?$|follow us"
        r"|last (?:updated|reviewed|modified)\b|copyright\b|©|all rights reserved|related (?:articles|links|stories|news)"
        r"|read more$|back to top|cookie|subscribe$|sign up\b|advertisement$)"
    ),
    caption_openers="(pPiIcCfF",
    caption_pattern=(
        r"(?i:(?:photo|picture|image|caption)(?: (?:by|credit|courtesy of)\b|: ))|[(](?:Photo|Picture|Image)\b"
        r"|(?:Figure|Fig\.|Photo) [0-9]+[:.]"
    ),
    credit_words=("Photo", "Picture", "Image"),
    credit_length=90,
    credit_pattern=(
        r"[(](?:Photo|Picture|Image)(?: by|:| credit:)[^()]{2,60}[)]$|\b(?:Photo|Photograph|Picture): [^.]{2,50}$"
    ),
    date_label_pattern=(
        r"(?i:(?:date|published|posted|issued|released|updated)(?: on)?[ \t]*:)"
        r"|(?i:(?:published|posted|issued|released) on )"
    ),
    dateline_pattern=r" ?(?:[)]|\([A-Z][A-Za-z]+\)|/[A-Z]|--|—|–| - )",
    stated_year_pattern=r"(?<![\d.,$£€/-])(?P<year>(?:19|20)\d\d)(?![\d%/-]|[.,]\d)",
    ahead_pattern=r"\b(?:will|would|shall|plan(?:s|ned)?|expect(?:s|ed)?|due|by|target(?:s|ed)?|forecasts?|until|aims?|next)\b",
    ahead_length=50,
)
