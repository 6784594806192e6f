"""What every test starts from."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests apart from each other and from the user's own cache."""
    monkeypatch.setenv("FACTCHECK_CACHE", "")
