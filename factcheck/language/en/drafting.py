"""Drafting facts in English, whose words take some three times as many letters as Chinese takes characters."""

from __future__ import annotations

from factcheck.language.drafting import Drafting

TABLE = Drafting(
    enough=28,
    longest=400,
    longest_id=48,
    bare_counts=True,
    dated="{period} {year}",
    dates={"year": "{day.year}", "month": "{day.year}-{day.month:02}", "day": "{day}"},
    undated={},
)
