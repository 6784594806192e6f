"""The frozen types that every layer speaks. They know no text, no file format and no language.

Import them from their own modules; this package re-exports nothing, so that start-up pays only for what it uses.

They are msgspec structs and no dataclasses: a run defines some ninety types before it reads a word, and a frozen slotted
dataclass takes thirty times as long to define (0.9 ms against 0.03).
"""
