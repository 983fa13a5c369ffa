"""Every role of a widget has a name among those that screen readers know: one without it would silence them."""

from __future__ import annotations

from typing import get_args

import accesskit

from game.desktop.heard import Spoken
from game.desktop.hearing import _SPOKEN
from game.desktop.screen_reader import _ROLES
from game.desktop.widgets import Role


def test_every_role_can_be_said() -> None:
    assert {_SPOKEN.get(role, role) for role in get_args(Role)} <= set(get_args(Spoken))
    assert set(get_args(Spoken)) == _ROLES.keys()
    assert [name for name in _ROLES.values() if not hasattr(accesskit.Role, name)] == []
