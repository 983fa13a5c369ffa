"""Draw the picture of the README: a choice early in the story that comes with the game.

python tools/readme_picture.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game.engine.events import Choose
from game.shelf import find
from game.telling import language
from tests.desktop.playing import Player

STORY = "trois-semaines-en-aout"
CHOICES = 2
"""How many choices are made, the first one of each list, before the picture is taken."""


def main() -> None:
    """Write `docs/pictures/play.png`."""
    pygame.display.init()
    pygame.font.init()
    language.use("fr")
    player = Player(find(STORY))
    player.wait()
    player.key("enter")
    play = player.game.play
    assert play is not None
    for _ in range(CHOICES):
        player.read()
        play.do(Choose(play.state.offered[0]))
        player.app.refresh()
    player.read()
    player.wait()
    player.app.draw(player.surface)
    path = ROOT / "docs" / "pictures" / "play.png"
    path.parent.mkdir(exist_ok=True)
    pygame.image.save(player.surface, path)


if __name__ == "__main__":
    main()
