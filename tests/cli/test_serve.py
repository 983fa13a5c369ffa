"""`vigichat serve`: what it says, that it serves, and that it ends quietly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from game.cli import serve as module
from game.cli.serve import serve
from tests.cli.running import ROOT, command, environment, vigichat


@contextmanager
def running(*words: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The command, once it has said all that it says at first, and that."""
    process = subprocess.Popen(
        command("serve", "--lang", "en", *words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    assert process.stdout is not None
    told: list[str] = []
    try:
        while not told or "Ctrl+C" not in told[-1]:
            line = process.stdout.readline()
            assert line, process.stderr.read() if process.stderr else ""
            told.append(line.strip())
        yield process, told
    finally:
        process.kill()
        process.communicate()


def test_stories_are_served_on_this_machine_and_ctrl_c_ends_it_quietly() -> None:
    with running() as (process, told):
        assert told[0] == "The stories are open on this computer, and for nobody else:"
        assert told[1].startswith("http://127.0.0.1:")
        with urlopen(told[1], timeout=5) as answer:
            page = answer.read().decode("utf-8")
        assert "Three weeks in August" in page
        # Whoever is served from here finds the stories again here: nothing is offered to be kept.
        assert 'id="offline"' not in page
        if sys.platform != "win32":
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=10)
            assert (process.returncode, out, err) == (0, "", "")


def test_a_port_can_be_asked_for_and_one_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = vigichat("serve", "--port", str(port), "--lang", "en")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"Another program uses the port {port}. Choose another number, or leave “--port” out.\n"


def test_the_usual_port_gives_way_to_any_that_is_free() -> None:
    with running() as (_one, told), running() as (_other, told_too):
        assert told[1] != told_too[1]


def test_on_the_network_it_says_who_can_open_the_stories_and_where() -> None:
    if not module._ours():
        ran = vigichat("serve", "--network", "--lang", "en")
        assert (ran.returncode, ran.stdout) == (1, "")
        assert "on no network" in ran.stderr
        return
    with running("--network") as (_process, told):
        assert told[0] == "Anyone on the same network can open the stories now, and change nothing:"
        with urlopen(told[1] + "qr", timeout=5) as answer:
            assert told[1] in answer.read().decode("utf-8")


def test_without_a_network_that_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "_ours", lambda: "")
    assert serve(None, True, ()) == 1
    assert "aucun réseau" in capsys.readouterr().err


def test_an_address_of_the_whole_internet_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_ours", lambda: "8.8.8.8")
    assert serve(None, True, ()) == 1
    assert "8.8.8.8" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["80", "0", "70000", "many", "-1"])
def test_a_port_that_is_none_is_told(value: str) -> None:
    ran = vigichat("serve", "--port", value, "--lang", "en")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "1024 to 65535" in ran.stderr
    assert os.linesep not in ran.stderr.strip()
