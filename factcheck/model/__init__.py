"""The frozen types that every layer speaks. They know no text, no file format and no language.

Import them from their own modules; this package re-exports nothing, so that start-up pays only for what it uses.
"""
