"""What hypothesis draws for the engine: lines of text, scenarios, and the settings that all property tests share."""

from __future__ import annotations

import re

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
    Said,
    Scenario,
    Scene,
    Shown,
    Teacher,
    Way,
)
from tests.engine.realistic import LINES
from tests.small_reference import SMALL


def bounded(examples: int) -> settings:
    """The same examples on every machine, however slow it is."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
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

# -- scenarios

_IDS = st.one_of(st.from_regex(re.compile("[a-z0-9-]{1,8}"), fullmatch=True), st.sampled_from(["-", "no", "1e3", "me"]))
_NAMES = st.from_regex(re.compile("[a-z_][a-z0-9_]{0,7}"), fullmatch=True)
_SIGNS = st.sampled_from([sign.id for sign in SMALL.signs])
_STEPS = st.sampled_from([step.id for step in SMALL.steps])
_TOPICS = st.sampled_from([topic.id for topic in SMALL.law])
_PEOPLE = ("me", "alex", "ines")
_CAST = (
    Person("me", "Sacha", "me"),
    Person("alex", "Alex", "contact"),
    Person("ines", "Inès", "friend"),
)
_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'", "\n": " "})


def _some(of: st.SearchStrategy[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most, unique=True).map(tuple)


def _conditions(facts: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    if not facts:
        return st.just(ALWAYS)
    names = _some(st.sampled_from(facts), 2)
    return st.one_of(st.just(ALWAYS), st.builds(Condition, names, names))


@st.composite
def _shown(draw: st.DrawFn, text: str) -> Shown:
    sign = draw(_SIGNS)
    if draw(st.booleans()):
        return Shown(sign, None, 0, len(text))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 20)))
    quotation = text[start:end].translate(_ALIKE) if draw(st.booleans()) else text[start:end].replace("\n", " ")
    first = text.translate(_ALIKE).index(quotation.translate(_ALIKE))
    return Shown(sign, quotation, first, first + end - start)


@st.composite
def messages(draw: st.DrawFn, facts: tuple[str, ...] = (), rich: bool = True) -> Message:
    speaker = draw(st.sampled_from((*_PEOPLE, None)))
    masked = speaker is not None and draw(st.integers(0, 5)) == 0
    text = draw(st.sampled_from(CAPTIONS["fr"])) if masked else draw(texts) if rich else "Salut !"
    shown = draw(st.lists(_shown(text), max_size=2)) if draw(st.integers(0, 2)) == 0 else []
    after = draw(st.none() | st.integers(0, 600))
    return Message(speaker, text, tuple(shown), masked, after, draw(_conditions(facts)))


def _ways(
    targets: st.SearchStrategy[str], facts: tuple[str, ...], none: bool = True
) -> st.SearchStrategy[tuple[Way, ...]]:
    free = st.builds(Way, targets)
    conditions = _conditions(facts).filter(lambda when: when != ALWAYS) if facts else st.nothing()
    before = st.lists(st.builds(Way, targets, conditions), max_size=2) if facts else st.just([])
    some = st.builds(lambda first, last: (*first, last), before, free)
    return st.just(()) | some if none else some


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario that the format can hold, whether or not it leads anywhere: for reading and writing."""
    ids = draw(st.lists(_IDS.filter(lambda one: one != "here"), min_size=2, max_size=5, unique=True))
    cut = draw(st.integers(1, len(ids) - 1))
    facts = tuple(draw(st.lists(_NAMES, max_size=3, unique=True)))
    targets = st.sampled_from(ids)

    def choice(number: int) -> st.SearchStrategy[Choice]:
        return st.builds(
            Choice,
            id=st.just(str(number)) if number % 2 else _IDS.map(lambda one: f"{one}-{number}"),
            text=values,
            says=st.booleans(),
            because=values,
            steps=_some(_STEPS, 3),
            against=_some(_STEPS, 2),
            sets=_some(st.sampled_from(facts), 2) if facts else st.just(()),
            when=_conditions(facts),
            ways=_ways(targets | st.just("here"), facts),
        )

    def scene(name: str) -> Scene:
        return Scene(
            id=name,
            messages=tuple(draw(st.lists(messages(facts), max_size=3))),
            choices=tuple(draw(choice(number)) for number in range(1, draw(st.integers(0, 3)) + 1)),
            ways=draw(_ways(targets, facts)),
            stop=draw(st.none() | values),
            skip=draw(st.none() | values),
            verdict=draw(st.booleans()),
            keep_order=draw(st.booleans()),
        )

    def ending(name: str) -> Ending:
        said = draw(st.lists(st.builds(Said, values, _conditions(facts)), min_size=1, max_size=3))
        return Ending(name, draw(values), tuple(said), draw(_some(_TOPICS, 2)), draw(st.booleans()))

    pictures = st.sampled_from(("", *AVATARS))
    extra = draw(st.lists(_NAMES.filter(lambda one: one not in _PEOPLE), max_size=2, unique=True))
    roles = st.sampled_from(("contact", "friend", "family", "adult", "helper", "stranger"))
    others = tuple(
        Person(name, draw(values), draw(roles), draw(st.just("") | values), draw(pictures))  # type: ignore[arg-type]
        for name in extra
    )
    return Scenario(
        title=draw(values),
        summary=draw(values),
        locale=draw(st.sampled_from(("fr-FR", "en-GB"))),
        cast=(*_CAST, *others),
        scenes=tuple(scene(name) for name in ids[:cut]),
        endings=tuple(ending(name) for name in ids[cut:]),
        facts=tuple(Fact(name, draw(values)) for name in facts),
        trap=draw(st.none() | st.booleans()),
        relation=draw(st.none() | st.sampled_from(RELATIONS)),
        demand=draw(st.none() | st.sampled_from(DEMANDS)),
        minutes=draw(st.none() | st.integers(1, 120)),
        teacher=Teacher(
            draw(st.just("") | values), draw(st.just("") | values), tuple(draw(st.lists(values, max_size=2)))
        ),
    )


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """Scenarios for playing: plain texts, many ways; most of them lead to an ending, and `check` says which do not."""
    facts = ("f", "g", "h")
    count = draw(st.integers(1, 5))
    names = [f"s{number}" for number in range(count)]
    ends = ("end", "last")

    def scene(number: int) -> Scene:
        onward = st.sampled_from((*names[number + 1 :], *ends))
        anywhere = st.sampled_from((*names, *ends))
        # Scenes that lead back without a choice are drawn now and then, because `check` must find them.
        own = anywhere if draw(st.integers(0, 9)) == 0 else onward
        choices = tuple(
            Choice(
                id=str(one),
                text="Oui",
                says=True,
                because="Pour voir.",
                steps=draw(_some(_STEPS, 2)),
                against=draw(_some(_STEPS, 2)) if draw(st.integers(0, 2)) == 0 else (),
                sets=draw(_some(st.sampled_from(facts), 1)),
                when=draw(_conditions(facts)),
                ways=draw(_ways(anywhere | st.just("here"), facts)),
            )
            for one in range(1, draw(st.integers(0, 4)) + 1)
        )
        return Scene(
            id=names[number],
            messages=tuple(draw(st.lists(messages(facts, rich=False), max_size=3))),
            choices=choices,
            ways=draw(_ways(own, facts, none=draw(st.integers(0, 9)) == 0)),
            skip=draw(st.sampled_from((None, None, "Un résumé."))),
            verdict=draw(st.integers(0, 4)) == 0,
            keep_order=draw(st.booleans()),
        )

    return Scenario(
        title="t",
        summary="s",
        locale="fr-FR",
        cast=_CAST,
        scenes=tuple(scene(number) for number in range(count)),
        endings=tuple(
            Ending(name, name, tuple(draw(st.lists(st.builds(Said, st.just("{helpline}"), _conditions(facts))))))
            for name in ends
        ),
        facts=tuple(Fact(name, name) for name in facts),
        trap=draw(st.booleans()),
    )
