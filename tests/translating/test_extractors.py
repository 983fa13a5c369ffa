"""The Babel extractors: what translators are told of a text, and that the reference has no text they do not know."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from game.reference.library import countries, files_of, texts
from game.translating.scenario_texts import Unreadable, extract, told_texts

ROOT = Path(__file__).parents[2]

STORY = """\
format: 1
title: "Une partie"
summary: "Une rencontre."
locale: fr-FR
cast:
  me: {name: "Sacha"}
  # Alex is nobody's real name.
  alex: {name: "Alex", role: contact, profile: "Joue au même jeu"}
scenes:
  # Read it fast.
  contact:
    chat: |
      # Alex is in a hurry:
      # keep it short.
      alex: Viens
        vite ici
        ^ change-app "vite"

      # Nothing follows this note directly.

      alex: Tu viens
      # Not of the choices.
    choices:
      # A teenager says no like this.
      - id: no
        reply: "Nan"
        because: "C'est ton droit."
    go_to: end
endings:
  end: {title: "La fin", debrief: "C'est fini."}
"""


def test_speaker_quotation_and_the_authors_notes_are_comments() -> None:
    told = {one.spoken.text: one for one in told_texts("partie", STORY.encode())}
    assert told["Viens\nvite ici"].comments == (
        "Alex (contact, Joue au même jeu)",
        "Read it fast.",
        "Alex is in a hurry:",
        "keep it short.",
    )
    assert told["vite"].context == "partie/contact/quotation"
    assert told["vite"].comments == (
        "Words of the message “Viens / vite ici”: their translation must occur in its translation.",
    )
    assert told["Tu viens"].comments == ("Alex (contact, Joue au même jeu)",)
    assert told["Nan"].comments == ("What the player may say as Sacha.", "A teenager says no like this.")
    assert told["C'est ton droit."].comments == ("Said in the debrief to whoever chose the above.",)
    assert told["Alex"].comments == ("Alex is nobody's real name.",)


def test_babel_extracts_a_story_by_the_entry_point() -> None:
    path = ROOT / "scenarios" / "trois-semaines-en-aout.yaml"
    found = extract_from_file("vigichat_scenario", path, comment_tags=("Translators:",))
    by_text = {text: (line, context, comments) for line, text, comments, context in found}
    line, context, comments = by_text["viens sur lucarne"]
    assert (context, len(comments)) == ("trois-semaines-en-aout/juste-nous-deux/quotation", 1)
    assert "viens sur lucarne" in path.read_text(encoding="utf-8").split("\n")[line - 1]


def test_a_file_with_errors_is_refused_rather_than_read_in_part() -> None:
    with pytest.raises(Unreadable, match="partie: the file has errors"):
        list(extract(BytesIO(STORY.replace("reply:", "repli:").encode()), (), (), {"story": "partie"}))


def test_every_text_of_the_reference_is_extracted_and_nothing_else() -> None:
    found: set[tuple[str, str]] = set()
    wanted: set[tuple[str, str]] = set()
    for country in countries():
        files = files_of(country)
        wanted |= set(texts(files))
        for path in files.paths:
            for line, text, _comments, context in extract_from_file("vigichat_reference", path):
                found.add((context, text))
                assert 1 <= line <= path.read_text(encoding="utf-8").count("\n")
    assert found == wanted
