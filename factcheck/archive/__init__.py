"""An archive of documents checked on many machines, and what it says as a whole.

    sources/     documents from a folder, JSONL, Parquet, WARC
    batches.py   documents by the hundred, each batch with a key made of all that its outcome depends on
    order.py     what a run holds its documents against, as workers need it
    work.py      what a worker makes of a batch: rows of documents, claims and findings
    schema.py    the columns of those rows
    parts.py     batches that are done, as Parquet files in the archive's folder
    cluster.py   the workers: processes of this machine, or a Dask cluster
    run.py       all of this together
    report/      contradictions across documents, facts that are often wrong, months

Whoever runs it reads the documents and writes the results; workers get the one and send the other, and share nothing but the
facts files. It all stands on the extra factcheck[archive], and nothing else imports it.
"""
