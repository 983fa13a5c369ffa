"""The language of the interface: which one, and looking its sentences up.

Sentences are written in English where they are said, and translated in `locales`. Extracting them is left to
`tools/catalogues.py`, compiling them to `hatch_build.py`. The language of a scenario is the scenario's own.
"""

from __future__ import annotations

import gettext
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from game.catalogue import translations
from game.pseudo import MADE_UP

LANGUAGES = ("fr", "en")
"""The languages that the interface speaks; the first is spoken to whoever asks for another."""

OWN_NAMES = {"fr": "Français", "en": "English"}
"""Each of them in its own words, whatever is spoken now."""

_BACKWARDS = ("ar", "fa", "he", "ur")
"""Languages that are written from right to left."""

_LOCALES = {"en": "en_GB"}
"""Our English is British, and so are its dates and numbers."""

_NAMES = {"fr": "fr", "french": "fr", "en": "en", "english": "en"}
_NO_LOCALE = ("c", "posix")


# Until `use` is called, sentences come back as they are written: in English.
_language = "en"
_asked = False
_catalogue = gettext.NullTranslations()


def choose(asked: str | None, environ: Mapping[str, str]) -> str:
    """The language to speak, one of `LANGUAGES`: `asked` if given, else what the environment says, else French.

    A made-up one is spoken to whoever asks for it by its whole name, and to nobody else.
    The environment is read as GNU gettext reads it: LANGUAGE is a list in order of preference, ignored where the
    locale is C; the locale is the first set of LC_ALL, LC_MESSAGES and LANG. The C locale names no language.
    """
    if asked in MADE_UP:
        return asked
    wanted = [asked] if asked is not None else _wanted(environ)
    return next((_NAMES[code] for code in map(_code, wanted) if code in _NAMES), LANGUAGES[0])


def _wanted(environ: Mapping[str, str]) -> Iterator[str]:
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if _code(locale) in _NO_LOCALE:
        return
    languages = environ.get("LANGUAGE", "")
    yield from languages.split(":")
    yield locale
    if sys.platform == "win32" and not languages and not locale:
        # Windows sets none of these variables: Python knows the user's language by another way.
        from locale import getlocale

        yield getlocale()[0] or ""


def _code(locale: str) -> str:
    """`fr_FR.UTF-8@euro`, `fr-CA` and `French_France` without what follows the language, in lower case."""
    for mark in ".@_-":
        locale = locale.partition(mark)[0]
    return locale.strip().lower()


def use(language: str, asked: bool = False) -> None:
    """Speak `language` from now on; `asked` says that somebody asked for it for this run.

    Raises ValueError if it is not one of `LANGUAGES`, nor a made-up one.
    """
    global _language, _catalogue, _asked
    if language not in (*LANGUAGES, *MADE_UP):
        raise ValueError(f"{language!r} is none of {', '.join(LANGUAGES)}")
    _catalogue = translations("vigichat", language) or gettext.NullTranslations()
    _language, _asked = language, asked


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """`language` is spoken while this lasts; afterwards it is as before. Raises ValueError as `use` does."""
    global _language, _catalogue, _asked
    before = _language, _catalogue, _asked
    try:
        use(language)
        yield
    finally:
        _language, _catalogue, _asked = before


def asked() -> bool:
    """Whether somebody asked for the language spoken now, so that one they chose earlier does not take its place."""
    return _asked


def current() -> str:
    """The language spoken now, one of `LANGUAGES`; for tests and whoever works on screens, a made-up one."""
    return _language


def of_files() -> str:
    """The language of the files to read to whoever hears the one spoken now, one of `LANGUAGES`: problem pages and new
    stories are written in those only."""
    return _language if _language in LANGUAGES else LANGUAGES[0]


def cldr() -> str:
    """The locale of the language spoken now, for dates and numbers. Of a made-up one, the first part is a language."""
    spoken = _language.partition("-")[0]
    return _LOCALES.get(spoken, spoken)


def backwards() -> bool:
    """Whether the language spoken now is written from right to left."""
    return _code(_language) in _BACKWARDS


def _(message: str) -> str:
    """`message`, marked for translation, in the language spoken now."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many` in the language spoken now, as its grammar asks for `number`."""
    return _catalogue.ngettext(one, many, number)


def N_(message: str) -> str:
    """Mark `message` for translation and give it back as it is; `_` translates it where it is shown."""
    return message
