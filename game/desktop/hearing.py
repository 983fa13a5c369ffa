"""Hearing: listens to the tree of widgets, and says it as the nodes of `heard`, so that what stays keeps its number.

Nothing here knows who listens: giving nodes to the system's screen readers is `screen_reader`'s, speaking `voice`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from weakref import WeakSet

from game.desktop.heard import ROOT, Heard, Live, Rectangle, Said, Spoken, joined
from game.desktop.widget_button import Button
from game.desktop.widget_frame import Frame
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_talk import Talk
from game.desktop.widgets import Role, Widget, walk
from game.telling.language import _

_CAUGHT_UP = 2
"""How many of the last messages are said of a conversation that is opened with messages in it."""

_SPOKEN: dict[Role, Spoken] = {"status": "label"}
_HOLDS: tuple[Role, ...] = ("dialog", "group", "list", "log", "radiogroup", "tablist")
"""The roles whose parts are nodes of their own; whatever else is heard is one node, with all that it says."""

_Name = tuple[int, str, str, str, int]
"""What names a node from one tree to the next: what holds it, its role, key and label, and which of its like it is."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A message of a conversation, as it was heard last; `acts` is the widget that a press goes to."""

    widget: Widget
    acts: Widget
    name: _Name
    number: int
    said: Said


@dataclass(frozen=True, slots=True)
class _Talked:
    """A conversation as it was heard last: where it stands, and each of its parts with its top and height."""

    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Its number, its left and top as if nothing were scrolled, and its width."""
    outline: list[tuple[Widget, int, int]] = field(default_factory=list)
    kept: list[_Kept] = field(default_factory=list)


class Hearing:
    """Listens to one tree after the other, so that what stays keeps its number and nothing is told twice.

    A number is never given to another thing. What appears while somebody listens is told by itself where it matters: a
    message, a page's title, a question, a notice.
    """

    def __init__(self) -> None:
        self.widgets: dict[int, Widget] = {}
        """Who acts when a node is pressed or focused, by its number."""
        self.resting: int | None = None
        """The node that is read while no widget has the focus."""
        self._next = ROOT + 1
        self.forget()

    def forget(self) -> None:
        """Drop everything that was heard; numbers go on, so that none comes back as another thing."""
        self.widgets = {}
        self.resting = None
        self._owners: dict[int, int] = {}
        self._scrolls: dict[int, Scroll] = {}
        self._numbers: dict[_Name, int] = {}
        self._live: dict[int, Live] = {}
        self._told: WeakSet[Widget] = WeakSet()
        self.talked = _Talked()
        self._before = Heard()
        self._stood = ""
        """What a status said last: it is not said again because a page was left and come back to."""
        self._first = ROOT
        """Where reading began: whoever reads is told there once how to go on."""

    def hear(self, root: Widget, focused: Widget | None, title: str, language: str = "") -> Heard:
        """The nodes of a tree that is laid out, in a window called `title`, with the widget that has the focus."""
        if self._told and not isinstance(root, Frame):
            # The way out was taken: who had heard what is forgotten with the play.
            self.forget()
        tree = _Tree(self, self._before)
        children = tree.below(_shown(root), ROOT, 0)
        rect = (root.rect.x, root.rect.y, root.rect.w, root.rect.h)
        tree.nodes[ROOT] = Said("window", title, language=language, rect=rect, children=children)
        self._numbers, self.talked = tree.numbers, tree.talked
        self._live = {number: live for number, live in self._live.items() if number in tree.nodes}
        self.widgets, self._owners, self._scrolls = tree.widgets, tree.owners, tree.scrolls
        focus = self._focus(tree, focused)
        self._announce(tree, focus)
        for number in tree.asking:
            tree.describe(number, _following(tree, number))
        if not self._before.nodes and isinstance(root, Frame):
            self._first = focus
        if self._first in tree.headings:
            tree.describe(self._first, [_("Down arrow to read on, Tab to go from button to button.")])
        self._before = Heard(tree.nodes, focus, tuple(tree.reading))
        return self._before

    def _announce(self, tree: _Tree, focus: int) -> None:
        """Have said by itself what has just come, unless it is said already because the focus went there."""
        for number in tree.titles:
            said = tree.nodes[number]
            told = number in tree.stands and said.name == self._stood
            if number not in self._before.nodes and self._before.nodes and said.name != tree.nodes[focus].name:
                self._live[number] = "off" if told else "polite"
            if number in tree.stands:
                self._stood = said.name
            if self._live.get(number):
                tree.nodes[number] = replace(said, live=self._live[number])

    def look_again(self, focused: Widget | None) -> Heard:
        """The same tree as last, in which only the focus and what is in view may have changed."""
        nodes = self._before.nodes
        for number, widget in self._scrolls.items():
            if widget.offset != nodes[number].scrolled:
                said = nodes[number]
                x, y, w, h = said.rect
                # The part itself stays where it is: see `Said.rect`.
                moved = replace(said, rect=(x, y + widget.offset - said.scrolled, w, h), scrolled=widget.offset)
                nodes = {**nodes, number: moved}
        focus = self._before.focus
        if focused is not None:
            self.resting = None
            focus = self._owners.get(id(focused), ROOT)
        elif self.resting is not None:
            focus = self.resting
        if nodes is not self._before.nodes or focus != self._before.focus:
            self._before = Heard(nodes, focus, self._before.reading)
        return self._before

    def _focus(self, tree: _Tree, focused: Widget | None) -> int:
        """Where the screen reader is: at the focus; where nothing has it, where it rests, or at the first heading.

        A page that has just come is read from its title, also where the focus stays on the button that brought it.
        """
        number = tree.owners.get(id(focused)) if focused is not None else None
        fresh = [one for one in tree.titles if one not in self._before.nodes and tree.nodes[one].level == 1]
        if number is not None and not (fresh and number in self._before.nodes):
            self.resting = None
            return number
        if number is not None:
            self.resting = fresh[0]
        elif fresh or self.resting not in tree.nodes:
            self.resting = next(iter(fresh or tree.headings), None)
        return self.resting or ROOT

    def number(self, name: _Name) -> int:
        """The number of what is named so: the one it had, or a new one."""
        found = self._numbers.get(name)
        if found is None:
            found = self._next
            self._next += 1
        return found

    def is_live(self, number: int, widget: Widget, wanted: Live) -> Live:
        """What was decided when it first appeared; for what is new, `wanted`, unless it was told before."""
        if number not in self._live:
            self._live[number] = "off" if widget in self._told else wanted
        self._told.add(widget)
        return self._live[number]

    def untold(self, widgets: Iterable[Widget]) -> list[Widget]:
        """Those of these that nobody has been told of."""
        return [widget for widget in widgets if widget not in self._told]


def _shown(root: Widget) -> tuple[Widget, ...]:
    """The bar, and the screen or the dialog over it: what is under a dialog cannot be reached."""
    return (root.bar, root.front) if isinstance(root, Frame) else (root,)


class _Tree:
    """One tree while it is listened to."""

    def __init__(self, hearing: Hearing, before: Heard) -> None:
        self.nodes: dict[int, Said] = {}
        self.numbers: dict[_Name, int] = {}
        self.widgets: dict[int, Widget] = {}
        self.owners: dict[int, int] = {}
        """The node that speaks for a widget, by the widget's identity."""
        self.scrolls: dict[int, Scroll] = {}
        self.talked = _Talked()
        self.reading: list[int] = []
        self.headings: list[int] = []
        self.titles: list[int] = []
        """What says something new: a page's title, the question that is asked, a notice."""
        self.stands: set[int] = set()
        """Those of them that say how something stands."""
        self.asking: list[int] = []
        """The headings of questions and dialogs: what is written under one belongs to it."""
        self._hearing = hearing
        self._before = before

    def below(self, widgets: Iterable[Widget], parent: int, shift: int, within: Role | None = None) -> tuple[int, ...]:
        """The numbers of the nodes of these widgets, which are scrolled by `shift` in all."""
        found: list[int] = []
        for widget in widgets:
            if isinstance(widget, Scroll):
                found.append(self._scroll(widget, parent, shift, within))
            elif widget.role is None:
                found += self.below(widget.children, parent, shift, within)
            elif widget.role in _HOLDS:
                found.append(self._holder(widget, parent, shift))
            else:
                found.append(self._leaf(widget, parent, shift, within))
                if widget.role in ("alert", "spinbutton"):
                    # It says all at once, and its buttons are reached beside it.
                    buttons = (part for part in walk(widget) if part.focusable and part is not widget)
                    found += self.below(buttons, parent, shift, within)
        return tuple(found)

    def _named(self, widget: Widget, parent: int, key: str) -> tuple[_Name, int]:
        """The name of a widget's node, and its number."""
        like = 0
        while (name := (parent, widget.role or "", key, widget.label, like)) in self.numbers:
            like += 1
        number = self.numbers[name] = self._hearing.number(name)
        return name, number

    def _scroll(self, widget: Scroll, parent: int, shift: int, holder: Role | None) -> int:
        _name, number = self._named(widget, parent, f"scroll {widget.key}")
        self.scrolls[number] = widget
        within = shift + widget.offset
        children = self.below(widget.children, number, within, holder)
        role: Spoken = "scroll" if widget.reach else "plain"
        rect = _rect(widget, within)
        self.nodes[number] = Said(role, rect=rect, scrolled=widget.offset, reach=widget.reach, children=children)
        return number

    def _holder(self, widget: Widget, parent: int, shift: int) -> int:
        _name, number = self._named(widget, parent, widget.key)
        self.widgets[number] = widget
        assert widget.role is not None
        if isinstance(widget, Talk):
            children = self._messages(widget, number, shift)
        else:
            children = self.below(widget.children, number, shift, widget.role)
        if widget.role == "list":
            items = [one for one in children if self.nodes[one].role == "listitem"]
            for at, one in enumerate(items, 1):
                self.nodes[one] = replace(self.nodes[one], place=(at, len(items)))
        role: Spoken = _SPOKEN.get(widget.role, widget.role)  # type: ignore[arg-type]
        # A conversation that is come back to does not say its name again.
        live = self._hearing.is_live(number, widget, "polite") if widget.role == "log" else ""
        self.nodes[number] = Said(role, widget.label, live=live, rect=_rect(widget, shift), children=children)
        return number

    def _messages(self, talk: Talk, number: int, shift: int) -> tuple[int, ...]:
        """The messages of a conversation: each that is new is told, of one that is come back to only the last."""
        place = number, talk.rect.x, talk.rect.y + shift, talk.rect.w
        before = self._hearing.talked if self._hearing.talked.place == place else _Talked(place)
        outline = list(talk.outline())
        silent: set[int] = set()
        if number not in self._before.nodes:
            items = [widget for widget, _top, _high in outline if widget.role == "listitem"]
            silent = {id(one) for one in self._hearing.untold(items)[:-_CAUGHT_UP]}
        kept = []
        for at, part in enumerate(outline):
            # What has not changed is taken as it was: a long conversation costs little.
            if at < len(before.outline) and before.outline[at] == part:
                kept.append(before.kept[at])
                continue
            widget, top, high = part
            wanted: Live = "polite" if widget.role == "listitem" and id(widget) not in silent else "off"
            kept.append(self._message(widget, number, (place[1], place[2] + top, place[3], high), wanted))
        self.talked = _Talked(place, outline, kept)
        self.numbers.update((one.name, one.number) for one in kept)
        self.nodes.update((one.number, one.said) for one in kept)
        self.widgets.update((one.number, one.acts) for one in kept)
        self.owners.update((id(one.acts), one.number) for one in kept)
        numbers = tuple(one.number for one in kept)
        self.reading += numbers
        return numbers

    def _message(self, widget: Widget, log: int, rect: Rectangle, wanted: Live) -> _Kept:
        acts = _acting(widget)
        name, number = self._named(widget, log, acts.key or widget.key)
        live = self._hearing.is_live(number, widget, wanted)
        said = replace(_said(widget, acts, 0, "log"), live=live, rect=rect)
        return _Kept(widget, acts, name, number, said)

    def _leaf(self, widget: Widget, parent: int, shift: int, within: Role | None) -> int:
        acts = _acting(widget)
        _name, number = self._named(widget, parent, acts.key or widget.key)
        self.widgets[number] = acts
        self.owners[id(acts)] = number
        said = self.nodes[number] = _said(widget, acts, shift, within)
        if said.name:
            self.reading.append(number)
        if said.role == "heading":
            self.headings.append(number)
            if said.focusable or within == "dialog":
                self.asking.append(number)
        if said.level == 1 or (said.role == "heading" and said.focusable) or widget.role in ("status", "alert"):
            self.titles.append(number)
        if widget.role == "status":
            self.stands.add(number)
        return number

    def describe(self, number: int, beside: Iterable[str]) -> None:
        """Add to what is said of a node beside its name."""
        said = self.nodes[number]
        described = joined([said.description, *beside])
        self.nodes[number] = replace(said, description=described)


def _said(widget: Widget, acts: Widget, shift: int, within: Role | None) -> Said:
    assert widget.role is not None
    role: Spoken = _SPOKEN.get(widget.role, widget.role)  # type: ignore[arg-type]
    name, beside = widget.label, list(_beside(widget, acts))
    if role in ("alert", "note"):
        # Everything that it says is said at once, from its first sentence on.
        name, beside = " ".join(dict.fromkeys(([name] if name else []) + beside)), []
    selected = None
    if role == "button" and within == "tablist":
        role, selected = "tab", widget.current
    elif widget.current:
        beside.append(_("open now"))
    if acts.checked and role == "listitem":
        beside.append(_("marked"))
    letter = widget.letter if isinstance(widget, Button) else ""
    if letter:
        beside.append(_("key {letter}").format(letter=letter))
    return Said(
        role,
        name,
        joined(beside),
        letter,
        level=getattr(widget, "level", 2) if role == "heading" else 0,
        checked=acts.checked,
        selected=selected,
        expanded=acts.expanded,
        enabled=acts.enabled,
        focusable=acts.focusable and acts.enabled,
        pressable=acts.focusable and acts.enabled and role != "heading",
        rect=_rect(widget, shift),
    )


def _following(tree: _Tree, number: int) -> Iterator[str]:
    """The text between a heading and the next thing to press."""
    at = tree.reading.index(number) + 1
    for one in takewhile(lambda one: tree.nodes[one].role == "label", tree.reading[at:]):
        yield tree.nodes[one].name


def _acting(widget: Widget) -> Widget:
    """What a press on a node goes to: the widget, or the part of an item of a list that can be pressed."""
    if widget.role != "listitem" or widget.focusable:
        return widget
    return next((part for part in walk(widget) if part.focusable), widget)


def _beside(widget: Widget, acts: Widget) -> Iterator[str]:
    """What is written in a widget beside its own label."""
    if widget.role == "spinbutton":
        yield from (state.partition(" ")[2] for state in widget.states() if state.startswith("value "))
        return
    for part in walk(widget):
        if part is widget or part is acts or part.focusable or not part.role:
            continue
        if part.label and part.label not in widget.label:
            yield part.label


def _rect(widget: Widget, shift: int) -> Rectangle:
    return widget.rect.x, widget.rect.y + shift, widget.rect.w, widget.rect.h
