"""A small country for tests of the engine: it has every sort of entry, and changes only when a test needs it to."""

from game.engine.reference import Family, Helpline, LawTopic, Reference, Sign, Source, Sourced, Step

SOURCE = Source("A page", "example.org/page", "2026-01-01")
SOURCED = Sourced("source", (SOURCE,), "verified", "2026-11-22")
ADDED = Sourced("complement", (SOURCE,), "verified", "2026-11-22")


def _sign(name: str, stage: int) -> Sign:
    return Sign(name, name, name, name, stage, "pressure" if stage > 4 else "contact", SOURCED)


def _step(name: str, number: str = "", help: bool = False, giving_in: bool = False) -> Step:
    return Step(name, number, name, name, "", "", help, giving_in, SOURCED if number else ADDED)


def _law(name: str, always: bool = False, closest: bool = False) -> LawTopic:
    return LawTopic(name, name, name, ("1-1",), "", always, closest, SOURCED)


SMALL = Reference(
    country="fr",
    language="fr",
    document=SOURCE,
    missing_number="",
    signs=(
        _sign("too-fast", 2),
        _sign("change-app", 3),
        _sign("personal-questions", 2),
        _sign("intimate-request", 5),
        _sign("threat", 6),
        _sign("payment-demand", 7),
        _sign("second-demand", 9),
    ),
    families=(Family("contact", "contact"), Family("pressure", "pressure")),
    steps=(
        _step("do-not-give-in", "1", giving_in=True),
        _step("report-platform", "3"),
        _step("screenshots", "6"),
        _step("police", "7", help=True),
        _step("helpline", help=True),
        _step("stop-replying"),
        _step("block"),
        _step("trusted-adult", help=True),
    ),
    law=(
        _law("cyberharassment", always=True),
        _law("extortion", always=True),
        _law("blackmail", always=True, closest=True),
        _law("minor-author"),
    ),
    helplines=(
        Helpline("first", "Une ligne", "1234", "", "short", "long", "", True, SOURCED),
        Helpline("teachers", "Une autre", "5678", "", "short", "long", "", False, SOURCED),
    ),
)
