"""A play in the terminal: what is typed, what is shown, and what the log keeps of it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from game import shelf
from game.cli.terminal import Terminal
from game.cli.text_home import home
from game.cli.text_pages import WayOut
from game.cli.text_play import TextPlay
from game.engine.events import Chosen, Event, Log, Marked, SummaryRead, Unmarked, VerdictGiven
from game.telling import language

TO_THE_END = ("", "1", "1", "3", "3", "1", "", "r")
"""Begin; promise secrecy; go on; proof; …: an ending of the French story, with seed 0, and out of its debrief."""


def played(path: Path, *typed: str, seed: int = 0) -> tuple[str, Log]:
    """What a play printed, and its log."""
    story = shelf.open_file(path, language.current()).story
    assert story is not None
    out = StringIO()
    play = TextPlay(Terminal(StringIO("".join(f"{line}\n" for line in typed)), out, 80), *story, seed)
    play.run()
    return out.getvalue(), play.log


def kept(log: Log, *kinds: type[Event]) -> list[Event]:
    return [event for event in log if isinstance(event, kinds)]


def test_the_content_note_comes_before_the_first_message(story_file: Path) -> None:
    shown, _log = played(story_file)
    assert shown.index("Aucune\nimage") < shown.index("Tu joues un personnage, Lou") < shown.index("Assia (2)")


def test_speaker_then_number_then_text(story_file: Path) -> None:
    shown, _log = played(story_file)
    lines = shown.splitlines()
    assert "(1) mardi, 17 h 40" in lines
    assert "Assia (2)\u00a0: Ton renard est affiché dans le couloir !!" in lines
    assert "Lou (3)\u00a0: Noooon 😳 Il a trois pattes." in lines


def test_every_scene_says_that_it_is_fiction(story_file: Path) -> None:
    shown, log = played(story_file, *TO_THE_END)
    scenes = sum(type(event).__name__ == "SceneEntered" for event in log)
    assert scenes == 3
    assert shown.count("(Fiction, Vigichat)") == scenes


def test_a_profile_is_told_once_before_the_first_message_of_its_person(story_file: Path) -> None:
    shown, _log = played(story_file)
    assert shown.count("Compte créé ce mois-ci, aucune photo") == 1
    assert shown.index("Compte créé ce mois-ci") < shown.index("Robin (5)")


def test_numbers_choose_and_help_and_the_way_out_are_always_named(story_file: Path) -> None:
    shown, log = played(story_file, "", "1.")
    assert kept(log, Chosen) == [Chosen("sketchbook", "secret", ("kept_secret",))]
    assert "Lou\u00a0: D'accord, ça reste entre nous." in shown
    prompts = [line for line in shown.splitlines() if "q sortir" in line]
    assert len(prompts) == 3
    assert all("h aide" in line for line in prompts)


def test_a_number_typed_too_soon_answers_the_first_question(story_file: Path) -> None:
    _shown, log = played(story_file, "1")
    assert kept(log, Chosen) == [Chosen("sketchbook", "secret", ("kept_secret",))]


def test_the_same_seed_gives_the_same_order_and_another_may_not(story_file: Path) -> None:
    orders = {seed: played(story_file, "", "1", seed=seed)[1][-3] for seed in range(8)}
    assert len(set(map(str, orders.values()))) > 1
    assert played(story_file, "", "1", seed=3)[1][-3] == orders[3]


def test_a_mark_can_be_set_named_and_taken_back(story_file: Path) -> None:
    shown, log = played(story_file, "", "m 6", "m6 3", "u", "m 5", "m", "m ?")
    marked = [(event.at, event.family) for event in log if isinstance(event, Marked)]
    first = marked[0][0]
    assert marked == [(first, None), (first, "isolation"), (first - 1, None)]
    assert kept(log, Unmarked) == [Unmarked(first)]
    assert "Message 6 marqué." in shown
    assert "Ça isole des autres" in shown
    assert "Le message 6 n’est plus marqué." in shown


@pytest.mark.parametrize("typed", ["m 3", "m 99", "m 0", "m 6 99", "u", "m 999999"])
def test_a_mark_that_makes_no_sense_changes_nothing(typed: str, story_file: Path) -> None:
    shown, log = played(story_file, "", typed)
    assert kept(log, Marked, Unmarked) == []
    assert shown.count("Ton choix (1 à 2") == 2


def test_marking_twice_keeps_one_mark(story_file: Path) -> None:
    _shown, log = played(story_file, "", "m 6", "m 6")
    assert len(kept(log, Marked)) == 1


@pytest.mark.parametrize("typed", ["9", "0", "-1", "1 2", "oui", "🙂", "\x1b[A", "mm", "1" * 5000, "r", "٣٣٣"])
def test_what_is_not_understood_is_said_and_asked_again(typed: str, story_file: Path) -> None:
    shown, log = played(story_file, "", typed)
    assert kept(log, Chosen) == []
    assert "n’est pas possible ici" in " ".join(shown.split())
    assert shown.count("Ton choix (1 à 2") == 2
    assert "\x1b" not in shown


def test_enter_alone_reads_the_question_again(story_file: Path) -> None:
    shown, _log = played(story_file, "", "", "")
    assert shown.count("Que fais-tu\u00a0?") == 3


def test_a_question_mark_lists_the_commands(story_file: Path) -> None:
    shown, _log = played(story_file, "", "?")
    for command in ("m 3", "u", "h", "q"):
        assert any(line.startswith(f"{command}\u00a0:") for line in shown.splitlines())


def test_a_hard_scene_is_announced_and_can_be_read_as_its_summary(story_file: Path) -> None:
    shown, log = played(story_file, "", "1", "2")
    assert kept(log, SummaryRead) == [SummaryRead("pressure")]
    assert "Robin fait une demande intime, puis menace Lou" in shown
    assert "jeudi soir" not in shown
    assert shown.index("La suite est dure à lire") < shown.index("Robin fait")


def test_help_is_in_the_announcement_and_comes_back_to_it(story_file: Path) -> None:
    shown, log = played(story_file, "", "1", "3", "r", "1")
    assert "Respire" in shown
    assert shown.count("1. Continuer") == 2
    assert "jeudi soir" in shown
    assert len(kept(log, Chosen)) == 1


def test_hidden_messages_show_their_caption_only(story_file: Path) -> None:
    shown, _log = played(story_file, "", "1", "1")
    assert "Robin (8)" in shown
    assert "Demande intime" in shown


def test_placeholders_are_the_countrys_helpline(story_file: Path) -> None:
    shown, _log = played(story_file, *TO_THE_END)
    assert "On peut appeler le 3018 ensemble" in shown
    assert "{helpline" not in shown


def test_every_number_is_two_gestures_away_from_any_question(story_file: Path) -> None:
    shown, _log = played(story_file, "", "h", "1")
    assert "3018" in shown
    assert "Espace Mineurs" in shown
    shown, _log = played(story_file, "", "h", "2")
    assert "3114" in shown
    assert "PHAROS" in shown


def test_help_pages_follow_one_another_and_lead_back_to_the_question(story_file: Path) -> None:
    shown, log = played(story_file, "", "h", "", "", "", "", "", "", "1")
    for title in ("Respire", "N’envoie plus rien", "Et dans ton cas"):
        assert title in shown
    assert shown.count("Que fais-tu\u00a0?") == 2
    assert len(kept(log, Chosen)) == 1


def test_after_help_the_last_messages_are_read_again_before_the_question(story_file: Path) -> None:
    shown, _log = played(story_file, "", "h", "r")
    again = shown[shown.index("Respire") :]
    assert "Assia (4)" in again
    assert "Assia (2)" not in again
    assert again.index("Robin (6)") < again.index("Que fais-tu")


def test_help_can_be_asked_for_among_the_pages_of_help(story_file: Path) -> None:
    shown, _log = played(story_file, "", "h", "?", "h", "h", "r", "1")
    assert "n’est pas possible ici" not in shown
    assert any(line.startswith("r\u00a0:") for line in shown.splitlines())
    assert shown.count("PHAROS\n") >= 2


def test_help_can_be_asked_for_in_the_debrief(story_file: Path) -> None:
    shown, _log = played(story_file, *TO_THE_END[:-1], "h", "r", "r")
    assert shown.count("Respire") == 1
    assert "n’est pas possible ici" not in shown


def test_a_single_choice_is_not_asked_for_as_one_of_several(tmp_path: Path, story_file: Path) -> None:
    path = tmp_path / "one.yaml"
    told = story_file.read_text(encoding="utf-8")
    start = told.index("      - id: later\n")
    path.write_text(told[:start] + told[told.index("\n# Les fins (endings)") :], encoding="utf-8")
    shown, log = played(path, *TO_THE_END)
    assert "Tape 1 (h aide, q sortir)" in shown
    assert type(log[-1]).__name__ == "EndingReached"


@pytest.mark.parametrize("typed", [("q",), ("", "q"), ("", "h", "q"), ("", "1", "q"), (*TO_THE_END[:-1], "q")])
def test_the_way_out_is_everywhere(typed: tuple[str, ...], story_file: Path) -> None:
    with pytest.raises(WayOut):
        played(story_file, *typed)


def test_the_debrief_is_read_page_by_page(story_file: Path) -> None:
    shown, _log = played(story_file, *TO_THE_END[:-1], "1", "", "", "", "", "")
    assert shown.count("\nLa conversation\n") == 1
    assert "Dans ces mots\u00a0: «\u00a0N'en parle à personne\u00a0»" in shown
    for article in ("222-33-2-2", "312-1.", "312-10"):
        assert article in shown


def test_the_end_of_the_input_stops_the_story_and_prints_its_whole_debrief(story_file: Path) -> None:
    shown, log = played(story_file, "", "1")
    assert "Il n’y a plus rien à lire" in " ".join(shown.split())
    for words in ("3018", "222-33-2-2", "La conversation", "Tes moments, et les étapes"):
        assert words in shown
    assert type(log[-1]).__name__ == "SceneAnnounced"


def test_no_input_at_all_still_shows_the_first_scene_and_who_helps(story_file: Path) -> None:
    shown, log = played(story_file)
    assert "Robin (6)" in shown
    assert "3018" in shown
    assert kept(log, Chosen) == []


def test_a_verdict_and_how_sure_one_is_are_asked(tmp_path: Path, story_file: Path) -> None:
    path = tmp_path / "verdict.yaml"
    told = story_file.read_text(encoding="utf-8").replace("  sketchbook:\n", "  sketchbook:\n    verdict: true\n")
    path.write_text(told, encoding="utf-8")
    shown, log = played(path, "", "1", "m 6", "3", "1")
    assert kept(log, VerdictGiven) == [VerdictGiven("trap", 3)]
    assert len(kept(log, Chosen, Marked)) == 2
    assert shown.index("est-ce un piège") < shown.index("Que fais-tu")


def test_nothing_that_a_screen_reader_spells_out_is_printed(story_file: Path) -> None:
    shown, _log = played(story_file, *TO_THE_END)
    assert not set("│─═╔█▶→★✓•*_=|<>[]{}~^\x1b") & set(shown)


def test_lines_keep_to_the_width(story_file: Path) -> None:
    story = shelf.open_file(story_file, "fr").story
    assert story is not None
    out = StringIO()
    typed = "".join(f"{line}\n" for line in TO_THE_END)
    TextPlay(Terminal(StringIO(typed), out, 40), *story, 0).run()
    asked = ("Entrée", "Ton choix")  # prompts end with what is typed, where the cursor waits
    assert [line for line in out.getvalue().splitlines() if len(line) > 40 and not line.startswith(asked)] == []


# -- home


def at_home(*typed: str) -> str:
    out = StringIO()
    home(Terminal(StringIO("".join(f"{line}\n" for line in typed)), out, 80), 0)
    return out.getvalue()


def test_home_offers_help_first_then_the_stories() -> None:
    shown = at_home()
    assert shown.index("1. Ça m’arrive en ce moment") < shown.index("2. ")
    assert "Trois semaines en août" in shown
    assert shown.index("de 9\u00a0h à 23\u00a0h. La nuit\u00a0: tchat") < shown.index("2. ")


def test_every_number_is_two_gestures_away_from_home() -> None:
    shown = at_home("1", "1")
    assert "3018" in shown
    assert "3114" in shown


def test_home_comes_back_after_help_and_after_a_play() -> None:
    shown = at_home("1", "r", "9", "x", "")
    assert shown.count("1. Ça m’arrive en ce moment") == 3
    assert "n’est pas possible ici" in shown


def test_a_story_begins_from_home() -> None:
    assert "Avant de jouer" in at_home("2")


def test_home_has_the_way_out() -> None:
    with pytest.raises(WayOut):
        at_home("q")


# -- for the class


def test_c_before_the_story_shows_the_page_that_prepares_a_class(story_file: Path) -> None:
    shown, log = played(story_file, "c", "", "", "1")
    assert shown.index("Pour la classe\u00a0: ") < shown.index("Si un élève se confie") < shown.index("Assia (2)")
    assert len(kept(log, Chosen)) == 1


def test_the_page_for_the_class_leads_to_help_and_back(story_file: Path) -> None:
    shown, _log = played(story_file, "c", "1", "r")
    assert "Je suis un parent, un prof" in shown


def test_nothing_of_the_page_for_the_class_is_shown_unasked_nor_during_the_story(story_file: Path) -> None:
    shown, _log = played(story_file, "", "c", "?", "1")
    assert "Pour la classe" not in shown
    assert "«\u00a0c\u00a0» n’est pas possible ici" in shown
    assert "c\u00a0: pour la classe" not in shown


# -- the tutorial


def test_the_lookout_says_what_can_be_typed_and_what_each_choice_was_good_for() -> None:
    printed, log = played(shelf.find("la-trousse-verte"), "", "1")
    shown = " ".join(printed.split())
    assert len(kept(log, Chosen)) == 1
    assert shown.count("La Vigie") == 3
    assert (
        shown.index("tape le numéro d’une réponse")
        < shown.index("Je te dis à quoi sert")
        < shown.index("te paraît bizarre")
    )
