"""A home folder of its own for the program, and everything that is on it before and after."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 120
_RECENT = '<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0">\n</xbel>\n'


@dataclass(slots=True)
class Home:
    """The folders that a person has, below `at`; `kept` is the game's own."""

    at: Path
    more: dict[str, str] = field(default_factory=dict)
    """Variables of the environment besides."""

    def __post_init__(self) -> None:
        for name in (".config", ".local/share", ".local/state", ".cache", "tmp", "run"):
            (self.at / name).mkdir(parents=True, exist_ok=True)
        (self.at / "run").chmod(0o700)
        (self.at / ".local/share/recently-used.xbel").write_text(_RECENT, encoding="utf-8")

    @property
    def kept(self) -> Path:
        return self.at / ".config" / "vigichat"

    @property
    def environment(self) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "VIGICHAT"))}
        return {
            **own,
            "HOME": str(self.at),
            "XDG_CONFIG_HOME": str(self.at / ".config"),
            "XDG_DATA_HOME": str(self.at / ".local/share"),
            "XDG_STATE_HOME": str(self.at / ".local/state"),
            "XDG_CACHE_HOME": str(self.at / ".cache"),
            "XDG_RUNTIME_DIR": str(self.at / "run"),
            "TMPDIR": str(self.at / "tmp"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(ROOT),
            "LANG": "fr_FR.UTF-8",
            **self.more,
        }

    def settings(self, **chosen: object) -> None:
        """Keep these settings, as if they had been chosen on another day."""
        self.kept.mkdir(parents=True, exist_ok=True)
        (self.kept / "settings.json").write_text(json.dumps({"met": True, **chosen}), encoding="utf-8")

    def everything(self) -> dict[str, tuple[int, int, str]]:
        """Every file and folder: its size, the time it was changed, and what is in it."""
        found = {}
        for path in sorted(self.at.rglob("*")):
            stat = path.lstat()
            content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[str(path.relative_to(self.at))] = (
                (stat.st_size, stat.st_mtime_ns, content) if path.is_file() else (0, 0, "")
            )
        return found

    def run(self, *steps: str, before: tuple[str, ...] = (), cwd: Path = ROOT) -> list[list[str]]:
        """Run the program with somebody who does these steps: what was said, each time that it was asked for.

        `before` stands before its command, `cwd` is the folder that it is in.
        """
        command = [*before, sys.executable, "-m", "tests.desktop.real_run", json.dumps(steps)]
        ran = subprocess.run(
            command, env=self.environment, cwd=cwd, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
        return [json.loads(line) for line in ran.stdout.splitlines()]
