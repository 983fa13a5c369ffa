"""The closed list of the kinds of problem, by name, with the English sentences that the faces translate.

Finding them is left to the modules of the engine that read and judge. Every name has a folder of the same name in
`tests/problems/`.
"""

from __future__ import annotations

from game.engine.kinds.kind import Kind, Severity
from game.engine.kinds.layout import LAYOUT
from game.engine.kinds.protection import PROTECTION
from game.engine.kinds.reviews import REVIEWS
from game.engine.kinds.ways import WAYS
from game.engine.kinds.written import WRITTEN

__all__ = ["KINDS", "Kind", "Severity"]

KINDS: dict[str, Kind] = {**LAYOUT, **WRITTEN, **WAYS, **PROTECTION, **REVIEWS}
