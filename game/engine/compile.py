"""A scenario and a country's reference as one plain value, which a player in another language reads: the compiled form.

The form is documented field by field in docs/compiled.md, with a JSON Schema beside it, and has a version. What has its
usual value is left out, as they say: a story is read by phones. Translating comes before, making a file of it after.
"""

from __future__ import annotations

from typing import Any

from game.engine.model import Choice, Condition, Message, Scenario, Scene, Shown, Ways
from game.engine.reference import Helpline, LawTopic, Reference, Sign, Source, Sourced, Step

COMPILED = 1
"""The version of the form: a player refuses another one."""

Plain = dict[str, Any]
"""A value that JSON can hold."""


def compiled(scenario: Scenario, reference: Reference) -> Plain:
    """`scenario`, one that `check` found no error in, in the language that its texts are in now, with `reference`.

    Scenes, choices, endings and entries of the reference keep their order, which is that of play and of display, and
    the keys of each table come in the order of the schema. What only teachers are told is left out.
    """
    return {
        "compiled": COMPILED,
        "language": scenario.language,
        "country": reference.country,
        "title": scenario.title,
        "summary": scenario.summary,
        **_told(trap=scenario.trap),
        **_given(tutorial=scenario.tutorial),
        # Who the other person is to the player is not told to players, and steers nothing.
        **_given(demand=scenario.demand, minutes=scenario.minutes),
        "cast": [
            {"id": one.id, "name": one.name, "role": one.role, **_given(profile=one.profile, avatar=one.avatar)}
            for one in scenario.cast
        ],
        **_given(facts=[{"id": one.id, "label": one.label} for one in scenario.facts]),
        "scenes": [_scene(scene) for scene in scenario.scenes],
        "endings": [
            {
                "id": one.id,
                "title": one.title,
                **_given(debrief=[{"text": said.text, **_when(said.when)} for said in one.debrief]),
                **_given(law=list(one.law), open=one.open),
            }
            for one in scenario.endings
        ],
        "reference": _reference(reference),
    }


def _scene(scene: Scene) -> Plain:
    return {
        "id": scene.id,
        **_given(messages=[_message(message) for message in scene.messages]),
        **_given(choices=[_choice(choice) for choice in scene.choices], ways=_ways(scene.ways)),
        # A summary may not be empty, so nothing is lost where it is left out.
        **_given(stop=scene.stop, skip=scene.skip, verdict=scene.verdict, keep_order=scene.keep_order),
    }


def _message(message: Message) -> Plain:
    return {
        **_given(speaker=message.speaker),
        "text": message.text,
        **_given(shown=[_shown(one) for one in message.shown], masked=message.masked),
        **_told(after=message.after),
        **_when(message.when),
    }


def _shown(shown: Shown) -> Plain:
    return {
        "sign": shown.sign,
        "start": shown.start,
        "end": shown.end,
        **_given(quoted=shown.quotation is not None),
    }


def _choice(choice: Choice) -> Plain:
    return {
        "id": choice.id,
        "text": choice.text,
        **_given(says=choice.says),
        "because": choice.because,
        **_given(steps=list(choice.steps), against=list(choice.against), sets=list(choice.sets)),
        **_when(choice.when),
        **_given(ways=_ways(choice.ways)),
    }


def _ways(ways: Ways) -> list[Plain]:
    return [{"to": way.to, **_when(way.when)} for way in ways]


def _when(when: Condition) -> Plain:
    return _given(needs=list(when.needs), bars=list(when.bars))


def _reference(reference: Reference) -> Plain:
    """What a player is told of the country; what the law asks of adults stays out of it."""
    entries: tuple[Sign | Step | LawTopic | Helpline, ...] = (
        *reference.signs,
        *reference.steps,
        *reference.law,
        *reference.helplines,
    )
    read = (source for entry in entries for source in entry.sourced.sources)
    sources = list(dict.fromkeys((reference.document, *read)))

    def sourced(value: Sourced) -> Plain:
        return {
            "origin": value.origin,
            "sources": [sources.index(one) for one in value.sources],
            "status": value.status,
            "checked": value.checked,
        }

    return {
        "language": reference.language,
        # The first one is the document that the project starts from.
        "sources": [_source(one) for one in sources],
        **_given(missing_number=reference.missing_number, look_up=reference.look_up),
        "signs": [
            {
                "id": one.id,
                "short": one.short,
                "long": one.long,
                "effect": one.effect,
                "stage": one.stage,
                "family": one.family,
                **sourced(one.sourced),
            }
            for one in reference.signs
        ],
        "families": [{"id": one.id, "short": one.short} for one in reference.families],
        "steps": [
            {
                "id": one.id,
                **_given(number=one.number),
                "short": one.short,
                "long": one.long,
                **_given(gloss=one.gloss, quotation=one.quotation, since=one.since),
                **_given(help=one.help, giving_in=one.giving_in, general=one.general),
                **sourced(one.sourced),
            }
            for one in reference.steps
        ],
        "law": [
            {
                "id": one.id,
                "short": one.short,
                "long": one.long,
                **_given(articles=list(one.articles), penalty=one.penalty, always=one.always, closest=one.closest),
                **sourced(one.sourced),
            }
            for one in reference.law
        ],
        "untold": [{"id": one.id, "short": one.short, **_given(always=one.always)} for one in reference.untold],
        "helplines": [
            {
                "id": one.id,
                "name": one.name,
                **_given(number=one.number, address=one.address),
                "short": one.short,
                "long": one.long,
                **_given(hours=one.hours, for_players=one.for_players, use=list(one.use), said=one.said),
                **sourced(one.sourced),
            }
            for one in reference.helplines
        ],
    }


def _source(source: Source) -> Plain:
    return {"title": source.title, **_given(address=source.address), "date": source.date}


def _given(**values: object) -> Plain:
    """Those of `values` that say something: not None, not false, not empty."""
    return {name: value for name, value in values.items() if value}


def _told(**values: object) -> Plain:
    """Those of `values` that are not None: false and nought say something here."""
    return {name: value for name, value in values.items() if value is not None}
