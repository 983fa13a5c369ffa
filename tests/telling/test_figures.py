"""Numbers and dates are written as the language spoken now writes them."""

from __future__ import annotations

from game.pseudo import LONG
from game.telling.figures import figure, percentage
from game.telling.language import speaking
from game.telling.sourced import long_date


def test_thousands_and_per_cent_are_written_as_the_language_does() -> None:
    with speaking("fr"):
        assert (figure(6481), percentage(125)) == ("6\u202f481", "125\u00a0%")
    for spoken in ("en", LONG):
        with speaking(spoken):
            assert (figure(6093219), percentage(125)) == ("6,093,219", "125%")


def test_a_day_is_written_as_the_language_does() -> None:
    with speaking("fr"):
        assert long_date("2026-12-01") == "1er\u00a0décembre\u00a02026"
        assert long_date("2026-12-11") == "11\u00a0décembre\u00a02026"
    with speaking("en"):
        assert long_date("2026-12-01") == "1\u00a0December\u00a02026"
