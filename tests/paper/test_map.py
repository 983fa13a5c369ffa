"""The map of a story: rows that go down, nothing on top of anything else, every road drawn, whatever the story."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.reference import Reference
from game.paper.map_drawing import drawn
from game.paper.map_layers import Layers, layers
from game.shelf import open_file, shipped
from game.telling.sheet import Box, Road, StoryMap
from game.telling.story_map import story_map
from tests.paper.reading import Reading

ROOM = 180.0


def laid(count: int, roads: list[tuple[int, int]], last: set[int] | None = None) -> Layers:
    return layers([30.0] * count, roads, frozenset(last or ()), ROOM)


def rows(found: Layers) -> dict[int, int]:
    return {stop.box: stop.row for row in found.rows for stop in row if stop.box >= 0}


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[float], list[tuple[int, int]], frozenset[int]]:
    """Widths, roads and endings of a story in which every box can be reached."""
    scenes, endings = draw(st.integers(1, 14)), draw(st.integers(1, 4))
    count = scenes + endings
    roads = [(draw(st.integers(0, min(box, scenes) - 1)), box) for box in range(1, count)]
    more = st.tuples(st.integers(0, scenes - 1), st.integers(0, count - 1))
    roads += draw(st.lists(more, max_size=25))
    widths = draw(st.lists(st.floats(20, 80), min_size=count, max_size=count))
    return widths, roads, frozenset(range(scenes, count))


@given(stories())
@settings(max_examples=150, deadline=None)
def test_boxes_and_lanes_have_room_and_roads_go_down_or_are_known_to_go_back(
    story: tuple[list[float], list[tuple[int, int]], frozenset[int]],
) -> None:
    widths, roads, last = story
    found = layers(widths, roads, last, ROOM)
    where = rows(found)
    assert sorted(where) == list(range(len(widths)))
    assert {where[one] for one in last} == {len(found.rows) - 1}
    for row in found.rows:
        for one, other in pairwise(row):
            assert other.x - other.width / 2 - one.x - one.width / 2 > 2
        for stop in row:
            assert stop.x - stop.width / 2 >= -0.01
            assert stop.x + stop.width / 2 <= found.width + 0.01
    for start, end in {(a, b) for a, b in roads if a != b}:
        track = found.tracks[start, end]
        assert (track[0].box, track[-1].box) == (start, end)
        assert all(stop.box < 0 for stop in track[1:-1])
        steps = {other.row - one.row for one, other in pairwise(track)}
        row = [stop.box for stop in found.rows[where[start]]]
        beside = len(track) == 2 and where[start] < found.opening and (start, end) in set(pairwise(row))
        assert steps == {-1 if (start, end) in found.back else 1} or beside
    assert not any(end in last for _, end in found.back)


def test_scenes_that_open_a_story_one_after_the_other_stand_side_by_side() -> None:
    found = laid(10, [(box, box + 1) for box in range(6)] + [(6, 7), (6, 8), (7, 9), (8, 9)], {9})
    assert [[stop.box for stop in row] for row in found.rows[:3]] == [[0, 1, 2, 3], [4, 5], [6]]
    assert found.opening == 2


def test_a_road_back_to_the_start_of_a_circle_is_known_as_such() -> None:
    found = laid(4, [(0, 1), (1, 2), (2, 1), (2, 3)], {3})
    assert found.back == {(2, 1)}
    assert rows(found)[1] < rows(found)[2]


def test_roads_to_one_box_share_a_lane() -> None:
    found = laid(6, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (1, 5), (2, 5), (4, 5)], {5})
    one, other = found.tracks[1, 5], found.tracks[2, 5]
    assert one[1:] == other[1:]
    assert len(one) > 3


def test_the_order_of_the_file_does_not_turn_a_road_round_that_is_in_no_circle() -> None:
    found = laid(3, [(0, 2), (2, 1)])
    assert found.back == frozenset()
    assert rows(found) == {0: 0, 2: 1, 1: 2}


def flagship(reference: Reference) -> StoryMap:
    (path,) = [path for path in shipped() if path.stem == "trois-semaines-en-aout"]
    opened = open_file(path, reference.language).story
    assert opened is not None
    return story_map(*opened)


def test_the_longest_story_fits_on_a_page_with_letters_that_can_be_read(country: Reference) -> None:
    story = flagship(country)
    written = "\n".join(drawn(story))
    box = re.search(r'aria-label="[^"]+" viewBox="0 0 ([\d.]+) ([\d.]+)"', written)
    assert box is not None
    width, height = map(float, box.groups())
    # What A4 leaves: 182 mm by 226; letters of 3.3 units must be 2.8 mm high or more (8 points) once it is scaled.
    assert 3.3 * min(182 / width, 226 / height, 1) >= 2.8
    shown = Reading(written).words
    for one in story.boxes:
        assert f"{one.number} {one.name.split(' ')[0]}" in shown
    assert written.count('class="road') >= len(story.roads)


def test_what_is_hard_what_ends_and_where_to_stop_is_told_by_shape_and_in_the_legend(country: Reference) -> None:
    boxes = (Box("1", "A", "scene"), Box("2", "B", "scene", hard=True, stop=1), Box("E1", "C", "ending"))
    written = "\n".join(drawn(StoryMap("T", "said", boxes, (Road(0, 1, "A B"), Road(0, 2, "C", True), Road(1, 2)))))
    drawing = written.partition("<svg xmlns")[2]
    assert drawing.count('class="hard"') == 1
    assert drawing.count('class="disc"') == 1
    assert drawing.count('class="ending"') == 1
    assert drawing.count('class="road depends"') == 1
    assert drawing.count('class="letters"') == 2
    legend = Reading(written.partition("</figcaption>")[0] + "</figcaption></figure>")
    assert len(legend.all("li")) == 6
    reading = Reading(written)
    assert reading.faults == []
    assert ("svg", "T. said") in [(name, some.get("aria-label", "")) for name, some in reading.elements]
    assert reading.all("div") == [{"class": "map", "tabindex": "0", "role": "region", "aria-label": "T"}]


@pytest.mark.parametrize("words", ["x" * 200, "", "<b>&\"'", "mot " * 40])
def test_names_of_any_sort_stay_in_their_boxes(words: str) -> None:
    boxes = (Box("1", words, "scene"), Box("E1", words, "ending"))
    written = "\n".join(drawn(StoryMap("T", "said", boxes, (Road(0, 1),))))
    assert Reading(written).faults == []
    box = 0.0
    for kind, wide, long in re.findall(
        r'<rect class="(scene|ending)"[^>]* width="([\d.]+)"|textLength="([\d.]+)"', written.partition("<svg xmlns")[2]
    ):
        if kind:
            box = float(wide)
        else:
            assert float(long) < box


def test_the_legend_tells_only_what_the_map_has(country: Reference) -> None:
    boxes = (Box("1", "A", "scene"), Box("E1", "B", "ending"))
    legend = "\n".join(drawn(StoryMap("T", "said", boxes, (Road(0, 1),)))).partition("</figcaption>")[0]
    assert legend.count("<li>") == 3


def test_roads_between_scenes_side_by_side_bear_their_letters_too() -> None:
    boxes = (*(Box(str(at), "A", "scene") for at in range(1, 6)), Box("E1", "B", "ending"))
    roads = (Road(0, 1), Road(1, 2), Road(2, 3, "A"), Road(2, 5, "B"), Road(3, 4), Road(4, 5))
    written = "\n".join(drawn(StoryMap("T", "said", boxes, roads)))
    assert written.count('class="letters"') == 2
