"""What every page begins with: its language, its policy, its title and its style."""

from __future__ import annotations

from factcheck.model.document import Language
from factcheck.reporting.html.markup import LANGUAGES
from factcheck.reporting.html.script import policy


def head(language: Language, title: str, style: str, script: str = "") -> str:
    """All before the content of a page with one style and at most one script. `title` is HTML already."""
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>factcheck: {title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
