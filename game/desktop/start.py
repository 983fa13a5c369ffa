"""Opening the game in a window, and closing it.

Which screens there are, and how they lead to one another, is `game`'s; the loop is `window`'s.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import fonts, window
from game.desktop.game import Game
from game.keeping.settings_file import read_settings, unreadable
from game.telling import country
from game.telling import language as spoken
from game.telling.language import _

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.engine.events import Log


def run(path: Path | None, seed: int = 0, watched: bool = False) -> Log:
    """Show the game until its window is closed: home, or the story at `path`; `watched`, as its author writes it.

    The log of the last play is returned, empty when there was none or after the way out. Raises `window.NoWindow` and
    `NoSuchStory`. The interface speaks the language that was asked for with this run, else the one that was chosen
    earlier, else what `game.telling.language` was told to use. So it is of the country, but that the system's own comes
    last.
    """
    kept = read_settings()
    if not spoken.asked() and kept.language in spoken.LANGUAGES:
        spoken.use(kept.language)
    if not country.asked():
        country.use(kept.country or country.guessed(os.environ))
    game = Game(seed, kept)
    story = None if path is None else game.preview(path) if watched else game.story(path)
    surface = window.open_window()
    app = game.app(surface.get_size(), kept=True)
    if story is None and not app.settings.met:
        app.go(game.first_start())
    elif story is not None:
        # On top of home, so that there is somewhere to go back to.
        app.go(story)
    if faults := _faults():
        app.tell(" ".join(faults))
    # Interrupted in the terminal it was started from, the window is closed like any other.
    with suppress(KeyboardInterrupt):
        window.run(app, surface, lambda: _ears(app, surface))
    window.close_window()
    game.close()
    return () if game.play is None else tuple(game.play.log)


def _ears(app: App, surface: window.Window) -> window.Listening:
    """Whoever hears the window instead of seeing it."""
    from game.desktop.ears import Ears

    return Ears(app, surface)


def _faults() -> list[str]:
    """What is not as it should be on this computer, in sentences; the game goes on without it."""
    told = []
    if unreadable():
        told.append(
            _("Your settings could not be read, so they are as they were at the start. You can choose them again.")
        )
    lost = fonts.unusable()
    if lost:
        words = _(
            "A font is missing or damaged ({file}), so letters may look different."
            " Install the game again to put this right."
        )
        told.append(words.format(file=lost[0]))
    return told
