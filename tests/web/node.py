"""Node.js, and what `tests/web/package.json` has it install: the player's rules and types are tested with them.

Where one is missing, tests that need it are skipped with the command that gets it; CI counts that as a failure.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE = shutil.which("node")
INSTALL = "npm install --prefix tests/web --no-package-lock --no-audit --no-fund"

needs_node = pytest.mark.skipif(NODE is None, reason="needs Node.js: the Debian package nodejs")


def installed(file: str) -> Path:
    """The path of `file` in node_modules ("axe-core/axe.min.js"); skips the test where it was not installed."""
    path = HERE / "node_modules" / file
    if not path.exists():
        pytest.skip(f"needs {file.split('/')[0]}: {INSTALL}")
    return path


def node(*arguments: str | Path, given: str = "", seconds: int = 120) -> subprocess.CompletedProcess[str]:
    """Run Node.js with `given` as its input, for `seconds` at most, and hand back what came of it, failed or not."""
    assert NODE is not None
    command = [NODE, *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=seconds)
