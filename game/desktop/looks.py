"""The looks in force: what the person chose, and what the wall changes of it for as long as it lasts.

What one time on the wall is, is `projector`'s; that all is built anew then, the app's.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import projector, text
from game.desktop.projector import Projector
from game.desktop.tokens import Look
from game.keeping.settings import Settings
from game.telling import country, language


class Looks:
    """The `settings` in force. `keep` is given those that the person changed, for the next start."""

    def __init__(self, settings: Settings, keep: Callable[[Settings], object]) -> None:
        self.settings = settings
        self._keep = keep
        self._projector: Projector | None = None
        text.use_face(settings.face)

    @property
    def projected(self) -> bool:
        """Whether the window is on a wall."""
        return self._projector is not None

    def look(self, size: tuple[int, int]) -> Look:
        """The theme and the sizes for a window of this size in pixels."""
        return projector.look(self.settings, size, self._projector)

    def take(self, settings: Settings) -> str:
        """Other settings hold from now on; what to tell where they cannot be kept for the next start, or ""."""
        self.settings = settings
        text.use_face(settings.face)
        if settings.language and settings.language != language.current():
            language.use(settings.language)
        if settings.country and settings.country != country.current():
            country.use(settings.country)
        try:
            self._keep(settings)
        except OSError as fault:
            from game.keeping.places import kept_folder
            from game.telling.kept import not_kept_words

            return not_kept_words(fault, kept_folder())
        return ""

    def recolour_wall(self) -> bool:
        """Show the wall in the next colours; False at a desk, where colours are a setting."""
        if self._projector is None:
            return False
        self._projector = self._projector.recoloured()
        return True

    def project(self, on: bool, filled: bool) -> bool:
        """Go to the wall, or back to the desk; whether the window fills the screen then, as it is `filled` now."""
        was_filled = filled if self._projector is None else self._projector.was_filled
        self._projector = Projector(was_filled) if on else None
        return on or was_filled
