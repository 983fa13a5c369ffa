"""`vigichat dev gallery`: every screen in every look, drawn into a folder and laid out on one page for the eye.

Which screens and looks there are is said by `desktop.gallery`. It needs a checkout: the story on the pictures is that
of the tests.
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

from game.cli.tell import tell
from game.storage import folder, write_file
from game.telling.language import _

DONE, FAILED, NOT_FOUND = 0, 1, 2

_STYLE = """
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #ddd; color: #111 }
h2 { position: sticky; top: 0; background: #ddd; margin: 2rem 0 .5rem; padding: .3rem 0 }
section > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem }
figure { margin: 0 }
img { width: 100%; height: auto; display: block; border: 1px solid #888 }
figcaption { font-size: .85rem }
nav a { margin-right: .8em }
"""


def draw_gallery(where: str, only: tuple[str, ...]) -> int:
    """Draw the screens named in `only`, or all of them, into the folder `where`; the number to exit with."""
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    from game.desktop.gallery import SCREENS, draw_into, without_a_screen

    story = folder("gallery") / "story.yaml"
    if not story.is_file():
        tell(_("“vigichat dev gallery” needs a checkout of the project: the pictures show a story of its tests."))
        return FAILED
    unknown = [name for name in only if name not in SCREENS]
    if unknown:
        known = ", ".join(SCREENS)
        tell(_("No screen is called “{name}”. The screens are: {known}.").format(name=unknown[0], known=known))
        return NOT_FOUND
    into = Path(where)
    try:
        into.mkdir(parents=True, exist_ok=True)
        drawn: dict[str, list[str]] = {}
        with without_a_screen():
            for name in only or tuple(SCREENS):
                drawn[name] = list(draw_into(into, name, story))
                print(name)
        write_file(into / "index.html", _page(drawn))
    except OSError as fault:
        tell(_("Nothing can be written in “{folder}”: {why}").format(folder=into, why=fault.strerror or fault))
        return FAILED
    print(into / "index.html")
    return DONE


def _page(drawn: dict[str, list[str]]) -> str:
    links = " ".join(f'<a href="#{escape(name)}">{escape(name)}</a>' for name in drawn)
    sections = "\n".join(
        f'<section id="{escape(name)}"><h2>{escape(name)}</h2><div>'
        + "".join(
            f'<figure><a href="{name}-{look}.png"><img loading="lazy" src="{name}-{look}.png" alt=""></a>'
            f"<figcaption>{escape(look)}</figcaption></figure>"
            for look in looks
        )
        + "</div></section>"
        for name, looks in drawn.items()
    )
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>'
        f"<style>{_STYLE}</style><h1>Every screen</h1><nav>{links}</nav>\n{sections}\n</html>\n"
    )
