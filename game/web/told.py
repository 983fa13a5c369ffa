"""What the debrief tells the same in every play: blocks made once, which the player's modules only choose from."""

from __future__ import annotations

from typing import Any

from game.engine.model import Scenario
from game.engine.reference import Reference


def told(scenario: Scenario, reference: Reference) -> dict[str, Any]:
    """The value of types.js's `Told`, in the language spoken now."""
    return {}
