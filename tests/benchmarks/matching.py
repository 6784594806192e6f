"""How well claims are bound to facts, on the labelled drafts of tests/matching.

    python tests/benchmarks/matching.py [GROUP] [--show]

GROUP is the beginning of drafts' names (zh-press, zh-gov, en, xl). --show lists each figure that is judged otherwise.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "matching"))

from labelled import Labelled, labelled_drafts
from scores import JUDGED, Score, judged, score

GROUPS = ("zh-press", "zh-gov", "en", "xl")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", nargs="?", default="")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    for group in GROUPS:
        drafts = [draft for draft in labelled_drafts(group) if draft.name.startswith(chosen.group) and draft.facts]
        found = sum((score(draft) for draft in drafts), Score())
        if drafts:
            shares = ", ".join(
                f"{label} {right} of {whole}"
                for label, right, whole in zip(JUDGED, found.right, found.all, strict=True)
            )
            print(f"{group}: {shares}; false alarms {found.false_alarms}")
        if chosen.show:
            for draft in drafts:
                show(draft)


def show(draft: Labelled) -> None:
    for each in judged(draft):
        if not each.right:
            said = "no claim" if each.match is None else each.match.verdict
            fact = each.match.fact.id if each.match and each.match.fact else ""
            rivals = ", ".join(fact.id for fact in each.match.rivals) if each.match else ""
            near = f" (between {rivals})" if rivals else ""
            print(f"  {each.draft}: {each.text} is {each.label} {each.fact or ''}, judged {said} {fact}{near}")


if __name__ == "__main__":
    main()
