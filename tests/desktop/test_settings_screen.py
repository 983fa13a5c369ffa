"""The settings: each change holds at once and is kept, a group is walked with arrow keys, and all can be put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from game.desktop.game import Game
from game.desktop.screens import Context
from game.desktop.screens.settings import SettingsScreen
from game.desktop.widget_radio import Radio
from game.desktop.widget_text import Heading
from game.desktop.widgets import Widget, walk
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings
from game.shelf import find
from tests.desktop.playing import STORY, Player, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def at_settings(settings: Settings | None = None) -> Player:
    player = Player(None, settings=settings)
    player.key("f10")
    return player


def state(player: Player, label: str) -> tuple[str, ...]:
    return next(node.state for node in player.app.nodes() if node.label == label and node.role in ("radio", "checkbox"))


@pytest.mark.parametrize(
    ("label", "changed"),
    [
        ("English", Settings(language="en")),
        ("Sombre", Settings(colours="dark")),
        ("Contraste fort", Settings(colours="contrast")),
        ("Plus grand", Settings(text_percent=125)),
        ("Noto Sans", Settings(face="noto")),
        ("OpenDyslexic", Settings(face="dyslexic")),
        ("Large", Settings(spacing="wide")),
        ("Très large", Settings(spacing="wider")),
        ("Lente", Settings(arrival="slow")),
        ("D’un coup", Settings(arrival="at once")),
        ("Sans mouvement\u00a0: rien ne glisse à l’écran", Settings(still=True)),
        ("Lire à voix haute, si cet ordinateur a une voix", Settings(voice=True)),
    ],
)
@pytest.mark.parametrize("by", ["mouse", "reader"])
def test_each_change_applies_at_once(label: str, changed: Settings, by: str) -> None:
    player = at_settings()
    widget = player.keyed("larger") if label == "Plus grand" else player.named(label)
    if by == "mouse":
        player.click_at(widget)
    else:
        assert widget.role is not None
        player.app.choose(widget.role, widget.label)
        player.see()
    assert player.app.settings == changed
    assert isinstance(player.app.screen, SettingsScreen)


def test_what_is_chosen_is_checked_and_the_others_are_not() -> None:
    player = at_settings(Settings(colours="dark", arrival="fast", still=True))
    assert "checked" in state(player, "Sombre")
    assert "not checked" in state(player, "Clair")
    assert "checked" in state(player, "Rapide")
    assert "checked" in state(player, "Sans mouvement\u00a0: rien ne glisse à l’écran")
    assert "checked" in state(player, "Français")


def test_arrows_move_within_a_group_and_tab_goes_through_the_groups() -> None:
    player = at_settings()
    stops = []
    for _ in range(10):
        player.key("tab")
        stops.append(player.focus)
    assert stops == [
        "Texte plus grand",
        "Clair",
        "Atkinson Hyperlegible",
        "Normal",
        "Essayer la sortie",
        "Français",
        "France",
        "Normale",
        "Sans mouvement\u00a0: rien ne glisse à l’écran",
        "Lire à voix haute, si cet ordinateur a une voix",
    ]
    player.key("f10")
    while player.focus != "Normale":
        player.key("shift+tab")
    for name, label in (
        ("right", "Rapide"),
        ("down", "D’un coup"),
        ("right", "Lente"),
        ("up", "D’un coup"),
        ("left", "Rapide"),
    ):
        player.key(name)
        assert player.focus == label
        assert "checked" in state(player, label)
    assert player.app.settings.arrival == "fast"
    player.key("shift+tab")
    assert player.focus == "France"


def test_the_radios_of_a_group_are_in_a_group_with_its_name() -> None:
    player = at_settings()
    groups = {
        widget.label: [one.label for one in walk(widget) if isinstance(one, Radio)]
        for widget in walk(player.app.tree)
        if widget.role == "radiogroup"
    }
    assert groups["Couleurs"] == ["Clair", "Sombre", "Contraste fort"]
    assert groups["Espace entre les lignes"] == ["Normal", "Large", "Très large"]


def test_the_focus_stays_in_view_when_the_text_grows() -> None:
    player = at_settings()
    while player.focus != "Texte plus grand":
        player.key("tab")
    for _ in range(7):
        player.key("enter")
        focused = player.app.focused
        assert focused is not None
        assert player.focus == "Texte plus grand"
        assert player.view_of(focused).contains(focused.rect)
    assert player.app.settings.text_percent == 275


def test_changes_are_kept_for_the_next_start() -> None:
    app = Game().app(kept=True, strict=True)
    app.key("f10")
    app.choose("radio", "Sombre")
    app.choose("radio", "OpenDyslexic")
    app.choose("checkbox", "Sans mouvement\u00a0: rien ne glisse à l’écran")
    assert read_settings() == Settings(colours="dark", face="dyslexic", still=True)


def test_everything_can_be_put_back_but_language_and_what_was_decided_once_and_that_undone() -> None:
    mine = Settings(language="fr", colours="dark", text_percent=150, spacing="wide", met=True, progress=True)
    player = at_settings(mine)
    player.click_at(player.keyed("first"))
    assert player.app.settings == Settings(language="fr", met=True, progress=True)
    assert "Les réglages sont ceux du départ." in player.labels
    player.click_at(player.keyed("take back"))
    assert player.app.settings == mine
    assert "Annuler" not in player.labels


def test_putting_back_is_offered_only_when_something_was_changed() -> None:
    player = at_settings(Settings(met=True))
    assert "disabled" in next(
        node.state for node in player.app.nodes() if node.label == "Revenir aux réglages de départ"
    )


@pytest.mark.parametrize("keys", [["f10"], ["ctrl+,"]])
@pytest.mark.parametrize("percent", [100, 200])
def test_from_a_play_and_back_to_the_same_place(keys: list[str], percent: int) -> None:
    player = at_first_question(size=(640, 480), percent=percent)
    player.key("home")
    before = [(node.label, node.rect) for node in player.app.nodes()]
    player.key(*keys)
    assert "Réglages" in player.labels
    player.wait(30)
    player.key("escape")
    player.wait()
    assert [(node.label, node.rect) for node in player.app.nodes()] == before


def test_the_key_of_the_settings_opens_them_once() -> None:
    player = at_settings()
    player.key("f10", "escape")
    assert "Vigichat" in player.labels


def test_from_home_by_its_button() -> None:
    player = Player(None)
    player.click("Réglages")
    assert isinstance(player.app.screen, SettingsScreen)


def test_the_play_speaks_the_new_language_at_once_and_stands_where_it_stood() -> None:
    player = at_first_question()
    player.key("f10")
    player.click("English")
    player.key("escape")
    assert "You are Camille. What do you do?" in player.labels
    assert player.focus == "You are Camille. What do you do?"
    assert player.play.settled
    assert player.play.reference.language == "en"


def test_a_story_of_the_game_goes_on_in_the_new_language() -> None:
    player = at_first_question(path=find("trois-semaines-en-aout"))
    said = player.play.state.scene, len(player.play.log)
    player.key("f10")
    player.click("English")
    player.key("escape")
    assert "Three weeks in August" in player.labels
    assert (player.play.state.scene, len(player.play.log)) == said
    assert player.play.settled


def test_help_under_the_settings_speaks_the_new_language() -> None:
    player = Player(None)
    player.key("f1", "f10")
    player.click("English")
    player.key("escape")
    assert "Who can help you" in player.labels
    assert "Qui peut t’aider" not in player.labels


def seconds_to_the_question(settings: Settings) -> float:
    player = Player(STORY, settings=settings)
    player.begin()
    waited = 0.0
    while not player.play.settled:
        player.see(0.1)
        waited += 0.1
    return waited


def test_messages_arrive_as_fast_as_was_chosen() -> None:
    normal = seconds_to_the_question(Settings())
    assert normal > 5
    assert seconds_to_the_question(Settings(arrival="slow")) == pytest.approx(2 * normal, abs=0.5)
    assert seconds_to_the_question(Settings(arrival="fast")) == pytest.approx(normal / 2, abs=0.5)
    assert seconds_to_the_question(Settings(arrival="at once")) < 0.2


def test_with_reduced_motion_nothing_glides() -> None:
    for still in (False, True):
        player = Player(STORY, (640, 480), settings=Settings(still=still, text_percent=200))
        player.begin()
        glided = False
        for _ in range(4):
            player.key("space")
            glided |= player.scroll("talk").aim is not None
            here = player.scroll("talk").offset
            player.see(0.01)
            glided |= player.scroll("talk").offset != here
        assert glided is not still


def test_somebody_else_can_tell_what_is_kept() -> None:
    def kept(context: Context) -> Iterable[Widget]:
        return (Heading("Ce qui est gardé"),)

    player = Player(None)
    player.app.go(
        SettingsScreen(lambda: (("fr", "France"), ("be", "Belgique")), lambda: "fr", lambda context: None, kept)
    )
    player.see()
    assert "Ce qui est gardé" in player.labels
    player.click("Belgique")
    assert player.app.settings.country == "be"
