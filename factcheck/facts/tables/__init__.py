"""Facts from tables: a row a fact, with columns named as the keys of the facts file.

`table` tells what a table is and opens any of them, one module a kind reads it, `columns` finds the key of each column, and
`rows` makes entries of rows with the checks of the facts file. A bad row is a fault with its place.
"""
