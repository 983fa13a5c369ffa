"""Printing from the window: a story's guide is written where downloads go, and opened in the browser.

Nothing is written before somebody asks for it, and they are told where. What the guide says is `game.telling`'s.
"""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.guide_file import write_guide
from game.paper.html_file import NotOurs
from game.telling.language import _
from game.telling.page import Paragraph, plain


def folders() -> tuple[Path, ...]:
    """Where downloads go on this computer, then other folders that a person finds again."""
    from platformdirs import user_documents_path, user_downloads_path

    return (user_downloads_path(), user_documents_path(), Path.home())


def print_guide(
    name: str,
    scenario: Scenario,
    reference: Reference,
    into: Iterable[Path],
    show: Callable[[str], bool] = webbrowser.open,
) -> Paragraph:
    """Write the guide of the story `name` into the first of the folders that takes it, and `show` it by its address.

    What came of it is given back in words.
    """
    path = _written(name, scenario, reference, into)
    if path is None:
        told = _(
            "The guide could not be written: the folders of this computer are read-only, or its disk is full."
            " In a terminal, “{command}” writes it where you like."
        )
        return plain(told.format(command=f"vigichat guide {name} --html FILE.html"), "note")
    try:
        shown = show(path.as_uri())
    except (OSError, webbrowser.Error):
        shown = False
    if shown:
        told = _("The guide is in your browser: print it from there (Ctrl+P). The file is here: {path}")
    else:
        told = _("The guide is written. Open it in a browser, and print it from there (Ctrl+P): {path}")
    return plain(told.format(path=path), "good")


def _written(name: str, scenario: Scenario, reference: Reference, into: Iterable[Path]) -> Path | None:
    for folder in into:
        path = folder / f"vigichat-guide-{name}.html"
        try:
            write_guide(path, scenario, reference, date.today())
        except (NotOurs, OSError, ValueError):
            continue
        return path
    return None
