"""Hard words in the terminal: listed under a page, and told in a play to who types “word”."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from game import shelf
from game.cli.print_page import page_lines
from game.cli.terminal import Terminal
from game.cli.text_play import TextPlay
from game.reference.library import load
from game.storage import folder
from game.telling import help_now, language
from game.telling.hard_words import with_words


def played(path: Path, *typed: str) -> str:
    story = shelf.open_file(path, language.current()).story
    assert story is not None
    out = StringIO()
    TextPlay(Terminal(StringIO("".join(f"{line}\n" for line in typed)), out, 80), *story, 0).run()
    return out.getvalue()


def test_a_page_ends_with_its_hard_words() -> None:
    with language.speaking("fr"):
        reference = load("fr", "fr")
        pages = {page.id: page for page in with_words(help_now.pages(reference), reference, "who-helps")}
        lines = page_lines(pages["keep"], 200)
    at = lines.index("Mots difficiles\u00a0:")
    assert lines[at + 1].startswith("  image intime\u00a0: Une image très personnelle.")
    assert len(lines) == at + 4


def test_who_types_word_is_told_what_the_words_of_the_scene_mean() -> None:
    shown = played(folder("scenarios") / "trois-semaines-en-aout.yaml", "", *["1", "mot"] * 12)
    assert "Tape «\u00a0mot\u00a0»" in shown
    assert "Il n’y a pas de mot difficile ici." in shown
    assert "signaler\u00a0: Dire à une appli" in " ".join(shown.split(" "))
