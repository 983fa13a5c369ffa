"""The build hook: compiles every catalogue of `locales` when a wheel is built or the checkout is installed.

Which files a wheel carries is said in pyproject.toml; which translations are shown by `game.compiling`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Named by `[tool.hatch.build.hooks.custom]` in pyproject.toml; a source archive needs nothing of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each .mo beside its .po, before the files of a wheel are gathered."""
        if self.target_name == "wheel":
            sys.path.insert(0, self.root)  # What is built is not installed yet.
            from game.compiling import compiled, read_written

            for written in sorted(Path(self.root, "locales").glob("*/LC_MESSAGES/*.po")):
                image = compiled(read_written(written.read_bytes()), written.stem)
                written.with_suffix(".mo").write_bytes(image)
