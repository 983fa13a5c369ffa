"""The game, as `vigichat` opens it, until its first frame was shown or for as long as it is watched.

    python game_window.py home|help|chat|debrief|empty [ROUNDS SECONDS]

Home is opened by the command's own code, untouched. The other screens take its place; "empty" is the game's own loop
around an app that shows nothing.
"""

import sys

import watching
from game.cli.main import main


def open_screen(name: str, rounds: int, seconds: float) -> int:
    """Open the window on a screen and watch it; does not come back unless the window cannot open."""
    if name != "home":
        import screens

        screens.put_in_place_of_home(name)
    import pygame

    flip = pygame.display.flip

    def flip_and_tell() -> None:
        flip()
        pygame.display.flip = flip
        watching.first_frame(rounds, seconds)

    pygame.display.flip = flip_and_tell
    return main([])


if __name__ == "__main__":
    asked = sys.argv[1:]
    sys.exit(open_screen(asked[0], int(asked[1]) if asked[1:] else 0, float(asked[2]) if asked[1:] else 0.0) or 1)
