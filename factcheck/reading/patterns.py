"""Regular expressions, compiled when they are first asked for: start-up pays for none, and a short file for few."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of a source; as `re.compile`, but without its costly look at the arguments."""
    return re.compile(source)
