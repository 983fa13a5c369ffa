"""The browser's own voice in an exported file."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.web.browser import opened
from tests.web.one_play import Exported
from tests.web.playing import started, turn

VOICE = """
  window.said = [];
  window.voices = [
    { name: "elsewhere", lang: "fr-FR", localService: false, default: true },
    { name: "other", lang: "de_DE", localService: true },
    { name: "own", lang: "fr_FR", localService: true },
  ];
  class Words { constructor(text) { this.text = text; } }
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Words });
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak: (words) => said.push(`${words.lang}${words.voice.name === "own" ? "" : "!"}: ${words.text}`),
    cancel: () => said.push("-") } });
"""


def test_the_voice_says_what_comes_once_it_is_asked_for_and_stops_with_the_screen(
    chromium: Browser, exported: Exported
) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        page.add_init_script(VOICE)
        page.reload()
        started(page)
        page.keyboard.press(" ")
        assert [words for words in page.evaluate("said") if words != "-"] == []
        page.click("[data-key=back]")
        page.click("[data-key=settings]")
        page.locator("[data-key=voice]").check(force=True)
        page.click("[data-key=back]")
        said = page.evaluate("said")
        assert "fr: Ça m’arrive en ce moment" in " ".join(said), "a screen is read as it opens"
        page.keyboard.press("F1")
        assert "-" in page.evaluate("said")[len(said) :], "and no longer than it is there"
        page.keyboard.press("Escape")
        started(page)
        page.evaluate("said.length = 0")
        page.keyboard.press(" ")
        page.keyboard.press(" ")
        said = [words for words in page.evaluate("said") if words != "-"]
        assert said == [
            "fr: 2 août, 18 h 04, groupe « Marée Basse »",
            "fr: Inès · 16 ans, batterie : MILLE VUES. MILLE",
        ]
        asked = turn(page)
        said = page.evaluate("said")
        assert said[-1 - len(asked.answers)] == "fr: Tu joues Sacha. Que fais-tu ?"
        assert all(
            words.replace("\u00a0", " ") in one
            for words, one in zip(asked.answers, said[-len(asked.answers) :], strict=True)
        )
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        assert page.evaluate("said").pop() == "-"
        assert seen.faults == []


def test_no_voice_is_offered_where_there_is_none(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
        page.reload()
        page.click("[data-key=settings]")
        assert page.locator("[data-key=voice]").count() == 0
        assert seen.faults == []


@pytest.mark.parametrize("known", ["[]", "voices.filter((one) => one.name !== 'own')"])
def test_no_word_goes_to_a_voice_elsewhere(known: str, chromium: Browser, exported: Exported) -> None:
    """Where the device has no voice for the language, or has not looked for one yet, nothing is said."""
    with opened(chromium, exported("fr")) as (page, seen):
        page.add_init_script(f"{VOICE}; window.all = voices; voices = {known};")
        page.reload()
        page.click("[data-key=settings]")
        page.locator("[data-key=voice]").check(force=True)
        page.click("[data-key=back]")
        started(page)
        turn(page)
        assert page.evaluate("said") == []
        # Voices that come later say what waited for them.
        page.evaluate("(voices = all, speechSynthesis.onvoiceschanged?.())")
        said = page.evaluate("said")
        assert bool(said) == (known == "[]")
        assert all(one.startswith("fr: ") for one in said)
        assert seen.faults == []
