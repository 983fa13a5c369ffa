"""A server on this machine that notes what a browser asks of it: an address to plant, a place to open files from.

What a page may ask for is left to the tests.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Listening:
    """Where it listens, what it serves as "/notes.html", and the paths that were asked for."""

    address: str
    page: bytes = b""
    asked: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """The address without its scheme."""
        return self.address.partition("//")[2]


@contextmanager
def listening() -> Iterator[Listening]:
    """A server for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.asked.append(self.path)
            found = self.path == "/notes.html"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(heard.page) if found else 0))
            self.end_headers()
            self.wfile.write(heard.page if found else b"")

        do_POST = do_GET
        do_HEAD = do_GET

        def log_message(self, *_said: object) -> None:
            """Nothing is written to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    heard = Listening(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
