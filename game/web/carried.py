"""What an exported file carries of a compiled story: what the player's modules read, and no more.

A phone waits for every byte. Sources, dates and long texts are told in `told`'s words; signs and law topics that this
story cannot come to are left out. The whole form is `engine.compile`'s.
"""

from __future__ import annotations

from typing import Any

READ = {
    "signs": ("id", "short", "effect", "stage", "family"),
    "families": ("id", "short"),
    "steps": ("id", "number", "short", "gloss", "help", "giving_in"),
    "law": ("id", "always", "closest"),
    "untold": ("id", "short", "always"),
    "helplines": ("id", "name", "number", "address", "for_players"),
}
"""The fields that are read, by the lists of the reference: those of types.js's `Reference`."""


def carried(story: dict[str, Any]) -> dict[str, Any]:
    """`story`, as `compiled` makes it, with less: the value of types.js's `Compiled`."""
    met = {"signs": _signs(story), "law": _law(story, "law"), "untold": _law(story, "untold")}
    reference = {
        name: [
            {field: entry[field] for field in fields if field in entry}
            for entry in story["reference"][name]
            if name not in met or entry["id"] in met[name]
        ]
        for name, fields in READ.items()
    }
    # What a fact is called is for authors.
    return {key: reference if key == "reference" else value for key, value in story.items() if key != "facts"}


def _signs(story: dict[str, Any]) -> set[str]:
    messages = (message for scene in story["scenes"] for message in scene.get("messages", ()))
    return {shown["sign"] for message in messages for shown in message.get("shown", ())}


def _law(story: dict[str, Any], table: str) -> set[str]:
    """The law topics of a `table` that a debrief may tell, or say that it cannot (docs/play-rules.md): those of the
    endings, and in a trap some always."""
    named = {topic for ending in story["endings"] for topic in ending.get("law", ())}
    always = {topic["id"] for topic in story["reference"][table] if topic.get("always")}
    return named if story.get("trap") is False else named | always
