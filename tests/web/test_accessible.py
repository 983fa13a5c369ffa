"""Exported files for everyone: what axe-core finds, and what it does not look for.

Each screen is gone to once in each direction of writing; all is looked at there, in sizes, colours and sizes of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from game.pseudo import ARABIC_LIKE
from tests.other_words import other_words
from tests.web.browser import LAPTOP, PHONE
from tests.web.node import installed
from tests.web.screens import SCREENS

Export = Callable[..., Path]

DIRECTIONS = {"fr": "ltr", ARABIC_LIKE: "rtl"}
COLOURS = ("light", "dark", "contrast", "projector")
SIZES = (PHONE, LAPTOP)
MAGNIFIED = (320, 256)
"""A window of 1280 by 1024, magnified four times by the browser."""
PERCENTS = (100, 200, 300)
SHOWN = [(language, screen) for language in DIRECTIONS for screen in SCREENS]
"""Those of the first direction come first: pytest goes to a screen once for all that is looked at there."""
NAMES = [f"{screen}-{DIRECTIONS[language]}" for language, screen in SHOWN]
TARGET, RING = 44, 3

DRESS = """({colours, percent}) => {
  const root = document.documentElement;
  root.classList.remove("light", "dark", "contrast", "projector", "large");
  root.classList.add(colours);
  if (percent >= 150) root.classList.add("large");
  root.style.setProperty("--percent", percent / 100);
}"""

TEXTS = """() => {
  const found = [];
  for (const one of document.body.querySelectorAll("*:not(script, style)")) {
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "alt", "placeholder"])
      found.push(one.getAttribute(name) ?? "");
    if ([...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()))
      found.push(one.textContent);
  }
  return [...new Set(found)];
}"""
"""All that is read, and what is only said."""

SPACED = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
"""What WCAG says a reader may set."""

WRONG = """({target}) => {
  const wrong = [];
  const wide = innerWidth;
  const kind = (one) => one.className?.baseVal ?? one.className;
  const named = (one) => `${one.tagName}.${kind(one)} “${one.textContent.trim().slice(0, 30)}”`;
  const seen = (one) => {
    const {width, height, top, bottom} = one.getBoundingClientRect();
    // What a part of the wall has scrolled away lies under nothing.
    const part = one.closest(".talk, .ask")?.getBoundingClientRect();
    if (part && (bottom < part.top + 1 || top > part.bottom - 1)) return false;
    if (width <= 1 || height <= 1 || getComputedStyle(one).visibility === "hidden") return false;
    return !one.closest(".unseen, .skip, .sprite");
  };
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > wide) wrong.push(`the page is ${scrollWidth} wide`);
  const all = [...document.querySelectorAll("#app *, #fixed *")].filter(seen);
  for (const one of all) {
    const {left, right, width, height} = one.getBoundingClientRect();
    if (left < -1 || right > wide + 1) wrong.push(`${named(one)} reaches from ${left} to ${right}`);
    const style = getComputedStyle(one);
    if (style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) wrong.push(`${named(one)} is cut`);
    if (!one.children.length && one.scrollWidth > one.clientWidth + 1 && style.display !== "inline" && one.clientWidth)
      wrong.push(`${named(one)} is wider than its room`);
  }
  const pressed = "button, a[href], select, textarea, label, input:not([type=radio]):not([type=checkbox])";
  const targets = all.filter((one) => one.matches(pressed));
  for (const one of targets) {
    const {width, height} = one.getBoundingClientRect();
    if (width < target || height < target) wrong.push(`${named(one)} is ${Math.round(width)} by ${Math.round(height)}`);
  }
  for (const one of targets) for (const other of targets) {
    if (one === other || one.contains(other) || other.contains(one)) continue;
    if (one.closest(".bar, .foot") || other.closest(".bar, .foot")) continue;
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      wrong.push(`${named(one)} lies on ${named(other)}`);
  }
  return [...new Set(wrong)];
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    return installed("axe-core/axe.min.js").read_text(encoding="utf-8")


in_both_directions = pytest.mark.parametrize("page", SHOWN, indirect=True, ids=NAMES, scope="module")
left_to_right = pytest.mark.parametrize(
    "page", SHOWN[: len(SCREENS)], indirect=True, ids=NAMES[: len(SCREENS)], scope="module"
)
right_to_left = pytest.mark.parametrize(
    "page", SHOWN[len(SCREENS) :], indirect=True, ids=NAMES[len(SCREENS) :], scope="module"
)
"""What does not depend on the direction is looked at in one."""


@pytest.fixture(scope="module")
def page(chromium: Browser, exported: Export, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A screen of the story in a language, without the policy that would keep axe out, and with all messages at once.

    Tests share it: each leaves it in other colours and sizes, and those that need it untouched come first.
    """
    language, screen = request.param
    context = chromium.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script("localStorage.setItem('notes', JSON.stringify({arrival: 'at once'}))")
    page.goto(exported(language).as_uri())
    SCREENS[screen](page)
    yield page
    context.close()


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> str:
    """The name of the screen that `page` shows."""
    name: str = request.node.callspec.params["page"][1]
    return name


def faults(page: Page, axe: str, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds on the page that is serious or critical, or what fails one of `rules`; a line for each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    run: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        run["runOnly"] = {"type": "rule", "values": list(rules)}
    found = page.evaluate("(run) => axe.run(document, run)", run)
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical") or one["id"] in ("heading-order", "landmark-one-main", "region")
        for node in one["nodes"]
    ]


@left_to_right
def test_a_screen_has_one_heading_and_the_landmarks_and_the_focus_is_on_the_heading(page: Page, screen: str) -> None:
    assert page.locator("#app h1").count() == 1
    for landmark in ("header", "main"):
        assert page.locator(f"#app {landmark}").count() == 1
    doubled = page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          return ids.filter((id, at) => ids.indexOf(id) !== at);
        }"""
    )
    assert doubled == []
    if screen not in ("first", "choosing", "ended", "class reading", "class thinking", "class counting", "class bars"):
        assert page.evaluate("document.activeElement.tagName") == "H1"
        assert page.evaluate("scrollY") == 0


@left_to_right
def test_tab_goes_through_a_screen_in_the_order_of_reading_and_always_shows_where_it_is(
    page: Page, screen: str
) -> None:
    page.evaluate("document.activeElement.blur()")
    met: list[int] = []
    for _press in range(80):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """(ring) => {
              const one = document.activeElement;
              if (one === document.body) return -1;
              const shown = one.matches(".option > input") ? one.nextElementSibling : one;
              const {outlineStyle, outlineWidth} = getComputedStyle(shown);
              const which = one.outerHTML.slice(0, 200);
              if (outlineStyle === "none" || parseFloat(outlineWidth) < ring) return `no ring on ${which}`;
              const {left, top, width, height} = shown.getBoundingClientRect();
              const over = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
              if (!over || !(shown.contains(over) || over.contains(shown) || one === over)) return `hidden: ${which}`;
              return [...document.querySelectorAll("*")].indexOf(one);
            }""",
            RING,
        )
        assert isinstance(at, int), at
        if at < 0 or at in met:
            break
        met.append(at)
    # On the wall what is pressed is at the foot, and nothing follows it.
    assert len(met) >= (1 if screen.startswith("class ") else 3)
    assert met == sorted(met)


@in_both_directions
def test_axe_finds_nothing_on_a_screen(page: Page, axe: str) -> None:
    for size in SIZES:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert faults(page, axe) == [], size


@left_to_right
def test_axe_finds_enough_contrast_in_all_colours(page: Page, axe: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    for colours in COLOURS:
        page.evaluate(DRESS, {"colours": colours, "percent": 100})
        assert faults(page, axe, ("color-contrast",)) == [], colours


@in_both_directions
def test_nothing_is_cut_off_or_too_small_to_touch_at_any_size_of_text(page: Page) -> None:
    for size in SIZES:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for percent in PERCENTS:
            page.evaluate(DRESS, {"colours": "light", "percent": percent})
            assert page.evaluate(WRONG, {"target": TARGET}) == [], (size, percent)


@in_both_directions
def test_nothing_is_cut_off_where_the_browser_magnifies_or_spaces_the_text(page: Page) -> None:
    """Reflow (WCAG 1.4.10) and text spacing (1.4.12)."""
    page.evaluate(DRESS, {"colours": "light", "percent": 100})
    page.set_viewport_size({"width": MAGNIFIED[0], "height": MAGNIFIED[1]})
    assert page.evaluate(WRONG, {"target": TARGET}) == []
    spaced = page.add_style_tag(content=SPACED)
    for size in (MAGNIFIED, *SIZES):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert page.evaluate(WRONG, {"target": TARGET}) == [], size
    spaced.evaluate("(one) => one.remove()")


@right_to_left
def test_no_word_of_a_screen_is_in_another_language(page: Page) -> None:
    """Nor of the pages behind it: what is found was written into the code, and is in no catalogue."""
    texts = page.evaluate(TEXTS)
    assert sum("ا" in text for text in texts) > 4, "the made-up language is spoken"
    assert other_words(texts) == []


@pytest.mark.parametrize("language", DIRECTIONS)
def test_without_a_script_help_is_there_and_accessible(
    chromium: Browser, exported: Export, axe: str, language: str, tmp_path: Path
) -> None:
    """The file as a phone's preview shows it: its script is taken away, so that axe can look at what is left."""
    bare = re.sub(r"<script.*?</script>", "", exported(language).read_text(encoding="utf-8"), flags=re.DOTALL)
    file = tmp_path / "notes.html"
    file.write_text(bare, encoding="utf-8")
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert faults(page, axe) == []
    assert page.evaluate(WRONG, {"target": TARGET}) == []
    context.close()
