"""The app: the bar, the way out, help, the keys of every screen, and the screens of the house, without a window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from pygame import Surface

from game.desktop import window
from game.desktop.app import App
from game.desktop.layout import Column
from game.desktop.screens import Context, Screen
from game.desktop.screens.help_now import BREATHE, WHO_HELPS, HelpNow
from game.desktop.screens.home import Doors, Home
from game.desktop.screens.page_screen import PageScreen
from game.desktop.tokens import TEXT_PERCENTS
from game.desktop.widget_bar import HIGHEST
from game.desktop.widget_button import Button
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Key, Widget, find, walk
from game.keeping.settings import COLOURS, Settings
from game.telling.page import Bubble, Bullets, Card, Heading, Link, Page, Quote, Span, plain
from tests.desktop.playing import window as no_screen

SECRET = "Ce que Charlie a écrit"

HELPLINE = Card("helpline", "3018", ("3018.fr", "Pour parler d’un chantage", "Tous les jours, de 9 h à 23 h"))

EVERY_BLOCK = Page(
    "first",
    "Ce qui s’est passé",
    (
        plain("Tu as parlé à Inès le soir même.", "lead"),
        plain("Moments bien gérés : 5 sur 6."),
        plain("Tu as gardé les messages.", "good"),
        plain("Essaie quelqu’un d’autre.", "note"),
        Heading("La conversation"),
        Bubble("", False, "", (Span("mardi, 16 h 02"),), ("Une note",)),
        Bubble(
            "Charlie", False, "kite", (Span("Viens "), Span("sur une autre appli", underline=True)), ("Vu à temps",)
        ),
        Bubble("Sacha", True, "bass", (Span("Je préfère rester ici."),)),
        Quote("Inès", (Span("T’es où ?"),)),
        Quote("", (Span("Faire une capture"),)),
        Bullets(((Span("Ne cède pas."),), (Span("Garde une capture."),)), ("1", "6")),
        Bullets(((Span("Sans numéro."),),)),
        HELPLINE,
        Card("law", "Extorsion", ("Article 312-1",), "Légifrance, 2025"),
        Card("step", "Parler à un adulte", ()),
        Card("sign", "Demande de secret", ("Il isole.",)),
        Card("words", "À dire", ("J’ai besoin de toi.",)),
        Link("Et si…", "second"),
        plain("Source : e-Enfance, sans date.", "small"),
    ),
)
SECOND = Page("second", "Et si…", (plain("Une autre page."), Link("Revenir", "first")))


class Talk(Screen):
    """A stand-in for a play: it remembers something, and offers two answers."""

    fiction = True

    def __init__(self) -> None:
        self.secret = SECRET
        self.chosen: list[str] = []
        self.keys: list[str] = []
        self.seconds = 0.0

    def title(self) -> str:
        return "Trois semaines en août"

    def build(self, context: Context) -> Widget:
        answers = [
            Button("Je reste ici.", lambda: self.chosen.append("A"), "reply", letter="A"),
            Button("J’arrive.", lambda: self.chosen.append("B"), "action", letter="B"),
        ]
        return Dock(Scroll(Column([TextBlock(self.secret)])), Column(answers))

    def on_key(self, context: Context, key: Key) -> bool:
        self.keys.append(key.name)
        return True

    def tick(self, context: Context, seconds: float) -> bool:
        self.seconds += seconds
        return self.seconds > 1

    def forget(self) -> None:
        self.secret = ""


class Broken(Screen):
    def build(self, context: Context) -> Widget:
        raise RuntimeError("a fault of ours")


def help_screen(first: str = WHO_HELPS) -> HelpNow:
    pages = (
        Page(BREATHE, "Respire", (plain("Ce n’est pas ta faute."),)),
        Page("stop", "N’envoie plus rien", (plain("Tu peux arrêter maintenant."), Link("Qui peut t’aider", WHO_HELPS))),
        Page(WHO_HELPS, "Qui peut t’aider", (HELPLINE,)),
    )
    return HelpNow(lambda: pages, (BREATHE, "stop"), lambda: HELPLINE, first)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from no_screen("en")


def started(first: Screen | None = None, size: tuple[int, int] = (1280, 720), percent: int = 100) -> App:
    home = Home(Doors(lambda context: context.go(help_screen(BREATHE)), lambda context: context.go(Talk())))
    return App(first or home, help_screen, size, Settings(text_percent=percent), strict=True)


def playing(app: App) -> Talk:
    app.choose("button", "Play")
    assert isinstance(app.screen, Talk)
    return app.screen


def labels(app: App) -> list[str]:
    return [node.label for node in app.nodes()]


def click(app: App, name: str) -> None:
    app.click(*find(app.tree, "button", name).rect.center)


SIZES = ((640, 480), (1280, 720), (1920, 1080))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_help_and_the_way_out_are_whole_and_in_view_at_every_size(size: tuple[int, int], percent: int) -> None:
    for screen in (
        None,
        Talk(),
        help_screen(BREATHE),
        PageScreen(lambda: (EVERY_BLOCK, SECOND), "Débrief", fiction=True),
    ):
        app = started(screen, size, percent)
        app.go(Talk())
        bar = app.tree.children[0]
        assert bar.rect.h <= HIGHEST * size[1] + 1
        for name in ("Help", "Leave", "Back"):
            button = find(app.tree, "button", name)
            assert bar.rect.contains(button.rect)
            assert button.rect.h >= 44
        assert "Fiction · Vigichat" in labels(app)
        rects = [part.rect for part in bar.children]
        assert all(not a.colliderect(b) for i, a in enumerate(rects) for b in rects[i + 1 :])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut_or_drawn_over_something_else(size: tuple[int, int], percent: int) -> None:
    for screen in (None, help_screen(BREATHE), PageScreen(lambda: (EVERY_BLOCK, SECOND), "Débrief", fiction=True)):
        app = started(screen, size, percent)
        for widget in walk(app.tree):
            if isinstance(widget, TextBlock):
                laid = widget.laid(widget.look, widget.rect.w)
                assert laid.height <= widget.rect.h, widget.label
                assert laid.width <= widget.rect.w, widget.label
                assert widget.rect.left >= 0, widget.label
                assert widget.rect.right <= size[0], widget.label
            if isinstance(widget, Column):
                for above, below in pairwise(widget.children):
                    assert above.rect.bottom <= below.rect.top, (above.label, below.label)


def test_the_way_out_blanks_the_next_frame_and_forgets_the_play() -> None:
    app = started()
    talk = playing(app)
    assert SECRET in labels(app)
    click(app, "Leave")
    assert app.gone
    assert app.dirty
    assert labels(app) == ["Notes"]
    assert talk.secret == ""
    assert app.screen is None
    surface = Surface((1280, 720))
    app.draw(surface)
    sheet = pygame.image.tobytes(surface, "RGB")
    app.key("a")
    app.click(640, 360)
    app.draw(surface)
    assert pygame.image.tobytes(surface, "RGB") == sheet


@pytest.mark.parametrize("keys", [["a"], ["escape"], ["f1"], ["space", "enter"], ["shift", "shift", "shift"], ["tab"]])
def test_nothing_brings_the_play_back(keys: list[str]) -> None:
    app = started()
    playing(app)
    app.way_out()
    for name in keys:
        app.key(name)
    app.tick(10)
    app.click(640, 360)
    app.resize(800, 600)
    app.key("f6")
    app.draw(Surface((800, 600)))
    assert labels(app) == ["Notes"]


def test_shift_three_times_within_five_seconds_is_the_way_out() -> None:
    app = started()
    playing(app)
    for seconds in (2.4, 2.4):
        app.key("shift")
        app.tick(seconds)
    assert not app.gone
    app.key("shift")
    assert app.gone


def test_slow_shifts_or_shift_with_other_keys_are_not_the_way_out() -> None:
    app = started()
    for _ in range(6):
        app.key("shift")
        app.tick(2.6)
    for _ in range(6):
        app.key("shift")
        app.key("tab", shift=True)
    assert not app.gone


def test_the_way_out_works_from_under_a_dialog() -> None:
    app = started()
    playing(app)
    app.ask(Dialog("Une scène difficile", Button("Continuer", None)))
    click(app, "Leave")
    assert labels(app) == ["Notes"]


def test_f1_shows_who_helps_and_back_returns_to_the_play() -> None:
    app = started()
    talk = playing(app)
    app.key("f1")
    assert "Qui peut t’aider" in labels(app)
    assert "3018" in labels(app)
    app.key("f1")
    app.key("escape")
    assert app.screen is talk


def test_help_is_two_gestures_away_from_every_number() -> None:
    app = started()
    click(app, "It is happening to me now")
    assert any("3018" in label for label in labels(app))
    app.home()
    click(app, "Help")
    assert any("3018" in label for label in labels(app))


def test_the_help_pages_go_one_by_one_and_the_helpline_stays() -> None:
    app = started()
    app.choose("button", "It is happening to me now")
    assert "Step 1 of 2" in labels(app)
    app.choose("button", "Next")
    assert "N’envoie plus rien" in labels(app)
    assert "Step 2 of 2" in labels(app)
    assert any(label.startswith("3018") for label in labels(app))
    app.choose("button", "Previous")
    assert "Respire" in labels(app)
    app.choose("button", "Next")
    app.choose("link", "Qui peut t’aider")
    app.key("escape")
    assert "N’envoie plus rien" in labels(app)
    app.key("escape")
    app.key("escape")
    assert isinstance(app.screen, Home)


def test_home_can_be_walked_with_keys_alone() -> None:
    app = started()
    app.key("tab")
    focused = app.focused
    assert focused is not None
    assert focused.label == "It is happening to me now"
    app.key("right")
    app.key("enter")
    assert isinstance(app.screen, Talk)


def test_letters_choose_answers_and_other_keys_go_to_the_screen() -> None:
    app = started()
    talk = playing(app)
    app.key("b")
    app.key("b", repeat=True)
    app.key("a")
    app.key("z")
    assert talk.chosen == ["B", "A"]
    assert talk.keys == ["z"]


def test_space_after_a_click_goes_to_the_screen_and_not_to_the_button() -> None:
    app = started()
    talk = playing(app)
    click(app, "J’arrive.")
    app.key("space")
    assert talk.chosen == ["B"]
    assert talk.keys == ["space"]


def test_while_a_dialog_is_open_only_it_and_the_bar_can_be_reached() -> None:
    app = started()
    talk = playing(app)
    closed: list[bool] = []
    app.ask(Dialog("Une scène difficile", Button("Continuer", None), on_close=lambda: closed.append(True)))
    app.key("a")
    app.key("x")
    x, y = find(app.tree, "button", "Je reste ici.").rect.center
    app.click(x, y)
    assert talk.chosen == []
    assert talk.keys == []
    seen = []
    for _ in range(4):
        app.key("tab")
        focused = app.focused
        assert focused is not None
        seen.append(focused.label)
    assert seen == ["Continuer", "Back", "Help", "Leave"]
    app.key("escape")
    assert closed == [True]


def test_text_grows_and_shrinks_by_key_within_its_bounds() -> None:
    app = started()
    for _ in range(20):
        app.key("+", ctrl=True)
    assert app.settings.text_percent == 300
    app.key("-", ctrl=True)
    assert app.settings.text_percent == 275
    app.key("0", ctrl=True)
    assert app.settings.text_percent == 100
    app.choose("button", "Larger text")
    assert app.settings.text_percent == 125


def test_f6_goes_round_the_themes() -> None:
    app = started()
    seen = []
    for _ in COLOURS:
        app.key("f6")
        seen.append(app.settings.colours)
    assert seen == ["dark", "contrast", "light"]


def test_f11_and_quit_tell_the_window() -> None:
    app = started()
    app.key("f11")
    assert app.filled
    app.key("f11")
    assert not app.filled
    app.choose("button", "Quit")
    assert not app.running


def test_the_language_changes_at_once() -> None:
    app = started()
    app.choose("button", "Français")
    assert app.language == "fr"
    assert "Aide" in labels(app)
    app.choose("button", "English")
    assert "Help" in labels(app)


def test_a_page_begins_at_its_top_and_is_found_again_where_it_was_left() -> None:
    app = started(PageScreen(lambda: (EVERY_BLOCK, SECOND), "Débrief"), (640, 480), 200)
    app.key("end")
    below = find(app.tree, "heading", "Ce qui s’est passé").rect.y
    assert below < 0
    app.choose("link", "Et si…")
    assert find(app.tree, "heading", "Et si…").rect.y > 0
    app.key("escape")
    assert find(app.tree, "heading", "Ce qui s’est passé").rect.y < 0
    app.go(Talk())
    app.back()
    assert find(app.tree, "heading", "Ce qui s’est passé").rect.y < 0


def test_every_word_of_a_page_is_in_the_tree() -> None:
    app = started(PageScreen(lambda: (EVERY_BLOCK, SECOND), "Débrief"))
    said = " ".join(labels(app))
    for block in EVERY_BLOCK.blocks:
        match block:
            case Card(_, title, lines, small):
                words = (title, *lines, small)
            case Bubble(speaker, _, _, spans, notes):
                words = (speaker, "".join(span.text for span in spans), *notes)
            case Bullets(items, numbers):
                words = (*("".join(span.text for span in item) for item in items), *numbers)
            case Quote(speaker, spans):
                words = (speaker, spans[0].text)
            case Link(text, _) | Heading(text, _):
                words = (text,)
            case _:
                words = ("".join(span.text for span in block.spans),)
        for word in words:
            assert word in said


def test_a_fault_in_a_screen_is_said_calmly_and_leads_home() -> None:
    app = App(Home(Doors(lambda context: None, lambda context: context.go(Broken()))), help_screen)
    app.choose("button", "Play")
    surface = Surface((1280, 720))
    app.draw(surface)
    assert isinstance(app.trouble, RuntimeError)
    said = labels(app)
    assert "Something went wrong in the game" in said
    assert not any("fault of ours" in label or "Error" in label for label in said)
    app.choose("button", "Back to the start")
    assert isinstance(app.screen, Home)


def test_a_screen_asks_to_be_drawn_only_when_something_changed() -> None:
    app = started()
    playing(app)
    app.draw(Surface((1280, 720)))
    app.tick(0.5)
    assert not app.dirty
    app.move(3, 300)
    app.draw(Surface((1280, 720)))
    app.move(4, 301)
    assert not app.dirty
    app.tick(0.6)
    assert app.dirty


def test_events_of_the_window_reach_the_app() -> None:
    app = started()
    playing(app)
    held: set[int] = set()

    def key(code: int, unicode: str = "", mod: int = 0) -> None:
        down = pygame.event.Event(pygame.KEYDOWN, key=code, unicode=unicode, mod=mod, scancode=0)
        window.tell(app, down, held)

    key(pygame.K_LSHIFT)
    key(pygame.K_LSHIFT)
    key(pygame.K_LSHIFT)
    assert not app.gone, "holding Shift down is not pressing it three times"
    window.tell(app, pygame.event.Event(pygame.KEYUP, key=pygame.K_LSHIFT, mod=0), held)
    key(pygame.K_EQUALS, "=", pygame.KMOD_LCTRL)
    assert app.settings.text_percent == 125
    pos = find(app.tree, "button", "Leave").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        window.tell(app, pygame.event.Event(kind, button=1, pos=pos), held)
    assert app.gone
    window.tell(app, pygame.event.Event(pygame.QUIT), held)
    assert not app.running


def test_the_window_shows_home_and_closes_by_its_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    opened = window.open_window((640, 480))
    assert opened.title == "Notes"
    app = started(size=(640, 480))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.run(app, opened)
    assert not app.dirty
    window.close_window()


def test_a_machine_without_a_screen_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    pygame.display.quit()
    with pytest.raises(window.NoWindow):
        window.open_window()


@pytest.mark.parametrize(
    ("desktop", "size"),
    [
        ((1920, 1080), (1280, 720)),
        ((1440, 900), (1280, 720)),
        ((1366, 768), (1280, 672)),
        ((1280, 720), (1264, 624)),
        ((1024, 768), (1008, 672)),
        ((320, 240), (480, 360)),
    ],
)
def test_the_window_leaves_room_for_what_is_around_it(desktop: tuple[int, int], size: tuple[int, int]) -> None:
    assert window.fitting(desktop) == size


class Filled(window.Window):
    """Notes what is asked of the screen, and what was on it then."""

    refuses = False

    def __init__(self, app: App) -> None:
        super().__init__("Notes", (640, 480))
        self.app = app
        self.seen: list[str] = []

    def fill(self, wanted: bool) -> bool:
        self.seen.append("fill" if wanted else "window")
        return wanted or self.refuses

    def draw(self, app: window.Showing) -> None:
        super().draw(app)
        self.seen.append("blank" if app.gone else "play")


def press(*codes: int) -> None:
    for code in codes:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, unicode="", mod=0, scancode=0))


def run_for(app: App, opened: window.Window, frames: list[tuple[int, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the loop: these keys are pressed before each of its frames but the first, and it ends after the last."""
    left = iter(frames)

    def rest(seconds: float) -> None:
        codes = next(left, None)
        if codes is None:
            app.quit()
        else:
            press(*codes)

    monkeypatch.setattr(window.time, "sleep", rest)
    window.run(app, opened)


SHIFTS = (pygame.K_LSHIFT,) * 3


def test_the_way_out_leaves_the_wall_in_the_same_frame_once_the_blank_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started(size=(640, 480))
    opened = Filled(app)
    run_for(app, opened, [(pygame.K_F8,), (), SHIFTS], monkeypatch)
    opened.destroy()
    assert "fill" in opened.seen
    assert opened.seen[opened.seen.index("blank") :] == ["blank", "window", "blank"]


@pytest.mark.parametrize("code", [pygame.K_ESCAPE, pygame.K_F11])
def test_where_the_system_refused_a_key_on_the_blank_asks_once_more(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    app = started(size=(640, 480))
    opened = Filled(app)
    opened.refuses = True
    run_for(app, opened, [(pygame.K_F8,), SHIFTS, (pygame.K_a,), (), (code,)], monkeypatch)
    opened.destroy()
    assert opened.seen.count("window") == 2
    assert app.gone
    assert opened.seen[-1] == "blank"
