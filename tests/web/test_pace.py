"""How messages arrive in an exported file, under a clock that only the test moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.engine.events import MessageArrived
from game.engine.transcript import play
from tests.web.one_play import Exported, shown, timed, told


@pytest.mark.parametrize(("arrival", "times"), [("slow", 2.0), ("normal", 1.0), ("fast", 0.5)])
def test_messages_arrive_after_their_time(arrival: str, times: float, chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    log = [event for event in play(scenario, ()) if isinstance(event, MessageArrived)]
    with timed(chromium, exported("fr"), arrival) as page:
        for number, event in enumerate(log):
            assert len(shown(page)) == number
            page.clock.run_for(round(event.after * times * 1000) - 10)
            assert len(shown(page)) == number
            page.clock.run_for(10)
        assert len(shown(page)) == len(log)


def test_all_messages_at_once_are_there_at_once(chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    with timed(chromium, exported("fr"), "at once") as page:
        page.clock.run_for(1)
        assert len(shown(page)) == len([event for event in play(scenario, ()) if isinstance(event, MessageArrived)])


def test_a_tap_or_a_key_brings_the_next_message(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        page.keyboard.press(" ")
        assert len(shown(page)) == 1
        page.locator(".conversation .words").first.click()
        assert len(shown(page)) == 2
        page.get_by_role("button", name="Message suivant").click()
        assert len(shown(page)) == 3


def test_nothing_arrives_during_a_pause(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        page.keyboard.press(" ")
        page.get_by_role("button", name="Pause").click()
        page.clock.run_for(60_000)
        assert page.locator(".messages").count() == 0
        page.keyboard.press("p")
        assert len(shown(page)) == 1


THREAT = """\
format: 1
title: "Deux appels"
summary: "Quelqu’un écrit."
locale: fr-FR
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact}
  ines: {name: "Inès", role: friend}
scenes:
  start:
    chat: |
      ines (after 4 s): Salut
      ~ Alex menace de montrer une image.
        ^ threat
      ines (after 4 s): T’es où ?
    choices:
      - {id: tell, reply: "J’ai besoin de toi", because: "Parler aide.", steps: trusted-adult}
    go_to: end
endings:
  end: {title: "Fin", debrief: "Ce n’est pas ta faute.", law: blackmail}
"""


def test_nothing_presses_the_player_under_threat(chromium: Browser, exported: Exported, tmp_path: Path) -> None:
    story = tmp_path / "appels.yaml"
    story.write_text(THREAT, encoding="utf-8")
    with timed(chromium, exported("fr", story=story), "fast") as page:
        assert page.locator(".typing").is_visible(), "Inès is seen writing"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 1
        assert page.locator(".typing").is_hidden(), "a threat is not seen coming"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 2
        assert page.locator(".typing").is_hidden()
        page.clock.run_for(2_010)
        assert len(shown(page)) == 2, "messages come no faster than their authors meant"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 3
