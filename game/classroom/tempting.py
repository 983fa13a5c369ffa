"""After a class chose well: the other choice that tempted it most, whose way is worth a look (“What if…?”).

What that way brings is worked out by `engine.other_ways`, and told by `telling.what_if`.
"""

from __future__ import annotations

from game.classroom.vote import Vote
from game.engine.model import Choice
from game.engine.reference import Reference


def took_a_step(choice: Choice) -> bool:
    """Whether a choice takes an official response step and goes against none."""
    return bool(choice.steps) and not choice.against


def most_tempting(others: tuple[Choice, ...], vote: Vote, reference: Reference) -> str | None:
    """The id of the most tempting of the `others`, which were on offer beside the one played; None if there is none.

    A choice that only takes a step is no temptation; one that takes a step and goes against another is none as long as
    there is one that takes no step at all. Of the rest, it is the one with most votes; where several have as many, or
    nothing was counted, one that gives in, then one that goes against a step, then the first on the screen.
    """

    def pull(choice: Choice) -> tuple[bool, int, bool, bool]:
        counted = vote.weight(choice.id) if choice.id in vote.choices else 0
        return not choice.steps, counted, reference.gives_in(choice.against), bool(choice.against)

    # `max` keeps the first of equals.
    tempting = max((one for one in others if not took_a_step(one)), key=pull, default=None)
    return None if tempting is None else tempting.id
