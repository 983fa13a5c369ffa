"""The game's own server on this machine, in a thread of its own, for as long as a test lasts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread

from game.web.server import Server


@contextmanager
def served(files: Mapping[str, bytes], port: int = 0) -> Iterator[Server]:
    """Serves `files` at 127.0.0.1."""
    with Server(files, port=port) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
