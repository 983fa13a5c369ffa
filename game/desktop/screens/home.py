"""Home: help first, then play; then the doors for a teacher; under them what is needed now and then.

What the doors open is left to the callables that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pygame import Rect, Surface

from game.desktop.layout import Beside, Column, Columns, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.screens.chosen import larger, smaller
from game.desktop.tokens import Look
from game.desktop.widget_button import Button, Pressable
from game.desktop.widget_paint import box, disc, picture
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, Picture, TextBlock
from game.desktop.widgets import Press, Role, Widget, walk
from game.telling.language import LANGUAGES, OWN_NAMES, _

Open = Callable[[Context], None]

_NAME = "Vigichat"
_ROOMY, _AIRY = 33, 39
"""From how many lines of text the window has room for the cat, and for larger doors."""
_GO_ON = 4
"""How many lines the way to where one stopped takes."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What each door of home opens, given the context; one that is None is not there."""

    help: Open
    play: Open
    for_class: Open | None = None
    create: Open | None = None
    progress: Open | None = None
    sources: Open | None = None
    stopped: Callable[[], Open | None] = lambda: None
    """Answers with the way to where somebody stopped in a story, if a place was kept."""


class Home(Screen):
    """`doors` say what is opened from here."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
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
        stopped = self._doors.stopped()
        airy = metrics.height >= (_AIRY + (_GO_ON if stopped else 0)) * metrics.body
        named = Column((Heading(_NAME, level=1, colour="primary"), sentence), gap="xs")
        hero = (
            sentence
            if self._large
            else Beside(Picture("mascot", height=8 if airy else 6.6), named, gap="l", middle=True)
        )
        doors = Columns(
            (
                Door(
                    _("It is happening to me now"),
                    _("No question asked, nothing kept. What to do, and who helps, right away."),
                    "help",
                    lambda: self._doors.help(context),
                    "help",
                    airy,
                    key="door help",
                ),
                Door(
                    _("Play"),
                    _("Read a chat as it arrives, choose what to say or do, see what follows."),
                    "chat",
                    lambda: self._doors.play(context),
                    "play",
                    airy,
                    key="door play",
                ),
            ),
            gap="m",
            least=15,
        )
        small = self._small_doors(context)
        words = _("Go on where you stopped")
        going_on = Button(words, stopped and (lambda: stopped(context)), icon="bookmark", tight=True, key="go on")
        note = TextBlock(
            _("No account, no network. The way out is always in the top corner, or press Shift three times."),
            size="small",
            colour="ink_soft",
            align="centre",
        )
        return Scroll(
            Column(
                (
                    Spacer(grow=2),
                    hero,
                    doors,
                    *((Row((going_on,), align="centre"),) if stopped else ()),
                    *((Columns(small, gap="m", least=15),) if small else ()),
                    note,
                    Spacer(grow=3),
                    self._ways(context),
                ),
                gap="m",
                pad="l",
                limit="wide",
            ),
            key="home",
        )

    def _small_doors(self, context: Context) -> tuple[Widget, ...]:
        """The doors for teachers."""
        doors = (
            (_("For the class"), _("Prepare a story, and play it together."), "class", self._doors.for_class),
            (_("Create"), _("Write a story of your own, without programming."), "pencil", self._doors.create),
        )
        return tuple(
            small_door(title, sentence, icon, lambda opens=opens: opens(context), f"door {icon}")  # type: ignore[misc]
            for title, sentence, icon, opens in doors
            if opens is not None
        )

    def _ways(self, context: Context) -> Widget:
        """The language, the size of the text, and what is needed now and then."""
        spoken = context.language
        other = LANGUAGES[(LANGUAGES.index(spoken) + 1) % len(LANGUAGES) if spoken in LANGUAGES else 0]
        pages = (
            (_("My discoveries"), "progress", self._doors.progress),
            (_("Sources"), "book", self._doors.sources),
        )
        return Row(
            (
                Button(
                    OWN_NAMES[other],
                    lambda: context.change(replace(context.settings, language=other)),
                    icon="language",
                    tight=True,
                    key="language",
                ),
                Row((smaller(context), larger(context))),
                Button(_("Settings"), context.open_settings, icon="settings", tight=True, key="settings"),
                *(
                    Button(words, lambda opens=opens: opens(context), icon=icon, tight=True, key=f"way {icon}")  # type: ignore[misc]
                    for words, icon, opens in pages
                    if opens is not None
                ),
                Button(_("Full screen"), context.full_screen, tight=True, key="full screen"),
                Button(_("Quit"), context.quit, tight=True, key="quit"),
            ),
            gap="s",
            align="centre",
        )


def small_door(title: str, sentence: str, icon: str, on_press: Press, key: str) -> Panel:
    """A door that weighs less than the two ways into the game: a picture, a title and a sentence."""
    words = Column((TextBlock(title, "h3", bold=True), TextBlock(sentence, "small", "ink_soft")), gap="")
    inside = Beside(Picture(f"icons/{icon}", height=1.6, tint="primary"), words, gap="m", middle=True)
    for part in walk(inside):
        part.role = None
    return Panel(inside, edge="edge", radius="radius_l", on_press=on_press, label=f"{title}. {sentence}", key=key)


class Door(Pressable):
    """A large button with a picture, a title and a sentence: one of the two ways into the game."""

    role: Role | None = "button"

    def __init__(self, title: str, sentence: str, icon: str, on_press: Press, door: str, airy: bool, key: str) -> None:
        super().__init__(on_press)
        self.label = title
        self.key = key
        self.door = door
        ink = f"on_door_{door}"
        heading = Heading(title, level=1, colour=ink)
        # The door itself says it.
        heading.role = None
        badge = Badge(icon, door)
        top = Column((badge, heading)) if airy else Beside(badge, heading, gap="m", middle=True)
        self.children = (top, TextBlock(sentence, "lead" if airy else "body", colour=ink))

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
