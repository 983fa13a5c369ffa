"""Marks as gestures: each can be taken back and made again, one after the other, as long as the scene lasts.

Whether a message can be marked is the engine's to say; the log keeps every mark and every mark taken back.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.events import Mark, Unmark


@dataclass(frozen=True, slots=True)
class Gesture:
    """A mark that was made, or taken back, and the command that makes it undone."""

    did: Mark | Unmark
    undoes: Mark | Unmark


class Marking:
    """The gestures of one scene. `latest` is what was last done, undone or done again, for who must be told."""

    def __init__(self) -> None:
        self._made: list[Gesture] = []
        self._undone: list[Gesture] = []
        self.latest: Mark | Unmark | None = None

    def made(self, gesture: Gesture) -> None:
        """A mark was made or taken back: what was undone before cannot be done again."""
        self._made.append(gesture)
        self._undone.clear()
        self.latest = gesture.did

    @property
    def to_undo(self) -> Gesture | None:
        """What Undo takes back."""
        return self._made[-1] if self._made else None

    @property
    def to_redo(self) -> Gesture | None:
        """What Redo does again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """What was `to_undo` is undone."""
        self._undone.append(self._made.pop())
        self.latest = self._undone[-1].undoes

    def redone(self) -> None:
        """What was `to_redo` is done again."""
        self._made.append(self._undone.pop())
        self.latest = self._made[-1].did
