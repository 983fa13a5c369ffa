"""Sentences for the person on the error output, where a pipe or a file does not swallow them.

What they say is left to the modules that have something to say.
"""

from __future__ import annotations

import sys


def tell(sentence: str) -> None:
    """Write `sentence`, and a line break, at once."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)


def reason(fault: Exception) -> str:
    """What the system says of `fault`: why a file could not be read or written."""
    return getattr(fault, "strerror", None) or str(fault)
