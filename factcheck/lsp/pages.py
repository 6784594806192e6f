"""The page of each rule, for an editor to open from a diagnostic: what `factcheck explain` prints, as a file of Markdown.

The pages lie in the user's cache folder, and are written when they are first asked for. Without such a folder there are none.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from factcheck.cache import cache_folder, write
from factcheck.reporting.rule_help import help_markdown
from factcheck.rules import load
from factcheck.translation.translator import ENGLISH, Translator


@cache
def page_of(rule: str, translate: Translator = ENGLISH) -> str | None:
    """The file: URI of a rule's page; None when it can't be written. Its folder is named for what the page says now."""
    folder = cache_folder()
    if folder is None:
        return None
    page = f"# {rule}\n\n{help_markdown(load(rule), translate)}\n".encode()
    file = folder.absolute() / "rules" / sha256(page).hexdigest()[:8] / f"{rule}.md"
    if not file.exists():
        write(file, page)
    return file.as_uri() if file.exists() else None
