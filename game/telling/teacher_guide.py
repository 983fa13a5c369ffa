"""The whole guide of a story for a teacher, as sheets to print: to prepare, the card, the map, the steps, the law.

`for_class` is its short form, for the window and the terminal. How sheets are laid out is left to `game.paper`. Which
day it is, is told by who asks: what was checked too long ago says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from game.engine.model import Scenario
from game.engine.reference import Helpline, Reference, Source, Sourced
from game.telling.class_running import how_a_class_plays, in_ten_minutes
from game.telling.country import untold_line
from game.telling.debrief_pages import law_card
from game.telling.disclosure import disclosure
from game.telling.for_class import after, before, goal, lesson, reviews, set_elsewhere, stops
from game.telling.help_now import helpline_card
from game.telling.language import _
from game.telling.page import Block, Card, Heading, plain
from game.telling.scene_tables import scene_tables
from game.telling.sheet import Sheet, SheetBlock, SourceList
from game.telling.sourced import doubt, long_date, to_check
from game.telling.step_cards import step_cards
from game.telling.story_map import story_map


def teacher_guide(scenario: Scenario, reference: Reference, today: date) -> tuple[Sheet, ...]:
    """The sheets, in the language spoken now; the author's own texts are in the story's."""
    return tuple(_Guide(scenario, reference, today).sheets())


def guide_title(scenario: Scenario) -> str:
    """The name of the whole guide."""
    return _("Teacher’s guide: {title}").format(title=scenario.title)


class _Guide:
    def __init__(self, scenario: Scenario, reference: Reference, today: date) -> None:
        self.scenario = scenario
        self.reference = reference
        self.today = today
        self.sources: dict[Source, int] = {}

    def sheets(self) -> Iterator[Sheet]:
        scenario, reference = self.scenario, self.reference
        yield Sheet("prepare", _("To prepare the class"), tuple(self._prepare()))
        yield disclosure(reference, self._marks)
        found = story_map(scenario, reference)
        yield Sheet("map", found.title, (found,), apart=True)
        yield scene_tables(scenario, reference)
        yield Sheet("steps", _("The response steps in this story"), tuple(self._steps()))
        yield Sheet("law", _("What the law says"), tuple(self._law()))
        yield Sheet("helplines", _("Who can help"), tuple(self._helplines()))
        yield Sheet("sources", _("Sources"), tuple(self._sources()))

    def _prepare(self) -> Iterator[Block]:
        scenario = self.scenario
        # How many pages these are on A4 is tested in a browser, with the story that ships.
        yield plain(_("For the class, print pages 1 to 4: to prepare, the card and the map."), "lead")
        yield from set_elsewhere(scenario, self.reference)
        yield from reviews(scenario)
        yield from goal(scenario)
        yield from in_ten_minutes()
        yield from before(scenario)
        yield from how_a_class_plays()
        yield from stops(scenario, self.reference)
        yield from after(scenario)
        yield from lesson(scenario)

    def _steps(self) -> Iterator[Block]:
        met = _steps_of(scenario=self.scenario)
        known = [step for step in self.reference.steps if step.id in met]
        if not known:
            yield plain(_("No step is called for in this story."), "lead")
            return
        yield plain(_("What this story offers to do, in the words the pupils read."), "lead")
        small = {step.id: self._marks(step.sourced) for step in known}
        yield from step_cards(self.reference, {}, met, small)

    def _law(self) -> Iterator[Block]:
        topics = {topic for ending in self.scenario.endings for topic in ending.law}
        if self.scenario.trap is not False:
            topics.update(topic.id for topic in self.reference.law if topic.always)
            topics.update(topic.id for topic in self.reference.untold if topic.always)
        untold = [topic.short for topic in self.reference.untold if topic.id in topics]
        if untold:
            yield plain(untold_line(self.reference, untold), "note")
        shown = [topic for topic in self.reference.law if topic.id in topics]
        if not shown:
            if not untold:
                yield plain(_("No law is at stake in this story."), "lead")
            return
        yield plain(_("What a person who blackmails risks. The law protects the pupil."), "lead")
        yield plain(_("Only a prosecutor or a judge decides which text applies."), "note")
        for topic in sorted(shown, key=lambda topic: not topic.closest):
            card = law_card(topic, self.reference.own_document)
            yield Card(card.kind, card.title, card.lines, f"{card.small} {self._marks(topic.sourced)}")

    def _helplines(self) -> Iterator[Block]:
        yield plain(_("First those that the pupils see, in the words they read."), "lead")
        for helpline in self.reference.helplines:
            if helpline.for_players:
                yield self._helpline(helpline)
        others = [helpline for helpline in self.reference.helplines if not helpline.for_players]
        if others:
            yield Heading(_("For adults only"))
            yield from map(self._helpline, others)

    def _helpline(self, helpline: Helpline) -> Card:
        card = helpline_card(helpline, whole=True)
        return Card(card.kind, card.title, card.lines, self._marks(helpline.sourced))

    def _sources(self) -> Iterator[SheetBlock]:
        yield plain(_("The numbers are those given on the cards."), "lead")
        yield plain(_("No child protection professional has reviewed these texts yet."), "note")
        yield SourceList(tuple(self.sources))
        yield plain(_("This guide was made on {date}.").format(date=long_date(self.today.isoformat())), "small")

    def _marks(self, sourced: Sourced) -> str:
        """Where and when an entry was read, and whether that is to be confirmed or looked up again."""
        numbers = [self.sources.setdefault(source, len(self.sources) + 1) for source in sourced.sources]
        told = _("Sources: {numbers}. Checked on {date}.").format(
            numbers=", ".join(map(str, numbers)), date=long_date(sourced.checked)
        )
        return " ".join(part for part in (told, doubt(sourced), to_check(sourced, self.today)) if part)


def _steps_of(scenario: Scenario) -> set[str]:
    """The steps that some choice of the story takes or goes against."""
    return set(_each(choice.steps + choice.against for scene in scenario.scenes for choice in scene.choices))


def _each(lists: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for some in lists:
        yield from some
