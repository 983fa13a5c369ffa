"""From a scenario back to the text of a file, in house style.

`read(write(scenario))` is the same scenario. Editing a teacher's file without touching its other bytes is left to
whoever edits: this writes a whole new text.
"""

from __future__ import annotations

from game.engine import chat
from game.engine.model import FORMAT, Choice, Condition, Ending, Person, Review, Scenario, Scene, Ways
from game.engine.quoting import quoted


def write(scenario: Scenario) -> str:
    """The YAML text of `scenario`, ending in a newline."""
    lines = [
        f"format: {FORMAT}",
        f"title: {quoted(scenario.title)}",
        f"summary: {quoted(scenario.summary)}",
        f"locale: {scenario.locale}",
    ]
    if scenario.trap is not None:
        lines.append(f"trap: {_truth(scenario.trap)}")
    if scenario.tutorial:
        lines.append("tutorial: true")
    about = [
        f"{key}: {value}" for key, value in (("relation", scenario.relation), ("demand", scenario.demand)) if value
    ]
    if about:
        lines.append(f"about: {{{', '.join(about)}}}")
    if scenario.minutes is not None:
        lines.append(f"minutes: {scenario.minutes}")
    lines += _teacher(scenario)
    if scenario.reviewed:
        lines += ["reviewed:", *(f"  - {review_entry(review)}" for review in scenario.reviewed)]
    lines.append("cast:")
    for person in scenario.cast:
        lines.append(f"  {person.id}: {{{', '.join(_person(person))}}}")
    if scenario.facts:
        lines += ["facts:", *(f"  {fact.id}: {quoted(fact.label)}" for fact in scenario.facts)]
    lines.append("scenes:")
    for scene in scenario.scenes:
        lines += ["", *_scene(scene)]
    lines += ["", "endings:"]
    for ending in scenario.endings:
        lines += ["", *_ending(ending)]
    return "\n".join(lines) + "\n"


def review_entry(review: Review) -> str:
    """`review` as an item of the list `reviewed`, without the dash before it."""
    return f"{{by: {quoted(review.by)}, as: {quoted(review.as_what)}, on: {review.on}, of: {quoted(review.of)}}}"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _teacher(scenario: Scenario) -> list[str]:
    teacher = scenario.teacher
    lines = []
    if teacher.goal:
        lines.append(f"  goal: {quoted(teacher.goal)}")
    if teacher.before:
        lines.append(f"  before: {quoted(teacher.before)}")
    for key, listed in (("ask", teacher.ask), ("lesson", teacher.lesson)):
        if listed:
            lines += [f"  {key}:", *(f"    - {quoted(text)}" for text in listed)]
    return ["teacher:", *lines] if lines else []


def _person(person: Person) -> list[str]:
    parts = [f"name: {quoted(person.name)}"]
    if person.role != "me":
        parts.append(f"role: {person.role}")
    if person.profile:
        parts.append(f"profile: {quoted(person.profile)}")
    return [*parts, f"avatar: {person.avatar}"] if person.avatar else parts


def _scene(scene: Scene) -> list[str]:
    lines = [f"  {scene.id}:"]
    if scene.title:
        lines.append(f"    title: {quoted(scene.title)}")
    if scene.stop is not None:
        lines.append(f"    stop: {quoted(scene.stop)}")
    if scene.skip is not None:
        lines.append(f"    skip: {quoted(scene.skip)}")
    lines += [f"    {key}: true" for key, on in (("verdict", scene.verdict), ("keep_order", scene.keep_order)) if on]
    if scene.messages:
        lines.append("    chat: |")
        lines += [f"      {line}" for message in scene.messages for line in chat.write(message)]
    if scene.choices:
        lines.append("    choices:")
        for choice in scene.choices:
            first, *more = _choice(choice)
            lines += [f"      - {first}", *(f"        {line}" for line in more)]
    return [*lines, *(f"    {line}" for line in _ways(scene.ways))]


def _choice(choice: Choice) -> list[str]:
    lines = [
        f"id: {_id(choice.id)}",
        f"{'reply' if choice.says else 'do'}: {quoted(choice.text)}",
        f"because: {quoted(choice.because)}",
    ]
    for key, names in (("steps", choice.steps), ("against", choice.against), ("sets", choice.sets)):
        if names:
            lines.append(f"{key}: {_names(names)}")
    lines += _condition(choice.when)
    return lines + _ways(choice.ways)


def _id(name: str) -> str:
    return quoted(name) if name == "-" else name  # the one id that YAML would take for a list


def _names(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _condition(when: Condition) -> list[str]:
    return [f"{key}: {_names(names)}" for key, names in (("if", when.needs), ("unless", when.bars)) if names]


def _ways(ways: Ways) -> list[str]:
    if not ways:
        return []
    if len(ways) == 1 and ways[0].when == Condition():
        return [f"go_to: {_id(ways[0].to)}"]
    entries = [", ".join([f"to: {_id(way.to)}", *_condition(way.when)]) for way in ways]
    return ["go_to:", *(f"  - {{{entry}}}" for entry in entries)]


def _ending(ending: Ending) -> list[str]:
    lines = [f"  {ending.id}:", f"    title: {quoted(ending.title)}"]
    if ending.open:
        lines.append("    open: true")
    lines.append("    debrief:")
    for said in ending.debrief:
        condition = _condition(said.when)
        text = f"{{{', '.join([f'text: {quoted(said.text)}', *condition])}}}" if condition else quoted(said.text)
        lines.append(f"      - {text}")
    return [*lines, f"    law: [{', '.join(ending.law)}]"] if ending.law else lines
