"""One reading of a text by a recognizer of others, timed: `python peers.py NAME LANGUAGE < text`. Run by `reading.py`.

It runs in an environment where the recognizers are installed and factcheck is not, and prints seconds and figures found.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module


def recognizers(language: str) -> Callable[[str], int]:
    """recognizers-text-suite: its four kinds of figures."""
    suite = import_module("recognizers_suite")
    culture = suite.Culture.Chinese if language == "zh" else suite.Culture.English
    kinds = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension)
    return lambda text: sum(len(kind(text, culture)) for kind in kinds)


def quantulum(_: str) -> Callable[[str], int]:
    """quantulum3, which knows English alone."""
    parser = import_module("quantulum3.parser")
    return lambda text: len(parser.parse(text))


READERS = {"recognizers-text-suite": recognizers, "quantulum3": quantulum}


def main() -> None:
    warnings.simplefilter("ignore")
    name, language = sys.argv[1:]
    text = sys.stdin.buffer.read().decode("utf-8")
    read = READERS[name](language)
    read("3 km")
    started = time.process_time()
    found = read(text)
    print(json.dumps({"seconds": time.process_time() - started, "found": found}))


if __name__ == "__main__":
    main()
