"""A teacher at the window of a class, for tests: keys alone or the mouse alone, and what stands on the wall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.desktop.hour import Hour
from game.desktop.screens.class_play import ClassPlay
from game.desktop.widget_vote import CountField
from game.desktop.widgets import walk
from game.telling import language
from tests.desktop.playing import STORY, Player


class Teacher(Player):
    """Sits at the story in the file `path`, on the wall for a class."""

    def __init__(self, path: Path = STORY, **how: Any) -> None:
        super().__init__(path, **how)
        self.key("f8")
        self.key("enter")
        self.wait()

    @property
    def hour(self) -> Hour:
        assert isinstance(self.app.screen, ClassPlay), self.app.screen
        assert self.app.screen.hour is not None
        return self.app.screen.hour

    @property
    def step(self) -> str:
        return self.hour.step

    @property
    def fields(self) -> list[CountField]:
        """The counts, while they are typed."""
        return [one for one in walk(self.app.tree) if isinstance(one, CountField)]

    @property
    def foot(self) -> list[str]:
        """What the line at the foot of the wall says."""
        line = next(
            one for one in walk(self.app.tree) if one.role == "group" and one.label == language._("For the teacher")
        )
        return [getattr(one, "shown", "") or one.label for one in walk(line) if one is not line and one.role]

    def press(self, *names: str) -> None:
        """Press these keys, each once the wall is still."""
        for name in names:
            self.wait(0.5)
            self.key(name)
        self.wait(0.5)

    def read_to(self, step: str, key: str = "space") -> None:
        """Bring message after message until the wall is at this step; nothing else is asked in between."""
        for _ in range(300):
            if self.step == step:
                self.wait(0.5)
                return
            assert self.step == "reading", self.step
            self.press(key)
        raise AssertionError(f"never at {step!r}")

    def count(self, *counts: int) -> None:
        """From thinking, count these votes and see the bars, by keys alone."""
        assert self.step == "think"
        self.press("enter")
        for count in counts:
            self.key(*str(count), "enter")
        self.wait(0.5)

    def vote(self, *counts: int) -> None:
        """Count these votes, and play the majority on."""
        self.count(*counts)
        self.press("enter")


def at_first_vote(**how: Any) -> Teacher:
    """A teacher whose class thinks about the first choices of the story."""
    teacher = Teacher(**how)
    teacher.read_to("stop")
    teacher.press("enter")
    assert teacher.step == "think"
    return teacher


def at_verdict(**how: Any) -> Teacher:
    """A teacher whose class says what it thinks of the conversation."""
    teacher = at_first_vote(**how)
    teacher.vote(14, 3, 2)
    teacher.read_to("think")
    return teacher


def at_announcement(**how: Any) -> Teacher:
    """A teacher to whom the hard scene is announced."""
    teacher = at_verdict(**how)
    teacher.vote(20, 1, 5)
    assert teacher.step == "think"
    teacher.vote(12, 9)
    assert teacher.step == "announced"
    return teacher


def under_pressure(**how: Any) -> Teacher:
    """A teacher whose class has read the hard scene and thinks about what to do."""
    teacher = at_announcement(**how)
    teacher.press("a")
    teacher.read_to("think")
    return teacher


def at_offer(**how: Any) -> Teacher:
    """A teacher whose class chose well, and may look at another way."""
    teacher = under_pressure(**how)
    teacher.vote(4, 3, 15, 2)
    assert teacher.step == "offer"
    return teacher


PLACES: dict[str, Callable[..., Teacher]] = {
    "reading": Teacher,
    "think": at_first_vote,
    "verdict": at_verdict,
    "announced": at_announcement,
    "under pressure": under_pressure,
    "offer": at_offer,
}
