"""Finding a scenario and opening it with all that playing it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import shelf
from game.shelf import Opened, find, open_bytes, open_file, shipped
from tests.engine.making import END, file_text

GOOD = file_text("only: {go_to: end}", facts="", trap="")
WARNED = file_text("only: {go_to: end}\nlost: {go_to: end}", facts="", trap="")
BROKEN = file_text("only: {go_to: ende}", trap="")


@pytest.fixture
def scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of scenarios in the place of the game's own."""
    own = tmp_path / "game" / "scenarios"
    own.mkdir(parents=True)
    monkeypatch.setattr(shelf, "folder", (tmp_path / "game").joinpath)
    for name in ("b-story", "a-story"):
        (own / f"{name}.yaml").write_text(GOOD, encoding="utf-8")
    (own / "README.md").write_text("x", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return own


def names(opened: Opened) -> list[str]:
    return [one.name for one in opened.problems]


# -- finding


def test_the_shipped_scenarios_are_listed_by_name(scenarios: Path) -> None:
    assert shipped() == (scenarios / "a-story.yaml", scenarios / "b-story.yaml")


def test_an_order_comes_before_names_and_whom_it_forgets_come_last(scenarios: Path) -> None:
    (scenarios / "c-story.yaml").write_text(GOOD, encoding="utf-8")
    (scenarios / "order.txt").write_text("c-story\n# comment\nnot-there\nb-story  # then\n", encoding="utf-8-sig")
    assert [path.stem for path in shipped()] == ["c-story", "b-story", "a-story"]


def test_a_shipped_scenario_is_found_by_its_name(scenarios: Path) -> None:
    assert find("a-story") == scenarios / "a-story.yaml"


def test_a_file_of_that_name_here_comes_before_the_shipped_one(scenarios: Path) -> None:
    Path("a-story").write_text(GOOD, encoding="utf-8")
    assert find("a-story") == Path("a-story")


@pytest.mark.parametrize(
    "name", ["nothing", "sub/a-story", "../game/scenarios/a-story", "a-story.yaml", "x" * 1000, "\0", ""]
)
def test_any_other_name_is_taken_for_a_path(scenarios: Path, name: str) -> None:
    assert find(name) == Path(name)


def test_the_games_own_scenarios_are_found_and_play() -> None:
    assert shipped()
    for path in shipped():
        assert find(path.stem) == path
        opened = open_file(path, "fr")
        assert opened.problems == ()
        assert opened.story is not None


# -- opening


def test_a_good_file_opens_with_its_story_and_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    opened = open_file(path, "fr")
    assert opened.path == path
    assert opened.problems == ()
    assert opened.story == (opened.scenario, opened.reference)
    assert opened.reference is not None
    assert (opened.reference.country, opened.reference.language) == ("fr", "fr")


def test_a_file_with_warnings_plays() -> None:
    opened = open_bytes(Path("x.yaml"), WARNED.encode(), "fr")
    assert names(opened) == ["not-reachable"]
    assert opened.story is not None


def test_a_file_with_errors_does_not_play_and_still_tells_what_was_understood() -> None:
    opened = open_bytes(Path("x.yaml"), BROKEN.encode(), "fr")
    assert names(opened) == ["unknown-target"]
    assert opened.story is None
    assert opened.scenario is not None


def test_a_file_of_ones_own_is_proved_and_a_shipped_one_only_where_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    proof = open_file(path, "fr").proof
    assert proof is not None
    assert proof.complete
    for own in shipped():
        assert open_file(own, "fr").proof is None
        proof = open_file(own, "fr", prove_shipped=True).proof
        assert proof is not None
        assert (proof.complete, proof.problems) == (True, ())


def test_a_file_with_errors_is_not_proved() -> None:
    assert open_bytes(Path("x.yaml"), BROKEN.encode(), "fr").proof is None


TWO = 'first: {choices: [{do: "a", because: "b", sets: told, go_to: then}, {do: "c", because: "d", go_to: end}]}'


def test_what_every_path_shows_replaces_what_check_could_only_guess() -> None:
    then = 'then: {choices: [{do: "e", because: "f", if: told, go_to: end}]}'
    text = file_text(f"{TWO}\n{then}", facts='told: "a parlé"', trap="")
    assert names(open_bytes(Path("x.yaml"), text.encode(), "fr")) == ["condition-always-true"]


def test_a_dead_end_is_told_once() -> None:
    then = 'then: {choices: [{do: "e", because: "f", unless: told, go_to: end}]}'
    text = file_text(f"{TWO}\n{then}", facts='told: "a parlé"', trap="")
    opened = open_bytes(Path("x.yaml"), text.encode(), "fr")
    assert names(opened) == ["no-way-on"]
    assert opened.story is None


def test_problems_of_reading_and_of_judging_come_in_the_order_of_the_file() -> None:
    text = file_text("only: {go_to: ende}", END.replace("}", ", open: oui, law: theft}"), trap="oui")
    assert names(open_bytes(Path("x.yaml"), text.encode(), "fr")) == [
        "unknown-value",
        "unknown-target",
        "unknown-value",
        "unknown-law",
    ]


def test_a_file_that_is_no_scenario_has_no_story() -> None:
    opened = open_bytes(Path("x.yaml"), b"- a", "fr")
    assert (opened.scenario, opened.reference, opened.story) == (None, None, None)
    assert names(opened) == ["not-a-scenario"]


def test_a_country_that_nobody_has_described_is_told_at_the_locale() -> None:
    opened = open_bytes(Path("x.yaml"), GOOD.replace("fr-FR", "fr-ZZ").encode(), "fr")
    assert names(opened) == ["unknown-country"]
    assert (opened.problems[0].place.line, opened.problems[0].place.column) == (4, 9)
    assert dict(opened.problems[0].values) == {"country": "ZZ", "known": "BE, CA, CH, FR, LU"}
    assert opened.story is None


def test_the_language_of_the_reference_is_the_players() -> None:
    opened = open_bytes(Path("x.yaml"), GOOD.encode(), "en")
    assert opened.reference is not None
    assert opened.reference.language in ("en", "fr")  # French where nobody has translated it


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x00", b"[" * 100, b"&a [*a]", b"x" * 1_000_001])
def test_whatever_the_content_opening_it_raises_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    opened = open_file(path, "fr")
    assert opened.problems
    assert opened.story is None


def test_a_file_inside_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GOOD, encoding="utf-8")
    assert names(open_file(tmp_path / "x.yaml" / "y.yaml", "fr")) in (
        ["file-not-readable"],
        ["file-not-found"],
    )  # Windows: the second


def test_what_the_document_says_of_strangers_is_not_said_beside_somebody_known() -> None:
    for country in ("", "be"):
        known = open_file(find("la-cle-de-douze"), "fr", country=country).story
        stranger = open_file(find("trois-semaines-en-aout"), "fr", country=country).story
        assert known is not None
        assert stranger is not None
        step, usual = known[1].step["do-not-give-in"], stranger[1].step["do-not-give-in"]
        assert "on ne sait pas ce qu’elle fera" in step.gloss
        assert step.quotation == ""
        assert usual.gloss.startswith("Souvent, la menace n’est pas exécutée")
        assert step.number == usual.number
