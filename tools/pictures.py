"""Draw the pictures of the screens anew, where they have changed: a few at full size, all of them small, on sheets.

    python tools/pictures.py             draw into tests/pictures what no longer looks as it did
    python tools/pictures.py home chat   only these
    python tools/pictures.py --all       all of them, also those that changed only by what nobody sees

Look at what it names before keeping it; `vigichat dev gallery FOLDER` shows every look at full size. Which pictures
there are is said by `tests/desktop/pictured.py`, which screens by `game/desktop/gallery.py`.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game.desktop.gallery import SCREENS
from tests.desktop import sheets
from tests.desktop.pictured import FOLDER, PICTURES, same
from tests.desktop.playing import window


def main(words: list[str]) -> int:
    """Do what `words` ask; 2 when they name a picture that there is not."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the main screens anew.")
    parser.add_argument("names", nargs="*", metavar="name", help="a picture, without its ending; all if none is named")
    parser.add_argument("--all", action="store_true", help="also those that look as they did")
    asked = parser.parse_args(words)
    known = {picture.name for picture in PICTURES} | set(SCREENS)
    for name in asked.names:
        if name not in known:
            print(f"No picture is called {name}. There are: {', '.join(sorted(known))}.", file=sys.stderr)
            return 2
    pygame.display.init()
    pygame.font.init()
    for picture in PICTURES:
        if asked.names and picture.name not in asked.names:
            continue
        drawn = picture.drawn()
        if not asked.all and picture.path.exists() and same(drawn, pygame.image.load(picture.path)):
            continue
        pygame.image.save(drawn, picture.path)
        print(picture.path.relative_to(ROOT))
    for _ in window():
        _draw_sheets(asked.names or tuple(SCREENS), asked.all)
    for folder, names in ((FOLDER, {picture.name for picture in PICTURES}), (sheets.FOLDER, set(SCREENS))):
        for path in folder.glob("*.png"):
            if path.stem not in names:
                path.unlink()
                print(f"{path.relative_to(ROOT)}: gone")
    return 0


def _draw_sheets(names: tuple[str, ...], every: bool) -> None:
    sheets.FOLDER.mkdir(exist_ok=True)
    for name in names:
        if name not in SCREENS:
            continue
        drawn, path = sheets.drawn(name), sheets.kept(name)
        differs = sheets.changed(drawn, pygame.image.load(path)) if path.exists() else ["new"]
        if every or differs:
            pygame.image.save(drawn, path)
            print(f"{path.relative_to(ROOT)}: {', '.join(differs)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
