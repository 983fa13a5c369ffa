"""All stories of the game as the files of one folder, which any host serves: a list of them, and each in a file.

In a browser the folder can become an app that works without a network: `site/worker.js` keeps its files, once somebody
asked for that. Names of files say nothing and stay the same from one version to the next, since others can see them.
Writing the folder is left to `site_folder`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from game.reference.library import known_or_first, load
from game.shelf import open_file, shipped
from game.storage import folder
from game.telling import country
from game.telling.language import current, speaking
from game.web.document import TITLE
from game.web.icon import GROUND, png, svg
from game.web.site_page import SITE, Listed, listing
from game.web.story_file import languages_of, story_file

INDEX, MANIFEST, WORKER = "index.html", "manifest.webmanifest", "sw.js"

_SIDES = (192, 512)
"""Pixels of the pictures that browsers ask of an app."""


def site(languages: Sequence[str] = (), offline: bool = True) -> dict[str, bytes]:
    """The files of the folder by name, the list first; it opens in the first of `languages`, or in the one spoken now.

    A story that is in none of them is there in its own. `offline`: with what makes an app of it.
    """
    wanted = tuple(languages) or (current(),)
    stories = {path: _story(path, wanted) for path in shipped()}
    files = {file_name(path.stem): document for path, (document, _told) in stories.items()}
    pages_in = [(language, _list_in(language, wanted)) for language in wanted]
    pages = {}
    for language, name in pages_in:
        with speaking(language):
            told = [_listed(path, language, stories[path][1]) for path in stories]
            pages[name] = listing(told, load(known_or_first(country.current()), language), pages_in, offline).encode(
                "utf-8"
            )
    all_files = {**pages, **files, "icon.svg": svg().encode("utf-8"), "icon-192.png": png(192)}
    if offline:
        with speaking(wanted[0]):
            all_files |= {"icon-512.png": png(512), MANIFEST: _manifest()}
        all_files[WORKER] = _worker(all_files)
    return all_files


def file_name(story: str) -> str:
    """The name of the file of the story `story`: it tells nothing, and does not change when other stories come."""
    return f"{sha256(story.encode('utf-8')).hexdigest()[:6]}.html"


def _list_in(language: str, wanted: Sequence[str]) -> str:
    """The name of the list in a language, the first one's where it is in none of those `wanted`."""
    return f"{language}.html" if language in wanted[1:] else INDEX


def _story(path: Path, wanted: Sequence[str]) -> tuple[bytes, tuple[str, ...]]:
    there = languages_of(path, wanted)
    known = tuple(one for one in wanted if one in there) or there[:1]
    document, told = story_file(path, known, lambda language: _list_in(language, wanted))
    return document.encode("utf-8"), told


def _listed(path: Path, language: str, told: tuple[str, ...]) -> Listed:
    story = open_file(path, language if language in told else told[0], country=country.current()).story
    assert story is not None  # it ships
    return Listed(file_name(path.stem), *story, told)


def _manifest() -> bytes:
    """What a browser asks of an app (W3C, Web Application Manifest); nothing in it says what the app is about."""
    tokens = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))
    pictures = [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]
    for side in _SIDES:
        pictures.append(
            {"src": f"icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": "any maskable"}
        )
    told = {
        "id": "./",
        "name": TITLE,
        "short_name": TITLE,
        "lang": current(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": tokens["themes"]["light"]["ground"],
        "theme_color": GROUND,
        "icons": pictures,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _worker(files: Mapping[str, bytes]) -> bytes:
    """The worker that keeps `files`: another version of it as soon as a byte of them changes."""
    names = ["./", *files]
    version = sha256(b"".join(sha256(name.encode() + b"\0" + files[name]).digest() for name in sorted(files)))
    written = (SITE / "worker.js").read_text(encoding="utf-8")
    told = written.replace("$version", version.hexdigest()[:16]).replace("$files", json.dumps(names))
    return told.encode("utf-8")
