"""A kind of problem: its sentence, its hints and how bad it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


def N_(text: str) -> str:
    """Mark `text` for the catalogues without translating it here."""
    return text


class Severity(Enum):
    """An error does not play; a warning plays, and the author should look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of problem: its sentence, its hint, and the hint when a near name is known.

    `by_found` are closer sentences, each with the value of `found` at which a problem is told so.
    """

    says: str
    hint: str
    near: str = ""
    severity: Severity = Severity.ERROR
    by_found: tuple[tuple[str, str], ...] = ()
