"""A scenario as numbered cards to cut out, like a gamebook: a class plays it on paper, and comes the same ways.

Facts are letters that the players circle; what depends on them says so. Numbers are mixed, so that the card beside one
tells nothing of what follows. A hard scene is announced on a card of its own, with its summary on another. How cards
are drawn is left to `game.paper`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from game.engine.debrief import fill
from game.engine.model import HERE, ME, Choice, Condition, Ending, Scenario, Scene, Ways
from game.engine.order import fnv1a, on_screen
from game.engine.reference import Reference
from game.telling.deck import Answer, CardPart, Deck, Letters, Line, PlayingCard
from game.telling.help_card import help_card
from game.telling.help_now import content_note
from game.telling.language import _
from game.telling.page import Bullets, Heading, Span, plain
from game.telling.sheet import Sheet, SheetBlock
from game.telling.story_map import numbered, scene_names, ways_of

_SEED = 0
_SALTS = 60
"""How many mixes of the numbers are tried; the one with the fewest neighbours that lead to each other is taken."""

Key = tuple[str, CardPart]


def cards_title(scenario: Scenario) -> str:
    """The name of the whole document."""
    return _("On paper: {title}").format(title=scenario.title)


def paper_version(scenario: Scenario, reference: Reference) -> tuple[Sheet, ...]:
    """The sheets to print: how to play, the letters, the cards, the help card, and what the teacher keeps."""
    made = _Maker(scenario, reference)
    return (
        Sheet("how", _("How to play with cards"), tuple(_how(scenario, made))),
        Sheet("cards", _("The cards"), (Deck(made.cards()),), apart=True),
        help_card(reference),
        Sheet("teacher", _("For the teacher"), tuple(_for_teacher(scenario, reference, made)), apart=True),
    )


def deck(scenario: Scenario, reference: Reference) -> Deck:
    """The cards alone."""
    return Deck(_Maker(scenario, reference).cards())


class _Maker:
    def __init__(self, scenario: Scenario, reference: Reference) -> None:
        self.scenario = scenario
        self.reference = reference
        self.numbers = _mixed(scenario)
        self.letters = dict(zip(_read(scenario), _names(), strict=False))
        self.stops = [scene.id for scene in scenario.scenes if scene.stop]

    def cards(self) -> tuple[PlayingCard, ...]:
        """All cards, by number."""
        made = [card for scene in self.scenario.scenes for card in self._scene(scene)]
        made += [self._ending(ending) for ending in self.scenario.endings]
        return tuple(sorted(made, key=lambda card: card.number))

    def number(self, part: str) -> int:
        """The card by which a scene or an ending is entered."""
        return next(self.numbers[part, kind] for kind in _FIRST if (part, kind) in self.numbers)

    def when(self, condition: Condition) -> str:
        """A condition in letters, "" where it always holds."""
        needs = "\u00a0+\u00a0".join(self.letters[fact] for fact in condition.needs)
        bars = ", ".join(self.letters[fact] for fact in condition.bars)
        if needs and bars:
            return _("With {letters}, without {others}").format(letters=needs, others=bars)
        if needs:
            return _("With {letters}").format(letters=needs)
        return _("Without {others}").format(others=bars) if bars else ""

    def _scene(self, scene: Scene) -> Iterator[PlayingCard]:
        stop = self.stops.index(scene.id) + 1 if scene.stop else 0
        if scene.skip is None:
            yield self._played(scene, "scene", tuple(self._lines(scene)), stop)
            return
        name = self.scenario.person[ME].name
        yield PlayingCard(
            self.numbers[scene.id, "announced"],
            "announced",
            (
                Line(
                    "",
                    False,
                    _("The next part is hard: someone puts {name} under pressure. You choose how to read it.").format(
                        name=name
                    ),
                ),
            ),
            answers=(
                Answer(_("Read it"), (_goes(self.numbers[scene.id, "read"]),)),
                Answer(_("Read a short summary instead"), (_goes(self.numbers[scene.id, "summary"]),)),
                Answer(_("Get help"), (_("the help card, at any time"),)),
            ),
        )
        yield self._played(scene, "read", tuple(self._lines(scene)), stop)
        yield self._played(scene, "summary", (Line("", False, fill(scene.skip, self.reference)),), stop)

    def _played(self, scene: Scene, part: CardPart, lines: tuple[Line, ...], stop: int) -> PlayingCard:
        offered = on_screen(scene, _SEED)
        # Several choices that lead the same way say so once, under all of them. Else the scene's own way is only told
        # where a play can come to it: nothing on offer, or nothing left of it.
        together = sum(not choice.ways for choice in offered) > 1
        runs_out = all(not choice.when.free for choice in offered) or any(
            way.to == HERE for choice in offered for way in ways_of(scene, choice)
        )
        asks = (
            _("Before you go on, say it or write it down for yourself:"),
            _(
                "Does somebody here mean harm, is there nothing to fear, or do you not know?"
                " How sure are you, from 1 to 3?"
            ),
        )
        return PlayingCard(
            self.numbers[scene.id, part],
            part,
            lines,
            asks=asks if scene.verdict and part != "summary" else (),
            stop=stop,
            answers=tuple(self._answer(scene, choice, together) for choice in offered),
            goes=self._ways(scene.ways) if together or (runs_out and scene.ways) else (),
        )

    def _lines(self, scene: Scene) -> Iterator[Line]:
        for message in scene.messages:
            words = fill(message.text, self.reference)
            person = self.scenario.person[message.speaker] if message.speaker else None
            shown = _("hidden message: {caption}").format(caption=words) if message.masked else words
            yield Line(person.name if person else "", message.speaker == ME, shown, self.when(message.when))

    def _answer(self, scene: Scene, choice: Choice, together: bool) -> Answer:
        words = fill(choice.text, self.reference)
        circled = [self.letters[fact] for fact in choice.sets if fact in self.letters]
        return Answer(
            _("“{words}”").format(words=words) if choice.says else words,
            () if together and not choice.ways else self._ways(ways_of(scene, choice)),
            self.when(choice.when),
            _("Circle {letters}.").format(letters=", ".join(circled)) if circled else "",
        )

    def _ways(self, ways: Ways) -> tuple[str, ...]:
        told: list[str] = []
        for way in ways:
            there = _("stay on this card, choose something else") if way.to == HERE else _goes(self.number(way.to))
            if way.when.free:
                told.append(_("otherwise: {there}").format(there=there) if told else there)
                break  # nothing after it is ever taken
            told.append(_("{when}: {there}").format(when=self.when(way.when), there=there))
        return tuple(told)

    def _ending(self, ending: Ending) -> PlayingCard:
        said = (Line("", False, fill(one.text, self.reference), self.when(one.when)) for one in ending.debrief)
        return PlayingCard(
            self.numbers[ending.id, "ending"], "ending", tuple(said), title=fill(ending.title, self.reference)
        )


_FIRST: tuple[CardPart, ...] = ("scene", "announced", "ending")


def _goes(number: int) -> str:
    return f"→\u00a0{number}"


def _read(scenario: Scenario) -> list[str]:
    """The facts that something depends on, in the order of the file."""
    asked: set[str] = set()

    def note(whens: Iterable[Condition]) -> None:
        for when in whens:
            asked.update(when.needs, when.bars)

    for scene in scenario.scenes:
        note(message.when for message in scene.messages)
        note(choice.when for choice in scene.choices)
        note(way.when for ways in (scene.ways, *(choice.ways for choice in scene.choices)) for way in ways)
    for ending in scenario.endings:
        note(said.when for said in ending.debrief)
    return [fact.id for fact in scenario.facts if fact.id in asked]


def _names() -> Iterator[str]:
    """A to Z, then AA to ZZ and so on: one letter is quicker to find than a number, and is no card's."""
    times = 1
    while True:
        yield from (letter * times for letter in ascii_uppercase)
        times += 1


def _mixed(scenario: Scenario) -> dict[Key, int]:
    """The number of each card: 1 opens the story, and as few as can be lead to the card before or after them."""
    keys: list[Key] = []
    for scene in scenario.scenes:
        parts: tuple[CardPart, ...] = ("scene",) if scene.skip is None else ("announced", "read", "summary")
        keys += [(scene.id, part) for part in parts]
    keys += [(ending.id, "ending") for ending in scenario.endings]
    roads = list(_roads(scenario))
    best: dict[Key, int] = {}
    least = len(roads) + 1
    for salt in range(_SALTS):
        mixed = sorted(keys[1:], key=lambda key: fnv1a(f"{salt}/{key[0]}/{key[1]}/"))
        numbers = {key: number for number, key in enumerate((keys[0], *mixed), 1)}
        near = sum(abs(numbers[a] - numbers[b]) == 1 for a, b in roads)
        if near < least:
            best, least = numbers, near
    return best


def _roads(scenario: Scenario) -> Iterator[tuple[Key, Key]]:
    """From which card one comes to which."""
    enters: dict[str, Key] = {ending.id: (ending.id, "ending") for ending in scenario.endings}
    enters |= {scene.id: (scene.id, "scene" if scene.skip is None else "announced") for scene in scenario.scenes}
    for scene in scenario.scenes:
        leaves: tuple[Key, ...] = ((scene.id, "scene"),)
        if scene.skip is not None:
            leaves = ((scene.id, "read"), (scene.id, "summary"))
            yield from ((enters[scene.id], there) for there in leaves)
        ways = [way for some in (scene.ways, *(choice.ways for choice in scene.choices)) for way in some]
        yield from ((here, enters[way.to]) for way in ways if way.to != HERE for here in leaves)


def _how(scenario: Scenario, made: _Maker) -> Iterator[SheetBlock]:
    me = scenario.person[ME]
    yield plain(scenario.summary, "lead")
    yield content_note().blocks[0]
    who = _("Together, you play {name}. Everything is made up.")
    if me.profile:
        who = _("Together, you play {name}: {profile}. Everything is made up.")
    yield plain(who.format(name=me.name, profile=me.profile.rstrip(".")))
    steps = (
        _("Print on one side of the paper only."),
        _("Cut the cards out along the lines, and put them in the order of their numbers."),
        _("Begin with card 1. One of you reads it aloud, or each reads it alone."),
        _("Choose together what to say or do, and go to the card whose number stands after the arrow."),
        _("A choice without an arrow of its own goes where “Then” leads, at the foot of the card."),
        _("“Circle B”: circle that letter below, in pencil. Rub them all out before another play."),
        _("“With A + B”: only if both are circled. “Without C, D”: only if neither is. Otherwise, skip it."),
        _("Where several arrows stand below each other, follow the first one that fits."),
        _("A card that says “stop”: wait for the whole class."),
        _("Everybody can stop at any time. The help card stays on the table."),
    )
    yield Bullets(tuple((Span(step),) for step in steps), tuple(str(number) for number in range(1, len(steps) + 1)))
    if made.letters:
        yield Heading(_("The letters to circle"))
        yield Letters(tuple(made.letters.values()))


def _for_teacher(scenario: Scenario, reference: Reference, made: _Maker) -> Iterator[SheetBlock]:
    yield plain(_("Keep this sheet: it tells how the story goes. The guide has the rest."), "lead")
    names, guide = scene_names(scenario, reference), numbered(scenario)
    stops = [scene for scene in scenario.scenes if scene.stop]
    if stops:
        yield Heading(_("The stops"))
        rows = []
        for scene in stops:
            called = _("card {number} ({name})") if scene.skip is None else _("card {number} or {summary} ({name})")
            called = called.format(
                number=made.numbers[scene.id, "scene" if scene.skip is None else "read"],
                summary=made.numbers.get((scene.id, "summary")),
                name=names[scene.id],
            )
            rows.append((Span(called, strong=True), Span(f" {scene.stop}")))
        yield Bullets(tuple(rows), tuple(str(number) for number in range(1, len(rows) + 1)))
    yield Heading(_("Which scene of the guide is on which card"))
    yield plain(
        " · ".join(
            _("{name} ({guide}): {card}").format(
                name=names[scene.id], guide=guide[scene.id], card=made.number(scene.id)
            )
            for scene in scenario.scenes
        )
    )
    yield plain(
        " · ".join(
            _("{name} ({guide}): {card}").format(
                name=fill(ending.title, reference), guide=guide[ending.id], card=made.number(ending.id)
            )
            for ending in scenario.endings
        )
    )
    if made.letters:
        yield Heading(_("What the letters stand for"))
        labels = {fact.id: fact.label for fact in scenario.facts}
        yield plain(" · ".join(f"{letter}\u00a0: {labels[fact]}" for fact, letter in made.letters.items()))
