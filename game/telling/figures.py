"""Numbers as the language spoken now writes them, by CLDR: 6,481 or 6 481, 125% or 125 %.

Plurals are `language.ngettext`'s, dates `sourced.long_date`'s. What somebody types or reads as a name (a port, a seed,
a telephone number) is no figure and stays as it is.
"""

from __future__ import annotations

from game.telling.language import cldr


def figure(number: int) -> str:
    """A whole number, its thousands parted."""
    from babel.numbers import format_decimal  # imported here: it is slower than the first frame may be

    return str(format_decimal(number, locale=cldr()))


def percentage(hundredths: int) -> str:
    """So many per cent."""
    from babel.numbers import format_percent

    return str(format_percent(hundredths / 100, locale=cldr()))
