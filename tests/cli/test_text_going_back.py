"""Back to a choice in the terminal: by a word during the story, by a number in its debrief."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.text_pages import WayOut
from game.engine.events import Chosen, Log, Marked, Rewound
from tests.cli.test_text_play import TO_THE_END, kept, played

MOMENTS = ("", "", "")
"""From the end of the story to the page of the moments: the debrief, its conversation, then that page."""


def chosen(log: Log) -> list[str]:
    return [event.choice for event in log if isinstance(event, Chosen)]


@pytest.mark.parametrize("typed", ["retour", "back", "RETOUR"])
def test_the_word_goes_back_to_the_choice_before_and_another_way_can_be_taken(typed: str, story_file: Path) -> None:
    shown, log = played(story_file, "", "1", typed, "2")
    assert chosen(log) == ["secret", "open"]
    assert len(kept(log, Rewound)) == 1
    again = shown[shown.index("Te revoilà à ce choix") :]
    assert again.index("Robin (6)") < again.index("Que fais-tu")
    assert "Assia (2)" not in again


def test_before_the_first_choice_the_word_says_that_there_is_none(story_file: Path) -> None:
    shown, log = played(story_file, "retour", "", "retour")
    assert shown.count("Il n’y a pas encore de choix où revenir.") == 2
    assert kept(log, Rewound) == []


def test_typed_again_it_goes_back_to_the_one_before(story_file: Path) -> None:
    _shown, log = played(story_file, "", "1", "1", "3", "retour", "retour", "2")
    assert len(kept(log, Rewound)) == 2
    assert chosen(log)[-1] == "open"


def test_after_the_end_too(story_file: Path) -> None:
    shown, log = played(story_file, *TO_THE_END[:-2], "retour", *TO_THE_END[-3:])
    assert len(kept(log, Rewound)) == 1
    assert shown.count("Fin\u00a0: ") == 2
    assert "Tu as rejoué un passage." in shown


def test_messages_are_counted_on_from_where_one_went_back_to(story_file: Path) -> None:
    shown, log = played(story_file, "", "m 6", "1", "1", "retour", "1", "1", "m 8")
    before, after = shown.split("Te revoilà à ce choix")
    assert "Robin (8)" in before
    assert "Robin (8)" in after
    marked = [event.at for event in kept(log, Marked) if isinstance(event, Marked)]
    assert marked[0] == marked[1], "the mark that was made at the choice is still there"
    assert len(set(marked)) == 2


def test_the_commands_say_the_word_in_the_language_spoken(story_file: Path) -> None:
    shown, _log = played(story_file, "?", "", "?")
    assert shown.count("retour\u00a0: revenir au choix d’avant") == 1


def test_from_the_debrief_a_number_goes_back_and_the_story_goes_on(story_file: Path) -> None:
    shown, log = played(story_file, *TO_THE_END[:-1], "", "", "2", "1", "", "r")
    listed = [line for line in shown.splitlines() if line.endswith("Revenir à ce choix (Moment 1)")]
    assert listed == ["2. Revenir à ce choix (Moment 1)"]
    assert len(kept(log, Rewound)) == 1
    assert shown.index("Tes moments, et les étapes\n") < shown.index("Te revoilà à ce choix")


def test_what_if_is_a_page_of_the_debrief_and_leads_back_to_the_moments(story_file: Path) -> None:
    shown, log = played(story_file, *TO_THE_END[:-1], "", "", "1", "2", "r")
    assert "1. Et si…\u00a0? (Moment 1)" in shown.splitlines()
    assert "Voici où menait un autre choix. Rien ne change dans ta partie." in shown
    assert shown.count("\nTes moments, et les étapes\n") == 2
    assert kept(log, Rewound) == []


def test_the_way_out_is_there_after_going_back(story_file: Path) -> None:
    with pytest.raises(WayOut):
        played(story_file, "", "1", "retour", "q")
