"""Hard words in texts: which ones are found, and which only look like one."""

from __future__ import annotations

import pytest

from game.engine.events import Event, Start
from game.engine.hard_words import found, of_scene
from game.engine.session import NEW, decide, fold
from game.reference.library import load
from game.shelf import open_file
from game.storage import folder

FRENCH = (
    ("Ta mère peut porter plainte avec toi.", ["plainte"]),
    ("Les plaintes, la PLAINTE, une plainte.", ["plainte"]),
    ("Un signalement n’est pas une plainte.", ["signaler", "plainte"]),
    ("Fais une capture d'écran", ["capture d’écran"]),
    ("Fais une capture d’écran\u00a0!", ["capture d’écran"]),
    ("Envoie les captures\u00a0: profil, dates.", ["capture d’écran"]),
    ("L’extorsion et le chantage\nsont punis.", ["extorsion", "chantage"]),
    ("Une image\u00a0intime, diffusée sans consentement.", ["image intime", "diffusion", "consentement"]),
    ("Avant 13 ans, il n’y a pas de peine, mais des mesures éducatives.", ["peine", "mesure éducative"]),
    ("Code pénal, article 312-10", ["code pénal"]),
    ("J’ai à peine un écran.", []),
    ("Ça m’a fait de la peine, et ce n’était pas la peine.", []),
    ("On dit oui pour ne pas faire de peine.", []),
    ("Va sur l’Espace Mineurs.", []),
    ("Il est resté en retrait, sur le carrelage.", []),
    ("Il faut prévenir, il fait signe, c’est un signal, il se plaint, il est confiant.", []),
    ("Un captureur, des replatesformes, contreplainte", []),
    ("", []),
)
ENGLISH = (
    ("A report is not a formal complaint.", ["report", "complaint"]),
    ("She’s being BLACKMAILED, with an intimate\u00a0image.", ["blackmail", "intimate image"]),
    ("The offender can be punished with a fine of €30,000.", ["offender", "fine"]),
    ("I’m fine. That’s fine with me, it’s a fine day.", []),
    ("No offence, it was the school report.", []),
    ("A minor detail, and the author of the story.", []),
    ("Reporters wait on platform 2.", []),
    ("J’ai 15 ans.", []),
)


@pytest.mark.parametrize(("language", "sentences"), [("fr", FRENCH), ("en", ENGLISH)])
def test_whole_words_are_found_in_their_forms_and_nothing_else(
    language: str, sentences: tuple[tuple[str, list[str]], ...]
) -> None:
    glossary = load("fr", language).glossary
    for text, expected in sentences:
        assert [one.word for one in found(text, glossary)] == expected, text


def test_nothing_is_found_without_a_glossary() -> None:
    assert found("Une plainte.", ()) == ()


def test_a_scene_has_the_words_that_were_shown_of_it_and_none_in_another_language() -> None:
    path = folder("scenarios") / "trois-semaines-en-aout.yaml"
    told = {language: open_file(path, language).story for language in ("fr", "en")}
    assert told["fr"] is not None
    assert told["en"] is not None
    scenario, reference = told["fr"]
    shown: tuple[Event, ...] = tuple(decide(scenario, NEW, Start(1)))
    offered = " ".join(choice.text for choice in scenario.scenes[0].choices)
    texts = " | ".join((*(message.text for message in scenario.scenes[0].messages), offered))
    assert fold(shown).scene == scenario.scenes[0].id
    assert set(of_scene(scenario, reference, shown)) <= set(found(texts, reference.glossary))
    assert of_scene(scenario, told["en"][1], shown) == ()
