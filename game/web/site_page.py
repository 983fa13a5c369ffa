"""The page that lists all stories of an exported folder: help first, then the stories, and the way out.

It reads and prints without its script, which is only for the way out and for keeping the files on a device. What is in
the folder beside it is `site`'s.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.blocks import Writer
from game.paper.document import FICTION, GENERATOR
from game.paper.escape import attribute, text
from game.paper.style import style
from game.telling.choosing import choosing
from game.telling.help_now import content_note, pages
from game.telling.how_long import how_long
from game.telling.language import OWN_NAMES, _, backwards, current
from game.telling.page import Paragraph
from game.web.document import TITLE
from game.web.fixed import reached, strip
from game.web.joined import joined

SITE = Path(__file__).with_name("site")
"""Where the style of the page and the worker of the folder are."""

_COLOURS = ("help", "on_help", "leave", "on_leave")


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the language of the page that lists it: the name of its file, and the languages that are in that."""

    file: str
    scenario: Scenario
    reference: Reference
    languages: tuple[str, ...]


def listing(stories: Sequence[Listed], reference: Reference, pages_in: Sequence[tuple[str, str]], offline: bool) -> str:
    """The page in the language spoken now; `pages_in` are the languages with the names of their pages.

    `offline`: it offers to keep the files on the device, where the browser can.
    """
    css = style(FICTION, (SITE / "index.css").read_text(encoding="utf-8"), _COLOURS)
    script = joined("list.js")
    worker = " worker-src 'self'; manifest-src 'self';" if offline else ""
    policy = (
        f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)};{worker} img-src 'self';"
        " base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{current()}" dir="{"rtl" if backwards() else "ltr"}">',
            "<head>",
            '<meta charset="utf-8">',
            GENERATOR,
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta http-equiv="x-dns-prefetch-control" content="off">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{TITLE}</title>",
            '<link rel="icon" href="icon.svg">',
            '<link rel="apple-touch-icon" href="icon-192.png">',
            f"<style>{css}</style>",
            "</head>",
            "<body>",
            *_top(pages_in, reference),
            *_stories(stories),
            *_choosing(stories),
            *(_offline() if offline else ()),
            *_help(reference),
            "</main>",
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _digest(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode('utf-8')).digest()).decode('ascii')}'"


def _top(pages_in: Sequence[tuple[str, str]], reference: Reference) -> Iterator[str]:
    # Sentences stand outside of the f-strings, where those who extract them look.
    leave, language_of = _("Leave"), _("Language")
    yield f'<div class="out"><button id="leave">{text(leave)}</button></div>'
    yield f'<header class="top"><p class="fiction">{FICTION}</p>'
    if len(pages_in) > 1:
        yield f'<nav aria-label="{attribute(language_of)}"><ul>'
        for language, name in pages_in:
            here = ' aria-current="page"' if language == current() else ""
            told = text(OWN_NAMES.get(language, language))
            yield f'<li><a href="{name}" lang="{language}" hreflang="{language}"{here}>{told}</a></li>'
        yield "</ul></nav>"
    yield "</header><main><h1>Vigichat</h1>"
    help_now, about = (
        _("It is happening to me now"),
        _("A game to see webcam blackmail coming, and to know what to do if it happens."),
    )
    first = _("No question asked, nothing kept. What to do, and who helps, right away.")
    yield f'<a class="door" href="#breathe">{text(help_now)}<small>{text(first)}</small></a>'
    yield strip(reference)
    yield f"<p>{text(about)}</p>"


def _stories(stories: Sequence[Listed]) -> Iterator[str]:
    title = _("Stories")
    yield f'<section aria-labelledby="stories"><h2 id="stories">{text(title)}</h2>'
    yield from Writer(frozenset()).blocks(content_note().blocks[:1])
    if long := how_long(one.scenario.minutes for one in stories):
        yield f"<p>{text(long)}</p>"
    yield '<ul class="stories">'
    # Where every story is in the languages of this list, none of them needs to say so.
    begin = _("Start here")
    alike = len({one.languages for one in stories}) == 1 and current() in stories[0].languages
    for one in stories:
        story = one.scenario
        link = f"{one.file}#{current()}" if current() in one.languages[1:] else one.file
        named = " · ".join(OWN_NAMES.get(code, code) for code in one.languages)
        yield f'<li><h3><a href="{link}"{_foreign(story)}>{text(story.title)}</a></h3>'
        yield f"<p{_foreign(story)}>{text(story.summary)}</p>"
        if not alike:
            yield f'<p class="small">{text(named)}</p>'
        if one is stories[0] and len(stories) > 1:
            # The first one of the shelf teaches how to play.
            yield f'<p class="begin">{text(begin)}</p>'
        yield "</li>"
    yield "</ul>"
    leaving = _("Someone coming? “Leave” is always at the top; or press Shift three times.")
    history = _("Your browser’s history is not erased: it keeps the name of this page.")
    yield f"<p>{text(leaving)} {text(history)}</p></section>"


def _choosing(stories: Sequence[Listed]) -> Iterator[str]:
    """What the stories are about, folded away: it gives the answers away, which is said before it is unfolded."""
    page = choosing([(one.file, one.scenario, one.reference) for one in stories])
    warned, *told = page.blocks
    assert isinstance(warned, Paragraph)  # “Read this on your own”
    alone = "".join(span.text for span in warned.spans)
    yield f"<details><summary>{text(page.title)}<small>{text(alone)}</small></summary>"
    yield from Writer(frozenset()).blocks(told)
    yield "</details>"


def _foreign(story: Scenario) -> str:
    return "" if story.language == current() else f' lang="{attribute(story.language)}"'


def _offline() -> Iterator[str]:
    title, keep, drop = _("Without a network"), _("Keep for offline use"), _("Remove from this device")
    yield f'<section id="offline" aria-labelledby="network" hidden><h2 id="network">{text(title)}</h2>'
    for sentence in (
        _("This device can keep the stories, so that they open without a network. Nothing is kept until you ask."),
        _("Only the game’s files are kept, never your choices. Other people on this device can see those files."),
        _("The way out removes them too."),
    ):
        yield f"<p>{text(sentence)}</p>"
    yield f'<button id="keep-files">{text(keep)}</button>'
    yield f'<button id="drop-files" hidden>{text(drop)}</button>'
    yield '<p id="said" role="status">'
    for id, sentence in (
        ("working", _("One moment…")),
        ("kept", _("Kept. The stories open without a network now.")),
        ("dropped", _("Removed from this device.")),
        ("failed", _("That did not work. Check the network, and the room on the device, then try again.")),
    ):
        yield f'<span id="{id}" hidden>{text(sentence)}</span>'
    yield "</p></section>"


def _help(reference: Reference) -> Iterator[str]:
    shown = pages(reference)
    writer = Writer(frozenset(page.id for page in shown), "", reached(reference))
    for page in shown:
        yield f'<section id="{attribute(page.id)}" aria-labelledby="{attribute(page.id)}-title">'
        yield f'<h2 id="{attribute(page.id)}-title">{text(page.title)}</h2>'
        yield from writer.blocks(page.blocks)
        yield "</section>"
