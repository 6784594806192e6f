"""Drafting facts in Chinese."""

from __future__ import annotations

from factcheck.language.drafting import Drafting

TABLE = Drafting(
    enough=6,
    longest=120,
    longest_id=16,
    bare_counts=False,
    dated="{year}年{period}",
    dates={"year": "{day.year}年", "month": "{day.year}年{day.month}月", "day": "{day.year}年{day.month}月{day.day}日"},
    undated={"month": "{day.month}月", "day": "{day.month}月{day.day}日"},
)
