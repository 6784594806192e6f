"""The facts file: its form, reading it with the place of every word, finding it, and drafting one from an article."""
