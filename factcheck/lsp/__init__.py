"""The language server: what `factcheck verify` says of a draft, in the editor and while it is written.

    desk          how drafts are checked and by which facts: given by whoever starts the server
    settings      what a client may set
    server        the protocol's methods, and what each answers
    drafts        the drafts that are open: checked in a thread of their own, once for each state
    places        spans of the text as the client counts them, and back
    diagnostics   findings, with their related places        hover        a fact and where it comes from
    actions       suggestions, and comments that ignore      completion   figures of the facts file

The server is quiet: on standard output there is the protocol and nothing else. It pushes diagnostics and watches facts files
itself, as not every editor pulls or watches. Drafts come whole with each change: pygls finds its way in a text by
`str.splitlines`, which also breaks at U+2028 and form feeds, where the protocol has no line end.
"""

from __future__ import annotations
