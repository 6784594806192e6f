"""The report as one web page, for a reader without a terminal: to open, to send on, to print.

    page       the whole: head, policy, contents, one section a draft
    text       a draft's own text, by its blocks
    table      what was found in it, and what agrees, beside the text
    facts      the entries of the facts files that drafts restate, with their sources
    picture    how much of the drafts the facts cover, and where what was found stands in them
    filters    which rows are shown, by style alone
    marks      the places of the text, marked and linked
    items      what all of these show: an item for each finding and each claim
    links      names inside the page
    markup     text made fit for HTML
    shell      what every page begins with
    style, script

It stands alone: no script, picture, font or style from elsewhere. Its policy lets run only the one script and apply only the
one style that it was made with, by their hashes. Without the script everything is there, the filters too: the script scrolls
both columns together and moves by arrow keys. What colour says is also said by a word, a sign and a line under the text.
"""

from __future__ import annotations

from factcheck.reporting.html.page import html

__all__ = ["html"]
