"""Home: help first, then play; under them language, text size and colours.

What the two doors open is left to the callables that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pygame import Rect, Surface

from game.desktop.layout import Beside, Column, Columns, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.tokens import Look
from game.desktop.widget_button import Button, Pressable
from game.desktop.widget_paint import box, disc, picture
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, Picture, Status, TextBlock
from game.desktop.widgets import Press, Role, Widget
from game.keeping.settings import LEAST_PERCENT, MOST_PERCENT, Colours
from game.telling.language import N_, _

Open = Callable[[Context], None]

_NAME = "Vigichat"
_ROOMY = 31
"""From how many lines of text the window has room for the cat."""

_THEMES: dict[Colours, tuple[str, str]] = {
    "light": (N_("Colours: light"), "sun"),
    "dark": (N_("Colours: dark"), "moon"),
    "contrast": (N_("Colours: high contrast"), "contrast"),
}


class Home(Screen):
    """`on_help` opens the help pages, `on_play` the stories; both are given the context."""

    def __init__(self, on_help: Open, on_play: Open) -> None:
        self._on_help = on_help
        self._on_play = on_play
        self._large = False

    def title(self) -> str:
        return _NAME if self._large else ""

    def build(self, context: Context) -> Widget:
        metrics = context.look.metrics
        self._large = metrics.height < _ROOMY * metrics.body
        sentence = TextBlock(
            _("A game to see webcam blackmail coming, and to know what to do if it happens."),
            size="body" if self._large else "lead",
        )
        named = Column((Heading(_NAME, level=1, colour="primary"), sentence), gap="xs")
        hero = sentence if self._large else Beside(Picture("mascot", height=8.5), named, gap="l", middle=True)
        doors = Columns(
            (
                Door(
                    _("It is happening to me now"),
                    _("No question asked, nothing kept. What to do, and who helps, right away."),
                    "help",
                    lambda: self._on_help(context),
                    "help",
                    beside=self._large,
                    key="door help",
                ),
                Door(
                    _("Play"),
                    _("Read a chat as it arrives, choose what to say or do, see what follows."),
                    "chat",
                    lambda: self._on_play(context),
                    "play",
                    beside=self._large,
                    key="door play",
                ),
            ),
            least=15,
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
        theme, icon = _THEMES[context.settings.colours]
        other = "en" if context.language == "fr" else "fr"
        # A language is named in itself, whatever is spoken now.
        names = {"fr": "Français", "en": "English"}
        return Row(
            (
                Button(
                    names[other],
                    lambda: context.change(replace(context.settings, language=other)),
                    icon="language",
                    tight=True,
                    key="language",
                ),
                Row(
                    (
                        Button(
                            _("Smaller text"),
                            lambda: context.larger_text(-1),
                            enabled=context.settings.text_percent > LEAST_PERCENT,
                            tight=True,
                            key="smaller",
                            shown="A−",
                        ),
                        Status(_("Text: {percent} %").format(percent=context.settings.text_percent), size="small"),
                        Button(
                            _("Larger text"),
                            lambda: context.larger_text(1),
                            enabled=context.settings.text_percent < MOST_PERCENT,
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

    role: Role | None = "button"

    def __init__(
        self, title: str, sentence: str, icon: str, on_press: Press, door: str, beside: bool, key: str
    ) -> None:
        super().__init__(on_press)
        self.label = title
        self.key = key
        self.door = door
        ink = f"on_door_{door}"
        heading = Heading(title, level=1, colour=ink)
        # The door itself says it.
        heading.role = None
        badge = Badge(icon, door)
        top = Beside(badge, heading, gap="m", middle=True) if beside else Column((badge, heading), gap="m")
        self.children = (top, TextBlock(sentence, size="body" if beside else "lead", colour=ink))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        room = max(1, width - 2 * look.metrics.l)
        self._heights = [child.measure(look, room) for child in self.children]
        return sum(self._heights) + look.metrics.s + 2 * look.metrics.l

    def place(self, rect: Rect) -> None:
        super().place(rect)
        metrics = self.look.metrics
        y = rect.y + metrics.l
        for child, high in zip(self.children, self._heights, strict=True):
            self.put(child, Rect(rect.x + metrics.l, y, rect.w - 2 * metrics.l, high))
            y += high + metrics.s

    def draw(self, surface: Surface) -> None:
        theme, radius = self.look.theme, self.look.metrics.radius_l
        box(surface, self.rect.move(0, 3), radius, theme.shadow)
        fill, ink = theme.colour(f"door_{self.door}"), theme.colour(f"on_door_{self.door}")
        box(surface, self.rect, radius, self.shaded(fill, ink))
        super().draw(surface)
        self.draw_ring(surface, radius)


class Badge(Widget):
    """The picture of a door, in a disc."""

    def __init__(self, icon: str, door: str) -> None:
        super().__init__()
        self.icon = icon
        self.door = door

    def _across(self, look: Look) -> int:
        return round(look.metrics.h1 * 1.8)

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, self._across(look))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self._across(look)

    def draw(self, surface: Surface) -> None:
        theme = self.look.theme
        across = self._across(self.look)
        centre = self.turned(Rect(self.rect.x, self.rect.centery - across // 2, across, across)).center
        disc(surface, centre, across // 2, theme.colour(f"on_door_{self.door}"))
        drawn = picture(f"icons/{self.icon}", round(across * 0.6), theme.colour(f"door_{self.door}"))
        if drawn is not None:
            surface.blit(drawn, drawn.get_rect(center=centre))
