"""What the program says, in the reader's language: the messages of all other packages, and one catalogue for each language.

    translator    says a message in a language, by its catalogue
    locales       the language that the environment asks for, as gettext finds it
    foreign       what the system and libraries say, made messages of

The catalogue `LANGUAGE/LC_MESSAGES/factcheck.po` is gettext's, written and read by its tools; English is that of the ids and
needs none. The compiled .mo beside it is kept in the repository, so that a clone and an installation have the same files and
building needs no tools. `python tests/translation/catalogue.py` gathers all messages anew and compiles what is translated; the
tests there fail on what is missing, left over, fuzzy or wrongly filled in.

The standard library reads the catalogue: typer imports gettext in any case, and a thousand entries take it a few milliseconds. A
run in English reads nothing. What a program acts on is never translated: rule ids, keys, severities and verdicts of JSON and
its like, options, and the formats of other programs.
"""

from __future__ import annotations
