"""What is said after a play, as ids and text segments: what happened, what was done well, what to remember, who helps.

Making sentences and pages of it is left to the faces. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.events import Chosen, EndingReached, Log
from game.engine.model import HELPLINE, HELPLINE_NAME, Choice, Scenario
from game.engine.reference import Reference
from game.engine.score import Score, gives_in, score
from game.engine.session import effective, fold


@dataclass(frozen=True, slots=True)
class Praise:
    """The one thing done well: a choice (its words and the reason), or a message marked in time (`choice` is "")."""

    scene: str
    choice: str
    at: int


@dataclass(frozen=True, slots=True)
class StepDone:
    """An official step beside this play: whether it was taken, and whether it was offered at all."""

    step: str
    taken: bool
    possible: bool


@dataclass(frozen=True, slots=True)
class Debrief:
    """`ending` is "" for a play that was left early. `help_first`: the help card opens the debrief.

    `said` are the author's lines that hold for this play, placeholders filled in; `remember` is a step's id;
    `law` and `helplines` are ids of the reference, in order of display; `untold` those of the law topics that belong
    here and of which the country has no checked text.
    """

    ending: str
    title: str
    help_first: bool
    said: tuple[str, ...]
    praise: Praise | None
    remember: str
    steps: tuple[StepDone, ...]
    law: tuple[str, ...]
    untold: tuple[str, ...]
    helplines: tuple[str, ...]
    score: Score


def debrief(scenario: Scenario, reference: Reference, log: Log) -> Debrief:
    """The debrief of a play, finished or not."""
    result = score(scenario, reference, log)
    facts = fold(log).facts
    events = effective(log)
    reached = next((event.ending for _, event in reversed(events) if isinstance(event, EndingReached)), "")
    ending = scenario.ending.get(reached)
    said = () if ending is None else tuple(line.text for line in ending.debrief if line.when.holds(facts))
    taken = dict.fromkeys(step for moment in result.moments for step in moment.steps)
    possible = {step for moment in result.moments for step in (*moment.steps, *moment.possible)}
    resisted = _resisted(scenario, reference, result)
    steps = tuple(
        StepDone(step.id, step.id in taken or (step.giving_in and resisted), step.id in possible)
        for step in reference.steps
    )
    topics = () if ending is None else ending.law
    return Debrief(
        ending=reached,
        title="" if ending is None else ending.title,
        help_first=result.giving_in == "given-in" or (ending is not None and ending.open),
        said=tuple(fill(line, reference) for line in said),
        praise=_praise(scenario, reference, log, result),
        remember=_remember(reference, steps, result),
        steps=steps,
        law=_law(scenario, reference, topics),
        untold=_untold(scenario, reference, topics),
        helplines=tuple(one.id for one in reference.helplines if one.for_players),
        score=result,
    )


def fill(text: str, reference: Reference) -> str:
    """`text` with `{helpline}` and `{helpline-name}` replaced by the country's first helpline; other braces stay."""
    first = reference.helplines[0]
    return text.replace(HELPLINE_NAME, first.name).replace(HELPLINE, first.typed)


def _resisted(scenario: Scenario, reference: Reference, result: Score) -> bool:
    """Whether not giving in was done without a choice that says so: by whoever gave in nowhere, followed a step, and
    met a choice that gives in, or that says not to."""
    met = (choice for moment in result.moments for choice in scenario.scene[moment.scene].choices)
    asked = any(
        gives_in(choice, reference)
        or any(reference.step[step].giving_in for step in choice.steps if step in reference.step)
        for choice in met
    )
    return asked and result.giving_in == "never" and any(moment.outcome == "followed" for moment in result.moments)


def _praise(scenario: Scenario, reference: Reference, log: Log, result: Score) -> Praise | None:
    """The best thing done: a help step, else any step, else the first message marked in time."""

    def rank(choice: Choice) -> int:
        if gives_in(choice, reference) or not choice.steps:
            return 0
        return 2 if any(reference.step[step].help for step in choice.steps if step in reference.step) else 1

    best: tuple[int, Praise | None] = (0, None)
    for at, event in effective(log):
        if isinstance(event, Chosen):
            choice = scenario.scene[event.scene].choice(event.choice)
            if rank(choice) > best[0]:
                best = (rank(choice), Praise(event.scene, event.choice, at))
    if best[1] is not None:
        return best[1]
    marked = next((sign for sign in result.signs if sign.seen == "in-time"), None)
    return None if marked is None else Praise(marked.scene, "", marked.at)


def _remember(reference: Reference, steps: tuple[StepDone, ...], result: Score) -> str:
    """The step to keep in mind: help for who gave in; else what was possible and missed, help first; else help.

    Of the help steps, those that the source document does not number come first: a person before a procedure.
    Who gave in and recovered is not told to never give in.
    """
    helps = [step.id for step in sorted(reference.steps, key=lambda step: step.number != "") if step.help]
    if result.giving_in == "given-in":
        return helps[0]
    missed = [
        one.step
        for one in steps
        if one.possible and not one.taken and not (reference.step[one.step].giving_in and result.giving_in != "never")
    ]
    return next((step for step in helps if step in missed), missed[0] if missed else helps[0])


def _law(scenario: Scenario, reference: Reference, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The ending's topics; in a trap, always those that the source names and the closest one, which comes first."""
    always = [topic.id for topic in reference.law if topic.always] if scenario.trap is not False else []
    wanted = {*always, *topics}
    closest = [topic.id for topic in reference.law if topic.closest and topic.id in wanted]
    others = [topic.id for topic in reference.law if topic.id in wanted and topic.id not in closest]
    return (*closest, *(one for one in others if one in always), *(one for one in others if one not in always))


def _untold(scenario: Scenario, reference: Reference, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The ending's topics of which nothing can be told; in a trap also those that are missed in every one."""
    trap = scenario.trap is not False
    return tuple(one.id for one in reference.untold if one.id in topics or (trap and one.always))
