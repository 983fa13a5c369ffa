"""What counts of a growing log is what the engine says counts, however it grew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.counting import Counting
from game.engine.events import ChoicesOffered, Chosen, Event, MessageArrived, Rewound, SceneEntered, Started
from game.engine.session import effective

LOG: tuple[Event, ...] = (
    Started(0),
    SceneEntered("a"),
    MessageArrived("a", 0, 1),
    ChoicesOffered("a", ("x", "y"), False),
    Chosen("a", "x", ()),
    MessageArrived("b", 0, 1),
    ChoicesOffered("b", ("x", "y"), False),
    Chosen("b", "y", ()),
    Rewound(6),
    Chosen("b", "x", ()),
    Rewound(3),
)


def _chosen(event: Event) -> bool:
    return isinstance(event, Chosen)


@given(st.lists(st.integers(0, len(LOG)), max_size=12))
def test_it_counts_as_the_engine_does(counts: list[int]) -> None:
    counting = Counting(_chosen)
    for count in counts:
        counting.read(LOG, count)
        assert tuple(counting.events) == effective(LOG[:count])
        assert counting.picked == [at for at, event in counting.events if _chosen(event)]
        assert counting.ever == any(_chosen(event) for event in LOG[:count])


def test_another_log_is_counted_from_its_start() -> None:
    counting = Counting(_chosen)
    assert counting.read(list(LOG), 5).picked == [4]
    assert counting.read([*LOG[:3]], 3).picked == []


def test_a_place_is_that_of_the_index_or_of_the_next_that_counts() -> None:
    counting = Counting(_chosen).read(LOG, 10)
    assert counting.events[counting.place(6)] == (6, LOG[6])
    assert counting.events[counting.place(7)] == (9, LOG[9])
