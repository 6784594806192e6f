"""What a worker of this machine loads when it starts: it leaves Ctrl-C to the process that runs the archive, which ends it."""

from __future__ import annotations

import signal


def dask_setup(_worker: object) -> None:
    """Called by Dask in every new worker (its option `preload`)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
