"""What a teacher reads before a class: who reviewed the story, its stops, what to say, ask and do."""

from __future__ import annotations

from dataclasses import replace

from game.engine.model import Review, Teacher
from game.engine.reference import Reference
from game.engine.review import fingerprint
from game.reference.library import load
from game.shelf import open_file, shipped
from game.telling import help_now, language
from game.telling.for_class import for_class, lesson_minutes
from game.telling.page import Bullets, Heading, Link, Page, Paragraph
from tests.telling.plays import BENIGN, TRAP, TRAPPED, all_texts, story, words

NURSE = Review("Prénom Nom", "infirmière scolaire", "2027-01-15", "0" * 16)

TAUGHT = story(
    TRAP.replace(
        "trap: true", 'trap: true\nminutes: 8\nteacher: {goal: "Voir.", before: "Dire {x}.", ask: ["Quand ?"]}'
    )
    .replace("  pressure:\n", '  pressure:\n    stop: "Et là ?"\n')
    .replace("  contact:\n", '  contact:\n    stop: "Qui est-ce ?"\n')
)


def first(page: Page) -> tuple[str, str]:
    """The tone and the words of what stands under the title."""
    block = page.blocks[0]
    assert isinstance(block, Paragraph)
    return block.tone, words(block.spans)


def said(french: str, english: str) -> str:
    return french if language.current() == "fr" else english


def test_a_story_that_nobody_reviewed_says_so_first(country: Reference) -> None:
    assert first(for_class(TRAPPED, country)) == (
        "note",
        said(
            "Cette histoire n’a pas encore été relue par des professionnels.",
            "No professional has reviewed this story yet.",
        ),
    )


def test_each_reader_of_the_story_as_it_is_is_named(country: Reference) -> None:
    now = fingerprint(TAUGHT)
    other = replace(NURSE, by="Autre Nom", as_what="psychologue", of=now)
    reviewed = replace(TAUGHT, reviewed=(NURSE, replace(NURSE, of=now), other))
    shown = all_texts(for_class(reviewed, country))
    assert shown[1:3] == [
        said(
            "Relu par Prénom Nom, infirmière scolaire, le 15 janvier 2027.",
            "Reviewed by Prénom Nom, infirmière scolaire, on 15 January 2027.",
        ),
        said(
            "Relu par Autre Nom, psychologue, le 15 janvier 2027.",
            "Reviewed by Autre Nom, psychologue, on 15 January 2027.",
        ),
    ]
    assert "Prénom Nom" not in " ".join(shown[3:])


def test_a_story_that_changed_since_it_was_read_names_nobody(country: Reference) -> None:
    page = for_class(replace(TAUGHT, reviewed=(NURSE,)), country)
    tone, told = first(page)
    assert tone == "note"
    assert said("a changé depuis sa relecture", "has changed since it was read") in told
    assert NURSE.by not in " ".join(all_texts(page))


def test_goal_length_and_what_to_say_come_before_the_stops_and_questions_after(country: Reference) -> None:
    page = for_class(TAUGHT, country)
    shown = "\n".join(all_texts(page))
    order = ["Voir.", "8 minutes", "Dire {x}.", "Qui est-ce ?", "Et là ?", "Quand ?", "119"]
    assert sorted(order, key=shown.index) == order
    assert page.title == said("Pour la classe\u00a0: Une partie de plus", "For the class: Une partie de plus")


def test_a_stop_tells_the_moment_by_the_last_words_or_by_the_summary_of_a_hard_scene(country: Reference) -> None:
    (stops,) = [block for block in for_class(TAUGHT, country).blocks if isinstance(block, Bullets) and block.numbers]
    assert stops.numbers == ("1", "2")
    assert [words(item) for item in stops.items] == [
        said(
            "Après ce message de Noor\u00a0: «\u00a0Et toi, tu joues où ?\u00a0» Qui est-ce ?",
            "After this message from Noor: “Et toi, tu joues où ?” Qui est-ce ?",
        ),
        "Alex menace. Inès écrit au même moment. Et là ?",
    ]
    assert [item[-1].strong for item in stops.items] == [True, True]


def test_a_masked_message_and_one_of_another_path_are_no_moment_to_wait_for(country: Reference) -> None:
    scenario = story(
        TRAP.replace("  contact:\n", '  contact:\n    stop: "Qui est-ce ?"\n').replace(
            "      noor: Et toi",
            "      ~ plus tard\n      alex (masked): Menace\n      noor (if paid): Et toi",
        )
    )
    (stops,) = [block for block in for_class(scenario, country).blocks if isinstance(block, Bullets) and block.numbers]
    assert words(stops.items[0]) == said(
        "Après\u00a0: «\u00a0plus tard\u00a0» Qui est-ce ?", "After: “plus tard” Qui est-ce ?"
    )


def test_a_file_that_tells_the_teacher_nothing_has_no_empty_heading(country: Reference) -> None:
    page = for_class(replace(BENIGN, teacher=Teacher()), country)
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings == [
        said(
            "Dans la fenêtre, pour toute la classe\u00a0: à quoi sert chaque touche",
            "In the window, for the whole class: which key does what",
        ),
        said("Si un élève se confie à vous", "If a pupil confides in you"),
    ]


def test_what_to_do_if_a_pupil_confides_is_four_short_lines_with_the_countrys_numbers(country: Reference) -> None:
    block = [block for block in for_class(TRAPPED, country).blocks if isinstance(block, Bullets)][-1]
    lines = [words(item) for item in block.items]
    assert len(lines) == 4
    assert max(len(line) for line in lines) < 70
    assert said("Ne la regardez pas", "Do not look at it") in lines[1]
    for number in ("3018", "119", "17"):
        assert number in lines[3]


def test_where_the_name_of_who_helps_is_no_number_the_number_stands_beside_it(country: Reference) -> None:
    belgium = load("be", language.current())
    block = [block for block in for_class(TRAPPED, belgium).blocks if isinstance(block, Bullets)][-1]
    assert f"Child Focus ({belgium.helplines[0].number})." in words(block.items[-1])


def test_a_country_without_those_numbers_still_has_its_first_helpline(country: Reference) -> None:
    bare = replace(country, helplines=country.helplines[:1])
    block = [block for block in for_class(TRAPPED, bare).blocks if isinstance(block, Bullets)][-1]
    assert words(block.items[-1]) == said("Pour être aidé\u00a0: 3018.", "To be helped: 3018.")


def test_a_teacher_reads_which_key_comes_next_before_the_class_is_there(country: Reference) -> None:
    blocks = [block for block in for_class(TRAPPED, country).blocks if isinstance(block, Bullets)]
    lines = [words(item) for item in blocks[-2].items]
    assert [line.split(said("\u00a0:", ":"))[0] for line in lines][:2] == [
        "F8",
        said("Espace, Entrée, Page suivante", "Space, Enter, Page Down"),
    ]
    assert max(len(line) for line in lines) < 120


def test_its_links_lead_to_pages_of_help(country: Reference) -> None:
    known = {page.id for page in help_now.pages(country)}
    links = [block.page for block in for_class(TRAPPED, country).blocks if isinstance(block, Link)]
    assert links == ["for-adults", "who-helps"]
    assert known >= set(links)


def test_every_shipped_story_tells_the_teacher_what_to_say_ask_and_where_to_stop(country: Reference) -> None:
    for path in shipped():
        opened = open_file(path, country.language).story
        assert opened is not None
        headings = [block for block in for_class(*opened).blocks if isinstance(block, Heading)]
        assert len(headings) == 6


def test_a_lesson_takes_what_its_steps_say(country: Reference) -> None:
    def lasting(*steps: str) -> int:
        return lesson_minutes(replace(TAUGHT, teacher=Teacher(lesson=steps)))

    assert lasting("10 minutes. Jouez.", "5 min. Votez.") == 15
    assert lasting() == 0
    assert lasting("10 minutes. Jouez.", "Votez.") == 0, "half a sum says nothing"
    assert lasting("3018 répond à tous.") == 0


def test_the_way_out_is_told_apart_from_hiding_the_screen(country: Reference) -> None:
    told = said("efface la séance\u00a0; pour cacher l’écran, appuyez sur P", "to hide the screen, press P")
    assert any(told in text for text in all_texts(for_class(TAUGHT, country)))
