"""Every kind of problem has a page in each language; what it shows is what its folder in tests/problems holds.

`python -m tests.telling.test_problem_pages` writes the list of all problems at the end of docs/format.md anew.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

from game.engine.kinds import FAMILIES, KINDS, Severity
from game.shelf import open_bytes
from game.storage import folder
from game.telling.language import LANGUAGES
from game.telling.page import Code, Heading, Page, Paragraph
from game.telling.problem_pages import problem_page

PROBLEMS = Path(__file__).parents[1] / "problems"
NAMES = sorted(KINDS)
IN_WORDS = {
    *("bad-indentation", "character-not-allowed", "not-utf8"),
    *("file-is-a-folder", "file-not-found", "file-not-readable", "file-too-big", "too-many-parts"),
}
"""Kinds whose fault cannot be seen in a few lines of text: their pages have words only."""

SHOWN = [name for name in NAMES if name not in IN_WORDS]
WITH_FILE = sorted(path.parent.name for path in PROBLEMS.glob("*/bad.yaml"))
HEADINGS = {
    "fr": ("Pourquoi c’est important", "À éviter", "À écrire"),
    "en": ("Why it matters", "Instead of", "Write"),
}
IN_WORDS_HEADINGS = {
    "fr": ("Pourquoi c’est important", "Que faire"),
    "en": ("Why it matters", "What to do"),
}
FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
LONGEST = 25
BOTH = [(name, language) for name in NAMES for language in LANGUAGES]


@cache
def page(name: str, language: str) -> Page:
    return problem_page(name, language)


def codes(name: str, language: str) -> tuple[list[Code], list[Code]]:
    """The code under the heading “Instead of” and that under “Write”."""
    under: dict[str, list[Code]] = {}
    heading = ""
    for block in page(name, language).blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Code):
            under.setdefault(heading, []).append(block)
    _why, bad, good = HEADINGS[language]
    assert set(under) <= {bad, good}
    return under.get(bad, []), under.get(good, [])


def stands_in(code: Code, path: Path) -> bool:
    """Whether the lines stand one after the other in the file, all of them less indented by as much or by nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted, size = "\n".join(code.lines), len(code.lines)
    return any(dedent("\n".join(lines[at : at + size])) == wanted for at in range(len(lines) - size + 1))


def test_there_is_a_page_in_each_language_for_every_kind_and_no_other() -> None:
    here = folder("problems")
    assert sorted(path.stem for path in here.glob("*.md")) == sorted([*NAMES, "README"])
    assert sorted(path.stem for path in (here / "en").glob("*.md")) == NAMES


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_page_has_the_name_of_its_kind_and_the_headings_of_its_form(name: str, language: str) -> None:
    told = page(name, language)
    assert told.title == name
    assert isinstance(told.blocks[0], Paragraph)
    wanted = IN_WORDS_HEADINGS if name in IN_WORDS else HEADINGS
    assert tuple(one.text for one in told.blocks if isinstance(one, Heading)) == wanted[language]


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_page_is_short(name: str, language: str) -> None:
    texts = [len(one.lines) if isinstance(one, Code) else 1 for one in page(name, language).blocks]
    assert 1 + sum(texts) <= LONGEST


@pytest.mark.parametrize("name", NAMES)
def test_french_typography_holds_on_a_page(name: str) -> None:
    for block in page(name, "fr").blocks:
        if isinstance(block, Paragraph):
            words = "".join(span.text for span in block.spans)
            assert not re.search(r"« | [:;!?»]|\w'\w", words), words


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_page_shows_stands_in_its_files_and_one_language_shows_what_the_other_does(name: str) -> None:
    bad, good = codes(name, "fr")
    assert bad
    assert good
    assert codes(name, "en") == (bad, good)
    for code in bad:
        assert stands_in(code, PROBLEMS / name / "bad.yaml"), code.lines
    for code in good:
        assert stands_in(code, PROBLEMS / name / "good.yaml"), code.lines


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_page_shows_as_wrong_is_mended_in_what_it_shows_as_right(name: str) -> None:
    bad, good = codes(name, "fr")
    assert not all(stands_in(code, PROBLEMS / name / "good.yaml") for code in bad)
    assert not all(stands_in(code, PROBLEMS / name / "bad.yaml") for code in good)


@pytest.mark.parametrize("name", WITH_FILE)
def test_a_mended_file_has_no_problem_at_all(name: str) -> None:
    path = PROBLEMS / name / "good.yaml"
    opened = open_bytes(path, path.read_bytes(), "fr")
    assert [(one.place, one.name) for one in opened.problems] == []


def test_a_name_that_is_no_kind_has_no_page() -> None:
    with pytest.raises(KeyError):
        problem_page("unknown-sin", "fr")


def listed() -> str:
    """The end of docs/format.md: every family with the names of its kinds, each a link to its page."""
    rows = []
    for title, family in FAMILIES.items():
        links = (
            f"[{name}](problems/en/{name}.md)"
            if kind.severity is Severity.ERROR
            else f"*[{name}](problems/en/{name}.md)*"
            for name, kind in family.items()
        )
        rows.append(f"| {title} | {', '.join(links)} |\n")
    return "| family | problems |\n|---|---|\n" + "".join(rows)


def test_the_specification_ends_with_every_problem_and_nothing_else() -> None:
    head, _, rows = FORMAT.read_text(encoding="utf-8").partition("| family | problems |")
    assert "\n## 5. Problems\n" in head
    assert "| family | problems |" + rows == listed()


if __name__ == "__main__":
    above = FORMAT.read_text(encoding="utf-8").partition("| family | problems |")[0]
    FORMAT.write_text(above + listed(), encoding="utf-8", newline="\n")
