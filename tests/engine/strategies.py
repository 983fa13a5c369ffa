"""What hypothesis draws for the engine: lines of text, scenarios, and the settings that all property tests share."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import product

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from game.engine.model import (
    ALWAYS,
    AVATARS,
    CAPTIONS,
    DEMANDS,
    RELATIONS,
    Choice,
    Condition,
    Ending,
    Fact,
    Message,
    Person,
    Review,
    Role,
    Said,
    Scenario,
    Scene,
    Shown,
    Teacher,
    Way,
)
from tests.engine.realistic import LINES
from tests.small_reference import SMALL

_MORE = int(os.environ.get("MORE_EXAMPLES", "1"))


def bounded(examples: int) -> settings:
    """The same examples on every machine, however slow; with MORE_EXAMPLES=20 twenty times as many, drawn anew."""
    return settings(
        max_examples=examples * _MORE,
        deadline=None,
        derandomize=_MORE == 1,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


# -- text

_RANGES = ((0xA0, 0x2027), (0x202A, 0xD7FF), (0xE000, 0xFEFE), (0xFF00, 0xFFFD), (0x10000, 0x10FFFF))
ALLOWED = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    st.sampled_from("\t :#-^\\\"'(){}[]|>&*!%@`~,?\u00a0\u202f\u2019"),
    *(st.characters(min_codepoint=least, max_codepoint=most) for least, most in _RANGES),
)
"""Every character that docs/format.md does not refuse, those that mean something in YAML or in the chat more often."""

_PIECE = st.one_of(st.sampled_from(LINES), st.text(ALLOWED, max_size=12))
values = st.lists(_PIECE, max_size=3).map("".join).filter(str.strip)
"""What can stand in double quotes: spaces at its ends count, and something else is there too."""

lines = st.lists(_PIECE, max_size=3).map(lambda parts: "".join(parts).strip(" \t")).filter(bool)
"""A line of a message."""

_INDENTS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u3000"
continuations = lines.filter(lambda line: line[0] not in _INDENTS)
"""A line below a message's first: a space of another kind at its start would be `bad-indentation`."""

texts = st.builds(lambda first, more: "\n".join([first, *more]), lines, st.lists(continuations, max_size=2))

_FEW_VALUES = st.lists(values, min_size=3, max_size=5)
_FEW_TEXTS = st.lists(texts, min_size=2, max_size=4)

# -- scenarios

_ID = st.one_of(st.from_regex(re.compile("[a-z0-9-]{1,8}"), fullmatch=True), st.sampled_from(["-", "no", "1e3", "me"]))
_NAME = st.from_regex(re.compile("[a-z_][a-z0-9_]{0,7}"), fullmatch=True)
_SIGN = st.sampled_from([sign.id for sign in SMALL.signs])
_STEPS = st.lists(st.sampled_from([step.id for step in SMALL.steps]), max_size=2, unique=True).map(tuple)
_TOPICS = st.lists(st.sampled_from([topic.id for topic in SMALL.law]), max_size=2, unique=True).map(tuple)
_CAST = (
    Person("me", "Sacha", "me"),
    Person("alex", "Alex", "contact"),
    Person("ines", "Inès", "friend"),
)
_SPEAKER = st.sampled_from(("me", "alex", "ines", None))
_ROLE: st.SearchStrategy[Role] = st.sampled_from(("contact", "friend", "family", "adult", "helper", "stranger"))
FACTS = ("told", "no", "_1")
_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'", "\n": " "})


def _condition(choice: tuple[int, ...]) -> Condition:
    """Each fact needed (1), barred (2) or left out."""
    needs = tuple(fact for fact, one in zip(FACTS, choice, strict=True) if one == 1)
    return Condition(needs, tuple(fact for fact, one in zip(FACTS, choice, strict=True) if one == 2))


_WHEN = st.sampled_from([ALWAYS, *map(_condition, product(range(3), repeat=len(FACTS)))])
_UNLESS_ALWAYS = st.sampled_from([one for one in map(_condition, product(range(3), repeat=3)) if one != ALWAYS])
_SETS = st.sampled_from([(), (), *((fact,) for fact in FACTS), FACTS[:2]])
_DATE = st.dates().map(str)
_FINGERPRINT = st.integers(0, 16**16 - 1).map("{:016x}".format)
_SOME_WAYS = st.lists(st.tuples(st.integers(0, 999), _UNLESS_ALWAYS), max_size=2)


def _drawn_ways(draw: st.DrawFn, targets: Sequence[str]) -> tuple[Way, ...]:
    """A `go_to`: conditional ways, then one that always holds."""
    before = tuple(Way(targets[number % len(targets)], when) for number, when in draw(_SOME_WAYS))
    return (*before, Way(targets[draw(st.integers(0, 999)) % len(targets)]))


def _drawn_signs(draw: st.DrawFn, text: str) -> tuple[Shown, ...]:
    sign = draw(_SIGN)
    start, length = draw(st.integers(0, 40)), draw(st.integers(0, 20))
    quoted = text[start : start + length]
    if not quoted:
        return (Shown(sign, None, 0, len(text)),)
    quotation = quoted.translate(_ALIKE) if length % 2 else quoted.replace("\n", " ")
    first = text.translate(_ALIKE).index(quotation.translate(_ALIKE))
    return (Shown(sign, quotation, first, first + len(quoted)), Shown(draw(_SIGN), None, 0, len(text)))


def _drawn_message(draw: st.DrawFn, said: st.SearchStrategy[str]) -> Message:
    speaker = draw(_SPEAKER)
    masked = speaker is not None and draw(st.integers(0, 5)) == 0
    text = draw(st.sampled_from(CAPTIONS["fr"])) if masked else draw(said)
    shown = _drawn_signs(draw, text) if draw(st.integers(0, 2)) == 0 else ()
    return Message(speaker, text, shown, masked, draw(st.none() | st.integers(0, 600)), draw(_WHEN))


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """Any message that the chat grammar can hold."""
    return _drawn_message(draw, texts)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario that the format can hold, whether or not it leads anywhere: for reading and writing."""
    ids = draw(st.lists(_ID.filter(lambda one: one != "here"), min_size=2, max_size=5, unique=True))
    cut = draw(st.integers(1, len(ids) - 1))
    # A few texts stand in many places: drawing each anew would take most of a test's time.
    value = st.sampled_from(draw(_FEW_VALUES))
    maybe = st.none() | value
    said = st.sampled_from(draw(_FEW_TEXTS))

    def choice(number: int) -> Choice:
        return Choice(
            id=str(number) if number % 2 else f"{draw(_ID)}-{number}",
            text=draw(value),
            says=draw(st.booleans()),
            because=draw(value),
            steps=draw(_STEPS),
            against=draw(_STEPS),
            sets=draw(_SETS),
            when=draw(_WHEN),
            ways=_drawn_ways(draw, (*ids, "here")) if draw(st.booleans()) else (),
        )

    def scene(name: str) -> Scene:
        return Scene(
            id=name,
            messages=tuple(_drawn_message(draw, said) for _ in range(draw(st.integers(0, 3)))),
            choices=tuple(choice(number) for number in range(1, draw(st.integers(0, 3)) + 1)),
            ways=_drawn_ways(draw, ids) if draw(st.booleans()) else (),
            stop=draw(maybe),
            skip=draw(maybe),
            verdict=draw(st.booleans()),
            keep_order=draw(st.booleans()),
            title=draw(maybe) or "",
        )

    def ending(name: str) -> Ending:
        lines_said = tuple(Said(draw(value), draw(_WHEN)) for _ in range(draw(st.integers(1, 3))))
        return Ending(name, draw(value), lines_said, draw(_TOPICS), draw(st.booleans()))

    def person(name: str) -> Person:
        return Person(name, draw(value), draw(_ROLE), draw(maybe) or "", draw(st.sampled_from(("", *AVATARS))))

    def review() -> Review:
        return Review(draw(value), draw(value), draw(_DATE), draw(_FINGERPRINT))

    others = draw(st.lists(_NAME.filter(lambda one: one not in ("me", "alex", "ines")), max_size=2, unique=True))
    return Scenario(
        title=draw(value),
        summary=draw(value),
        locale=draw(st.sampled_from(("fr-FR", "en-GB"))),
        cast=(*_CAST, *map(person, others)),
        scenes=tuple(map(scene, ids[:cut])),
        endings=tuple(map(ending, ids[cut:])),
        facts=tuple(Fact(name, draw(value)) for name in FACTS),
        trap=draw(st.none() | st.booleans()),
        tutorial=draw(st.booleans()),
        relation=draw(st.sampled_from((None, *RELATIONS))),
        demand=draw(st.sampled_from((None, *DEMANDS))),
        minutes=draw(st.none() | st.integers(1, 120)),
        teacher=Teacher(
            draw(maybe) or "",
            draw(maybe) or "",
            tuple(draw(st.lists(value, max_size=2))),
            tuple(draw(st.lists(value, max_size=2))),
        ),
        reviewed=tuple(review() for _ in range(draw(st.integers(0, 2)))),
    )


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """Scenarios for playing: short texts, many ways. Most lead to an ending; `check` has to say which do not."""
    names = [f"s{number}" for number in range(draw(st.integers(1, 5)))]
    ends = ("end", "last")
    salut = st.just("Salut !")

    def choice(number: int) -> Choice:
        return Choice(
            id=str(number),
            text="Oui",
            says=True,
            because="Pour voir.",
            steps=draw(_STEPS),
            against=draw(_STEPS) if draw(st.integers(0, 2)) == 0 else (),
            sets=draw(_SETS),
            when=draw(_WHEN) if draw(st.booleans()) else ALWAYS,
            ways=_drawn_ways(draw, (*names, *ends, "here", "here")) if draw(st.booleans()) else (),
        )

    def scene(number: int) -> Scene:
        # Scenes that lead back without a choice, or nowhere, are drawn now and then, because `check` must find them.
        unusual = draw(st.integers(0, 19))
        onward = (*names, *ends) if unusual == 0 else (*names[number + 1 :], *ends)
        return Scene(
            id=names[number],
            messages=tuple(_drawn_message(draw, salut) for _ in range(draw(st.integers(0, 3)))),
            choices=tuple(choice(one) for one in range(1, draw(st.integers(0, 4)) + 1)),
            ways=() if unusual == 1 else _drawn_ways(draw, onward),
            skip=draw(st.sampled_from((None, None, "Un résumé."))),
            verdict=draw(st.integers(0, 4)) == 0,
            keep_order=draw(st.booleans()),
        )

    return Scenario(
        title="t",
        summary="s",
        locale="fr-FR",
        cast=_CAST,
        scenes=tuple(scene(number) for number in range(len(names))),
        endings=tuple(Ending(name, name, (Said("{helpline}", draw(_WHEN)),), draw(_TOPICS)) for name in ends),
        facts=tuple(Fact(name, name) for name in FACTS),
        trap=draw(st.booleans()),
    )
