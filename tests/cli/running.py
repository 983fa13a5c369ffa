"""Running the command as a person does: another process, its words, its input, what it prints and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_QUIET = ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "COLUMNS", "VIGICHAT_DEBUG", "PYTHONIOENCODING", "PYTHONUTF8")


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what would change the language, the width or the encoding, then `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in _QUIET}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def command(*words: str) -> list[str]:
    """The command line of `vigichat` with these words."""
    return [sys.executable, "-m", "game", *words]


def vigichat(
    *words: str, typed: str | bytes = "", cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `vigichat` with `words`, with `typed` as its whole input; what it printed is read as UTF-8."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    done = subprocess.run(
        command(*words), input=given, capture_output=True, cwd=cwd, env=environment(**variables), timeout=60
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    ran = subprocess.CompletedProcess(done.args, done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"))
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran
