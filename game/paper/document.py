"""A set of pages or sheets as one HTML document that needs nothing else: no script, no request, no font.

A Content-Security-Policy says so to the browser too. Blocks are `blocks`' work, colours and sizes `style`'s.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from game.paper.blocks import Writer
from game.paper.escape import attribute, text
from game.paper.style import style
from game.telling.language import _, backwards, current
from game.telling.page import Page
from game.telling.sheet import Sheet

GENERATOR = '<meta name="generator" content="Vigichat">'
"""In the first lines of every document, by which one of ours can be told from other files."""

FICTION = "Fiction · Vigichat"
"""On every screen, print and export: nobody can forge a conversation about a real person with it."""


def document(title: str, pages: Sequence[Page | Sheet], more: str = "") -> str:
    """The document, in the language spoken now. `pages` come in their order, each once; `more` is a style sheet that
    their blocks need besides.

    Links lead to pages of the set; those to other pages, and ways back into a play, are left out.
    """
    css = style(FICTION, more)
    digest = b64encode(sha256(css.encode("utf-8")).digest()).decode("ascii")
    language = current()
    direction = "rtl" if backwards() else "ltr"
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{language}" dir="{direction}">',
            "<head>",
            '<meta charset="utf-8">',
            GENERATOR,
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{text(title)}</title>",
            f"<style>{css}</style>",
            "</head>",
            "<body>",
            f'<p class="fiction">{FICTION}</p>',
            f"<header><h1>{text(title)}</h1>",
            *(_contents(pages) if len(pages) > 1 else ()),
            "</header>",
            "<main>",
            *_sections(pages),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _contents(pages: Sequence[Page | Sheet]) -> Iterable[str]:
    name = _("In this document")
    yield f'<nav aria-label="{attribute(name)}"><ul>'
    for page in pages:
        yield f'<li><a href="#{attribute(page.id)}">{text(page.title)}</a></li>'
    yield "</ul></nav>"


def _sections(pages: Sequence[Page | Sheet]) -> Iterable[str]:
    writer = Writer(frozenset(page.id for page in pages))
    before_apart = False
    for number, page in enumerate(pages):
        apart = isinstance(page, Sheet) and page.apart
        # Paper of its own: nothing before it on its first page, nothing after it on its last.
        turns = number > 0 and (apart or before_apart)
        before_apart = apart
        kind = ' class="apart"' if turns else ""
        yield f'<section id="{attribute(page.id)}" aria-labelledby="{attribute(page.id)}-title"{kind}>'
        yield f'<h2 id="{attribute(page.id)}-title">{text(page.title)}</h2>'
        yield from writer.blocks(page.blocks)
        yield "</section>"
