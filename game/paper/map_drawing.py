"""A story's map as a drawing (SVG) in a document, with its legend.

Lengths are millimetres of an A4 page. Where things stand is worked out by `map_layers`; colours and letters are
`style`'s, so that the drawing follows the document's, dark or printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.paper.escape import attribute, text
from game.paper.map_layers import Layers, Stop, layers
from game.telling.language import _
from game.telling.sheet import Box, Road, StoryMap

_WIDTH, _HEIGHT = 182.0, 226.0
"""What an A4 page has room for, under a title and a legend."""

_HIGH = 6.2
_SIZE = 3.3
"""The height of a box and of its letters."""

_WIDTHS = {"ijlI.,’':;!|()": 0.3, "frt ": 0.38, "mwMW%œŒ…": 0.88, "ABCDEFGHJKLNOPQRSTUVXYZ": 0.68}
_LETTER = 0.56
"""The width of letters by their height, of most of them at the end; the browser keeps to what comes of it."""

_LONGEST = 34
_EDGE = 0.8
_LEAST, _MOST = 4.6, 9.0
"""Room between two rows."""

_ARROW = 1.7


def drawn(story: StoryMap) -> Iterator[str]:
    """The drawing and its legend, as a figure. `story.told` is said to who cannot see it."""
    leaving: dict[int, list[str]] = {}
    for road in story.roads:
        leaving.setdefault(road.start, []).append(road.letters)
    widths = [_wide(box, leaving.get(at, [])) for at, box in enumerate(story.boxes)]
    last = frozenset(at for at, box in enumerate(story.boxes) if box.kind == "ending")
    found = layers(widths, [(road.start, road.end) for road in story.roads], last, _WIDTH - 2 * _EDGE)
    yield "<figure>"
    yield "<figcaption>"
    yield from _legend(story)
    yield "</figcaption>"
    label = f"{story.title}. {story.told}"
    yield f'<div class="map" tabindex="0" role="region" aria-label="{attribute(story.title)}">'
    yield from _Drawing(story, found).lines(label)
    yield "</div>"
    yield "</figure>"


def _wide(box: Box, leaving: list[str]) -> float:
    """How wide a box is: its words, its marks, and room below for the letters of the roads that leave it."""
    words = max(_long(line) for line in _lines(box)) + _long(box.number) + 1.2
    marks = 6.0 + (2.6 if box.hard else 0) + (5.0 if box.stop else 0)
    below = sum(_letters_wide(letters) + 1.2 for letters in leaving)
    return max(20.0, words + marks, below)


def _long(words: str) -> float:
    """About how long `words` are, in millimetres."""
    return sum(next((wide for some, wide in _WIDTHS.items() if one in some), _LETTER) for one in words) * _SIZE


def _letters_wide(letters: str) -> float:
    return len(letters) * 1.75 + 0.8


def _name(box: Box) -> str:
    return box.name if len(box.name) <= _LONGEST else f"{box.name[: _LONGEST - 1].rstrip()}…"


def _lines(box: Box) -> tuple[str, ...]:
    """The name of a box in one line; an ending's in two where it is long, since all endings stand in one row."""
    words = _name(box).split(" ")
    if box.kind == "scene" or len(words) == 1 or len(box.name) < 15:
        return (" ".join(words),)
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(cuts, key=lambda cut: max(map(len, cut)))


class _Drawing:
    def __init__(self, story: StoryMap, found: Layers) -> None:
        self.story = story
        self.found = found
        self.width = found.width + 2 * _EDGE
        rows = len(found.rows)
        # Endings are higher than scenes, and all in the last row.
        self.foot = max((_high(box) - _HIGH for box in story.boxes), default=0.0)
        room = (_HEIGHT - 2 * _EDGE - self.foot - rows * _HIGH) / max(rows - 1, 1)
        self.step = _HIGH + min(max(room, _LEAST), _MOST)
        self.height = 2 * _EDGE + self.foot + _HIGH + (rows - 1) * self.step
        self.roads = {(road.start, road.end): road for road in story.roads}

    def lines(self, label: str) -> Iterator[str]:
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{attribute(label)}"'
            f' viewBox="0 0 {_n(self.width)} {_n(self.height)}">'
        )
        ports = self._ports()
        labels: list[str] = []
        for edge, track in self.found.tracks.items():
            yield from self._road(self.roads[edge], track, ports, labels)
        for row in self.found.rows:
            for stop in row:
                if stop.box >= 0:
                    yield from self._box(stop)
        yield from labels
        yield "</svg>"

    def _y(self, stop: Stop) -> float:
        """The middle of a stop."""
        return _EDGE + _HIGH / 2 + stop.row * self.step

    def _x(self, stop: Stop) -> float:
        return _EDGE + stop.x

    def _ports(self) -> dict[tuple[int, int], float]:
        """Where on a box each of its roads begins: those that leave it by the same side are spread over it, in the
        order of where they go. By box and by the other end of the road."""
        leaving: dict[tuple[int, bool], list[tuple[float, int]]] = {}
        for (start, end), track in self.found.tracks.items():
            if track[0].row == track[1].row:
                continue
            up = (start, end) in self.found.back
            leaving.setdefault((start, up), []).append((track[1].x, end))
        found = {}
        for (box, up), some in leaving.items():
            stop = self.found.tracks[box, some[0][1]][0]
            if up and len(some) == 1:
                # The middle of a top is where roads come in.
                x, end = some[0]
                found[box, end] = self._x(stop) + stop.width * (0.25 if x > stop.x else -0.25)
                continue
            # Each has the room that its letters need, and a share of what is left.
            wide = [(end, _letters_wide(self.roads[box, end].letters)) for _, end in sorted(some)]
            spare = max(stop.width - sum(each for _, each in wide), 0.0) / (len(wide) + 1)
            x = self._x(stop) - stop.width / 2
            for end, each in wide:
                found[box, end] = x + spare + each / 2
                x += spare + each
        return found

    def _road(
        self, road: Road, track: tuple[Stop, ...], ports: dict[tuple[int, int], float], labels: list[str]
    ) -> Iterator[str]:
        kind = "road depends" if road.depends else "road"
        first, end = track[0], track[-1]
        if first.row == track[1].row:
            x, to, y = self._x(first) + first.width / 2, self._x(end) - end.width / 2, self._y(first)
            yield f'<path class="{kind}" d="M{_n(x)} {_n(y)}H{_n(to - _ARROW)}"/>'
            yield _arrow(to, y, 1, 0)
            if road.letters:
                labels.append(_letters(road.letters, (x + to - _ARROW) / 2, y))
            return
        way = -1 if (road.start, road.end) in self.found.back else 1
        x, y = ports[road.start, road.end], self._y(first) + way * _HIGH / 2
        path = [f"M{_n(x)} {_n(y)}"]
        for stop in track[1:]:
            last = stop is end
            to_x = self._x(stop)
            if last and way < 0:
                # Roads that come back come in beside those that leave.
                to_x += stop.width * (0.42 if x > to_x else -0.42)
            to_y = self._y(stop) - way * _HIGH / 2
            stem = to_y - way * _ARROW if last else to_y
            bend = (stem - y) * 0.55
            path.append(f"C{_n(x)} {_n(y + bend)} {_n(to_x)} {_n(stem - bend)} {_n(to_x)} {_n(stem)}")
            if not last:
                path.append(f"V{_n(to_y + way * _HIGH)}")
            x, y = to_x, to_y + way * _HIGH
        yield f'<path class="{kind}" d="{"".join(path)}"/>'
        yield _arrow(x, self._y(end) - way * _HIGH / 2, 0, way)
        if road.letters:
            labels.append(
                _letters(road.letters, ports[road.start, road.end], self._y(first) + way * (_HIGH / 2 + 1.35))
            )

    def _box(self, stop: Stop) -> Iterator[str]:
        box = self.story.boxes[stop.box]
        left, top, high = self._x(stop) - stop.width / 2, self._y(stop) - _HIGH / 2, _high(box)
        yield _shape(box.kind, left, top, stop.width, high)
        if box.hard:
            yield _hard(left, top, stop.width)
        if box.stop:
            yield _disc(left + stop.width - (4.4 if box.hard else 3.4), top + high / 2, str(box.stop))
        lines = _lines(box)
        taken = max(map(_long, lines)) + _long(box.number) + 1.2
        free = stop.width - taken - (2.6 if box.hard else 0) - (5.0 if box.stop else 0)
        x = left + (2.6 if box.hard else 0) + free / 2
        middle = top + high / 2 + _SIZE * 0.36
        yield _words("number", box.number, x, middle)
        for at, line in enumerate(lines):
            shift = (at - (len(lines) - 1) / 2) * _SIZE * 1.15
            yield _words("name", line, x + _long(box.number) + 1.2, middle + shift)


def _high(box: Box) -> float:
    return _HIGH if box.kind == "scene" else _HIGH + 4.0


def _words(kind: str, words: str, x: float, y: float) -> str:
    return (
        f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}" font-size="{_SIZE}" textLength="{_n(_long(words))}"'
        f' lengthAdjust="spacingAndGlyphs">{text(words)}</text>'
    )


def _shape(kind: str, left: float, top: float, width: float, high: float = _HIGH) -> str:
    radius = high / 2 if kind == "ending" else 0.9
    return (
        f'<rect class="{kind}" x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(high)}" rx="{_n(radius)}"/>'
    )


def _hard(left: float, top: float, width: float, high: float = _HIGH) -> str:
    """A second frame inside the first, and a thick side: seen without any colour."""
    return (
        f'<rect class="hard" x="{_n(left + 0.9)}" y="{_n(top + 0.9)}" width="{_n(width - 1.8)}"'
        f' height="{_n(high - 1.8)}" rx="0.4"/>'
        f'<rect class="arrow" x="{_n(left + 0.9)}" y="{_n(top + 0.9)}" width="1.9" height="{_n(high - 1.8)}"/>'
    )


def _disc(x: float, y: float, number: str) -> str:
    return (
        f'<circle class="disc" cx="{_n(x)}" cy="{_n(y)}" r="2.1"/>'
        f'<text class="on-disc" x="{_n(x)}" y="{_n(y + 1.05)}" font-size="2.9" text-anchor="middle">'
        f"{text(number)}</text>"
    )


def _letters(letters: str, x: float, y: float) -> str:
    """The letters of a road with their middle at `x`, `y`; roads pass behind them."""
    wide = _letters_wide(letters)
    return (
        f'<rect class="halo" x="{_n(x - wide / 2)}" y="{_n(y - 1.1)}" width="{_n(wide)}" height="2.2"/>'
        f'<text class="letters" x="{_n(x)}" y="{_n(y + 0.9)}" font-size="2.5" text-anchor="middle">'
        f"{text(letters)}</text>"
    )


def _arrow(x: float, y: float, right: int, down: int) -> str:
    """The head of an arrow whose point is at `x`, `y`, and that flies right or left, down or up (1 or -1)."""
    back_x, back_y = x - right * _ARROW, y - down * _ARROW
    half = _ARROW * 0.5
    return (
        f'<path class="arrow" d="M{_n(x)} {_n(y)}L{_n(back_x + down * half)} {_n(back_y + right * half)}'
        f'L{_n(back_x - down * half)} {_n(back_y - right * half)}Z"/>'
    )


def _legend(story: StoryMap) -> Iterator[str]:
    """What the shapes mean, those that the map has."""
    high = 4.8
    scene = _shape("scene", 0.5, 0.6, 13, high)
    on, later = (f'<path class="{kind}" d="M0.5 3H12"/>{_arrow(13.5, 3, 1, 0)}' for kind in ("road", "road depends"))
    if any(road.letters for road in story.roads):
        way = _("the way on; letters are the choices that lead there, none means all of them")
    else:
        way = _("the way on, whatever is chosen")
    shapes = (
        (True, 14.0, scene, _("a scene, with its number")),
        (
            any(box.hard for box in story.boxes),
            14.0,
            scene + _hard(0.5, 0.6, 13, high),
            _("a hard scene: a summary can be read instead"),
        ),
        (True, 14.0, _shape("ending", 0.5, 0.6, 13, high), _("an ending")),
        (any(box.stop for box in story.boxes), 6.0, _disc(3, 3, "1"), _("a stop for the class, with its number")),
        (True, 14.0, on, way),
        (any(road.depends for road in story.roads), 14.0, later, _("only after certain earlier choices")),
    )
    yield "<ul>"
    for there, width, shape, told in shapes:
        if there:
            yield f'<li><svg aria-hidden="true" viewBox="0 0 {_n(width)} 6">{shape}</svg><span>{text(told)}</span></li>'
    yield "</ul>"


def _n(length: float) -> str:
    """A length as it is written: hundredths are enough."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
