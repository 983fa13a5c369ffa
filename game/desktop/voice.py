"""The game's own voice: the system's program for speech reads aloud what the game wants said.

What is said, and when, is `ears`' affair. Text goes to the program as an argument or through its standard input, never
through a shell. Tried on Linux with stand-ins for the programs; the ways of Windows and macOS follow their manuals.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_LONGEST = 4000
"""Characters that are said at once: more of them no program takes as an argument everywhere."""

_MOMENT = 2.0
"""Seconds that a program may take to end, or to answer."""

_NOWHERE = subprocess.DEVNULL
_NO_TERMINAL: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, a program for terminals would open one."""

_CULTURES = {"fr": "fr-FR", "en": "en-GB"}

_SPEAK = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "Add-Type -AssemblyName System.Speech;"
    "$voice=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.SelectVoiceByHints('NotSet','NotSet',0,[Globalization.CultureInfo]'{culture}');"
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""For PowerShell; `culture` is one of `_CULTURES`, never a text that is said."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks: its command for a language; the text follows as an argument, or comes `by_input`.

    `hush` is a command that ends speech that goes on after the program itself was ended.
    """

    command: Callable[[str], list[str]]
    by_input: bool = True
    hush: tuple[str, ...] = ()


def find() -> Program | None:
    """The program that speaks on this system; None when there is none."""
    if sys.platform == "win32":
        shell = shutil.which("powershell")
        return (shell and Program(lambda language: _powershell(shell, language))) or None
    if sys.platform == "darwin":
        say = shutil.which("say")
        return (say and Program(lambda language: [say, *_voice_of(say, language), "-f", "-"])) or None
    if daemon := shutil.which("spd-say"):
        return Program(lambda language: [daemon, "--wait", "-l", language, "--"], False, (daemon, "--cancel"))
    for name in ("espeak-ng", "espeak"):
        if speaker := shutil.which(name):
            return Program(lambda language: [speaker, "-v", language, "--stdin"])
    return None


def _powershell(shell: str, language: str) -> list[str]:
    spoken = _SPEAK.format(culture=_CULTURES.get(language, _CULTURES["en"]))
    return [shell, "-NoProfile", "-NonInteractive", "-Command", spoken]


def _voice_of(say: str, language: str) -> list[str]:
    """The words that ask macOS for a voice of this language; none where it names none, and its own voice speaks."""
    try:
        told = subprocess.run([say, "-v", "?"], capture_output=True, text=True, timeout=_MOMENT, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    named = re.search(rf"^(.+?)\s+{language}[_-]", told, re.MULTILINE)
    return ["-v", named[1]] if named else []


class Voice:
    """Speaks one thing after the other. Nothing here waits for what is said to be said."""

    def __init__(self) -> None:
        self._program: Program | None = None
        self._looked = False
        self._speaking: subprocess.Popen[bytes] | None = None
        self._hushing: subprocess.Popen[bytes] | None = None
        """What ends speech that goes on by itself: nothing new is said before it has ended."""
        self._coming: deque[tuple[str, str]] = deque()

    def available(self) -> bool:
        """Whether this system has a voice."""
        if not self._looked:
            self._looked = True
            self._program = find()
        return self._program is not None

    def say(self, text: str, language: str) -> None:
        """Say this now, in place of whatever is being said. `language` is "fr" or "en"."""
        self.hush()
        self.then(text, language)

    def then(self, text: str, language: str) -> None:
        """Say this when what is being said is over."""
        said = " ".join(text.split())[:_LONGEST]
        if said and self.available():
            self._coming.append((said, language))
            self.attend()

    def attend(self) -> None:
        """Say what is next, once the rest is said: to be called often."""
        if any(one is not None and one.poll() is None for one in (self._speaking, self._hushing)):
            return
        self._speaking = self._hushing = None
        if self._coming:
            self._start(*self._coming.popleft())

    def hush(self) -> None:
        """Be silent at once, and forget what was still to be said. No speech service is waited for: whoever hushes may
        be on the way out."""
        self._coming.clear()
        speaking, self._speaking = self._speaking, None
        if speaking is None or self._program is None or speaking.poll() is not None:
            return
        with suppress(OSError, subprocess.SubprocessError):
            speaking.kill()
            speaking.wait(_MOMENT)
            if self._program.hush and (self._hushing is None or self._hushing.poll() is not None):
                self._hushing = subprocess.Popen(
                    self._program.hush, stdin=_NOWHERE, stdout=_NOWHERE, stderr=_NOWHERE, creationflags=_NO_TERMINAL
                )

    def close(self) -> None:
        """Be silent for good."""
        self.hush()
        if self._hushing is not None:
            with suppress(subprocess.TimeoutExpired):
                self._hushing.wait(_MOMENT)

    def _start(self, text: str, language: str) -> None:
        program = self._program
        assert program is not None
        command = program.command(language)
        if not program.by_input:
            command.append(text)
        try:
            self._speaking = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=_NOWHERE, stderr=_NOWHERE, creationflags=_NO_TERMINAL
            )
            assert self._speaking.stdin is not None
            with self._speaking.stdin as into:
                into.write(text.encode("utf-8") if program.by_input else b"")
        except OSError:
            # It cannot be started, or it ended without listening: the game goes on in silence.
            self._coming.clear()
