"""What was met over several plays, in words: signs, steps, and what the player thought of the conversations.

It praises and lists; it does not count points. What was kept is left to `game.keeping.progress`, drawing to the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine.reference import Reference
from game.keeping.progress import FinishedPlay
from game.telling.language import _, ngettext
from game.telling.page import Block, Bullets, Heading, Page, Span, plain

ID = "progress"


def progress_page(plays: Sequence[FinishedPlay], reference: Reference) -> Page:
    """Everything that `plays` have met; the same page, without reproach, where there is nothing yet."""
    seen = {sign for play in plays for sign in play.seen}
    met = {sign for play in plays for sign in play.met} - seen
    steps = {step for play in plays for step in play.steps}
    sign_names = {one.id: one.short for one in reference.signs}
    step_names = {one.id: one.short for one in reference.steps}
    blocks: list[Block] = []
    if not plays:
        blocks.append(plain(_("What you come across in a story appears here once you have read it to the end.")))
    blocks += _listed(_("Signs you noticed in time"), sign_names, seen)
    blocks += _listed(_("Signs you came across"), sign_names, met)
    blocks += _listed(_("Steps you took"), step_names, steps)
    blocks += _thought(plays)
    rest = [name for one, name in (sign_names | step_names).items() if one not in seen | met | steps]
    if plays and rest:
        blocks.append(Heading(_("Not in your stories yet")))
        blocks.append(
            plain(_("There is no need to come across everything: each story shows only some of it."), "small")
        )
        blocks.append(Bullets(tuple((Span(name),) for name in rest)))
    return Page(ID, _("Your discoveries"), tuple(blocks))


def lit(plays: Sequence[FinishedPlay], reference: Reference) -> tuple[tuple[str, bool], ...]:
    """The small picture: every family of signs and then every step by its name, and whether it was met."""
    met = {reference.sign[sign].family for play in plays for sign in play.met if sign in reference.sign}
    steps = {step for play in plays for step in play.steps}
    return (
        *((family.short, family.id in met) for family in reference.families),
        *((step.short, step.id in steps) for step in reference.steps),
    )


def _listed(title: str, names: dict[str, str], ids: Iterable[str]) -> list[Block]:
    found = [name for one, name in names.items() if one in set(ids)]
    return [Heading(title), Bullets(tuple((Span(name),) for name in found))] if found else []


def _thought(plays: Sequence[FinishedPlay]) -> list[Block]:
    """What was answered to “is this a trap?”, in plain words."""
    given = [play for play in plays if play.answer]
    if not given:
        return []
    trap, calm = _count(given, "trap", True), _count(given, "nothing", True)
    hidden, wary, unsure = _count(given, "nothing", False), _count(given, "trap", False), _count(given, "unsure", None)
    told = (
        trap
        and ngettext("You saw that somebody meant harm.", "More than once, you saw that somebody meant harm.", trap),
        calm
        and ngettext(
            "You saw that there was nothing to fear.", "More than once, you saw that there was nothing to fear.", calm
        ),
        hidden
        and ngettext(
            "Once, a trap was well hidden. That is how traps are made.",
            "More than once, a trap was well hidden. That is how traps are made.",
            hidden,
        ),
        wary
        and ngettext(
            "Once, you were wary of somebody harmless. It was not silly: it is always good to ask.",
            "More than once, you were wary of somebody harmless. It was not silly: it is always good to ask.",
            wary,
        ),
        unsure
        and ngettext(
            "Once, you did not know. That is a good time to ask somebody.",
            "More than once, you did not know. That is a good time to ask somebody.",
            unsure,
        ),
    )
    items = tuple((Span(words),) for words in told if words)
    blocks: list[Block] = [Heading(_("What you thought of the conversations")), Bullets(items)]
    if any(play.sure == 3 and not play.right and play.answer != "unsure" for play in given):
        words = _("You can be very sure and still be mistaken. Asking somebody you trust helps more than being sure.")
        blocks.append(plain(words, "note"))
    return blocks


def _count(plays: Iterable[FinishedPlay], answer: str, right: bool | None) -> int:
    return sum(play.answer == answer and right in (None, play.right) for play in plays)
