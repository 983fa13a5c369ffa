"""The player's modules as a type checker reads them: JSDoc types, strict, with nothing newer than ES2021."""

from __future__ import annotations

import subprocess

from tests.web.node import HERE, NODE, installed, needs_node


@needs_node
def test_the_types_of_the_player_hold() -> None:
    checker = installed("typescript/bin/tsc")
    assert NODE is not None
    done = subprocess.run([NODE, str(checker), "--project", "."], cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"
