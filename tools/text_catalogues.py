"""The catalogues of the reference and of the stories, for a checkout whose game is not installed, and for CI.

    python tools/text_catalogues.py                 the same as `vigichat translate update`
    python tools/text_catalogues.py --new en STORY  the same as `vigichat translate new STORY --into en`
    python tools/text_catalogues.py --check         change nothing; exit 1 if a catalogue is behind or has a fault, or
                                                    if anything is missing in English

A text to be read again fails nothing: its old translation is shown, and somebody who mends a typo in a story cannot
read it in every language. What is missing in a language other than English fails nothing either: it was begun.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # A checkout whose game is not installed can be translated too.

from game.cli.translate_files import begin_catalogue, details, update_catalogues
from game.translating.overview import COMPLETE, Home, overview
from game.translating.updating import behind
from game.translating.wanted import shown


def check(here: Home) -> int:
    """Tell what is to be done, and give 1 if it must be done before the project can be handed on."""
    stale = behind(here)
    for path in stale:
        print(f"{shown(path)}: behind its texts: run vigichat translate update")
    found = overview(here)
    told = list(details(found))
    print("\n".join(told) if told else "Every text is translated.")
    due = any(one.missing and (one.language == COMPLETE or one.name == "interface") for one in found.sheets)
    return int(bool(stale or found.troubles or due or any(one.faulty for one in found.sheets)))


def main(arguments: list[str], root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description="Bring the catalogues of the reference and the stories up to date.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="change nothing, exit 1 if something is to be done")
    what.add_argument("--new", nargs=2, metavar=("LANGUAGE", "STORY"), help="begin the catalogue of a story")
    asked = parser.parse_args(arguments)
    here = Home(root / "scenarios", root / "locales", root / "docs" / "problems")
    if asked.new:
        return begin_catalogue(*asked.new, here)
    return check(here) if asked.check else update_catalogues((), here)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
