"""Drafting facts in Chinese."""

from __future__ import annotations

from factcheck.language.drafting import Drafting

TABLE = Drafting(enough=12, longest=120, longest_id=16, dated="{year}年{period}")
