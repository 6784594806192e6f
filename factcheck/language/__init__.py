"""What the program knows of a language: tables of one shared shape, and no logic.

Each kind of knowledge has its shape in `language/KIND.py` (a frozen struct, and `table(language)`, which loads a
language's table when it is first asked for), and one table `TABLE` of that shape in `language/zh/KIND.py` and
`language/en/KIND.py`. A Chinese draft never pays for English tables.
"""
