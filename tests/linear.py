"""Whether work grows in proportion to its size, on a machine that may be busy with other things.

CPU time is compared, never a clock on the wall, as a ratio of two sizes, and a bad moment may be tried again: work that grows
with the square of its size misses the ratio by far, every time.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TRIES = 5
ROOM = 3  # times as long as in exact proportion
LEAST = 0.002  # seconds: less than that can't be told from nothing


def is_linear(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether `work(large)` takes about `large / small` times as long as `work(small)`."""
    work(small)
    limit = ROOM * large / small
    return any(seconds(work, large) < limit * max(seconds(work, small), LEAST) for _ in range(TRIES))


def seconds(work: Callable[[int], object], size: int) -> float:
    """CPU seconds of this process, without those of the garbage collector, which looks at all that other tests left."""
    gc.disable()
    try:
        started = time.process_time()
        work(size)
        return time.process_time() - started
    finally:
        gc.enable()
