"""The workers of a run: processes of this machine, or those of a Dask cluster that is there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import dask
from distributed import Client, LocalCluster

from factcheck.archive.errors import ArchiveError
from factcheck.model.message import say

_SETTINGS = {
    # A batch that was in a worker's hands when it ended comes back at once: whoever runs the archive decides on it.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.admin.large-graph-warning-threshold": "1GiB",
}


@contextmanager
def workers(scheduler: str | None, number: int) -> Iterator[Client]:
    """A client of the cluster whose scheduler is at an address (tcp://host:port), or of `number` processes of this machine.

    Raises ArchiveError where no scheduler answers there.
    """
    logging.getLogger("distributed").setLevel(
        logging.CRITICAL
    )  # a worker that ends is no news to whoever reads the terminal
    with dask.config.set(_SETTINGS):
        if scheduler is not None:
            with _connected(scheduler) as client:
                yield client
            return
        with (
            LocalCluster(
                n_workers=number,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",  # its usual port may be taken, of which it would warn
                silence_logs=logging.CRITICAL,
                host="127.0.0.1",
                preload=[*dask.config.get("distributed.worker.preload"), "factcheck.archive.quiet"],
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client


def _connected(scheduler: str) -> Client:
    try:
        return Client(scheduler)
    except (OSError, ValueError, TypeError) as error:
        said = say("{address}: no Dask scheduler answers there (an address is `tcp://host:port`)", address=scheduler)
        raise ArchiveError(said) from error
