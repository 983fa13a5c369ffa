"""The command `vigichat`: from the words typed to the number it ends with.

Reading the words is left to `arguments`, doing what they ask to `commands`. Opening home is to be quick, so nothing is
imported here before it is known to be needed.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

MISUSED, BROKEN = 2, 3
INTERRUPTED, PIPE_CLOSED = 130, 141
"""What shells give for Ctrl+C (128 and signal 2) and for a closed pipe (128 and signal 13)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what `arguments` ask (those of the process by default), and give the number to exit with. Raises nothing,
    unless VIGICHAT_DEBUG is set: then what went wrong is shown in full."""
    try:
        _speak_utf8()
        status = _answer(sys.argv[1:] if arguments is None else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        if _pipe_closed(fault):
            _let_output_go()
            return PIPE_CLOSED
        if os.environ.get("VIGICHAT_DEBUG"):
            raise
        _apologise(fault)
        return BROKEN


def _answer(arguments: Sequence[str]) -> int:
    from game.telling import language

    if not arguments:
        language.use(language.choose(None, os.environ))
        from game.cli.window import open_window

        return 0 if open_window(None, "", 0) is not None else 1
    from game.cli.arguments import Misused, asked_country, asked_language, parse

    wanted = asked_language(arguments)
    language.use(language.choose(wanted, os.environ), asked=wanted is not None)
    if whose := asked_country(arguments):
        from game.telling import country

        country.use(whose, asked=True)
    try:
        asked = parse(arguments)
    except Misused as misused:
        from game.cli.tell import tell

        tell(str(misused))
        return MISUSED
    from game.cli.commands import obey

    return obey(asked)


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale says: a story is in French, and LANG=C knows no accents."""
    if sys.stdout is None:
        # A program without a console: what it says goes nowhere, and that is no fault.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        # A program without a console has None here, and a test may have put something else.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _pipe_closed(fault: Exception) -> bool:
    # Windows says "invalid argument" when the reader of a pipe has left.
    closed = sys.platform == "win32" and isinstance(fault, OSError) and fault.errno == errno.EINVAL
    return closed or isinstance(fault, BrokenPipeError)


def _let_output_go() -> None:
    """Send what is still to be written nowhere, so that Python does not complain of it when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        pass


def _apologise(fault: Exception) -> None:
    """One line on the error output: what went wrong, and that nothing is lost."""
    what = " ".join(f"{type(fault).__name__}: {fault}".split()).rstrip(".")
    try:
        from game.cli.tell import tell
        from game.telling.language import _

        tell(_("Vigichat has stopped: {what}. Your files are as they were.").format(what=what))
    except Exception:
        # Even the catalogue may be what is broken.
        print(f"Vigichat has stopped: {what}", file=sys.stderr)
    if isinstance(fault, OSError):
        _let_output_go()
