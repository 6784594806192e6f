"""Passing findings over, with a reason: by a comment in the draft, an entry of an ignore file, or a baseline.

    directives    the comments of a draft that speak to factcheck: what they say and how far they reach
    ignore_file   factcheck-ignore.toml: fingerprints with a reason and an expiry, for drafts that can hold no comment
    baseline      the findings that were there before: counted, so that one more is new
    passing       findings and all of these in; what is left, what was passed over and what asked for nothing out

The text is never altered, and nothing is passed over in silence: a report counts it, and `unused-suppression` tells of what
passes nothing over any more.
"""
