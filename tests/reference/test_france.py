"""What the shipped data of France says, held to the source document and to the design, word by word."""

from __future__ import annotations

import pytest

from game.engine.reference import Sourced
from game.reference.library import countries, load

FRANCE = load("fr")

SOURCE_DOCUMENT = """\
1. Ne cédez pas au chantage : les vidéos ou photos sont très rarement publiées.
2. Vérifiez bien ce qu’on vous envoie : vous allez peut-être recevoir un lien visant à prouver que la vidéo est en \
ligne. Cette annonce fait partie des différentes étapes de chantage visant à vous faire peur. Ce lien peut s’afficher \
pour vous uniquement en mode privé et n’est probablement pas visible par le public ou par vos amis.
3. Si vous disposez du lien URL vers la vidéo, vous pouvez signaler le chantage dont vous faites l’objet sur :
- la plateforme et/ou le réseau social concerné
- a plateforme officielle de la cyber-police PHAROS : www.internet-signalement.gouv.fr. Pharos reviendra très \
rapidement vers vous et pourra faire supprimer la vidéo.
5. Si ce n’est pas le cas, privatisez vos profils sur les réseaux sociaux.
6. Dans tous les cas, prenez toujours des captures d’écran.
7. Enfin, rendez-vous à la gendarmerie ou au commissariat de police en apportant tous les renseignements et toutes \
les captures d’écrans et preuves imprimées.
Vous êtes mineurs et vous avez besoin d’aide dans vos démarches, contactez Net Écoute 0️⃣8️⃣0️⃣0️⃣2️⃣0️⃣0️⃣0️⃣0️⃣0️⃣ 📲 ou par 💬 sur \
Messenger m.me/eenfance ou sur netecoute.fr. C’est anonyme, confidentiel et gratuit, du lundi au vendredi de 09h à 19h.
"""
"""The lines of the source document that hold its steps, as they stand there (its own slip in “a plateforme” too)."""

NUMBERS = {
    "do-not-give-in": "1",
    "check-link": "2",
    "report-platform": "3",
    "report-authority": "3",
    "lock-profiles": "5",
    "screenshots": "6",
    "police": "7",
    "helpline": "",
}
COMPLEMENTS = ["stop-replying", "block", "trusted-adult", "do-not-delete", "change-passwords", "image-hash"]

GLOSSES = {
    "do-not-give-in": (
        "Souvent, la menace n’est pas exécutée. Si elle l’est, on peut demander le retrait, et tu seras aidé(e)."
    ),
    "check-link": "N’ouvre pas le lien pour vérifier. Garde une capture du message.",
    "screenshots": (
        "Certaines applis préviennent. Tu peux photographier l’écran avec un autre appareil, sans l’image intime. "
        "Pas de capture\u00a0? Tu peux quand même être aidé(e)."
    ),
    "police": "Imprime les messages, jamais l’image. Tu peux y aller même sans preuves.",
}


def sourced() -> list[tuple[str, Sourced]]:
    entries = (*FRANCE.signs, *FRANCE.steps, *FRANCE.law, *FRANCE.helplines)
    return [(entry.id, entry.sourced) for entry in entries]


def test_the_source_steps_keep_their_numbers_and_their_order() -> None:
    from_source = [step for step in FRANCE.steps if step.sourced.origin == "source"]
    assert {step.id: step.number for step in from_source} == NUMBERS
    assert [step.id for step in from_source] == list(NUMBERS)
    assert [step.number for step in from_source] == ["1", "2", "3", "3", "5", "6", "7", ""]


def test_the_missing_four_is_said_aloud_and_never_made_up() -> None:
    assert "passe du point 3 au point 5" in FRANCE.missing_number
    assert "4" not in [step.number for step in FRANCE.steps]


@pytest.mark.parametrize("id", NUMBERS)
def test_a_quotation_is_the_sources_own_words(id: str) -> None:
    quotation = FRANCE.step[id].quotation
    assert quotation
    assert quotation in " ".join(SOURCE_DOCUMENT.split())


@pytest.mark.parametrize(("id", "gloss"), GLOSSES.items())
def test_a_gloss_is_the_one_of_the_design_word_by_word(id: str, gloss: str) -> None:
    assert FRANCE.step[id].gloss == gloss


def test_no_step_of_the_source_stands_bare() -> None:
    assert all(step.gloss for step in FRANCE.steps if step.quotation)
    authority = FRANCE.step["report-authority"].gloss
    assert "PHAROS ne reçoit que ce qui est public" in authority
    assert all(where in authority for where in ("Espace Mineurs", "THESEE"))
    assert "Un signalement n’est pas une plainte" in authority
    assert "dans tous les cas" in FRANCE.step["lock-profiles"].gloss
    assert "3018" in FRANCE.step["helpline"].since


def test_complements_have_neither_number_nor_quotation() -> None:
    complements = [step for step in FRANCE.steps if step.sourced.origin == "complement"]
    assert [step.id for step in complements] == COMPLEMENTS
    assert not any(step.number or step.quotation for step in complements)


def test_which_steps_help_and_which_is_giving_in() -> None:
    assert {step.id for step in FRANCE.steps if step.help} == {"trusted-adult", "helpline", "police"}
    assert [step.id for step in FRANCE.steps if step.giving_in] == ["do-not-give-in"]


def test_the_last_paragraph_is_named_as_the_source_of_the_helpline_step() -> None:
    assert FRANCE.step["helpline"].sourced.sources[0].title.endswith("dernier paragraphe")


def test_signs_follow_the_course_of_a_blackmail() -> None:
    stages = [sign.stage for sign in FRANCE.signs]
    assert len(stages) == 19
    assert stages == sorted(stages)
    threatening = {sign.id for sign in FRANCE.signs if sign.stage >= 6}
    assert threatening == {
        "threat",
        "shows-contacts",
        "payment-demand",
        "proof-link",
        "second-demand",
        "paid-rescue",
        "recruitment",
    }


def test_each_family_has_signs_and_there_are_eight_at_most() -> None:
    assert len(FRANCE.families) <= 8
    assert {sign.family for sign in FRANCE.signs} == set(FRANCE.family)


def test_the_three_texts_of_every_debrief_and_the_closest() -> None:
    assert [topic.id for topic in FRANCE.law if topic.always] == ["cyberharassment", "extortion", "blackmail"]
    assert [topic.id for topic in FRANCE.law if topic.closest] == ["blackmail"]
    assert FRANCE.topic["cyberharassment"].articles == ("Code pénal, article 222-33-2-2",)
    assert FRANCE.topic["extortion"].articles == ("Code pénal, article 312-1",)
    assert "Code pénal, article 312-10" in FRANCE.topic["blackmail"].articles
    assert {id for id, topic in FRANCE.topic.items() if topic.sourced.origin == "source"} == {
        "cyberharassment",
        "extortion",
    }


def test_a_penalty_is_what_an_author_can_be_punished_with() -> None:
    for topic in FRANCE.law:
        assert "uteur" in topic.penalty, topic.id
        assert "peut être puni jusqu’à" in topic.penalty, topic.id


def test_august_2014_is_said_of_online_harassment_only() -> None:
    assert [topic.id for topic in FRANCE.law if "2014" in topic.long + topic.penalty] == ["cyberharassment"]
    assert "Cette date concerne seulement le cyberharcèlement" in FRANCE.topic["cyberharassment"].long


def test_players_are_shown_3018_first_and_the_rest_in_this_order() -> None:
    assert [line.id for line in FRANCE.helplines if line.for_players] == [
        "3018",
        "espace-mineurs",
        "3114",
        "17",
        "112",
        "119",
        "fil-sante-jeunes",
        "take-it-down",
        "thesee",
        "pharos",
        "17cyber",
    ]
    first = FRANCE.helplines[0]
    assert (first.number, first.address) == ("3018", "3018.fr")
    assert "9\u00a0h à 23\u00a0h" in first.hours
    assert "La nuit\u00a0: tchat de l’Espace Mineurs" in first.hours


def test_who_answers_at_night_is_said_beside_3018() -> None:
    text = FRANCE.step["helpline"].long
    assert all(who in text for who in ("nuit", "Espace Mineurs", "17", "112", "3114"))


def test_the_card_of_3018_says_once_who_answers_at_night() -> None:
    card = FRANCE.helpline["3018"]
    assert "nuit" not in card.long
    assert "Espace Mineurs" in card.hours


def test_the_number_of_the_source_document_is_kept_but_not_for_players() -> None:
    old = FRANCE.helpline["net-ecoute"]
    assert (old.number, old.short, old.for_players) == ("0800 200 000", "Numéro du document source", False)
    for step in FRANCE.steps:
        assert "0800" not in step.long + step.gloss + step.quotation


def test_nothing_unverified_reaches_players() -> None:
    hidden = {line.id for line in FRANCE.helplines if not line.for_players}
    assert not [id for id, one in sourced() if one.status == "unverified" and id not in hidden]
    assert "114" not in {line.number for line in FRANCE.helplines}


def test_take_it_down_comes_before_the_services_that_receive_the_image() -> None:
    order = [line.id for line in FRANCE.helplines]
    assert order.index("take-it-down") < order.index("point-de-contact")
    assert not FRANCE.helpline["point-de-contact"].for_players


def test_thesee_is_for_a_stranger_who_demands_money() -> None:
    text = FRANCE.helpline["thesee"].long
    assert "que en ligne" not in text
    assert "qu’en ligne" in text
    assert "réclame de l’argent" in text


def test_every_entry_says_where_it_was_read_and_when_it_was_checked() -> None:
    for id, one in sourced():
        assert one.sources, id
        assert all(source.title and source.date for source in one.sources), id
        assert one.checked == "2026-11-22", id
    assert FRANCE.document.title.startswith("Vigilance chantage à la webcam")


def test_france_is_a_country() -> None:
    assert "fr" in countries()
