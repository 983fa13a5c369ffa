"""Scene by scene: the map of a story in words, with why each choice is there, its steps and where it leads.

The order is the file's, the letters are the map's. The questions of the stops stand in full in `for_class`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.debrief import fill
from game.engine.model import ALWAYS, HERE, Choice, Condition, Scenario, Scene, Ways
from game.engine.reference import Reference
from game.telling.language import _
from game.telling.page import Bullets, Heading, Span, plain
from game.telling.sheet import Cell, Line, Sheet, SheetBlock, Table
from game.telling.story_map import lettered, numbered, scene_names, ways_of

_LONGEST = 120
"""Code points of a scene's first words that are shown."""


def scene_tables(scenario: Scenario, reference: Reference) -> Sheet:
    """The sheet “scenes”."""
    return Sheet("scenes", _("Scene by scene"), tuple(_Tables(scenario, reference).blocks()))


class _Tables:
    def __init__(self, scenario: Scenario, reference: Reference) -> None:
        self.scenario = scenario
        self.reference = reference
        self.numbers = numbered(scenario)
        self.names = scene_names(scenario, reference) | {
            ending.id: fill(ending.title, reference) for ending in scenario.endings
        }
        self.facts = {fact.id: fact.label for fact in scenario.facts}

    def blocks(self) -> Iterator[SheetBlock]:
        yield plain(_("All the choices, with what the pupils read about them at the end, and where they lead."), "lead")
        yield plain(
            _(
                "The letters are those on the screen. Where a choice is not on offer, those after it move up a letter."
                " A step is something to do that an official source advises."
            )
        )
        stop = 0
        for scene in self.scenario.scenes:
            stop += bool(scene.stop)
            yield Heading(self._called(scene.id))
            yield from self._about(scene, stop)
            if self._rows(scene):
                yield self._table(scene)
        yield Heading(_("The endings"))
        yield Bullets(tuple((Span(self._called(ending.id)),) for ending in self.scenario.endings))

    def _called(self, part: str) -> str:
        return _("{number}. {name}").format(number=self.numbers[part], name=self.names[part])

    def _about(self, scene: Scene, stop: int) -> Iterator[SheetBlock]:
        """How to know the scene on the screen, and what is particular about it."""
        opening = next((message for message in scene.messages if message.when == ALWAYS and not message.masked), None)
        if opening is not None:
            words = _shortened(" ".join(fill(opening.text, self.reference).split("\n")))
            yield plain(_("Begins with: “{words}”").format(words=words), "small")
        if scene.skip is not None:
            yield plain(
                _("A hard scene. Its summary: {summary}").format(summary=fill(scene.skip, self.reference)), "small"
            )
        if scene.verdict:
            yield plain(_("Here the game asks: a trap, or nothing to fear?"), "small")
        if scene.stop:
            told = _("Stop {number}: {question}").format(number=stop, question=scene.stop)
            yield plain(told, "note")

    def _table(self, scene: Scene) -> Table:
        return Table(
            self._called(scene.id),
            (_("Choice"), _("Why, and the step"), _("Leads to")),
            self._rows(scene),
        )

    def _rows(self, scene: Scene) -> tuple[tuple[Cell, ...], ...]:
        shared = [choice for choice in scene.choices if not choice.ways]
        # Where several choices lead on in the same many ways, these are told once, in a line of their own.
        once = len(shared) > 1 and len(scene.ways) > 1
        rows = [self._row(scene, letter, choice, once) for letter, choice in lettered(scene)]
        none = scene.ways and all(not choice.when.free for choice in scene.choices)
        if once or none:
            if not scene.choices:
                told = _("The story goes on.")
            elif not once:
                told = _("No choice on offer: the story goes on.")
            else:
                told = _("Then, also where no choice is on offer:") if none else _("Then:")
            rows.append((((Span(told),),), (), self._leads(scene.ways)))
        return tuple(rows)

    def _row(self, scene: Scene, letter: str, choice: Choice, once: bool) -> tuple[Cell, ...]:
        words = fill(choice.text, self.reference)
        said = _("“{words}”").format(words=words) if choice.says else words
        chosen: list[Line] = [(Span(f"{letter}\u00a0\u00a0", strong=True), Span(said))]
        if not choice.when.free:
            chosen.append((Span(_("Offered {when}.").format(when=self._when(choice.when))),))
        last = once and not choice.ways
        leads = ((Span(_("See the last line")),),) if last else self._leads(ways_of(scene, choice))
        return tuple(chosen), tuple(self._why(choice)), leads

    def _why(self, choice: Choice) -> Iterator[Line]:
        yield (Span(fill(choice.because, self.reference)),)
        steps, against = self._short(choice.steps), self._short(choice.against)
        if steps:
            yield (Span(_("Step: {steps}").format(steps=steps), strong=True),)
        if self.reference.gives_in(choice.against):
            yield (Span(_("Here the pressure works. It is still possible to stop right after."), strong=True),)
        elif against:
            yield (Span(_("The step would be: {steps}").format(steps=against), strong=True),)

    def _short(self, steps: tuple[str, ...]) -> str:
        return " · ".join(self.reference.step[step].short for step in steps if step in self.reference.step)

    def _leads(self, ways: Ways) -> Cell:
        """Where ways lead, each place once. What they ask for is said where it is one thing that the pupils know of."""
        asked: dict[str, list[Condition]] = {}
        for way in ways:
            asked.setdefault(way.to, []).append(way.when)
        lines: list[Line] = []
        for to, conditions in asked.items():
            place = self._place(to)
            if all(when.free for when in conditions):
                told = place if len(asked) == 1 else _("Otherwise: {place}").format(place=place)
            elif len(conditions) > 1 or len(conditions[0].needs + conditions[0].bars) > 1:
                told = _("{place}, after certain earlier choices").format(place=place)
            else:
                told = _("{place}, {when}").format(place=place, when=self._when(conditions[0]))
            lines.append((Span(told),))
        return tuple(lines)

    def _place(self, to: str) -> str:
        return _("The same choices, without this one") if to == HERE else self._called(to)

    def _when(self, when: Condition) -> str:
        """A condition by the words that the file has for its facts."""
        needs = " + ".join(_quoted(self.facts.get(fact, fact)) for fact in when.needs)
        bars = ", ".join(_quoted(self.facts.get(fact, fact)) for fact in when.bars)
        if needs and bars:
            return _("if {facts}, but not if {others}").format(facts=needs, others=bars)
        return _("if {facts}").format(facts=needs) if needs else _("unless {others}").format(others=bars)


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=words)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"
