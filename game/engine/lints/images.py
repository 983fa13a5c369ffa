"""Choices that would let the player make, send, open or keep an intimate image.

The words are in `french` and `english`. Precision counts more here than finding everything: it is an error, and keeps a
story from playing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import fold, matches
from game.engine.lints.texts import text_place
from game.engine.model import Scene
from game.engine.problems import Problem, problem
from game.engine.reference import Reference

_IMAGES = 4
"""The stage of a sign from which on a story is about an intimate image."""


def images(sheets: Sheets, reference: Reference) -> Iterator[Problem]:
    """The choices that do this in so many words, or right after a message that asks for an image or shows one."""
    words = sheets.vocabulary
    if words is None:
        return
    refuses = re.compile(words.NO_IMAGE)
    anywhere, there = re.compile(words.IMAGE_ANYWHERE), re.compile(words.IMAGE_THERE)
    told = {text.place for one in sheets.of(("choice",)) for text, _said in matches(anywhere, one)}
    for scene in sheets.scenario.scenes:
        about_images = _about_images(scene, reference)
        for choice in scene.choices:
            place = text_place(choice)
            if place in told or about_images:
                folded = fold(choice.text)
                if not refuses.search(folded) and (place in told or there.search(folded)):
                    yield problem("intimate-image-choice", place, words=choice.text)


def _about_images(scene: Scene, reference: Reference) -> bool:
    names = (shown.sign for message in scene.messages for shown in message.shown)
    return any(name in reference.sign and reference.sign[name].stage >= _IMAGES for name in names)
