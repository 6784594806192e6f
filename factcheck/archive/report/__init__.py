"""What an archive says as a whole, reckoned by DuckDB from its Parquet files.

figures.py   what is reckoned: contradictions, facts that are often wrong, months
sql.py       the queries
words.py     heads and sentences that all forms share
table.py, csv.py, html.py (with plots.py and style.py)      one form each
"""
