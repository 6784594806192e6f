"""What the program says, in the reader's language: the messages of all other packages, and one catalogue for each language.

    translator    says a message in a language, by its catalogue
    locales       the language that the environment asks for, as gettext finds it
    typography    how values are set into a Chinese sentence
    foreign       what the system and libraries say, made messages of

The catalogue `LANGUAGE/LC_MESSAGES/factcheck.po` is gettext's, written and read by its tools; English is that of the ids and
needs none. The compiled .mo beside it is kept in the repository, so that a clone and an installation have the same files and
building needs no tools.

How to add a message:

    1. Write it in English as a whole sentence: `say("{path}: can't be read ({why})", path=path, why=reason(error))`. Where a number
       decides on its form: `counted("{number} fact", "{number} facts", number)`. A list of values: `listed(names, "or")`. A
       template that stands apart from its call: `msgid("…")`.
    2. Hand the message on; what prints it says `translate(message)`. `str(message)` is English, for tests and logs.
    3. `python tests/translation/catalogue.py` gathers all messages, drops what nobody says any more, and prints what has no
       translation. Write its msgstr in the catalogue, by the rules and words at its head, and run it again, which compiles.

What commands, options, keys of forms, schemas and rules (docstring, `because`, what is said of examples) hold is gathered, too. The
tests beside that program fail on what is missing, left over, stale, wrongly filled in or not by the glossary.

Where two branches add messages, keep both in the .po, take either .mo, which no merge can join, and run the program.

The standard library reads the catalogue, a thousand entries in a few milliseconds. A run in English reads nothing. What a program
acts on is never translated: rule ids, keys, severities and verdicts of JSON and its like, options, and the formats of others.
"""

from __future__ import annotations
