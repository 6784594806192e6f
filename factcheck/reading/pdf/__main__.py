"""The process that reads one PDF: its bytes come on standard input, its parts go to standard output as MessagePack.

It stands alone so that a file that makes the library crash, hang or fill the memory ends this process and no other.
"""

from __future__ import annotations

import sys
from contextlib import suppress

import msgspec

from factcheck.reading.pdf.pages import UnreadableError
from factcheck.reading.pdf.parts import told_parts

# What a press draft needs at most is a tenth of this; a file that unpacks to gigabytes ends here.
MOST_MEMORY = 1 << 30


def main() -> None:
    """Read a PDF within bounds. Prints its parts, or the word for its fault."""
    with suppress(ImportError, ValueError, OSError):  # where the system sets no limits, that of time is left
        import resource  # noqa: PLC0415 - Unix only

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer: object
    try:
        answer = told_parts(sys.stdin.buffer.read())
    except UnreadableError as fault:
        answer = str(fault)
    except MemoryError:
        answer = "heavy"
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
