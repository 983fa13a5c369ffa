"""“Create”: what a teacher can do today to write a story of their own, without programming.

The commands themselves are the terminal's; how the page is shown is left to the faces.
"""

from __future__ import annotations

from game.telling.language import _
from game.telling.page import Bullets, Code, Heading, Page, Span, plain

CREATE = "create"
"""The id of the page."""


def create() -> Page:
    """The page, in the language spoken now."""
    story = _("my-story")
    return Page(
        CREATE,
        _("Write a story of your own"),
        (
            plain(_("A story is a single text file. You write it in any text editor, without programming."), "lead"),
            plain(_("A few commands, typed in a terminal, start it, show it and check it.")),
            Heading(_("1. Begin")),
            plain(_("Open a terminal in the folder where you want the story to be, and type:")),
            Code((f"vigichat new {story}",)),
            plain(_("It asks which of four stories to start from, and writes a small one that can be played at once.")),
            Heading(_("2. Write and watch")),
            plain(_("Open the file in your editor, and in the terminal type:")),
            Code((f"vigichat watch {story}.yaml",)),
            plain(_("A window shows the story. Each time you save, it goes on at the same place.")),
            Heading(_("3. Check")),
            Code((f"vigichat check {story}.yaml",)),
            plain(_("The check follows every path. For each problem, it gives the line and what to do:")),
            Bullets(
                (
                    (Span(_("Every path reaches help and an end.")),),
                    (Span(_("Every hard scene has a summary that can be read instead.")),),
                    (Span(_("The right answer does not give itself away.")),),
                )
            ),
            plain(_("Make up the people, the apps and the places. Never put a real person in a story."), "note"),
        ),
    )
