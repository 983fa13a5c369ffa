"""The server of `vigichat serve`: what it gives, what it refuses, and what a visitor cannot do to it."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from time import monotonic

import pytest

from game.web import server as module
from game.web.server import Server
from tests.web.serving import served

FILES = {"": b"<p>list</p>", "a.html": b"<p>story</p>" * 50, "icon.svg": b"<svg/>"}


@pytest.fixture
def server() -> Iterator[Server]:
    with served(FILES) as started:
        yield started


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    host, port = server.server_address[:2]
    connection = HTTPConnection(str(host), port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    told = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return told


def raw(server: Server, sent: bytes) -> bytes:
    """What comes back for bytes as they are, up to the end of the connection."""
    got = b""
    with socket.create_connection(server.server_address[:2], timeout=5) as connection:
        try:
            connection.sendall(sent)
            while part := connection.recv(65536):
                got += part
        except (ConnectionResetError, BrokenPipeError):
            pass
    return got


@pytest.mark.parametrize(("path", "name"), [("/", ""), ("/a.html", "a.html"), ("/a.html?x=1", "a.html")])
def test_a_file_comes_whole_and_is_not_kept(path: str, name: str, server: Server) -> None:
    status, headers, body = ask(server, path)
    assert (status, body) == (200, FILES[name])
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert not headers.keys() & {"server", "set-cookie", "access-control-allow-origin"}


def test_a_browser_gets_it_compressed(server: Server) -> None:
    _status, headers, body = ask(server, "/a.html", **{"Accept-Encoding": "gzip, br"})
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(body) < len(FILES["a.html"])
    assert gzip.decompress(body) == FILES["a.html"]


def test_a_head_says_how_long_it_would_be(server: Server) -> None:
    status, headers, body = ask(server, "/a.html", "HEAD")
    assert (status, body, headers["content-length"]) == (200, b"", str(len(FILES["a.html"])))


@pytest.mark.parametrize(
    "path",
    ["/b.html", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "/./a.html", "/A.html", "/a.html/", "/\\"],
)
def test_only_the_exact_names_of_files_lead_anywhere(path: str, server: Server) -> None:
    status, _headers, body = ask(server, path)
    assert (status, body) == (404, b"404\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_can_be_sent(method: str, server: Server) -> None:
    assert ask(server, "/", method)[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_name_that_is_not_its_own_is_refused(host: str, server: Server) -> None:
    told = host.format(port=server.server_address[1])
    status, _headers, body = ask(server, "/", Host=told)
    assert (status, body) == (421, b"421\n")


def test_this_machine_may_be_called_localhost(server: Server) -> None:
    assert ask(server, "/", Host=f"localhost:{server.server_address[1]}")[0] == 200


def test_a_request_without_a_host_is_refused(server: Server) -> None:
    assert raw(server, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 421 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"garbage\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n",
        b"GET /<script> x\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_nothing_of_it_comes_back(sent: bytes, server: Server) -> None:
    got = raw(server, sent)
    assert b"200" not in got
    assert b"<script>" not in got
    assert ask(server, "/")[0] == 200


def test_more_bytes_than_a_browser_sends_are_not_read(server: Server) -> None:
    many = b"GET / HTTP/1.1\r\n" + b"A: " + b"x" * 1000 + b"\r\n"
    got = raw(server, many + b"B: " + b"y" * 8_000_000)
    assert b"200" not in got.partition(b"\r\n")[0]


def test_a_silent_visitor_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module._Visit, "timeout", 0.2)
    with served(FILES) as started:
        begun = monotonic()
        assert raw(started, b"GET / HT") == b""
        assert monotonic() - begun < 4


def test_who_sends_a_byte_now_and_then_is_sent_away_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 0.3)
    with served(FILES) as started, socket.create_connection(started.server_address[:2], timeout=5) as slow:
        begun = monotonic()
        gone = False
        while not gone and monotonic() - begun < 4:
            try:
                slow.sendall(b"x")
                slow.settimeout(0.1)
                gone = slow.recv(10) == b""
            except TimeoutError:
                continue
            except OSError:
                gone = True
        assert gone


def test_where_there_is_no_more_room_whoever_came_first_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    with served(FILES) as started:
        first, second, third = (socket.create_connection(started.server_address[:2], timeout=5) for _ in range(3))
        with first, second, third:
            for one in (first, second, third):
                one.sendall(b"G")
            while len(started._since) < 3:
                pass
            assert ask(started, "/")[0] == 200
            assert ask(started, "/")[0] == 200
            assert first.recv(10) == b""
            second.sendall(b"ET / HTTP/1.0\r\n\r\n")
            assert second.recv(12) == b"HTTP/1.0 421"


def test_nothing_is_written_down(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    ask(server, "/")
    ask(server, "/no")
    raw(server, b"garbage\r\n\r\n")
    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_is_an_error(server: Server) -> None:
    with pytest.raises(OSError, match="use"):
        Server(FILES, port=server.server_address[1])
