"""The whole guide for a teacher: nothing without its source, doubts said, and the map told in words too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from game.engine.model import HERE, Scenario
from game.engine.reference import Reference
from game.shelf import open_file, shipped
from game.telling import language
from game.telling.page import Bullets, Card, Heading, Page
from game.telling.sheet import Sheet, SourceList, StoryMap, Table
from game.telling.step_cards import step_title
from game.telling.story_map import lettered, numbered, scene_names, story_map
from game.telling.teacher_guide import guide_title, teacher_guide
from tests.telling.plays import BENIGN, TRAP, all_texts, story

TODAY = date(2026, 12, 1)

STOPPED = story(TRAP.replace("  pressure:\n", '  pressure:\n    stop: "Et là ?"\n'))


def sheets(scenario: Scenario, reference: Reference, today: date = TODAY) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in teacher_guide(scenario, reference, today)}


def flagship(reference: Reference) -> Scenario:
    (path,) = [path for path in shipped() if path.stem == "trois-semaines-en-aout"]
    opened = open_file(path, reference.language).story
    assert opened is not None
    return opened[0]


def said(french: str, english: str) -> str:
    return french if language.current() == "fr" else english


def cards(sheet: Sheet) -> list[Card]:
    return [block for block in sheet.blocks if isinstance(block, Card)]


def all_words(sheet: Sheet) -> str:
    plain = tuple(block for block in sheet.blocks if not isinstance(block, Table | StoryMap | SourceList))
    found = all_texts(Page(sheet.id, sheet.title, plain))
    for block in sheet.blocks:
        match block:
            case Table(_caption, heads, rows):
                found += [
                    *heads,
                    *("".join(span.text for span in line) for row in rows for cell in row for line in cell),
                ]
            case StoryMap(title, told, boxes):
                found += [title, told, *(box.name for box in boxes)]
            case SourceList(sources):
                found += [f"{source.title} {source.address}" for source in sources]
    return "\n".join(found)


def test_it_comes_in_the_order_in_which_it_is_needed(country: Reference) -> None:
    assert list(sheets(STOPPED, country)) == [
        "prepare",
        "confides",
        "map",
        "scenes",
        "steps",
        "law",
        "helplines",
        "sources",
    ]
    assert guide_title(STOPPED).endswith("Une partie de plus")


def test_the_card_and_the_map_have_paper_of_their_own(country: Reference) -> None:
    assert [name for name, sheet in sheets(STOPPED, country).items() if sheet.apart] == ["confides", "map"]


def test_every_step_law_and_helpline_names_its_sources_by_numbers_of_the_list(country: Reference) -> None:
    found = sheets(flagship(country), country)
    (listed,) = [block for block in found["sources"].blocks if isinstance(block, SourceList)]
    known = {
        **{step_title(step): step.sourced for step in country.steps},
        **{topic.short: topic.sourced for topic in (*country.law, *country.duties)},
        **{helpline.number or helpline.name: helpline.sourced for helpline in country.helplines},
    }
    told = 0
    for name in ("steps", "law", "helplines"):
        for card in cards(found[name]):
            sourced = known.get(card.title) or next(
                some for title, some in known.items() if card.title.startswith(title)
            )
            numbers = ", ".join(str(listed.sources.index(source) + 1) for source in sourced.sources)
            assert said(f"Sources\u00a0: {numbers}. Vérifié le", f"Sources: {numbers}. Checked on") in card.small
            told += 1
    assert told > 20
    assert len(cards(found["helplines"])) == len(country.helplines)


def test_what_is_not_verified_says_that_it_is_to_be_confirmed(country: Reference) -> None:
    doubtful = [
        helpline.number or helpline.name for helpline in country.helplines if helpline.sourced.status != "verified"
    ]
    shown = {card.title: card.small for card in cards(sheets(STOPPED, country)["helplines"])}
    assert doubtful
    for name, small in shown.items():
        assert (said("À confirmer", "To be confirmed") in small) == (name in doubtful)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (365, False), (366, True)])
def test_what_was_checked_over_a_year_ago_is_to_be_checked_again(days: int, stale: bool, country: Reference) -> None:
    today = date(2026, 11, 22) + timedelta(days)
    again = said(
        "À vérifier de nouveau\u00a0: c’était il y a plus d’un an.",
        "To be checked again: that was more than a year ago.",
    )
    for card in cards(sheets(STOPPED, country, today)["law"]):
        assert (again in card.small) == stale
    assert (again in all_words(sheets(STOPPED, country, today)["confides"])) == stale


def test_the_steps_are_those_of_the_story_and_complements_stand_apart(country: Reference) -> None:
    blocks = sheets(STOPPED, country)["steps"].blocks
    apart = blocks.index(Heading(said("Ce que d’autres ajoutent", "What others add")))
    step = country.step
    official = [block.title for block in blocks[:apart] if isinstance(block, Card)]
    others = [block.title for block in blocks[apart:] if isinstance(block, Card)]
    assert official == [
        step_title(step[one]) for one in ("do-not-give-in", "report-platform", "screenshots", "helpline")
    ]
    assert others == [step_title(step[one]) for one in ("block", "trusted-adult")]
    assert country.missing_number in all_words(sheets(STOPPED, country)["steps"])


def test_the_law_begins_with_the_closest_text_and_says_up_to(country: Reference) -> None:
    shown = cards(sheets(flagship(country), country)["law"])
    assert shown[0].title.startswith(country.topic["blackmail"].short)
    for card in shown:
        assert said("peut être puni jusqu’à", "up to") in " ".join(card.lines)


def test_a_story_without_steps_and_law_says_so(country: Reference) -> None:
    found = sheets(BENIGN, country)
    assert cards(found["steps"]) == cards(found["law"]) == []
    assert all_words(found["steps"]).count("\n") == 1
    assert all_words(found["law"]).count("\n") == 1


def test_the_card_for_a_pupil_who_confides_says_whom_to_tell_and_call_and_what_the_law_asks(country: Reference) -> None:
    found = sheets(STOPPED, country)["confides"]
    shown = all_words(found)
    for needed in ("3018", "119", "17", "434-3", said("chef d’établissement", "head of your school")):
        assert needed in shown
    assert said("Ne demandez pas à voir l’image", "Do not ask to see the image") in shown
    # From memory only (FACTS.md, section 5): it must not stand there as if it had been read.
    assert "40" not in shown.replace("45\u00a0000", "")
    (words, duty) = cards(found)
    assert words.kind == "words"
    assert duty.small.startswith("Code pénal, article 434-3.")


def test_a_country_without_duties_or_those_numbers_still_has_the_card(country: Reference) -> None:
    bare = replace(country, helplines=country.helplines[:1], duties=())
    found = sheets(STOPPED, bare)["confides"]
    assert [card.kind for card in cards(found)] == ["words"]
    calls = [block for block in found.blocks if isinstance(block, Bullets)][-1]
    assert len(calls.items) == 1


def test_how_a_class_plays_protects_who_votes(country: Reference) -> None:
    shown = all_words(sheets(STOPPED, country)["prepare"])
    assert said("quelques voix", "a few votes") in shown
    assert said("contre la poitrine", "against the chest") in shown
    assert said("À égalité, vous choisissez", "If there is a tie, you choose") in shown


# -- the map, and the same in words


def test_every_scene_and_ending_is_a_box_with_its_marks(country: Reference) -> None:
    found = story_map(STOPPED, country)
    assert [(box.number, box.name, box.hard, box.stop) for box in found.boxes] == [
        ("1", "Contact", False, 0),
        ("2", "Quiet", False, 0),
        ("3", "Pressure", True, 1),
        ("4", "Again", True, 0),
        (said("F1", "E1"), "Le soir, au 3018", False, 0),
    ]


def test_roads_bear_the_letters_of_the_choices_unless_all_lead_there(country: Reference) -> None:
    found = story_map(STOPPED, country)
    letters = {choice.id: letter for letter, choice in lettered(STOPPED.scene["pressure"])}
    on = " ".join(sorted((letters["block"], letters["tell"])))
    assert [(road.start, road.end, road.letters, road.depends) for road in found.roads[:2]] == [
        (0, 1, "", False),
        (1, 2, "", False),
    ]
    assert {(road.end, road.letters) for road in found.roads[2:4]} == {(4, on), (3, letters["pay"])}


def test_a_road_that_facts_decide_depends_unless_a_choice_leads_there_in_any_case(country: Reference) -> None:
    ways = "    go_to: [{to: again, if: paid}, {to: home}]\nendings:"
    scenario = story(TRAP.replace("    go_to: home\nendings:", ways))
    roads = {(road.start, road.end): road for road in story_map(scenario, country).roads}
    assert roads[3, 4].depends
    assert roads[3, 4].letters == ""


def test_a_name_gets_the_accents_and_the_apostrophes_of_the_story(country: Reference) -> None:
    text = TRAP.replace("contact:\n    chat", "l-ete-a-la-repete:\n    chat").replace(
        "Tu viens répéter demain ?", "Cet été, la répète, c'est où ?"
    )
    assert scene_names(story(text), country)["l-ete-a-la-repete"] == "L’été a la répète"


def test_every_choice_of_a_story_is_told_with_its_reason_its_steps_and_where_it_leads(country: Reference) -> None:
    scenario = flagship(country)
    blocks = sheets(scenario, country)["scenes"].blocks
    tables = {block.caption: block for block in blocks if isinstance(block, Table)}
    names, numbers = scene_names(scenario, country), numbered(scenario)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[:-1] == [f"{numbers[scene.id]}. {names[scene.id]}" for scene in scenario.scenes]
    for scene in scenario.scenes:
        table = tables[f"{numbers[scene.id]}. {names[scene.id]}"]
        told = ["\n".join("".join(span.text for span in line) for cell in row for line in cell) for row in table.rows]
        for (letter, choice), row in zip(lettered(scene), told, strict=False):
            assert row.startswith(letter)
            assert choice.because.split("{")[0] in row
            for step in (*choice.steps, *(one for one in choice.against if not country.gives_in(choice.against))):
                assert country.step[step].short in row
            pressed = said("Ici, la pression l’emporte.", "Here the pressure works.") in row
            assert pressed == country.gives_in(choice.against)
            for way in choice.ways:
                place = said("Les mêmes choix", "The same choices") if way.to == HERE else f"{numbers[way.to]}. "
                assert place in row
        for way in scene.ways:
            assert f"{numbers[way.to]}. " in "\n".join(told)


def test_a_condition_is_told_in_the_words_of_the_file_where_it_is_one_thing(country: Reference) -> None:
    ways = "    go_to: [{to: again, if: paid}, {to: home}]\nendings:"
    scenario = story(TRAP.replace("    go_to: home\nendings:", ways))
    shown = all_words(sheets(scenario, country)["scenes"])
    assert said("4. Again, si «\u00a0a payé\u00a0»", "4. Again, if “a payé”") in shown
    assert said("Sinon\u00a0: F1", "Otherwise: E1") in shown


def test_nothing_told_about_a_story_names_an_id_of_the_reference(country: Reference) -> None:
    shown = all_words(sheets(flagship(country), country)["scenes"])
    assert "trusted-adult" not in shown
    assert "do-not-give-in" not in shown
