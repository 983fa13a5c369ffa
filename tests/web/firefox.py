"""A real Firefox that a test drives: files opened from the disk, with everything they complain of noted.

It is the system's firefox-esr with a fresh profile, spoken to in its own Marionette protocol: Debian has no
geckodriver, and Playwright drives only a Firefox of its own making. Where it is missing, tests that need it are
skipped, which CI counts as a failure.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")

_START_SECONDS = 60
_ANSWER_SECONDS = 60
_PATIENCE = 10
"""Seconds that something on a page may take to come, or to stand still."""

_QUIET: dict[str, bool | int | str] = {
    "marionette.port": 0,  # a free one; Firefox writes which into its profile
    "app.normandy.enabled": False,
    "app.shield.optoutstudies.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "datareporting.policy.dataSubmissionEnabled": False,
    "devtools.console.stdout.chrome": False,  # what pages write to the console is written out, and nothing else is
    "devtools.console.stdout.content": True,
    "extensions.getAddons.cache.enabled": False,
    "focusmanager.testmode": True,  # keys reach the page though no window is in front
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "nimbus.rollouts.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
    "ui.prefersReducedMotion": 1,
}

_LISTEN = """
const { Services } = globalThis;
globalThis.askedFor ??= [];
globalThis.listening ??= Services.obs.addObserver((channel) => {
  channel.QueryInterface(Ci.nsIHttpChannel);
  const from = channel.loadInfo?.loadingPrincipal?.spec ?? "";
  if (from.startsWith("file:")) askedFor.push(channel.URI.spec);
}, "http-on-modify-request") ?? true;
Services.console.reset();
"""

_COMPLAINTS = """
return Services.console.getMessageArray()
  .map((one) => one instanceof Ci.nsIScriptError ? [one.sourceName, one.category, one.errorMessage] : null)
  .filter((one) => one && (one[0].startsWith("file:") || /CSP|Security/.test(one[1])))
  .map((one) => one.join(": "));
"""

_SIZED = """
const page = gBrowser.selectedBrowser;
page.style.cssText = "flex: none; width: %dpx; height: %dpx";
"""
# A window of Firefox is never as narrow as a phone; the page in it may be.

_SAID = re.compile(r"console\.(?:error|warn): (?!\w+: *$)")
"""A page's complaint; those of Firefox's own parts begin with the part's name."""

_KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Shift": "\ue008", "Space": " "}
_FOUND = "element-6066-11e4-a52e-4f735466cecf"  # what WebDriver calls an element's id


class Refused(Exception):
    """Firefox did not do what it was asked."""


class Firefox:
    """One window of Firefox that listens at `port`; what its pages write to their console goes to the file `said`."""

    def __init__(self, port: int, said: Path) -> None:
        self._said = said
        self._heard = 0
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_SECONDS)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._message()  # it says first who it is
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "normal"}})

    def ask(self, command: str, **parameters: Any) -> Any:
        """What Firefox answers to a command of Marionette. Raises Refused."""
        self._number += 1
        asked = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(asked), asked))
        _, number, error, result = self._message()
        assert number == self._number
        if error:
            raise Refused(f"{command}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def open(self, file: Path, size: tuple[int, int]) -> None:
        """Show `file` from the disk in a page of `size` CSS pixels; what is complained of is counted from here on."""
        self._heard = len(self._said.read_bytes())
        self._chrome(_LISTEN)
        self._chrome(_SIZED % size)
        self.ask("WebDriver:Navigate", url=file.as_uri())

    def run(self, script: str, *values: Any) -> Any:
        """What `script`, the body of a function, returns for the page; `values` are its `arguments`."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(values), sandbox="default")

    def click(self, path: str) -> None:
        """Click the element at the XPath `path`, as a person does: as soon as it stands still and nothing covers it."""
        end = time.monotonic() + _PATIENCE
        while True:
            found = self.ask("WebDriver:FindElement", using="xpath", value=path)
            try:
                self.ask("WebDriver:ElementClick", id=found[_FOUND])
            except Refused:
                if time.monotonic() > end:
                    raise
            else:
                return

    def press(self, *keys: str) -> None:
        """Press and release keys one after another: characters, or "Enter", "Tab", "Escape", "Shift", "Space"."""
        strokes = [{"type": kind, "value": _KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def until(self, script: str, *values: Any) -> Any:
        """What `script` returns as soon as that is something. Raises Refused after ten seconds."""
        end = time.monotonic() + _PATIENCE
        while not (value := self.run(script, *values)):
            if time.monotonic() > end:
                raise Refused(f"not within {_PATIENCE} s: {script}")
            time.sleep(0.02)
        return value

    def faults(self) -> list[str]:
        """What the page complained of since it was opened: errors, warnings and what its policy forbade."""
        said = self._said.read_bytes()[self._heard :].decode(errors="replace").splitlines()
        return [*self._chrome(_COMPLAINTS), *filter(_SAID.match, said)]

    def requests(self) -> list[str]:
        """What files asked the network for since Firefox started."""
        return list(self._chrome("return askedFor;"))

    def picture(self, path: Path) -> None:
        """Write what the window shows to `path`, as PNG."""
        path.write_bytes(b64decode(self.ask("WebDriver:TakeScreenshot", full=False)))

    def close(self) -> None:
        """End Firefox."""
        self.ask("Marionette:Quit", flags=["eForceQuit"])
        self._stream.close()
        self._socket.close()

    def _chrome(self, script: str) -> Any:
        self.ask("Marionette:SetContext", value="chrome")
        try:
            return self.ask("WebDriver:ExecuteScript", script=script, args=[], sandbox="system", newSandbox=False)
        finally:
            self.ask("Marionette:SetContext", value="content")

    def _message(self) -> Any:
        length = b""
        while (digit := self._stream.read(1)) != b":":
            if not digit:
                raise Refused("Firefox has ended")
            length += digit
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox without a window on the screen, with the fresh profile `profile`, an empty folder."""
    assert FIREFOX is not None
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _QUIET.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [FIREFOX, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    heard = profile / "said.txt"
    with heard.open("wb") as said:
        running = subprocess.Popen([*command, "--profile", str(profile)], stdout=said, stderr=subprocess.STDOUT)
    try:
        driven = Firefox(_port(profile, running), heard)
        try:
            yield driven
        finally:
            driven.close()
            running.wait(timeout=_ANSWER_SECONDS)
    finally:
        if running.poll() is None:
            running.kill()
            running.wait()


def _port(profile: Path, running: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + _START_SECONDS
    written = profile / "MarionetteActivePort"
    while time.monotonic() < end and running.poll() is None:
        if written.exists() and (port := written.read_text().strip()):
            return int(port)
        time.sleep(0.05)
    raise Refused(f"Firefox did not start: {(profile / 'said.txt').read_text(errors='replace')}")
