"""What has changed from one hearing of the window to the next: for a screen reader node by node, for a voice in words.

Pure functions; what is heard is `heard`'s, giving it on is left to `screen_reader` and `voice`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.desktop.heard import Heard, Said, Spoken, joined
from game.telling.language import N_, _

_KINDS: dict[Spoken, str] = {
    "button": N_("button"),
    "checkbox": N_("check box"),
    "link": N_("link"),
    "tab": N_("page"),
}
"""What is said to be pressed: a voice says so, while a screen reader has words of its own for it."""


def updates(before: Heard, after: Heard) -> Iterator[dict[int, Said]]:
    """The nodes to send one after the other so that a screen reader goes from `before` to `after`.

    What is said by itself comes one at a time: of several that come at once, readers say them in any order.
    """
    changed = {number: said for number, said in after.nodes.items() if _differs(before.nodes.get(number), said)}
    spoken = _spoken(before, after)
    if not any(after.nodes[number].role == "log" for number in changed if number not in before.nodes):
        # Alone, the first is no trouble; a conversation that opens says its own name before its messages.
        spoken = spoken[1:]
    late = set(spoken)
    if not late:
        yield changed
        return
    holders = {child: number for number, said in after.nodes.items() for child in said.children if child in late}
    waiting = set(late)
    first = {number: said for number, said in changed.items() if number not in late}
    for number in set(holders.values()):
        first[number] = _without(after.nodes[number], waiting)
    yield first
    for number in spoken:
        waiting.discard(number)
        holder = holders[number]
        yield {number: after.nodes[number], holder: _without(after.nodes[holder], waiting)}


def aloud(before: Heard, after: Heard) -> tuple[str, ...]:
    """What a voice says of the change: what is new by itself, then what has the focus now."""
    said = [_words(after.nodes[number]) for number in _spoken(before, after)]
    moved = after.focus != before.focus or _words(after.nodes[after.focus]) != _words(before.nodes.get(before.focus))
    if moved and after.nodes[after.focus].role != "window":
        said.append(_words(after.nodes[after.focus]))
    return tuple(words for words in said if words)


def _spoken(before: Heard, after: Heard) -> list[int]:
    """What has come and is said by itself, in reading order."""
    come = after.nodes.keys() - before.nodes.keys()
    return [one for one in after.reading if one in come and after.nodes[one].live == "polite"] if come else []


def _differs(was: Said | None, said: Said) -> bool:
    return was is not said and was != said


def _without(said: Said, missing: set[int]) -> Said:
    return replace(said, children=tuple(child for child in said.children if child not in missing))


def _words(said: Said | None) -> str:
    if said is None:
        return ""
    parts = [said.name, _(_KINDS.get(said.role, "")) if said.role in _KINDS else ""]
    if said.role == "checkbox":
        parts.append(_("checked") if said.checked else _("not checked"))
    elif said.role == "radio":
        parts.append(_("chosen") if said.checked else _("not chosen"))
    elif said.expanded is not None:
        parts.append(_("unfolded") if said.expanded else _("folded"))
    parts.append(said.description)
    return joined(parts, ". ")
