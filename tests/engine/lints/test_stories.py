"""The lints that look at a whole story: its cast, its choices, its notes, and where in a file a problem is told."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from zlib import crc32

import pytest

from game.engine.lints import lint
from game.engine.problems import stops
from game.engine.read import read
from game.reference.library import load
from game.storage import folder
from tests.engine.lints.sentences import lints, names

NOTES = 'teacher: {goal: "Un but.", before: "Un mot.", ask: "Quoi ?"}'
ME = 'me: {name: "Sacha"}'
ALEX = 'alex: {name: "Alex", role: contact}'
INES = 'ines: {name: "Inès", role: friend}'
CHAT = ("~ 16 h", "alex: Salut")


def choice(text: str, steps: str = "", because: str = "C’est permis.") -> str:
    official = f", steps: {steps}" if steps else ""
    said, reason = json.dumps(text, ensure_ascii=False), json.dumps(because, ensure_ascii=False)
    return f"- {{id: c{crc32(text.encode())}, reply: {said}, because: {reason}{official}}}"


def scene(*choices: str, chat: tuple[str, ...] = CHAT, keep: bool = False) -> str:
    lines = ["chat: |", *(f"  {line}" for line in chat)]
    if choices:
        lines += ["choices:", *(f"  {one}" for one in choices)]
    return "\n".join([*lines, *(["keep_order: true"] if keep else [])])


def story(
    *scenes: str,
    cast: tuple[str, ...] = (ME, ALEX, INES),
    notes: str = NOTES,
    trap: str = "trap: true",
    about: str = "about: {relation: stranger, demand: money}",
) -> str:
    """A scenario of these scenes, one after the other."""
    lines = ["format: 1", 'title: "Un dimanche"', 'summary: "Une sortie."', "locale: fr-FR"]
    lines += [one for one in (trap, about, notes) if one] + ["cast:", *(f"  {one}" for one in cast), "scenes:"]
    for number, one in enumerate(scenes):
        to = f"s{number + 1}" if number + 1 < len(scenes) else "end"
        lines += [f"  s{number}:", *(f"    {line}" for line in (*one.splitlines(), f"go_to: {to}"))]
    return "\n".join([*lines, 'endings: {end: {title: "Fin", debrief: ["Voilà."]}}']) + "\n"


SHORT, LONG = "Non", "Je préfère en parler d’abord avec Inès, ce soir"
TELL = (
    "Inès, tu viens ?",
    "Driss, cinq minutes ?",
    "Maman, mange avec moi",
    "On écrit au {helpline}",
    "Malo, t’es debout ?",
)


def told(*scenes: str) -> list[str]:
    return names(story(*scenes))


# -- the longest choice


def longest(*right_is_longest: bool) -> str:
    scenes = []
    for number, is_longest in enumerate(right_is_longest):
        right, other = (LONG, SHORT) if is_longest else (SHORT, LONG)
        scenes.append(scene(choice(f"{right} {number}", "block"), choice(f"{other} {number}")))
    return story(*scenes)


@pytest.mark.parametrize("many", [5, 6, 8])
def test_the_official_choice_is_told_when_it_is_the_longest_everywhere(many: int) -> None:
    assert names(longest(*[True] * many)) == ["longest-is-right"]


@pytest.mark.parametrize("right", [(True,) * 4, (True,) * 7 + (False,), (False,) * 6, (True, False) * 4, (True,)])
def test_a_run_that_chance_makes_is_not_told(right: tuple[bool, ...]) -> None:
    assert names(longest(*right)) == []


def test_scenes_without_a_wrong_or_a_right_choice_say_nothing_about_length() -> None:
    assert told(*[scene(choice(LONG, "block"), choice(SHORT, "block"))] * 6) == []
    assert told(*[scene(choice(LONG), choice(SHORT))] * 6) == []


def test_two_choices_of_one_length_give_nothing_away() -> None:
    assert told(*[scene(choice("Oui", "block"), choice("Non"))] * 6) == []


# -- one place


def placed(*places: int, keep: bool = True) -> str:
    scenes = []
    for number, place in enumerate(places):
        choices = [choice(f"{LONG} {number}"), choice(f"Bof {number}")]
        choices.insert(place, choice(f"{SHORT} {number}", "block"))
        scenes.append(scene(*choices, keep=keep))
    return story(*scenes)


@pytest.mark.parametrize("places", [(0, 0, 0), (1, 1, 1), (2, 2, 2, 2)])
def test_the_official_choice_is_told_when_it_always_has_one_place(places: tuple[int, ...]) -> None:
    assert names(placed(*places)) == ["right-in-one-place"]


@pytest.mark.parametrize("places", [(0, 1, 2), (0, 0), (1, 1, 0, 1), (2, 2, 2, 0, 2), (0,)])
def test_places_that_vary_are_not_told(places: tuple[int, ...]) -> None:
    assert names(placed(*places)) == []


def test_the_order_of_a_file_says_nothing_where_the_game_shuffles() -> None:
    assert names(placed(0, 0, 0, 0, keep=False)) == []


# -- help in the same words

SAME = (
    ("En parler à ma mère", "Parler à Driss", "Je parle à Inès", "On se parle, Malo ?"),
    ("Écrire au {helpline}", "Appeler le {helpline}", "Le {helpline}, à deux", "Et si on faisait le {helpline} ?"),
    ("Demander de l’aide à Inès", "Chercher de l’aide", "De l’aide, vite", "J’ai besoin d’aide"),
    ("Un adulte, tout de suite", "Aller voir un adulte", "Le dire à un adulte", "Avec un adulte", "Trouver un adulte"),
)
VARIED = (
    TELL,
    ("En parler à ma mère", "Parler à Driss", "Je parle à Inès", "Malo, t’es debout ?"),
    ("En parler à ma mère", "Parler à Driss", "Je parle à Inès"),
    ("Écrire au {helpline}", "Driss, cinq minutes ?", "Appeler le {helpline}", "Le {helpline}"),
)


@pytest.mark.parametrize("texts", SAME)
def test_help_that_always_says_the_same_word_is_told(texts: tuple[str, ...]) -> None:
    assert told(*(scene(choice(text, "trusted-adult")) for text in texts)) == ["help-same-words"]


@pytest.mark.parametrize("texts", VARIED)
def test_help_in_several_words_is_not(texts: tuple[str, ...]) -> None:
    assert told(*(scene(choice(text, "trusted-adult")) for text in texts)) == []


# -- the cast


@pytest.mark.parametrize("role", ["friend", "family", "adult", "helper"])
def test_one_person_who_may_help_is_enough(role: str) -> None:
    assert names(story(scene(), cast=(ME, ALEX, f'ada: {{name: "Ada", role: {role}}}'))) == []


@pytest.mark.parametrize("others", [(), (ALEX,), (ALEX, 'leo: {name: "Léo", role: stranger}')])
def test_a_trap_with_nobody_to_turn_to_is_told(others: tuple[str, ...]) -> None:
    chat = scene(chat=("~ 16 h", "me: Salut"))
    assert names(story(chat, cast=(ME, *others))) == ["nobody-to-turn-to"]
    assert names(story(chat, cast=(ME, *others), trap="trap: false")) == []
    assert names(story(chat, cast=(ME, *others), trap="")) == []


# -- signs everywhere


def chats(*signs: bool) -> tuple[str, ...]:
    return tuple(
        line for number, sign in enumerate(signs) for line in (f"alex: Mot {number}", *["  ^ too-fast"] * sign)
    )


@pytest.mark.parametrize("many", [5, 6, 9])
def test_a_contact_whose_every_message_shows_a_sign_is_told_once(many: int) -> None:
    assert names(story(scene(chat=chats(*[True] * many)))) == ["signs-everywhere"]


@pytest.mark.parametrize("signs", [(True,) * 4, (True,) * 8 + (False,), (False,) * 9, (True,)])
def test_a_contact_with_an_ordinary_message_or_few_messages_is_not(signs: tuple[bool, ...]) -> None:
    assert names(story(scene(chat=chats(*signs)))) == []


# -- the teacher's notes

ASKED = {"goal": 'goal: "Un but."', "before": 'before: "Un mot."', "ask": 'ask: "Quoi ?"'}


@pytest.mark.parametrize("left_out", [("goal",), ("before",), ("ask",), ("goal", "ask"), ("before", "ask")])
def test_notes_that_are_missing_are_named(left_out: tuple[str, ...]) -> None:
    kept = ", ".join(text for key, text in ASKED.items() if key not in left_out)
    (problem,) = lints(story(scene(), notes=f"teacher: {{{kept}}}"))
    assert (problem.name, problem.place.line) == ("missing-notes", 7)
    assert dict(problem.values)["missing"] == ", ".join(left_out)


def test_a_file_without_notes_is_told_at_its_title() -> None:
    (problem,) = lints(story(scene(), notes=""))
    assert (problem.name, problem.place.line) == ("missing-notes", 2)


def test_a_file_that_does_not_say_yet_whether_it_is_a_trap_is_not_asked_for_notes() -> None:
    assert names(story(scene(), notes="", trap="")) == []


# -- advice that fits another story


@pytest.mark.parametrize("relation", ["known", "partner", "peer"])
def test_step_1_is_told_where_the_author_is_known(relation: str) -> None:
    official = story(scene(choice("Non", "do-not-give-in")), about=f"about: {{relation: {relation}, demand: images}}")
    assert names(official) == ["step-1-known-author"]
    assert names(official.replace("do-not-give-in", "block")) == []
    assert names(official.replace(relation, "stranger")) == []


def test_thesee_is_right_for_a_stranger_who_wants_money() -> None:
    said = scene(choice("Signaler sur THESEE"))
    assert names(story(said)) == []
    assert names(story(said, about="")) == ["thesee-not-for-this"]
    assert names(story(said, about="about: {relation: known, demand: money}")) == ["thesee-not-for-this"]


# -- an intimate image

ASKS = ("alex (masked): Demande intime", "  ^ intimate-request")


def test_a_choice_about_an_image_is_told_only_where_the_scene_asks_for_one() -> None:
    assert names(story(scene(choice("Envoyer une photo"), chat=ASKS))) == ["intimate-image-choice"]
    assert names(story(scene(choice("Envoyer une photo")))) == []
    assert names(story(scene(choice("Envoyer une photo intime")))) == ["intimate-image-choice"]


def test_an_intimate_image_and_a_sexual_word_keep_a_story_from_playing_and_other_lints_do_not() -> None:
    assert stops(lints(story(scene(choice("Envoyer une photo intime")))))
    assert stops(lints(story(scene(chat=("alex: T’es sexy",)))))
    assert not stops(lints(story(scene(choice("Oui", because="Tu as été naïf.")))))


# -- where it is told, and to whom


def test_a_problem_stands_where_its_text_does() -> None:
    text = dedent("""\
        format: 1
        title: "Un piège"
        summary: "Une arnaque"
        locale: fr-FR
        trap: true
        about: {relation: stranger, demand: money}
        teacher: {goal: "Un but.", before: "Un mot.", ask: "Quoi ?"}
        cast:
          me: {name: "Sacha"}
          alex: {name: "Alex", role: contact, profile: "Maître chanteur"}
          ines: {name: "Inès", role: friend}
        scenes:
          one:
            skip: "Tu as été naïf."
            chat: |
              alex: Salut
                ça va ? T’as insta ?
            choices:
              - id: a
                reply: "Sur TikTok."
                because: "Quelle erreur !"
            go_to: end
        endings:
          end:
            title: "Tout ira bien"
            debrief:
              - "Bien."
              - {text: "Il ne se passera rien.", if: []}
        """)
    found = [(one.place.line, one.place.column, one.name) for one in lints(text.replace(", if: []", ""))]
    assert found == [
        (2, 8, "gives-it-away"),
        (3, 10, "gives-it-away"),
        (10, 48, "gives-it-away"),
        (14, 11, "blame"),
        (16, 7, "real-brand"),
        (20, 16, "real-brand"),
        (21, 18, "blame"),
        (25, 12, "promise"),
        (28, 9, "promise"),
    ]


def test_one_text_is_told_once_however_often_it_says_it() -> None:
    (problem,) = lints(story(scene(choice("Oui", because="Tu as été naïf. Tu as été bête. Quelle erreur !"))))
    assert dict(problem.values) == {"words": "Tu as été naïf"}


def test_people_of_the_story_may_react_badly() -> None:
    assert names(story(scene(chat=("ines: Tu as été naïf. Tu aurais dû te méfier.",)))) == []


def test_a_contact_may_promise_and_a_helper_may_not() -> None:
    assert names(story(scene(chat=("alex: Il ne se passera rien.",)))) == []
    assert names(story(scene(chat=("ines: Il ne se passera rien.",)))) == ["promise"]


def test_amounts_are_ordinary_where_nobody_means_harm() -> None:
    asked = story(scene(chat=("alex: Tu me dois 20 euros.",)))
    assert names(asked) == ["demand-in-detail"]
    assert names(asked.replace("trap: true", "trap: false")) == []


def test_a_masked_caption_is_no_text_of_the_author() -> None:
    assert names(story(scene(chat=ASKS))) == []


def test_shipped_stories_and_templates_give_the_lints_nothing_to_say() -> None:
    files = [*folder("scenarios").glob("*.yaml"), *(Path(__file__).parents[3] / "game" / "cli").rglob("*.yaml")]
    assert len(files) >= 3
    for path in files:
        reading = read(path.read_bytes())
        if reading.scenario is not None:
            assert lint(reading.scenario, load(reading.scenario.country, "fr")) == (), path.name


def test_an_amount_beside_a_sign_that_threatens_nothing_is_a_price() -> None:
    said = "alex: Je vends mes pinceaux 15 euros, ça t’intéresse ?"
    assert names(story(scene(choice(SHORT), chat=(said, "  ^ unknown-contact")))) == []
    assert names(story(scene(choice(SHORT), chat=(said, "  ^ threat")))) == ["demand-in-detail"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Il me faut 200 euros", "amount"),
        ("Il me faut 300 avant vendredi", "amount"),
        ("Tu as deux jours, pas plus", "deadline"),
        ("Paie avec une carte prépayée", "means"),
        ("Fais un virement tout de suite", "means"),
        ("Si tu paies pas je montre la photo", "threat"),
    ],
)
def test_what_a_demand_gives_is_named(said: str, found: str) -> None:
    (one,) = lints(story(scene(chat=(f"alex: {said}",))))
    assert dict(one.values)["found"] == found
    assert one.says == dict(one.kind.by_found)[found]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('skip: "Vous recevez une demande."', ["vous-to-player"]),
        ('skip: "Driss demande : vous venez ?"', []),
        ('choices: [{id: a, do: "Vous payez", because: "Voilà."}]', ["vous-to-player"]),
        ('choices: [{id: a, do: "Bloquez ce compte", because: "Voilà."}]', ["vous-to-player"]),
        ('choices: [{id: a, do: "Dire à Driss : vous venez ?", because: "Voilà."}]', []),
        ('choices: [{id: a, reply: "Vous pouvez m’aider ?", because: "Voilà."}]', []),
    ],
)
def test_vous_is_looked_for_in_what_the_game_says_and_not_in_a_reply(written: str, told: list[str]) -> None:
    text = story("chat: |\n  alex: Salut\n" + written)
    assert [name for name in names(text) if name == "vous-to-player"] == told


def test_an_amount_is_told_where_its_message_shows_a_sign_or_something_is_claimed() -> None:
    said = "alex: C’est 80 euros pour toi"
    assert names(story(scene(choice(SHORT), chat=(said,)))) == []
    assert names(story(scene(choice(SHORT), chat=(said, "  ^ payment-demand")))) == ["demand-in-detail"]
    assert names(story(scene(choice(SHORT), chat=("alex: Tu me dois 80 euros",)))) == ["demand-in-detail"]
