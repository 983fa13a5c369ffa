"""The page about a kind of problem: what is wrong, why it matters, how not to write it and how to.

The pages are files of `docs/problems`, in the closed form of Markdown that its README describes; a test holds them
equal to the kinds and to the examples of `tests/problems`. How a page is shown is left to the faces.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.kinds import KINDS
from game.storage import folder
from game.telling.page import Block, Code, Heading, Page, Paragraph, plain

_FENCE = "```"


def problem_page(name: str, language: str) -> Page:
    """The page about the kind of problem `name` in `language`, one of `LANGUAGES`.

    Raises KeyError for a name that is no kind of problem, OSError where the installation lacks the page.
    """
    if name not in KINDS:
        raise KeyError(name)
    here = folder("problems")
    path = here / f"{name}.md" if language == "fr" else here / language / f"{name}.md"
    return read_page(name, path.read_text(encoding="utf-8"))


def first_words(page: Page) -> str:
    """What is wrong, in the words of the first paragraph of `page`."""
    first = page.blocks[0]
    assert isinstance(first, Paragraph)  # a test holds every page to its form
    return "".join(span.text for span in first.spans)


def read_page(name: str, text: str) -> Page:
    """The page written as `text`: its title after “# ”, headings after “## ”, paragraphs, and code between fences."""
    title, _, rest = text.partition("\n")
    return Page(name, title.removeprefix("# "), tuple(_blocks(rest.splitlines())))


def _blocks(lines: list[str]) -> Iterator[Block]:
    code: list[str] | None = None
    words: list[str] = []
    for line in (*lines, ""):
        fence = line.startswith(_FENCE)
        if code is not None and not fence:
            code.append(line)
            continue
        if words and (fence or not line or line.startswith("## ")):
            yield plain(" ".join(words))
            words = []
        if fence and code is not None:
            yield Code(tuple(code))
            code = None
        elif fence:
            code = []
        elif line.startswith("## "):
            yield Heading(line.removeprefix("## "))
        elif line:
            words.append(line)
