"""One story as pages for a browser: ours, the kind of page that ink's editor makes, and the least that would do.

What a person does on each of them is told to `pages/watching.js`; measuring is left to `measure_web`.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

import same_story
from programs import HERE, Ink

from game.shelf import open_file
from game.telling.language import speaking
from game.web.document import document
from game.web.edition import Edition

_MADE = HERE / "pages"


@dataclass(frozen=True, slots=True)
class Site:
    """The files of a page by name, and, as CSS selectors, what a person sees and presses there.

    `choice` is an answer; `said` is a line of the story; `on` is pressed as soon as it is there, the first one that
    is, until a choice is; `first` is what must be there before anything can be done; `kept` is what somebody had the
    browser keep before.
    """

    name: str
    files: dict[str, bytes]
    choice: str
    said: str
    on: tuple[str, ...] = ()
    first: str = ""
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def raw(self) -> int:
        """Bytes of all files."""
        return sum(map(len, self.files.values()))

    @property
    def compressed(self) -> int:
        """Bytes of all files as a server sends them."""
        return sum(len(squeezed(one)) for one in self.files.values())


def squeezed(file: bytes) -> bytes:
    """`file` as gzip, the same bytes each time."""
    return gzip.compress(file, 9, mtime=0)


def ours(story: Path) -> Site:
    """The scenario `story` as `vigichat export` writes it, in its own language."""
    with speaking("fr"):
        opened = open_file(story, "fr")
    assert opened.story is not None, opened.problems
    page = document([Edition("fr", *opened.story)])
    return Site(
        "ours",
        {"": page.encode()},
        choice=".choices .choice",
        said=".messages > .theirs",
        on=('[data-key="door chat"]', '[data-key="play"]'),
        first='[data-key="door chat"]',
        kept=(("notes", '{"arrival":"at once"}'),),
    )


def ink(story: Path, runtime: Ink) -> Site:
    """The ink file `story` as a page of its own: the runtime, the compiled story, a script and a style beside it."""
    compiled = json.dumps(runtime.start("json", story).answer(), ensure_ascii=False, separators=(",", ":"))
    return Site(
        runtime.name,
        {
            "": (_MADE / "ink.html").read_bytes(),
            "style.css": (_MADE / "ink.css").read_bytes(),
            "ink.js": (runtime.folder / "node_modules" / "inkjs" / "dist" / "ink.js").read_bytes(),
            "story.js": f"var storyContent = {compiled};\n".encode(),
            "main.js": (_MADE / "ink.js").read_bytes(),
        },
        choice=".choice a",
        said="p:not(.choice)",
    )


def floor(scenes: int) -> Site:
    """The same story with a script of a dozen lines: nothing but texts, choices and facts."""
    story = {
        page.name: {
            "said": page.said,
            "options": [
                {key: getattr(one, key) for key in ("words", "to", "makes", "needs") if getattr(one, key)}
                for one in page.options
            ],
        }
        for page in same_story.pages(scenes)
    }
    written = Template((_MADE / "floor.html").read_text(encoding="utf-8")).substitute(
        story=json.dumps({**story, "calm": {"said": [["", "La fin."]]}}, ensure_ascii=False, separators=(",", ":")),
        script=(_MADE / "floor.js").read_text(encoding="utf-8"),
    )
    return Site("a floor of a dozen lines", {"": written.encode()}, choice="button", said="p")
