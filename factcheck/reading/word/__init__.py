"""Word: .docx documents, read with their structure and with places that lead back into the file.

read(data, path) -> Iterator[Part]     the parts of a draft
with_comments(data, path, text, remarks) -> bytes    a copy with comments in its margin (`factcheck.reading.word.margin`)

No library of the kind gives what readers see: those that read Word documents leave out what was inserted, boxes, notes and
controls, and write the file anew where a comment is put in. So this is made of the standard library's zip and XML alone.
"""

from factcheck.reading.word.reader import read

__all__ = ["read"]
