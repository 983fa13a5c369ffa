"""Opening the window, or saying in one line why it cannot open here.

The window itself is left to `game.desktop`, which is imported only when it is wanted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.tell import tell
from game.telling.language import _

if TYPE_CHECKING:
    from game.engine.events import Log


def open_window(scenario_path: Path | None, name: str, seed: int, watched: bool = False) -> Log | None:
    """Show home, or one scenario (which was typed as `name`), until the window is closed.

    With `watched`, the scenario is shown as its author writes it.

    Gives the log of the last play, or None where no window can open: then it was said why.
    """
    if two_pygames(sys.path):
        tell(
            _(
                "Both pygame and pygame-ce are installed, and only one can be. Type “{remove}”, then “{install}”."
            ).format(remove="pip uninstall -y pygame pygame-ce", install="pip install pygame-ce")
        )
        return None
    if not _has_screen():
        _tell_no_window(name)
        return None
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.desktop.start import run
        from game.desktop.window import NoWindow
    except ImportError as fault:
        if (fault.name or "").partition(".")[0] != "pygame":
            raise
        tell(
            _("The window needs pygame-ce: type “{install}”. Without it, “{text}” plays in the terminal.").format(
                install="pip install pygame-ce", text=_in_text(name)
            )
        )
        return None
    try:
        return run(scenario_path, seed, watched)
    except NoWindow:
        _tell_no_window(name)
        return None


def _has_screen() -> bool:
    """False where it is plain that no window can open. SDL would find out as well, but complains in its own words."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _tell_no_window(name: str) -> None:
    tell(_("No window can open here. “{text}” plays in the terminal.").format(text=_in_text(name)))


def two_pygames(folders: list[str]) -> bool:
    """Whether the first of `folders` that holds pygame or pygame-ce holds pygame: both claim the same files.

    The folders are listed rather than asked of `importlib.metadata`, whose import (50 ms) would delay every start;
    it is asked only to confirm.
    """
    for folder in folders:
        try:
            names = [name.lower() for name in os.listdir(folder or ".") if name.lower().startswith("pygame")]
        except OSError:
            continue
        kept = [name for name in names if name.endswith((".dist-info", ".egg-info"))]
        old = any(name.startswith("pygame-") for name in kept)
        if old or any(name.startswith("pygame_ce-") for name in kept):
            return old and _installed("pygame")
    return False


def _installed(name: str) -> bool:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _in_text(name: str) -> str:
    if not name:
        return "vigichat --text"
    return f'vigichat play "{name}" --text' if " " in name else f"vigichat play {name} --text"
