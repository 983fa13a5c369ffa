"""What an exported file keeps to itself: it asks nobody, names nobody but who helps, and leaves nothing behind."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.reference.library import load
from game.telling.language import LANGUAGES
from game.web.site import site
from tests.web.browser import opened
from tests.web.listening import Listening, listening

# -- the policy


class _Heads(HTMLParser):
    """The elements of a file in their order, what stands in its styles and scripts, and what else is written in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.written: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.inside.append((*self.elements[-1], data))
        else:
            self.written.append(data)


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (one.split() for one in policy.split(";"))}


def policy_of(text: str) -> str:
    (policy,) = [
        attributes.get("content") or ""
        for tag, attributes in _Heads(text).elements
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "content-security-policy"
    ]
    return policy


@pytest.fixture(scope="module")
def text(exported: Callable[..., Path]) -> str:
    """The file of a story."""
    return exported(*LANGUAGES).read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=["story", "list"])
def either(request: pytest.FixtureRequest, text: str) -> str:
    """The file of a story, and the list of a folder of them."""
    return text if request.param == "story" else site(LANGUAGES)["index.html"].decode("utf-8")


def test_the_policy_stands_before_all_that_a_browser_heeds(either: str) -> None:
    elements = _Heads(either).elements
    at = next(number for number, (tag, some) in enumerate(elements) if tag == "meta" and "http-equiv" in some)
    assert [tag for tag, _ in elements[:at]] == ["html", "head", *["meta"] * (at - 2)]
    # Past the first kilobyte a browser may have begun to read on before it met it.
    assert either.index("Content-Security-Policy") < 1024


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(either: str) -> None:
    found = directives(policy_of(either))

    def digests(kind: str) -> list[str]:
        inside = [
            content
            for tag, attributes, content in _Heads(either).inside
            if tag == kind and attributes.get("type") != "application/json"
        ]
        return [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in inside]

    assert found.pop("style-src") == digests("style")
    assert found.pop("script-src") == digests("script")
    # The list may keep its own folder, once somebody asks for that.
    more = {"img-src": ["data:"]}
    if "manifest-src" in found:
        more = {name: ["'self'"] for name in ("worker-src", "manifest-src", "img-src")}
    assert found == {"default-src": ["'none'"], "base-uri": ["'none'"], "form-action": ["'none'"], **more}


PLANTED = {
    "inline script": "<script>document.documentElement.dataset.planted = 'yes'</script>",
    "script": '<script src="{0}/script"></script>',
    "handler": "<svg onload=\"document.documentElement.dataset.planted = 'yes'\"></svg>",
    "image": '<img src="{0}/image">',
    "style": '<link rel="stylesheet" href="{0}/style">',
    "inline style": "<style>@import url({0}/import);</style>",
    "style attribute": '<p style="background: url({0}/background)">x</p>',
    "frame": '<iframe src="{0}/frame"></iframe>',
    "object": '<object data="{0}/object"></object>',
    "sound": '<audio src="{0}/sound" preload="auto"></audio>',
    "prefetch": '<link rel="prefetch" href="{0}/prefetch">',
    "preload": '<link rel="preload" as="image" href="{0}/preload">',
    "module": '<link rel="modulepreload" href="{0}/module">',
    "manifest": '<link rel="manifest" href="{0}/manifest">',
    "icon": '<link rel="icon" href="{0}/icon">',
}
"""What somebody could write into a copy of the file."""

CALLED = {
    "fetch": "fetch('{0}/fetch', {{mode: 'no-cors'}}).catch(() => null)",
    "request": "new Promise((done) => {{ const r = new XMLHttpRequest(); r.onloadend = done;"
    " r.open('GET', '{0}/request'); try {{ r.send() }} catch {{ done() }} }})",
    "beacon": "navigator.sendBeacon('{0}/beacon', 'x')",
    "socket": "new Promise((done) => {{ try {{ const s = new WebSocket('ws://{1}/socket');"
    " s.onerror = s.onopen = done }} catch {{ done() }} }})",
    "events": "new Promise((done) => {{ const s = new EventSource('{0}/events'); s.onerror = done }})",
    "worker": "new Promise((done) => {{ try {{ new Worker('{0}/worker').onerror = done }} catch {{ done() }} }})",
    "import": "import('{0}/module').catch(() => null)",
    "image": "new Promise((done) => {{ const i = new Image(); i.onload = i.onerror = done; i.src = '{0}/picture' }})",
    "ping": "(() => {{ const a = document.createElement('a'); a.href = '#x'; a.ping = '{0}/ping';"
    " document.body.append(a); a.click() }})()",
    "font": "new FontFace('x', 'url({0}/font)').load().catch(() => null)",
    "form": "new Promise((done) => {{ const f = document.createElement('form'); f.action = '{0}/form';"
    " f.target = '_blank'; document.body.append(f); f.submit(); setTimeout(done, 300) }})",
}
"""What a script in the file could do."""


@pytest.fixture(scope="module")
def heard() -> Iterator[Listening]:
    with listening() as server:
        yield server


def planted(text: str, heard: Listening) -> str:
    """The file with everything planted in it, behind its policy."""
    head, body = (
        "".join(value.format(heard.address) for name, value in PLANTED.items() if (name in HEADED) is headed)
        for headed in (True, False)
    )
    return text.replace("<title>", f"{head}<title>").replace("</main>", f"</main>{body}", 1)


HEADED = {"style", "inline style", "prefetch", "preload", "module", "manifest", "icon"}


def run(chromium: Browser, heard: Listening, text: str, tmp_path: Path) -> tuple[list[str], str | None]:
    """What was asked of the server once the file was opened and every call made, and what planted scripts left."""
    heard.asked.clear()
    file = tmp_path / "planted.html"
    file.write_text(planted(text, heard), encoding="utf-8")
    with opened(chromium, file) as (page, _seen):
        for call in CALLED.values():
            page.evaluate(
                f"Promise.race([{call.format(heard.address, heard.host)}, new Promise((d) => setTimeout(d, 1000))])"
            )
        page.wait_for_timeout(300)
        return [path.lstrip("/") for path in heard.asked], page.evaluate(
            "document.documentElement.dataset.planted || null"
        )


def test_without_the_policy_what_is_planted_is_heard_of(
    chromium: Browser, heard: Listening, text: str, tmp_path: Path
) -> None:
    """That the proof below proves something."""
    asked, left = run(chromium, heard, text.replace(policy_of(text), "default-src * 'unsafe-inline' data:"), tmp_path)
    assert {"script", "image", "style", "frame", "fetch", "request", "beacon", "picture", "socket"} <= set(asked)
    assert left == "yes"


def test_with_the_policy_nothing_that_is_planted_runs_or_is_asked_for(
    chromium: Browser, heard: Listening, text: str, tmp_path: Path
) -> None:
    asked, left = run(chromium, heard, text, tmp_path)
    assert asked == []
    assert left is None


def test_opened_from_a_site_it_asks_for_itself_alone(chromium: Browser, heard: Listening, text: str) -> None:
    """Not even for a picture of the site, which browsers look for where a page names none."""
    heard.asked.clear()
    heard.page = text.encode()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{heard.address}/notes.html")
    page.wait_for_timeout(500)
    context.close()
    assert heard.asked == ["/notes.html"]


def test_it_hints_at_nothing_and_gives_no_address_away(either: str) -> None:
    elements = _Heads(either).elements
    metas = {
        (some.get("name") or some.get("http-equiv") or "").lower(): some.get("content")
        for tag, some in elements
        if tag == "meta"
    }
    assert metas["referrer"] == "no-referrer"
    # A browser would else ask for the hosts of links before anybody follows one.
    assert metas["x-dns-prefetch-control"] == "off"
    linked = {some["rel"]: some["href"] for tag, some in elements if tag == "link"}
    assert linked in ({"icon": "data:,"}, {"icon": "icon.svg", "apple-touch-icon": "icon-192.png"})
    for tag, some in elements:
        assert "ping" not in some
        assert "style" not in some
        assert not any(name.startswith("on") for name in some), tag
        if tag == "a" and (some.get("href") or "").startswith("http"):
            assert set((some.get("rel") or "").split()) == {"noopener", "noreferrer"}, some


# -- who is named in it

_NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://[^\s\"'`<>\\)»”]+|(?<![:\w/])//(?:[\w-]+\.)+[a-z]{2,}[^\s\"'`<>]*", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(r"(?<![\w./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w(=-])", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,:#/-])\+?\d(?:[ .\u00a0\u202f-]?\d){6,}(?![\w:])|(?<![\w.,:#/-])3\d{3}(?![\w:])")
_CALLED = re.compile(r"\b(?:tel|sms|mailto|callto|whatsapp|javascript|data):[^\s\"'<>]*", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|url\([^)]*\)')
_DRAWN = {"d", "points", "viewbox", "transform"}


def named(words: str) -> set[str]:
    """The addresses, hosts, mail addresses and telephone numbers in `words`, numbers without their spaces."""
    addresses = {found.rstrip(".,;") for found in _ADDRESS.findall(words)}
    for address in addresses:
        words = words.replace(address, " ")
    called = set(_CALLED.findall(words))
    hosts = {found.lower() for found in _HOST.findall(words)} | set(_MAIL.findall(words))
    numbers = {re.sub(r"[ .\u00a0\u202f-]", "", found) for found in _PHONE.findall(words) if not _DATE.fullmatch(found)}
    return addresses | called | hosts | numbers


def texts(value: object) -> Iterator[str]:
    """Every text in a value of JSON, or in a frozen one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in texts(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in texts(one))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in texts(getattr(value, field.name)))


@pytest.fixture(scope="module")
def known() -> set[str]:
    """All that the reference names, in every language; whoever is in it may be called and opened."""
    found: set[str] = set()
    for language in LANGUAGES:
        reference = load("fr", language)
        found |= named("\n".join(texts(reference)))
        for one in reference.helplines:
            number = re.sub(r"[ \u00a0\u202f]", "", one.number)
            found |= {number, f"tel:{number}", f"https://{one.address}", one.address}
    return found


def read_by_people(text: str) -> str:
    """All of the file that is neither drawn nor run: what is written in it, attributes, and what the player says."""
    heads = _Heads(text)
    attributes = [value or "" for _, some in heads.elements for name, value in some.items() if name not in _DRAWN]
    contents = [json.loads(inside) for _, some, inside in heads.inside if some.get("type") == "application/json"]
    policy = policy_of(text)  # whose own words are no names
    spoken = [one for one in attributes if one != policy]
    return "\n".join((*heads.written, *spoken, *texts(contents)))


def test_it_names_nobody_who_is_not_in_the_reference(either: str, known: set[str]) -> None:
    # The names of the folder's own files are no names of hosts.
    found = {one for one in named(read_by_people(either)) if not re.fullmatch(r"[\w-]+\.(?:html|svg|png)", one)}
    assert {"3018", "3018.fr"} <= found
    assert found - known - _NAMESPACES - {"data:,"} == set()


def test_its_script_and_style_name_nobody(either: str) -> None:
    code = [inside for _, some, inside in _Heads(either).inside if some.get("type") != "application/json"]
    assert len(code) == 2
    for one in code:
        literals = "\n".join(re.sub(r"\$\{[^}]*\}", " ", literal) for literal in _LITERAL.findall(one))
        assert named(re.sub(r"manifest\.webmanifest|sw\.js", "", literals)) - _NAMESPACES - {"tel:"} == set()
        assert set(_ADDRESS.findall(one)) - _NAMESPACES == set()


ASKING = (
    *("fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "sendBeacon", "RTCPeerConnection"),
    *("Worker(", "import(", "window.open", "postMessage", "BroadcastChannel", "requestSubmit", "pushState"),
    *("geolocation", "mediaDevices", "getUserMedia", "Notification", "clipboard", "getBattery", "permissions"),
    *("indexedDB", "document.cookie", "sessionStorage", "showSaveFilePicker", "credentials", "SpeechRecognition"),
    *(".register(", "caches.open", "userAgent", "deviceMemory", "hardwareConcurrency", "getGamepads"),
    *("canvas", "AudioContext"),
)
"""What a script would use to ask somebody, to follow or know somebody, or to keep something. A policy does not forbid
all of it: not the calls of a browser's telephone, nor its cameras."""


def test_its_script_names_nothing_that_asks_follows_or_keeps(text: str) -> None:
    (script,) = [inside for tag, some, inside in _Heads(text).inside if tag == "script" and not some]
    assert [one for one in ASKING if one in script] == []
    # Settings are kept where that was asked for, and voices are the device's own; the way out only forgets files.
    assert script.count("localStorage") == 3
    # The way out takes away what the list of a folder kept, where somebody asked that for; nothing here puts it there.
    assert set(re.findall(r"(?<!\")\bcaches\.\w+|\bserviceWorker\.\w+", script)) == {
        "caches.keys",
        "caches.delete",
        "serviceWorker.getRegistration",
    }
    assert script.count("speechSynthesis.speak(") == script.count("localService") == 1


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("écris à lea.martin@exemple.fr", "lea.martin@exemple.fr"),
        ("c’est sur www.exemple.com/lea ?", "www.exemple.com"),
        ("https://exemple.org/a?b=c", "https://exemple.org/a?b=c"),
        ("src=//exemple.org/x.js", "//exemple.org/x.js"),
        ("appelle le 06 12 34 56 78.", "0612345678"),
        ("+33\u202f6\u202f12\u202f34\u202f56\u202f78", "+33612345678"),
        ("appelle le 3919 !", "3919"),
        ("tel:0612345678", "tel:0612345678"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("exemple.fr", "exemple.fr"),
    ],
)
def test_a_name_would_be_found(planted: str, found: str, known: set[str]) -> None:
    assert found in named(planted) - known
