"""The languages that the pages are tested in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.engine.reference import Reference
from game.reference.library import load
from game.telling import language


@pytest.fixture(params=["fr", "en"])
def country(request: pytest.FixtureRequest) -> Iterator[Reference]:
    """The shipped reference of France in each language, which is spoken meanwhile."""
    with language.speaking(request.param):
        yield load("fr", request.param)


@pytest.fixture
def french() -> Iterator[None]:
    """French is spoken meanwhile."""
    with language.speaking("fr"):
        yield
