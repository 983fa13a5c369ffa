"""One sitting: what this run of the game remembers of its plays, and what it keeps of them on this computer.

Nothing is kept but where that was asked for: a place by its button, everything else by `Settings.progress`. The files
are `game.keeping`'s, the words `game.telling.kept`'s. The way out erases every place, and what this sitting has kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.desktop.screens import Context
from game.keeping.erase import Erased, erase, erase_places, sweep
from game.keeping.places import kept_folder
from game.keeping.progress import MOST, FinishedPlay, finished, read_progress, write_progress
from game.keeping.saved_play import drop_saved, has_saved, write_saved
from game.telling.kept import not_kept_words

if TYPE_CHECKING:
    from game.desktop.play import Play

Standing = Literal["new", "played", "place"]
"""Of a story: never met as far as is known, read to its end, or left in the middle with a place kept."""


class Sitting:
    """From the opening of the window to its closing, or to the way out. `today` says the day, for progress."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._finished: list[tuple[FinishedPlay, bool]] = []
        """The plays that were finished, each with whether it is on the disk; two may be the same."""
        self._last: Play | None = None
        """The play that the last of them is about."""
        self._told = False
        """Whether it was said that something could not be kept: once is enough."""
        self.erased: Erased | None = None
        """What was last erased on asking, to be said where that was asked."""

    # What is there.

    @property
    def plays(self) -> tuple[FinishedPlay, ...]:
        """The finished plays that are known: those that were kept, then those of this sitting that were not."""
        kept, _ = read_progress()
        return (*kept, *(play for play, written in self._finished if not written))

    @property
    def unread(self) -> bool:
        """Whether something that was kept of finished plays cannot be read any more."""
        return read_progress()[1] > 0

    def standing(self) -> Callable[[str], Standing]:
        """How one stands with the story of a name, as things are now."""
        played = {play.story for play in self.plays}

        def of(story: str) -> Standing:
            return "place" if has_saved(story) else "played" if story in played else "new"

        return of

    # What happens.

    def went_on(self, context: Context, play: Play) -> None:
        """Something was decided in `play`, or all that it brought is shown: keep what was asked to be kept."""
        story = story_of(play)
        if story is None:
            return
        if play.settled and play.state.phase == "ended":
            self._end(context, play, story)
        elif context.settings.progress:
            self._try(context, lambda: self._keep(play, story))

    def keep_place(self, context: Context, play: Play) -> None:
        """Keep the place on asking; where that fails, say so every time."""
        story = story_of(play)
        if story is not None:
            self._told = False
            self._try(context, lambda: self._keep(play, story))

    def start_anew(self, story: str) -> None:
        """The story is played from its beginning: its place is gone."""
        with suppress(OSError):
            drop_saved(story)

    def close(self, play: Play | None, progress: bool) -> None:
        """The window was closed in the middle of `play`."""
        if play is None or not progress or (play.settled and play.state.phase == "ended"):
            return
        story = story_of(play)
        if story is not None:
            with suppress(OSError):
                self._keep(play, story)

    def remember(self, play: FinishedPlay) -> None:
        """A play was finished: it is known until the window is closed."""
        self._finished = [*self._finished, (play, False)][-MOST:]

    def keep_progress(self, context: Context) -> None:
        """It was asked that progress be kept: what this sitting has met is part of it."""
        if not all(written for _, written in self._finished):
            self._try(context, lambda: self._write(read_progress()[0]))

    def erase(self, settings_too: bool = False) -> Erased:
        """Erase what is kept, and what this sitting remembers."""
        self._finished.clear()
        self.erased = erase(settings_too)
        return self.erased

    def forget(self) -> None:
        """The way out was taken: nothing of this sitting stays on the disk, nor any place, whenever it was kept."""
        erase_places()
        own = [one for one, written in self._finished if written]
        if own:
            try:
                write_progress(_without(read_progress()[0], own))
            except OSError:
                # Nothing may stay, so what was there before goes too.
                with suppress(OSError):
                    write_progress(())
        self._finished.clear()
        self._last = None
        self.erased = None
        with suppress(OSError):
            sweep(0)

    # Inside.

    def _keep(self, play: Play, story: str) -> None:
        from game.engine.save import save

        write_saved(story, save(play.scenario, play.log, play.pace.shown))

    def _end(self, context: Context, play: Play, story: str) -> None:
        from game.engine.score import score

        new = finished(story, self._today(), score(play.scenario, play.reference, play.log))
        # A play that was gone back into and ended again is still one play.
        old, written = self._finished.pop() if self._last is play and self._finished else (None, False)
        self._last = play
        self.remember(new)
        self._try(context, lambda: drop_saved(story))
        if context.settings.progress:
            kept = read_progress()[0]
            self._try(context, lambda: self._write(_without(kept, [old]) if old and written else kept))

    def _write(self, kept: Sequence[FinishedPlay]) -> None:
        """Keep the plays of this sitting that are not on the disk yet, after those that are."""
        write_progress([*kept, *(play for play, written in self._finished if not written)])
        self._finished = [(play, True) for play, _ in self._finished]

    def _try(self, context: Context, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as fault:
            if not self._told:
                self._told = True
                context.tell(not_kept_words(fault, kept_folder()))


def _without(plays: Iterable[FinishedPlay], gone: Iterable[FinishedPlay]) -> list[FinishedPlay]:
    """`plays` without each of `gone`, the latest where several are the same."""
    left = list(plays)
    for play in gone:
        if play in left:
            del left[len(left) - 1 - left[::-1].index(play)]
    return left


def story_of(play: Play) -> str | None:
    """The name under which a play's story is known here: None for a file of one's own, whose name would be a trace."""
    return story_at(play.path)


def story_at(path: Path) -> str | None:
    """The same for the file at `path`."""
    from game.shelf import ships

    return path.stem if ships(path) else None
