"""“Did you mean”: every name that an author can misspell is told with the name that was meant, where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.check import check
from game.engine.kinds import KINDS
from game.engine.problems import MOST_NAMED, Guesses, near, some
from game.engine.read import read
from game.shelf import open_bytes, open_file
from tests.engine.making import END, file_text, problems
from tests.small_reference import SMALL

TALK = """
talk:
  chat: |
    {line}
  choices:
    - {{id: tell, reply: "Oui.", because: "Voilà.", {key}}}
  go_to: {to}
"""


def scene(line: str = "alex: Salut", key: str = "steps: block", to: str = "end") -> str:
    return TALK.format(line=line, key=key, to=to)


MISSPELT = {
    "unknown-key": (file_text(scene(key="stepz: block")), "steps"),
    "unknown-value": (file_text(scene(), trap="tru"), "true"),
    "unknown-speaker": (file_text(scene("Alex: Salut")), "alex"),
    "unknown-attribute": (file_text(scene("alex (maskd): Menace")), "masked"),
    "masked-caption": (file_text(scene("alex (masked): demande intime repetee")), "Demande intime répétée"),
    "unknown-sign": (file_text(scene("alex: Salut\n      ^ changing-app")), "change-app"),
    "unknown-step": (file_text(scene(key="steps: blok")), "block"),
    "unknown-law": (file_text(scene(), END.replace("}", ", law: Black_mail}")), "blackmail"),
    "unknown-target": (file_text(scene(to="ned")), "end"),
    "unknown-placeholder": (file_text(scene("alex: Appelle le {helplin}")), "{helpline}"),
    "unknown-fact": (file_text(scene("alex (if payd): Salut")), "paid"),
}


def guesses(text: str) -> Iterator[tuple[str, str]]:
    for one in problems(text):
        yield one.name, dict(one.values).get("near", "")


@pytest.mark.parametrize("name", MISSPELT)
def test_a_misspelt_name_is_told_with_the_one_that_was_meant(name: str) -> None:
    text, meant = MISSPELT[name]
    assert list(guesses(text)) == [(name, meant)]


@pytest.mark.parametrize(("locale", "meant"), [("fr-FE", "fr-FR"), ("en-GR", "en-FR"), ("fr-ZZ", "")])
def test_a_country_is_guessed_when_one_of_its_letters_is_right(locale: str, meant: str) -> None:
    told = open_bytes(Path("x.yaml"), file_text(scene()).replace("fr-FR", locale).encode(), "fr").problems
    assert [(one.name, dict(one.values).get("near", "")) for one in told] == [("unknown-country", meant)]


def test_no_kind_of_unknown_name_goes_without_a_guess() -> None:
    tried = {*MISSPELT, "unknown-country"}
    assert {name for name in KINDS if name.startswith("unknown-")} - {"unknown-format"} <= tried
    assert all("{near}" in KINDS[name].near for name in tried)


@pytest.mark.parametrize(
    ("role", "avatar", "meant"), [("frend", "sun", "friend"), ("friend", "guitare", "guitar"), ("copain", "soleil", "")]
)
def test_roles_and_avatars_are_guessed_too(role: str, avatar: str, meant: str) -> None:
    cast = f'me: {{name: "Sacha"}}\nines: {{name: "Inès", role: {role}, avatar: {avatar}}}'
    told = list(guesses(file_text("talk: {go_to: end}", cast=cast)))
    assert told
    assert all(one == ("unknown-value", meant) for one in told)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maskd", "masked"),
        ("after 2 min", "after 120 s"),
        ("4s", "after 4 s"),
        ("aftr 3 s", "after 3 s"),
        ("unles paid", "unless paid"),
        ("if Paid", "if paid"),
        ("after 11 minutes", ""),
        ("slowly", ""),
        ("masked please", ""),
    ],
)
def test_an_attribute_is_guessed_whole_or_not_at_all(typed: str, meant: str) -> None:
    assert list(guesses(file_text(scene(f"alex ({typed}): Menace")))) == [("unknown-attribute", meant)]


@pytest.mark.parametrize(
    ("locale", "meant"), [("fr_FR", "fr-FR"), ("FR-fr", "fr-FR"), ("en", "en-FR"), ("fr", "fr-FR"), ("français", "")]
)
def test_a_locale_in_another_form_is_guessed(locale: str, meant: str) -> None:
    assert list(guesses(file_text(scene()).replace("fr-FR", locale))) == [("unknown-value", meant)]


@pytest.mark.parametrize(
    ("minutes", "meant"),
    [("4 min", "4"), ("environ 08 minutes", "8"), ("15 mn.", "15"), ("1 h 30 min", ""), ("4-5 min", ""), ("0 min", "")],
)
def test_minutes_in_words_are_guessed_when_there_is_one_number(minutes: str, meant: str) -> None:
    text = file_text(scene()).replace("locale: fr-FR", f"locale: fr-FR\nminutes: {minutes}")
    assert ("not-a-number", meant) in guesses(text)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Suivre !", "suivre"), ("Après Midi", "apres-midi"), ("«»", "first-night"), ("À_bientôt", "a-bientot")],
)
def test_a_name_that_cannot_be_is_offered_in_a_form_that_can(typed: str, offered: str) -> None:
    text = file_text(f'talk: {{choices: [{{id: "{typed}", reply: "a", because: "b"}}], go_to: end}}')
    assert [(one.name, dict(one.values)["example"]) for one in problems(text)] == [("bad-name", offered)]


def test_a_missing_file_is_guessed_among_its_neighbours_and_the_shipped_stories(tmp_path: Path) -> None:
    story = tmp_path / "ma-belle-histoire.yaml"
    story.write_text(file_text(scene()), encoding="utf-8")
    (absent,) = open_file(tmp_path / "ma-bele-histoire.yml", "fr").problems
    assert (absent.name, dict(absent.values)) == ("file-not-found", {"near": str(story)})
    (shipped,) = open_file(Path("trois-semaine-en-aout"), "fr").problems
    assert dict(shipped.values) == {"near": "trois-semaines-en-aout"}
    assert open_file(tmp_path / "xyz", "fr").problems[0].values == ()


def test_capitals_accents_and_joiners_count_for_nothing() -> None:
    assert near("ÉTAPE_Un", ["etape-un", "etape-deux"]) == "etape-un"
    assert near("demande d’argent", ["Menace", "Demande d'argent"]) == "Demande d'argent"
    assert near("anything", []) == ""


def test_a_hint_lists_forty_names_at_most() -> None:
    names = [f"name-{number}" for number in range(MOST_NAMED + 1)]
    assert some(names[:-1]) == ", ".join(names[:-1])
    assert some(names) == ", ".join([*names[:-1], "…"])


def test_guessing_ends_after_enough_faults_and_the_faults_are_told_all_the_same() -> None:
    few = Guesses(most=1)
    assert [few.near("blok", ["block"]) for _ in range(3)] == ["block", "", ""]
    scenes = "".join(f"s{number}: {{go_to: t{number}}}\n" for number in range(100, 400))
    scenario = read(file_text(scenes).encode()).scenario
    assert scenario is not None
    told = [one for one in check(scenario, SMALL) if one.name == "unknown-target"]
    assert len(told) == 300
    assert sum(any(key == "near" for key, _value in one.values) for one in told) == 100
