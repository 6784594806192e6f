"""What elements are to a reader of the page (https://html.spec.whatwg.org/multipage/rendering.html)."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)

# Before and behind these a line ends.
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
        " form frameset h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav ol optgroup option p pre search section"
        " select summary table tbody td tfoot th thead tr ul"
    ).split()
)

# A paragraph ends where one of these begins.
ENDS_PARAGRAPH = BLOCKS - frozenset(
    "body caption dd dt head html legend optgroup option select tbody td tfoot th thead tr".split()
) | {
    "dd",
    "dt",
}

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
SECTIONS = frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"})
CELLS = frozenset({"td", "th"})

# What no reader of the page sees as its text: code, controls, pictures, what was struck out, how a character is read.
UNSEEN = frozenset(
    (
        "script style template noscript iframe object video audio canvas svg math map select datalist textarea button"
        " code samp kbd del s strike rt rp title xmp noembed noframes"
    ).split()
)

# What stands around the text of a page.
AROUND = frozenset({"nav", "aside", "footer", "menu", "search"})
ROLES_AROUND = frozenset("navigation banner contentinfo complementary search menu menubar toolbar alert dialog".split())
