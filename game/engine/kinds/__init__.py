"""The closed list of the kinds of problem, by name, with the English sentences that the faces translate.

Finding them is left to the modules of the engine that read and judge. Every name has a folder of the same name in
`tests/problems/` and a page in `docs/problems/`.
"""

from __future__ import annotations

from game.engine.kinds.cues import CUES
from game.engine.kinds.kind import N_, Kind, Severity
from game.engine.kinds.layout import LAYOUT
from game.engine.kinds.leaks import LEAKS
from game.engine.kinds.proof import PROOF
from game.engine.kinds.protection import PROTECTION
from game.engine.kinds.reviews import REVIEWS
from game.engine.kinds.support import SUPPORT
from game.engine.kinds.tone import TONE
from game.engine.kinds.ways import WAYS
from game.engine.kinds.written import WRITTEN

__all__ = ["FAMILIES", "KINDS", "Kind", "Severity"]

FAMILIES: dict[str, dict[str, Kind]] = {
    N_("The file and its layout"): LAYOUT,
    N_("Keys, messages and names"): WRITTEN,
    N_("Choices and ways on"): WAYS,
    N_("What every path shows"): PROOF,
    N_("What protects the player"): PROTECTION,
    N_("How the game speaks"): TONE,
    N_("What must stay out of a story"): LEAKS,
    N_("What gives the answer away"): CUES,
    N_("Who and what stands by"): SUPPORT,
    N_("Who has read the story"): REVIEWS,
}
"""The kinds by family, in the order in which an author meets them; the titles are untranslated."""

KINDS: dict[str, Kind] = {name: kind for family in FAMILIES.values() for name, kind in family.items()}
