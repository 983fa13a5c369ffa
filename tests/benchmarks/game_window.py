"""The game, as `vigichat` opens it, until its first frame was shown or for as long as it is watched.

    python game_window.py home|chat|screen:NAME|empty [ROUNDS SECONDS]

Home is opened by the command's own code, untouched. The other screens take its place; "empty" is the game's own loop
around an app that shows nothing.
"""

import sys

import watching

from game.cli.main import main


def open_screen(name: str, rounds: int, seconds: float) -> int:
    """Open the window on a screen and watch it. Comes back only if no window can open: with its exit status."""
    if name != "home":
        import screens

        screens.put_in_place_of_home(name)
    # The command would import this a moment later.
    from game.desktop.window import Window

    flip = Window.flip

    def flip_and_tell(window: Window) -> None:
        flip(window)
        Window.flip = flip  # type: ignore[method-assign]
        watching.first_frame(rounds, seconds)

    Window.flip = flip_and_tell  # type: ignore[assignment, method-assign]
    return main([])


if __name__ == "__main__":
    asked = sys.argv[1:]
    sys.exit(open_screen(asked[0], int(asked[1]) if asked[1:] else 0, float(asked[2]) if asked[1:] else 0.0) or 1)
