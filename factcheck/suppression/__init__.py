"""Passing findings over, with a reason.

    directives    the comments of a draft that speak to factcheck: what they say and how far they reach
    passing       findings, comments and accepted fingerprints in; what is left, what was passed over and what was idle out

The text is never altered, and nothing is passed over in silence: a report counts it, and `unused-suppression` tells of what
passes nothing over any more. Ignore files and baselines, which hold accepted fingerprints, are read in `factcheck.config`.
"""
