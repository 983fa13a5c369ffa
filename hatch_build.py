"""The build hook: compiles every catalogue of `locales` when a wheel is built or the checkout is installed.

Which files a wheel carries is said in pyproject.toml; extracting sentences is left to `tools/catalogues.py`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Named by `[tool.hatch.build.hooks.custom]` in pyproject.toml; a source archive needs nothing of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each .mo beside its .po, before the files of a wheel are gathered."""
        if self.target_name == "wheel":
            for written in sorted(Path(self.root, "locales").glob("*/LC_MESSAGES/*.po")):
                compile_catalogue(written)


def compile_catalogue(written: Path) -> None:
    """Write the .mo beside the .po `written`. Raises OSError where the folder cannot be written."""
    with written.open("rb") as file:
        messages = read_po(file)
    image = BytesIO()
    write_mo(image, messages)
    written.with_suffix(".mo").write_bytes(image.getvalue())
