"""A proof in words: how much was walked, what holds on every path, how to come to each ending.

What was proved is the engine's, the sentence of a problem `problem_words`'. How the page is shown is left to the faces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.engine.problems import some
from game.engine.proof.certificate import Certificate, Reached
from game.engine.proof.lengths import Length
from game.engine.proof.prove import Proof
from game.telling.figures import figure
from game.telling.language import _, ngettext
from game.telling.page import Block, Bullets, Heading, Page, Span, plain
from game.telling.problem_words import sentence

_STUCK = ("no-way-on", "endless-loop", "ending-out-of-reach")
_HARSH = ("too-much-threat", "threat-without-relief")
_ASKED_AMISS = ("verdict-twice", "verdict-after-threat")
_FAILURES = {
    *_STUCK,
    "full-marks-impossible",
    "threat-without-help",
    "ending-without-help",
    *_HARSH,
    *_ASKED_AMISS,
}
"""The kinds of problem that stand in the way of one of the claims."""


def certificate_page(proof: Proof) -> Page:
    """What `proof` shows, for its author, in the language spoken now."""
    return Page(
        "certificate", _("What was proved of “{title}”").format(title=proof.scenario.title), tuple(_blocks(proof))
    )


def _blocks(proof: Proof) -> Iterator[Block]:
    found = proof.certificate
    yield plain(_tried(found))
    held = list(_held(proof))
    if held:
        yield Heading(_("What holds on every path"))
        yield _list(held)
    failed = list(_failed(proof))
    if failed:
        yield Heading(_("What does not hold"))
        yield _list(failed)
    yield Heading(_("How long a play is"))
    yield _list(_lengths(found))
    yield Heading(_("The shortest way to each ending"))
    yield _list(_endings(proof))
    yield plain(_("To read one of these plays, type its way after “vigichat transcript my-story.yaml --route”."))
    missed = list(_missed(found))
    if missed:
        yield Heading(_("What no path comes to") if found.complete else _("What was not found, and may still be there"))
        yield _list(missed)


def _list(sentences: Iterable[str]) -> Bullets:
    return Bullets(tuple((Span(sentence),) for sentence in sentences))


def _tried(found: Certificate) -> str:
    tried = ngettext("{number} situation was tried.", "{number} situations were tried.", found.states)
    if found.complete:
        what = _("Every path was followed: a situation is a scene, with all that happened before and still matters.")
    else:
        what = _(
            "The story has more than can be followed. Nothing is claimed of what was not found: it may still be there."
        )
    return f"{tried.format(number=figure(found.states))} {what}"


def _held(proof: Proof) -> Iterator[str]:
    """What was proved; what the story has no threat, no giving in or no step for is not claimed."""
    if not proof.complete:
        return
    told = {problem.name for problem in proof.problems}
    rooms = proof.ready.rooms
    threats = sum(mark[0] for room in rooms for mark in room.marks)
    if told.isdisjoint(_STUCK):
        yield _("From everywhere, the story can still come to an ending.")
        if any(room.steps or room.gives for room in rooms) and "full-marks-impossible" not in told:
            yield _("On some path, every moment can be handled well.")
    if threats and "threat-without-help" not in told:
        yield _("From the first threat on, whoever has to choose can choose help.")
    if any(room.gives for room in rooms) and "ending-without-help" not in told:
        yield _("Nobody who gave in ends without help, except where the ending says so with “open: true”.")
    if threats > 1 and told.isdisjoint(_HARSH):
        yield _("No scene shows more than two threats, and there is a moment to breathe from one scene to the next.")
    if any(room.verdict for room in rooms) and told.isdisjoint(_ASKED_AMISS):
        yield _("The verdict is asked once at most, and before the first threat.")


def _failed(proof: Proof) -> Iterator[str]:
    """What would be claimed, were it not for a problem: that one, and where it is."""
    for problem in proof.problems:
        if problem.name in _FAILURES:
            yield _("Line {line}: {fault}").format(line=problem.place.line, fault=sentence(problem))


def _lengths(found: Certificate) -> Iterator[str]:
    if found.loop:
        yield _("One can come back as often as one likes to: {scenes}.").format(scenes=some(found.loop))
    elif found.paths is not None:
        plays = ngettext("There is {number} play.", "There are {number} different plays.", found.paths)
        yield plays.format(number=figure(found.paths))
    if found.choices is not None:
        yield _length(
            _("Choices in a play: {number}."),
            _("Choices in a play: {shortest} to {longest}."),
            _("Choices in a play: {shortest} or more."),
            found.choices,
        )
    if found.messages is not None:
        yield _length(
            _("Messages in a play: {number}."),
            _("Messages in a play: {shortest} to {longest}."),
            _("Messages in a play: {shortest} or more."),
            found.messages,
        )
    elif found.complete:
        yield _("Messages in a play: not counted, since too many situations differ in them.")
    else:
        yield _("Not known.")


def _length(always: str, bounded: str, unbounded: str, found: Length) -> str:
    if found.longest == found.shortest:
        return always.format(number=found.shortest)
    told = (unbounded if found.longest is None else bounded).format(shortest=found.shortest, longest=found.longest)
    if found.expected is None:
        return told
    average = _("On average {expected}, when one chooses by chance.").format(expected=round(found.expected))
    return f"{told} {average}"


def _endings(proof: Proof) -> Iterator[str]:
    for one in proof.certificate.endings:
        if one.route is not None:
            title = proof.scenario.ending[one.id].title
            yield _("{ending}: {route}").format(ending=f"{one.id} ({title})", route=",".join(one.route) or "–")


def _missed(found: Certificate) -> Iterator[str]:
    for what, names in (
        (_("Scenes: {names}"), _without_route(found.scenes)),
        (_("Choices: {names}"), _without_route(found.choices_taken)),
        (_("Endings: {names}"), _without_route(found.endings)),
        (_("Signs: {names}"), list(found.missed_signs)),
        (_("Steps: {names}"), list(found.missed_steps)),
    ):
        if names:
            yield what.format(names=some(names))


def _without_route(some: Iterable[Reached]) -> list[str]:
    return [f"{one.scene}/{one.id}" if one.scene else one.id for one in some if one.route is None]
