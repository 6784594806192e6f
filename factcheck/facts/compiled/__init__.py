"""Facts compiled into one file: an index that is read from where it lies, a claim's few facts at a time.

The file is an SQLite database, in tables that are shaped after `factcheck.facts.index.Index`: what that one holds in memory is
looked up here, and the same code judges both, so that they give the same answers. SQLite reads pages where they are asked for,
any number of processes may read at a time, and it comes with Python.

`chunk` is what becomes of some facts (done in several processes), `writer` brings chunks together into a file, `store` opens
one and says why it can't be used, `index` and `base` are the views of it that matching and rules work with.
"""
