"""Commands, events, scores and debriefs as plain JSON values, and commands and events back from them.

The form is part of the rules of play (docs/play-rules.md): another implementation is held to it by the test vectors.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, get_args

from game.engine.events import Command, Event

_BY_NAME: dict[str, type[Any]] = {kind.__name__: kind for kind in (*get_args(Command), *get_args(Event))}


def to_plain(value: Any) -> Any:
    """`value` as dicts, lists and scalars. A command or event carries its name under "type"."""
    if is_dataclass(value) and not isinstance(value, type):
        content = {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        named = _BY_NAME.get(type(value).__name__) is type(value)
        return {"type": type(value).__name__, **content} if named else content
    if isinstance(value, list | tuple):
        return [to_plain(one) for one in value]
    return value


def from_plain(value: dict[str, Any]) -> Any:
    """The command or event that `to_plain` made `value` of.

    Raises ValueError when it is neither, or when its fields are not those of its type.
    """
    kind = _BY_NAME.get(str(value.get("type")))
    if kind is None:
        raise ValueError(f"unknown type {value.get('type')!r}")
    content = {key: tuple(one) if isinstance(one, list) else one for key, one in value.items() if key != "type"}
    try:
        return kind(**content)
    except TypeError as fault:
        raise ValueError(str(fault)) from fault
