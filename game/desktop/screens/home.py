"""Home: help first, then play; under them language, text size and colours.

What the two doors open is left to the callables that it is given.
"""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect, Surface

from game.desktop.layout import Beside, Column, Columns, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.tokens import Look, ThemeName
from game.desktop.widget_button import Button, Pressable
from game.desktop.widget_paint import box, disc, picture
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, Picture, TextBlock
from game.desktop.widgets import Press, Widget
from game.telling.language import N_, _

Open = Callable[[Context], None]

_THEMES: dict[ThemeName, tuple[str, str]] = {
    "light": (N_("Colours: light"), "sun"),
    "dark": (N_("Colours: dark"), "moon"),
    "contrast": (N_("Colours: high contrast"), "contrast"),
}


class Home(Screen):
    """`on_help` opens the help pages, `on_play` the stories; both are given the context."""

    def __init__(self, on_help: Open, on_play: Open) -> None:
        self._on_help = on_help
        self._on_play = on_play

    def title(self) -> str:
        return ""

    def build(self, context: Context) -> Widget:
        doors = Columns(
            (
                Door(
                    _("It is happening to me now"),
                    _("No question asked, nothing kept. What to do, and who helps, right away."),
                    "help",
                    lambda: self._on_help(context),
                    door="help",
                    key="door help",
                ),
                Door(
                    _("Play"),
                    _("Read a chat as it arrives, choose what to say or do, see what follows."),
                    "chat",
                    lambda: self._on_play(context),
                    door="play",
                    key="door play",
                ),
            ),
            least=15,
        )
        hero = Beside(
            Picture("mascot", height=8.5 if context.text_percent < 175 else 3.5),
            Column(
                (
                    Heading("Vigichat", level=1, colour="primary"),
                    TextBlock(
                        _("A game to see webcam blackmail coming, and to know what to do if it happens."), size="lead"
                    ),
                ),
                gap="xs",
            ),
            gap="l",
            middle=True,
        )
        note = TextBlock(
            _("No account, no network. The way out is always in the top corner, or press Shift three times."),
            size="small",
            colour="ink_soft",
            align="centre",
        )
        return Scroll(
            Column(
                (Spacer(grow=2), hero, Spacer("s"), doors, note, Spacer("s", grow=3), self._settings(context)),
                gap="m",
                pad="l",
                limit="wide",
            ),
            key="home",
        )

    def _settings(self, context: Context) -> Widget:
        theme, icon = _THEMES[context.theme]
        other = "en" if context.language == "fr" else "fr"
        # A language is named in itself, whatever is spoken now.
        names = {"fr": "Français", "en": "English"}
        return Row(
            (
                Button(names[other], lambda: context.set_language(other), icon="language", tight=True, key="language"),
                Row(
                    (
                        Button(
                            _("Smaller text"),
                            lambda: context.larger_text(-1),
                            enabled=context.text_percent > 100,
                            tight=True,
                            key="smaller",
                            shown="A−",
                        ),
                        TextBlock(_("Text: {percent} %").format(percent=context.text_percent), size="small"),
                        Button(
                            _("Larger text"),
                            lambda: context.larger_text(1),
                            enabled=context.text_percent < 300,
                            tight=True,
                            key="larger",
                            shown="A+",
                        ),
                    )
                ),
                Button(_(theme), context.next_theme, icon=icon, tight=True, key="theme"),
                Button(_("Full screen"), context.full_screen, tight=True, key="full screen"),
                Button(_("Quit"), context.quit, tight=True, key="quit"),
            ),
            gap="s",
            align="centre",
        )


class Door(Pressable):
    """A large button with a picture, a title and a sentence: one of the two ways into the game."""

    role = "button"

    def __init__(self, title: str, sentence: str, icon: str, on_press: Press, door: str, key: str) -> None:
        super().__init__(on_press)
        self.label = title
        self.key = key
        self.icon = icon
        self.door = door
        heading = Heading(title, level=1, colour=f"on_door_{door}")
        heading.role = None
        self.children = (Column((heading, TextBlock(sentence, colour=f"on_door_{door}")), gap="s"),)

    def _disc(self, look: Look) -> int:
        return round(look.metrics.h1 * 0.9)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        metrics = look.metrics
        room = max(1, width - 2 * metrics.l)
        return self.children[0].measure(look, room) + 2 * self._disc(look) + metrics.m + 2 * metrics.l

    def place(self, rect: Rect) -> None:
        super().place(rect)
        pad = self.look.metrics.l
        top = rect.y + pad + 2 * self._disc(self.look) + self.look.metrics.m
        self.children[0].place(Rect(rect.x + pad, top, rect.w - 2 * pad, rect.bottom - pad - top))

    def draw(self, surface: Surface) -> None:
        theme, metrics = self.look.theme, self.look.metrics
        fill, ink = theme.colour(f"door_{self.door}"), theme.colour(f"on_door_{self.door}")
        radius = metrics.radius_l
        box(surface, self.rect.move(0, 3), radius, theme.shadow)
        box(surface, self.rect, radius, self.shaded(fill, ink))
        across = self._disc(self.look)
        centre = (self.rect.x + metrics.l + across, self.rect.y + metrics.l + across)
        disc(surface, centre, across, ink)
        drawn = picture(f"icons/{self.icon}", round(across * 1.25), fill)
        if drawn is not None:
            surface.blit(drawn, drawn.get_rect(center=centre))
        super().draw(surface)
        self.draw_ring(surface, radius)
