"""A story's guide for a teacher as one HTML file.

What is in it is `telling.teacher_guide`'s. Where it goes, and what is said when it cannot, is left to the faces.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.document import document
from game.paper.html_file import write_html
from game.telling.teacher_guide import guide_title, teacher_guide


def write_guide(path: Path, scenario: Scenario, reference: Reference, today: date) -> None:
    """Write the guide to `path`, in the language spoken now. Raises as `write_html` does."""
    write_html(path, document(guide_title(scenario), teacher_guide(scenario, reference, today)))
