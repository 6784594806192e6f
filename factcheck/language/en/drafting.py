"""Drafting facts in English, whose words take some three times as many letters as Chinese takes characters."""

from __future__ import annotations

from factcheck.language.drafting import Drafting

TABLE = Drafting(enough=40, longest=400, longest_id=48, dated="{period} {year}")
