"""The folder of all stories: its names, its list, and how a browser makes an app of it, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game.cli.export_file import tells
from game.shelf import shipped
from game.telling.language import speaking
from game.web.icon import png
from game.web.site import file_name, site
from tests.web.browser import CHROMIUM, PHONE, opened
from tests.web.node import installed
from tests.web.serving import served

FIRST = file_name(shipped()[0].stem)
"""The file of the first story of the list."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The folder in French and English, as a host serves it."""
    with speaking("fr"):
        made = site(("fr", "en"))
    return {**made, "": made["index.html"]}


@contextmanager
def visited(on: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """The list at `address`, and all that it asks for from then on."""
    context = on.new_context(reduced_motion="reduce")
    asked: list[str] = []
    try:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        yield page, asked
    finally:
        context.close()


def workers(page: Page) -> int:
    return int(page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"))


def caches(page: Page) -> list[str]:
    return list(page.evaluate("async () => await caches.keys()"))


def left(page: Page) -> bool:
    """Whether nothing but empty notes is there."""
    return page.inner_text("body").strip() == "Notes" and page.locator("section, a").count() == 0


def keep(page: Page) -> None:
    page.click("#keep-files")
    page.wait_for_selector("#kept", state="visible")


def test_names_of_files_say_nothing_and_stay_the_same(files: Mapping[str, bytes]) -> None:
    assert file_name("trois-semaines-en-aout") == "a640bf.html"
    names = [file_name(path.stem) for path in shipped()]
    assert len(set(names)) == len(names)
    for name in files:
        assert not any(tells(name, path.stem) for path in shipped())


def test_the_folder_is_the_same_every_time(files: Mapping[str, bytes]) -> None:
    with speaking("fr"):
        again = site(("fr", "en"))
    assert again == {name: content for name, content in files.items() if name}


def test_the_worker_changes_with_any_byte_of_what_it_keeps(files: Mapping[str, bytes]) -> None:
    with speaking("fr"):
        other = site(("fr",))["sw.js"].decode("utf-8")
    told = files["sw.js"].decode("utf-8")
    version = re.compile(r"\$\{kept\}([0-9a-f]{16})")
    assert version.findall(told) != version.findall(other)
    kept = json.loads(re.search(r"const files = (\[.*\]);", told)[1])  # type: ignore[index]
    assert set(kept) == {"./", *files} - {"", "sw.js"}


def test_nothing_in_what_a_phone_shows_of_the_app_says_what_it_is(files: Mapping[str, bytes]) -> None:
    told = json.loads(files["manifest.webmanifest"])
    assert (told["name"], told["short_name"]) == ("Notes", "Notes")
    for picture in told["icons"]:
        assert picture["src"] in files
    assert b"<title>Notes</title>" in files["index.html"]


@pytest.mark.parametrize("side", [192, 512])
def test_the_picture_of_the_app_is_a_png_of_its_size(side: int) -> None:
    drawn = png(side)
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(drawn[16:20]) == int.from_bytes(drawn[20:24]) == side


@pytest.mark.parametrize("name", ["index.html", "en.html"])
def test_the_list_names_every_story_and_help_comes_before_them(name: str, files: Mapping[str, bytes]) -> None:
    told = files[name].decode("utf-8")
    for path in shipped():
        assert f'href="{file_name(path.stem)}' in told
    assert told.index('class="door"') < told.index('class="stories"')
    assert "Fiction · Vigichat" in told
    assert "3018" in told


def test_every_link_of_the_list_leads_somewhere(files: Mapping[str, bytes]) -> None:
    for name in ("index.html", "en.html"):
        told = files[name].decode("utf-8")
        for link in re.findall(r'href="([^"]+)"', told):
            if link.startswith(("tel:", "https://")):
                continue
            file, _, part = link.partition("#")
            assert file in files
            assert not part or file or f'id="{part}"' in told
        named = re.findall(r'\bid="([^"]+)"', told)
        assert sorted(named) == sorted(set(named)), "a link leads to the first part of its name"


def test_the_list_opens_from_the_disk_without_offering_what_needs_a_host(
    chromium: Browser, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    for name, content in files.items():
        if name:
            (tmp_path / name).write_bytes(content)
    with opened(chromium, tmp_path / "index.html", PHONE) as (page, seen):
        assert page.title() == "Notes"
        assert page.is_hidden("#offline")
        page.click(".door")
        assert "Respire" in page.inner_text("#breathe")
        page.click(".stories a")
        page.wait_for_url(f"**/{FIRST}")
    assert seen.faults == []
    assert all(asked.startswith("file:") for asked in seen.requests)


def test_the_helpline_is_one_press_from_the_list(chromium: Browser, files: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(files["index.html"])
    with opened(chromium, tmp_path / "index.html", PHONE) as (page, _seen):
        box = page.locator("a[href='tel:3018']").first.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] < PHONE[1] / 2


def test_a_press_anywhere_on_a_story_opens_it(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        box = page.locator(".stories li").first.bounding_box()
        assert box is not None
        page.locator(".stories li").first.click(position={"x": box["width"] - 20, "y": box["height"] - 20})
        page.wait_for_url(f"**/{FIRST}")
        assert page.locator(".door").count() > 0


def test_a_story_opens_in_the_language_of_the_list_it_was_chosen_from(
    chromium: Browser, files: Mapping[str, bytes]
) -> None:
    with served(files) as server, visited(chromium, server.address + "en.html") as (page, _asked):
        page.click(".stories a")
        page.wait_for_url(f"**/{FIRST}#en")
        assert page.get_attribute("html", "lang") == "en"


def test_nothing_is_kept_before_somebody_asks(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, asked):
        page.wait_for_selector("#offline", state="visible")
        assert workers(page) == 0
        assert caches(page) == []
        assert all(one.startswith(server.address) for one in asked)
        assert page.context.cookies() == []


def test_once_kept_everything_opens_without_a_network(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        keep(page)
        address = server.address
        server.shutdown()
        server.server_close()
        for name in ("", "en.html", FIRST, "index.html"):
            answer = page.goto(address + name)
            assert answer is not None
            assert (answer.status, answer.from_service_worker) == (200, True)
            assert page.title() == "Notes"


def test_a_second_press_and_the_way_out_leave_nothing_kept(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        keep(page)
        assert (workers(page), len(caches(page))) == (1, 1)
        page.click("#drop-files")
        page.wait_for_selector("#dropped", state="visible")
        assert (workers(page), caches(page)) == (0, [])
        keep(page)
        page.click("#leave")
        page.wait_for_function("async () => (await caches.keys()).length === 0")
        assert workers(page) == 0
        assert left(page)
        assert page.title() == "Notes"


def test_shift_three_times_leaves_and_two_do_not(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        for key in ("Shift", "Shift", "a", "Shift"):
            page.keyboard.press(key)
        assert page.inner_text("h1") == "Vigichat"
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        assert left(page)


def test_back_does_not_bring_back_what_was_left(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        page.click(".door")
        page.click("#leave")
        page.go_back()
        assert left(page)


def test_a_page_that_was_left_stays_left_when_it_is_loaded_again(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        page.click("#leave")
        page.reload()
        assert left(page)


def test_the_way_out_of_a_story_removes_what_is_kept(chromium: Browser, files: Mapping[str, bytes]) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        keep(page)
        page.click(".stories a")
        page.click("[data-key=leave]")
        page.wait_for_function("async () => (await caches.keys()).length === 0")
        assert workers(page) == 0


def test_an_older_version_is_replaced_and_what_others_keep_is_left_alone(
    chromium: Browser, files: Mapping[str, bytes]
) -> None:
    with served(files) as server, visited(chromium, server.address) as (page, _asked):
        page.evaluate("async () => { await caches.open('theirs'); }")
        keep(page)
        before = next(one for one in caches(page) if one != "theirs")
        worker = files["sw.js"].decode("utf-8")
        other = re.sub(r"(\$\{kept\})[0-9a-f]{16}", r"\g<1>0123456789abcdef", worker)
        server.add("sw.js", other.encode("utf-8"))
        page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
        page.wait_for_function(
            "async (before) => { const all = await caches.keys(); return all.length === 2 && !all.includes(before); }",
            arg=before,
        )
        assert "theirs" in caches(page)


def test_a_browser_can_install_it(chromium: Browser, files: Mapping[str, bytes], tmp_path: Path) -> None:
    # Nothing can be installed from a private window, as those of other tests are.
    kept = chromium.browser_type.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=["--no-sandbox"])
    try:
        with served(files) as server:
            page = kept.new_page()
            page.goto(server.address)
            page.wait_for_selector("#offline", state="visible")
            session = kept.new_cdp_session(page)
            told = session.send("Page.getAppManifest")
            assert told["errors"] == []
            assert told["url"] == server.address + "manifest.webmanifest"
            assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    finally:
        kept.close()


def test_the_list_asks_for_nothing_from_elsewhere_and_its_policy_forbids_it(files: Mapping[str, bytes]) -> None:
    for name in ("index.html", "en.html"):
        told = files[name].decode("utf-8")
        policy = re.search(r'Security-Policy" content="([^"]+)"', told)
        assert policy is not None
        assert policy[1].startswith("default-src 'none';")
        assert "unsafe" not in policy[1]
        assert not re.search(r'\s(?:style|on\w+)="', told)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("percent", [100, 300])
def test_the_list_is_for_everyone(chromium: Browser, files: Mapping[str, bytes], dark: bool, percent: int) -> None:
    rules = installed("axe-core/axe.min.js").read_text(encoding="utf-8")
    with served(files) as server:
        context = chromium.new_context(
            viewport={"width": PHONE[0], "height": PHONE[1]}, color_scheme="dark" if dark else "light", bypass_csp=True
        )
        page = context.new_page()
        page.goto(server.address + "en.html")
        page.wait_for_selector("#offline", state="visible")
        page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        for one in page.locator("#leave, #keep-files, .door, .stories a, .top nav a, .helpline a").all():
            box = one.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44
        page.evaluate(rules)
        told = page.evaluate("async () => (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes[0].html}`)")
        assert told == []
        context.close()
