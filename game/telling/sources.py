"""Sources: where each statement of the game was read, when, and what is still to be confirmed; what it is made of.

A first page and one for each kind of statement, linked from it. Nothing that is to be confirmed looks confirmed. How
the pages are drawn is left to the faces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from game.engine.reference import Reference, Source, Sourced
from game.telling.country import country_name
from game.telling.hard_words import to_words, words_pages
from game.telling.language import N_, _
from game.telling.page import Block, Bullets, Heading, Link, Page, Span, plain
from game.telling.sourced import doubt, long_date, read_in, to_check

Entry = tuple[str, str, Sourced]
"""The number that the source document gives it, or ""; its short text; where it comes from."""

FONTS: tuple[tuple[str, str], ...] = (
    ("Atkinson Hyperlegible", "Braille Institute of America, 2020"),
    ("OpenDyslexic", "Abbie Gonzalez, 2019"),
    ("Noto Sans, Noto Sans Arabic", "The Noto Project Authors, 2015 – 2022"),
    ("Noto Sans Math, Symbols, Symbols 2", "Google, 2016 – 2018"),
    ("Noto Color Emoji", "Google, 2022"),
)
"""Fonts, and who made them when: names are the same in every language. `assets/CREDITS.md` says it in full."""

_MADE = (
    (N_("The program"), N_("MIT licence.")),
    (N_("Stories, texts, drawings and icons"), N_("Made for this game. Licence CC BY-SA 4.0.")),
)


def pages(reference: Reference, version: str, today: date | None = None) -> tuple[Page, ...]:
    """The first page, then those that it links to; `version` is the game's. What was checked too long before `today`
    says so, where that is given."""
    kinds = _kinds(reference)
    return (
        _first(reference, version, kinds),
        *(_kind(id, title, entries, today) for id, title, entries in kinds),
        *words_pages(reference),
        _made(),
    )


def _kinds(reference: Reference) -> tuple[tuple[str, str, list[Entry]], ...]:
    """The id, title and entries of each kind that the country has."""
    kinds: tuple[tuple[str, str, list[Entry]], ...] = (
        (
            "sources-helplines",
            _("Helplines and reporting"),
            [("", helpline.name, helpline.sourced) for helpline in reference.helplines],
        ),
        ("sources-steps", _("Response steps"), [(step.number, step.short, step.sourced) for step in reference.steps]),
        ("sources-signs", _("Warning signs"), [("", sign.short, sign.sourced) for sign in reference.signs]),
        (
            "sources-law",
            _("The law"),
            [("", _topic(topic.short, topic.articles), topic.sourced) for topic in reference.law],
        ),
    )
    return tuple(kind for kind in kinds if kind[2])


def _topic(short: str, articles: tuple[str, ...]) -> str:
    return f"{short} ({', '.join(articles)})" if articles else short


def _first(reference: Reference, version: str, kinds: tuple[tuple[str, str, list[Entry]], ...]) -> Page:
    every = [sourced for _id, _title, entries in kinds for _number, _short, sourced in entries]
    checked = _("Everything was checked on {date} or later.")
    return Page(
        "sources",
        _("Where these texts come from"),
        (
            plain(_("What the game states, where we read it, and when."), "lead"),
            plain(_("No child protection professional has reviewed these texts yet."), "note"),
            plain(checked.format(date=long_date(min(one.checked for one in every)))),
            Heading(_("The document that the game starts from")),
            plain(read_in((reference.document,))),
            *([plain(reference.document.address, "small")] if reference.document.address else []),
            *([plain(reference.missing_number, "note")] if reference.missing_number else []),
            *_of_another_country(reference),
            Heading(_("Text by text")),
            *(Link(title, id) for id, title, _entries in kinds),
            *to_words(reference),
            Link(_("Fonts, drawings and licences"), "sources-made"),
            plain(_("Vigichat, version {version}").format(version=version), "small"),
        ),
    )


def _of_another_country(reference: Reference) -> Iterator[Block]:
    """In a country that the document was not written for: that it is another's, and what was found of this one."""
    if reference.own_document:
        return
    yield plain(_("It was written for another country: its numbers and its law are not shown."))
    yield Heading(_("Country: {country}").format(country=country_name(reference.country)))
    general = [step.short for step in reference.steps if step.general]
    if general:
        yield plain(_("Steps without a source of this country: {steps}.").format(steps=", ".join(general)))
    if reference.untold:
        untold = ", ".join(one.short for one in reference.untold)
        yield plain(_("Law without a checked text: {topics}.").format(topics=untold))


def _kind(id: str, title: str, entries: list[Entry], today: date | None) -> Page:
    told = [entry for entry in entries if entry[2].origin == "source"]
    added = [entry for entry in entries if entry[2].origin == "complement"]
    sources = dict.fromkeys(source for _number, _short, sourced in entries for source in sourced.sources)
    return Page(
        id,
        title,
        (
            *_group(_("In the source document"), told, today),
            *_group(_("From other sources"), added, today),
            *_where(sources),
        ),
    )


def _group(title: str, entries: list[Entry], today: date | None) -> Iterator[Block]:
    if entries:
        numbers = tuple(number for number, _short, _sourced in entries)
        items = tuple(_entry(short, sourced, today) for _number, short, sourced in entries)
        yield Heading(title)
        yield Bullets(items, numbers if any(numbers) else ())


def _entry(short: str, sourced: Sourced, today: date | None) -> tuple[Span, ...]:
    checked = _("Checked on {date}.").format(date=long_date(sourced.checked))
    unsure = " ".join(filter(None, (doubt(sourced), to_check(sourced, today))))
    read = f" – {read_in(sourced.sources)}. {checked}"
    return (Span(short, strong=True), Span(read), *((Span(f" {unsure}", strong=True),) if unsure else ()))


def _where(sources: Iterable[Source]) -> Iterator[Block]:
    written = [source for source in sources if source.address]
    if written:
        yield Heading(_("Where to read them"))
        yield Bullets(tuple((Span(source.title, strong=True), Span(f" {source.address}")) for source in written))


def _made() -> Page:
    return Page(
        "sources-made",
        _("Fonts, drawings and licences"),
        (
            plain(_("What Vigichat is made of, and on what terms it may be used."), "lead"),
            Bullets(tuple((Span(_(what), strong=True), Span(f" – {_(licence)}")) for what, licence in _MADE)),
            Heading(_("Fonts")),
            plain(_("These fonts are free: SIL Open Font License 1.1.")),
            Bullets(tuple((Span(font, strong=True), Span(f" – {maker}")) for font, maker in FONTS)),
        ),
    )
