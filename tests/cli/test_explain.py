"""`vigichat explain`: a page about one problem, a list of them all, and the name that was meant."""

from __future__ import annotations

import pytest

from game.engine.kinds import FAMILIES, KINDS
from tests.cli.running import vigichat

PAGE = """\
too-many-choices

This scene may offer more than four choices at once. Here the fifth is one too
many.

Why it matters
Four choices are read at a glance, even from the back of the classroom. Beyond
that, nobody reads them all.

Instead of
      - id: later
        reply: "Plus tard, je mange."
        because: "Attendre laisse le temps de réfléchir."
      - id: pause
        do: "Poser le téléphone"
        because: "Une pause est toujours permise."
    go_to: after

Write
      - id: later
        reply: "Plus tard, je mange."
        because: "Attendre laisse le temps de réfléchir."
    go_to: after

This is a warning: the story can be played, and you decide.
"""


def test_a_page_is_printed_with_its_code_as_it_is_typed() -> None:
    ran = vigichat("explain", "too-many-choices", "--lang", "en")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, PAGE, "")


def test_the_page_is_in_the_language_spoken() -> None:
    ran = vigichat("explain", "too-many-choices", "--lang", "fr")
    assert "Pourquoi c’est important\n" in ran.stdout
    assert 'because: "Une pause est toujours permise."\n' in ran.stdout


def test_an_error_is_said_to_be_one() -> None:
    assert vigichat("explain", "unknown-sign", "--lang", "en").stdout.endswith(
        "This is an error: the story cannot be played until it is mended.\n"
    )


def test_code_is_never_wrapped() -> None:
    ran = vigichat("explain", "hard-scene-without-summary", "--lang", "fr", COLUMNS="30")
    assert '      skip: "Alex menace. Inès écrit au même moment."\n' in ran.stdout
    assert max(len(line) for line in ran.stdout.splitlines() if not line.startswith("    ")) <= 30


@pytest.mark.parametrize("language", ["fr", "en"])
def test_alone_it_lists_every_problem_of_every_family(language: str) -> None:
    ran = vigichat("explain", "--lang", language)
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0
    assert [line.strip() for line in lines if line.startswith("  ") and not line.startswith("   ")] == list(KINDS)
    assert lines.count("") == len(FAMILIES)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("unknwon-sign", "Did you mean “vigichat explain unknown-sign”?"),
        ("UNKNOWN_SIGN", "Did you mean “vigichat explain unknown-sign”?"),
        ("weather", "“vigichat explain” lists them all."),
        ("../en/README", "“vigichat explain” lists them all."),
    ],
)
def test_a_name_that_is_no_problem_is_said_with_the_one_that_was_meant(name: str, said: str) -> None:
    ran = vigichat("explain", name, "--lang", "en")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"No problem is called “{name}”. {said}\n"
