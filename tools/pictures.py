"""Draw the pictures of the main screens anew, where they have changed.

    python tools/pictures.py             draw into tests/pictures what no longer looks as it did
    python tools/pictures.py home chat   only these
    python tools/pictures.py --all       all of them, also those that changed only by what nobody sees

Look at every picture that it names before keeping it. Which screens there are is said by `tests/desktop/pictured.py`.
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

from tests.desktop.pictured import FOLDER, PICTURES, same


def main(words: list[str]) -> int:
    """Do what `words` ask; 2 when they name a picture that there is not."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the main screens anew.")
    parser.add_argument("names", nargs="*", metavar="name", help="a picture, without its ending; all if none is named")
    parser.add_argument("--all", action="store_true", help="also those that look as they did")
    asked = parser.parse_args(words)
    known = {picture.name for picture in PICTURES}
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
    for path in FOLDER.glob("*.png"):
        if path.stem not in known:
            path.unlink()
            print(f"{path.relative_to(ROOT)}: gone")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
