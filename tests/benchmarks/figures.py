"""Figures: what was measured, beside what it is held against, and the table they are shown in.

Taking the measures is left to the `measure_*` modules.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

By = Literal["ratio", "difference", "value"]
"""How a measure is held against its peer: divided by it, less it, or not at all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: `ours` and `peer` in `unit`, run by run; run n of both was made at the same time.

    `wanted` is the most that `against` may be (the least, with `least`); None where the figure is only reported.
    """

    what: str
    unit: str
    ours: tuple[float, ...]
    peer_name: str = ""
    peer: tuple[float, ...] = ()
    by: By = "value"
    wanted: float | None = None
    least: bool = False
    note: str = ""

    @property
    def each(self) -> tuple[float, ...]:
        """Run by run, what is held against the goal."""
        if self.by == "ratio":
            return tuple(mine / other for mine, other in zip(self.ours, self.peer))
        if self.by == "difference":
            return tuple(mine - other for mine, other in zip(self.ours, self.peer))
        return self.ours

    @property
    def against(self) -> float:
        """The median of `each`."""
        return statistics.median(self.each)

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.wanted is None:
            return None
        return self.against >= self.wanted if self.least else self.against <= self.wanted

    def plain(self) -> dict[str, object]:
        """Everything of it as JSON values: each run, and what follows from them."""
        return {**asdict(self), "against": self.against, "reached": self.reached}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A figure of another program, which was measured another day: `where` says when and on what machine."""

    what: str
    program: str
    value: float
    unit: str
    wanted: float
    figure: str
    """The `what` of our figure that it stands beside."""


def spread(values: Sequence[float]) -> float:
    """How far apart the middle half of `values` lies. Large beside their median, it tells of a disturbed run."""
    if len(values) < 4:
        return max(values) - min(values)
    low, _, high = statistics.quantiles(values, n=4)
    return high - low


def table(figures: Iterable[Figure]) -> str:
    """The figures as lines of text: medians, with the spread of the middle half after ±."""
    rows = [("measure", "ours", "beside", "", "against it", "wanted", "")]
    for one in figures:
        rows.append(
            (
                one.what,
                _with_spread(one.ours, one.unit),
                _with_spread(one.peer, one.unit) if one.peer else "",
                one.peer_name,
                _against(one),
                _wanted(one),
                {True: "reached", False: "NOT REACHED", None: one.note}[one.reached],
            )
        )
    return _aligned(rows)


def recorded_table(recorded: Iterable[Recorded], figures: Iterable[Figure]) -> str:
    """Recorded figures of others, and ours as a part of them."""
    ours = {one.what: statistics.median(one.ours) for one in figures}
    rows = [("recorded, not measured now", "theirs", "ours", "ratio", "wanted", "")]
    for one in recorded:
        if one.figure in ours:
            ratio = ours[one.figure] / one.value
            more = one.wanted > 1
            reached = ratio >= one.wanted if more else ratio <= one.wanted
            rows.append(
                (
                    f"{one.program}: {one.what}",
                    _number(one.value, one.unit),
                    _number(ours[one.figure], one.unit),
                    f"{ratio:.3g}",
                    f"{'≥' if more else '≤'} {one.wanted:g}",
                    "reached" if reached else "NOT REACHED",
                )
            )
    return _aligned(rows)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join((lines[0], "-" * len(lines[0]), *lines[1:]))


def _with_spread(values: Sequence[float], unit: str) -> str:
    return f"{_number(statistics.median(values), unit)} ±{_digits(spread(values) / 2)}"


def _number(value: float, unit: str) -> str:
    return f"{_digits(value)} {unit}".rstrip()


def _digits(value: float) -> str:
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _against(figure: Figure) -> str:
    if figure.by == "value":
        return ""
    return f"{figure.against:.2f} x" if figure.by == "ratio" else f"{figure.against:+.1f} {figure.unit}"


def _wanted(figure: Figure) -> str:
    if figure.wanted is None:
        return ""
    sign = "≥" if figure.least else "≤"
    return {
        "ratio": f"{sign} {figure.wanted:g} x",
        "difference": f"{sign} {figure.wanted:+g} {figure.unit}",
        "value": f"{sign} {figure.wanted:g} {figure.unit}",
    }[figure.by]
