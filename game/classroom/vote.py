"""A vote of a class: how many hands or cards for each choice, what comes of it, and how a count may be said.

A count lives for one question and is kept nowhere. Nobody is to be found by it: one vote and two are the same thing
here, so a single hand is never shown as 1 and never outvoted by two. Showing a vote is left to the faces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.telling.language import _, ngettext

FEW = 2
"""Up to this many votes are “a few”: they look the same and weigh the same."""

MOST = 99
"""The largest count: two digits."""


@dataclass(frozen=True, slots=True)
class Vote:
    """How many votes (0 to `MOST`) there are for each choice, named by its id, in the order of the screen.

    Raises ValueError where there is not one count for each choice, or one is out of range.
    """

    choices: tuple[str, ...]
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.choices) != len(self.counts) or not all(0 <= count <= MOST for count in self.counts):
            raise ValueError(self)

    def count(self, choice: str) -> int:
        """The votes for a choice. Raises ValueError for one that is not on offer, as every method here does."""
        return self.counts[self.choices.index(choice)]

    def weight(self, choice: str) -> int:
        """What a count weighs: itself, but one vote weighs as much as two."""
        count = self.count(choice)
        return FEW if 0 < count < FEW else count

    def typed(self, choice: str, digit: str, anew: bool = False) -> Vote:
        """With one more digit, "0" to "9", at the end of a count, or in its place if `anew`.

        What would be too large changes nothing.
        """
        longer = int(digit) if anew else self.count(choice) * 10 + int(digit)
        return self._with(choice, longer) if longer <= MOST else self

    def rubbed(self, choice: str) -> Vote:
        """Without the last digit of a count."""
        return self._with(choice, self.count(choice) // 10)

    def more(self, choice: str) -> Vote:
        """One step up, as the eye sees it: after nought come one or two, then three."""
        count = self.count(choice)
        return self._with(choice, min(MOST, max(count + 1, FEW + 1) if count else 1))

    def fewer(self, choice: str) -> Vote:
        """One step down; never below nought."""
        count = self.count(choice)
        return self._with(choice, count - 1 if count > FEW else 0)

    def _with(self, choice: str, count: int) -> Vote:
        at = self.choices.index(choice)
        return replace(self, counts=(*self.counts[:at], count, *self.counts[at + 1 :]))


@dataclass(frozen=True, slots=True)
class Majority:
    """More votes went to this choice than to any other."""

    choice: str


@dataclass(frozen=True, slots=True)
class Tie:
    """These choices, in the order of the screen, had as many votes as one another, and more than the others."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoVotes:
    """Nothing was counted."""


Result = Majority | Tie | NoVotes


def opened(choices: tuple[str, ...]) -> Vote:
    """A vote on these choices in which nothing was counted yet."""
    return Vote(choices, (0,) * len(choices))


def result(vote: Vote) -> Result:
    """What came of a vote: the teacher decides where it is a tie, or where there are no votes."""
    most = max(map(vote.weight, vote.choices), default=0)
    if not most:
        return NoVotes()
    ahead = tuple(choice for choice in vote.choices if vote.weight(choice) == most)
    return Majority(ahead[0]) if len(ahead) == 1 else Tie(ahead)


def share(vote: Vote, choice: str) -> float:
    """How long the bar of a choice is, 0 to 1 of the longest one."""
    most = max(map(vote.weight, vote.choices))
    return vote.weight(choice) / most if most else 0.0


def said(count: int) -> str:
    """A count as the class may read it: “12 votes”, “a few votes”; nothing is said of a choice that nobody took."""
    if count > FEW:
        return ngettext("{count} vote", "{count} votes", count).format(count=count)
    return _("a few votes") if count else ""


def typed_as(count: int) -> str:
    """A count as it stands in its field while it is typed, with the class before it: one and two are “1–2”."""
    return "1–2" if 0 < count <= FEW else str(count)
