"""What all tests share: no window, no sound, no network; and on CI, nothing may be skipped."""

import os
from itertools import count

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pytest

from game.keeping.places import VARIABLE
from game.telling import country


@pytest.fixture(autouse=True)
def _nothing_kept_at_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests are neither read nor changed, by this process and by those it starts."""
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.getbasetemp() / f"kept-{next(_number)}"))


@pytest.fixture(autouse=True)
def _no_country_chosen() -> None:
    """Each test begins where nobody has chosen a country."""
    country.use("")


_number = count()
_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get("CI") and _skipped and session.exitstatus == 0:
        print(f"\n{len(_skipped)} tests were skipped, and CI skips none: {', '.join(_skipped)}")
        session.exitstatus = 1
