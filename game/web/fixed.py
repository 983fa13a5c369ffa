"""The pages of an exported file that never change, as HTML: help first, then where the texts come from.

They are all that is there where a browser runs no script, as in a phone's preview of a file, and are read so one below
the other. With the script, its screens show them one at a time; what a play says is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game import __version__
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.blocks import Writer
from game.paper.escape import attribute, text
from game.telling import help_now, sources
from game.telling.country import elsewhere
from game.telling.for_class import FOR_CLASS, facts_to_check, oldest_check
from game.telling.hard_words import explained
from game.telling.help_card import help_card
from game.telling.language import OWN_NAMES, _, speaking
from game.telling.page import Page
from game.telling.sheet import Sheet
from game.telling.sourced import fresh_until
from game.web.class_pages import class_pages
from game.web.edition import Edition

FICTION = "Fiction · Vigichat"


def fixed(stories: Sequence[Edition]) -> str:
    """The pages in every language of the file."""
    # That a paragraph is a plain one goes without saying.
    return "".join(line for one in stories for line in _language(one, stories)).replace(' class="plain"', "")


def _language(of: Edition, stories: Sequence[Edition]) -> Iterator[str]:
    with speaking(of.language):
        helping = [explained(page, of.reference.glossary) for page in help_now.pages(of.reference)]
        told = sources.pages(of.reference, __version__)
        played = (_note(of.scenario, of.reference), *class_pages(of.scenario, of.reference))
        pages = frozenset(page.id for page in (*helping, *told))
        before = f"{of.language}-"
        writer = Writer(pages, before, reached(of.reference))

        def section(page: Page | Sheet, kind: str, first: str = "") -> Iterator[str]:
            yield f'<section id="{attribute(before + page.id)}"{kind}><h2>{text(page.title)}</h2>{first}'
            yield from writer.blocks(page.blocks)
            yield "</section>"

        yield f'<div id="{attribute(of.language)}" lang="{attribute(of.language)}" dir="{of.direction}">'
        name, title = _("Language"), _("It is happening to me now")
        if len(stories) > 1:
            yield f'<nav aria-label="{attribute(name)}">{" ".join(map(_to, stories))}</nav>'
        yield f"<h1>{text(title)}</h1>"
        yield strip(of.reference)
        playing = _("To play the story, open this file in a browser, with JavaScript on.")
        yield f'<p class="note">{text(playing)}</p>'
        for page in helping:
            yield from section(page, ' class="step"' if page.id in help_now.sequence else ' class="help"')
        for page in told:
            yield from section(page, "")
        # A file is read long after it was made: the script shows this one where the facts are old by then.
        checked = f' hidden data-fresh-until="{attribute(fresh_until(oldest_check(of.reference)))}"'
        old = "".join(writer.blocks(facts_to_check())).replace("<p", f"<p{checked}", 1)
        # Only the script shows these: without it nothing can be played, nor a card printed alone.
        hidden: tuple[Page | Sheet, ...] = (*played, help_card(of.reference))
        for one in hidden:
            yield from section(one, " hidden", old if one.id == FOR_CLASS else "")
        yield f"<footer>{FICTION}</footer></div>"


def _to(other: Edition) -> str:
    name = OWN_NAMES.get(other.language, other.language)
    return f'<a href="#{attribute(other.language)}" lang="{attribute(other.language)}">{text(name)}</a>'


def strip(reference: Reference) -> str:
    """The first helpline in short, to stand on every page of help."""
    first = reference.helplines[0]
    title = first.number or first.name
    told = "\u2002·\u2002".join(line for line in (first.address, first.hours) if line)
    where = reached(reference)[first.number or first.address]
    return f'<p class="strip"><a href="{attribute(where)}">{text(title)}</a> <span>{text(told)}</span></p>'


def reached(reference: Reference) -> dict[str, str]:
    """Where the words of the helplines lead: their numbers are called, their addresses opened."""
    numbers = {one.number: "tel:" + re.sub(r"[\s-]", "", one.number) for one in reference.helplines if one.number}
    addresses = {one.address: f"https://{one.address}" for one in reference.helplines if one.address}
    return numbers | addresses


def _note(scenario: Scenario, reference: Reference) -> Page:
    played = next((person.name for person in scenario.cast if person.id == "me"), "")
    return help_now.content_note(played, never=True, elsewhere=elsewhere(scenario, reference))
