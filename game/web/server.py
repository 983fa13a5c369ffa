"""Serves files that are in memory to browsers near by: read-only, each by its exact address, nothing written down.

It is the standard library's server with what a network one does not trust asks for: no file is looked up on the disk,
hosts other than its own are refused (against DNS rebinding), and a visitor has few bytes, little time and few
connections. What the files are, which address is taken and what is said of it are left to others.
"""

from __future__ import annotations

import gzip
import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import RawIOBase
from time import monotonic
from typing import Any

LOCAL = "127.0.0.1"

_MOST = 96
"""Connections at once: a class, each pupil with a few."""

_ASKED = 16_384
"""Bytes that one connection may send: a browser's headers have a tenth of it."""

_SILENT, _LONGEST = 15.0, 60.0
"""Seconds that a visitor may be silent, and that a connection lasts."""

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


class Server(ThreadingHTTPServer):
    """Serves `files`, by their names; "" is what a bare address gives. Raises OSError where the port is taken."""

    daemon_threads = True
    # On Windows this would share a port with another program.
    allow_reuse_address = os.name == "posix"
    request_queue_size = 64

    def __init__(self, files: Mapping[str, bytes], address: str = LOCAL, port: int = 0) -> None:
        self._files: dict[str, tuple[bytes, bytes]] = {}
        for name, content in files.items():
            self.add(name, content)
        self._since: dict[socket.socket, float] = {}
        super().__init__((address, port), _Visit)
        taken = self.server_address[1]
        self.hosts = frozenset(f"{host}:{taken}" for host in (address, *(("localhost",) if address == LOCAL else ())))

    def add(self, name: str, content: bytes) -> None:
        """Serve one more file."""
        self._files[name] = content, gzip.compress(content, mtime=0)

    @property
    def address(self) -> str:
        """What is typed into a browser."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}/"

    def found(self, path: str) -> tuple[str, bytes, bytes] | None:
        """The kind of the file at `path`, its content as it is and compressed; None where there is none."""
        name = path.partition("?")[0].removeprefix("/")
        if name not in self._files:
            return None
        return _KINDS.get(os.path.splitext(name)[1], _KINDS[".html"]), *self._files[name]

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Always: where there is no more room, whoever has been there longest goes. One device alone cannot hold all
        connections against the others."""
        for oldest in list(self._since)[: max(0, len(self._since) - _MOST + 1)]:
            self._send_away(oldest)
        return True

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own; from now on time runs for this connection."""
        self._since[request] = monotonic()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End a connection."""
        self._since.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Twice a second: whoever sends a byte now and then does not hold a connection for ever."""
        late = monotonic() - _LONGEST
        for request, since in list(self._since.items()):
            if since < late:
                self._send_away(request)

    def _send_away(self, request: socket.socket) -> None:
        self._since.pop(request, None)
        with suppress(OSError):
            request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who leaves early is no fault, and nothing about visitors is written down."""


class _Visit(BaseHTTPRequestHandler):
    """One request and its answer; the connection ends with it."""

    server: Server
    timeout = _SILENT

    def setup(self) -> None:
        super().setup()
        self.rfile: Any = _Bounded(self.rfile, _ASKED)

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, body: bool) -> None:
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        found = self.server.found(self.path)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind, content, small = found
        pressed = "gzip" in self.headers.get("Accept-Encoding", "")
        self._head(HTTPStatus.OK, kind, len(small if pressed else content), pressed)
        if body:
            self.wfile.write(small if pressed else content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A refusal says its number and no more: nothing of the request comes back."""
        told = f"{int(code)}\n".encode("ascii")
        self._head(code, "text/plain; charset=utf-8", len(told))
        if getattr(self, "command", None) != "HEAD":
            self.wfile.write(told)

    def _head(self, status: int, kind: str, length: int, pressed: bool = False) -> None:
        self.send_response_only(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        if pressed:
            self.send_header("Content-Encoding", "gzip")
        # The pages carry the rest of their policy: this part counts in a header only.
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, format: str, *values: Any) -> None:
        """Nothing: who asked for what is nobody's business."""


class _Bounded(RawIOBase):
    """Reads lines from `source` until so many bytes came; then it has ended."""

    def __init__(self, source: Any, most: int) -> None:
        super().__init__()
        self._source = source
        self._left = most

    def readline(self, size: int | None = -1, /) -> bytes:
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        line: bytes = self._source.readline(wanted) if wanted else b""
        self._left -= len(line)
        return line

    def close(self) -> None:
        self._source.close()
        super().close()
