"""The chat grammar: from the lines of a `chat: |` block to messages, and back to lines.

Whether speakers, signs and facts exist is left to `check`. The grammar is specified in docs/format.md.
"""

from __future__ import annotations

import re
from dataclasses import replace

from game.engine.model import Condition, Message, Place, Shown
from game.engine.problems import Problem, near, problem

_SPEAKER = re.compile(r"([a-z_][a-z0-9_]*)(?:[ \u00a0\u202f]?\(([^()]*)\))?[ \u00a0\u202f]?:[ \t]*(.*)", re.DOTALL)
_NOTICE = re.compile(r"~(?:[ \t]*\(([^()]*)\)[ \u00a0\u202f]?:)?[ \t]*(.*)", re.DOTALL)
# A name that no cast can hold ("Alex", "inès"): kept, so that `check` can say which one was meant.
_OTHER_SPEAKER = re.compile(
    r"([^\s:(~#][^:(]{0,39}?)[ \u00a0\u202f]*(?:\(([^()]*)\))?[ \u00a0\u202f]?:[ \t]*(.*)", re.DOTALL
)
_SIGNS = re.compile(r'\^ +([a-z0-9-]+(?: *, *[a-z0-9-]+)*)(?: +"((?:[^"]|"")*)")?')
# Words such as “Une menace”: what the game shows for a sign. Kept, so that `check` can say which one was meant.
_LABEL = re.compile(r"\^ +([^\W\d_][\w '\u2019]{3,}?)(?: +\"((?:[^\"]|\"\")*)\")?")
_OTHER_QUOTES = re.compile("(\\^ +[a-z0-9-]+(?: *, *[a-z0-9-]+)*) +[«“„”][ \xa0\u202f]*(.*?)[ \xa0\u202f]*[»“”]")
_DRESSED = re.compile(r'(?:- +)?"(.*)"|- +(.*)')
_ESCAPED = re.compile(r"\\+\^ ")
_AFTER = re.compile(r"after +([0-9]{1,3}) *s")
_WAIT = re.compile(r"(?:after +)?([0-9]{1,3}) *(?:s|sec|seconds?|secondes?|(m|min|minutes?))?\.?")
_WORDS = ("masked", "after", "if", "unless")
# A letter with an accent is kept, so that `check` can say which fact was meant.
_FACT = re.compile(r"(if|unless) +([^\W\dA-Z][^\WA-Z]*)")
_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'", "\n": " "})

LONGEST_WAIT = 600
"""Seconds: the most that `after` may ask for."""


def parse(lines: list[str], first: int, indent: int, found: list[Problem]) -> tuple[Message, ...]:
    """The messages of a chat block.

    `lines` are the block's lines without their common indentation, `first` the file's line number of the first one,
    `indent` the width of that indentation. Faults are appended to `found`; what can be understood is returned.
    """
    messages: list[Message] = []
    open_message = lost = False  # lost: the line above was not understood, which is told already
    for offset, raw in enumerate(lines):
        line = raw.rstrip(" \t")
        if not line or line[0] == "#":
            continue
        place = Place(first + offset, indent + 1)
        if line.startswith("^ "):
            if open_message:
                found.append(problem("sign-not-indented", place))
                messages[-1] = _with_signs(messages[-1], line, place, found)
            elif not lost:
                found.append(problem("sign-without-message", place))
            continue
        if line[0] not in " \t":
            message = _opening(line, place, found)
            open_message, lost = message is not None, message is None
            if message is not None:
                messages.append(message)
            continue
        text = line.lstrip(" \t")
        place = Place(place.line, indent + 1 + len(line) - len(text))
        if lost:
            continue
        if text.startswith("^ "):
            if open_message:
                messages[-1] = _with_signs(messages[-1], text, place, found)
            else:
                found.append(problem("sign-without-message", place))
        elif open_message:
            if _ESCAPED.match(text):
                text = text[1:]
            above = messages[-1]
            messages[-1] = replace(above, text=f"{above.text}\n{text}" if above.text else text)
        else:
            found.append(problem("chat-line", place))
            lost = True
    return tuple(_finished(message, found) for message in messages)


def write(message: Message) -> list[str]:
    """The lines, without indentation, that `parse` turns back into `message`."""
    first, *more = message.text.split("\n")
    attributes = ", ".join(_attributes(message))
    if message.speaker is None:
        mark = f" ({attributes}):" if attributes or first.startswith("(") else ""
        lines = [f"~{mark} {first}"]
    else:
        lines = [f"{message.speaker} ({attributes}): {first}" if attributes else f"{message.speaker}: {first}"]
    for text in more:
        escaped = "\\" + text if text.startswith("^ ") or _ESCAPED.match(text) else text
        lines.append("  " + escaped)
    for shown in message.shown:
        quotation = "" if shown.quotation is None else ' "' + shown.quotation.replace('"', '""') + '"'
        lines.append(f"  ^ {shown.sign}{quotation}")
    return lines


def span(quotation: str, text: str) -> tuple[int, int] | None:
    """Where `quotation` first stands in `text`: its start and its end, excluded, in code points; None if nowhere.

    No-break spaces and line breaks match spaces, typographic apostrophes straight ones. An empty one is nowhere.
    """
    start = text.translate(_ALIKE).find(quotation.translate(_ALIKE)) if quotation else -1
    return None if start < 0 else (start, start + len(quotation))


def located(message: Message) -> Message:
    """`message` with each of its signs where its quotation stands; one that stands nowhere means the whole text."""
    if not message.shown:
        return message
    whole = (0, len(message.text))
    shown: list[Shown] = []
    for one in message.shown:
        found = None if one.quotation is None else span(one.quotation, message.text)
        start, end = found or whole
        shown.append(replace(one, start=start, end=end))
    return replace(message, shown=tuple(shown))


def _opening(line: str, place: Place, found: list[Problem]) -> Message | None:
    if line[0] == "~":
        match = _NOTICE.fullmatch(line)
        assert match is not None  # the pattern takes any rest
        speaker, attributes, text = None, match[1], match[2]
    else:
        dressed = _DRESSED.fullmatch(line)
        bare = (dressed[1] or dressed[2] or "").strip() if dressed else ""
        if bare.startswith("~ ") or _SPEAKER.fullmatch(bare):
            found.append(problem("quotes-or-dash", place, line=bare))
            return _opening(bare, place, found)
        match = _SPEAKER.fullmatch(line) or _OTHER_SPEAKER.fullmatch(line)
        if match is None:
            found.append(problem("chat-line", place))
            return None
        speaker, attributes, text = match[1], match[2], match[3]
    message = Message(speaker, text, place=place)
    return _with_attributes(message, attributes, found) if attributes and attributes.strip() else message


def _with_attributes(message: Message, attributes: str, found: list[Problem]) -> Message:
    masked, after = message.masked, message.after
    needs: list[str] = []
    bars: list[str] = []
    for part in attributes.split(","):
        attribute = part.strip()
        wait = _AFTER.fullmatch(attribute)
        fact = _FACT.fullmatch(attribute)
        if attribute == "masked" and message.speaker is not None:
            masked = True
        elif wait and int(wait[1]) <= LONGEST_WAIT:
            after = int(wait[1])
        elif fact:
            (needs if fact[1] == "if" else bars).append(fact[2])
        else:
            found.append(problem("unknown-attribute", message.place, attribute=attribute, near=_near(attribute)))
    return replace(message, masked=masked, after=after, when=Condition(tuple(needs), tuple(bars)))


def _near(attribute: str) -> str:
    """The attribute that `attribute` may stand for: a first word misspelt, a number with another unit, or ""."""
    word, _, rest = attribute.partition(" ")
    wait = _WAIT.fullmatch(attribute)
    seconds = int(wait[1]) * (60 if wait[2] else 1) if wait else LONGEST_WAIT + 1
    if seconds <= LONGEST_WAIT:
        return f"after {seconds} s"
    meant = near(word, _WORDS)
    if meant == "masked":
        return "" if rest else meant
    written = f"{meant} {rest.strip().casefold()}"
    return written if meant and (_FACT.fullmatch(written) or _AFTER.fullmatch(written)) else ""


def _attributes(message: Message) -> list[str]:
    parts = ["masked"] if message.masked else []
    if message.after is not None:
        parts.append(f"after {message.after} s")
    parts += [f"if {fact}" for fact in message.when.needs]
    return parts + [f"unless {fact}" for fact in message.when.bars]


def _with_signs(message: Message, line: str, place: Place, found: list[Problem]) -> Message:
    other = _OTHER_QUOTES.fullmatch(line)
    if other and '"' not in other[2]:
        found.append(problem("sign-quotes", place, line=f'{other[1]} "{other[2]}"'))
        return message
    match = _SIGNS.fullmatch(line) or _LABEL.fullmatch(line)
    if match is None:
        found.append(problem("sign-line", place))
        return message
    quotation = None if match[2] is None else match[2].replace('""', '"')
    shown = tuple(Shown(sign.strip(), quotation, 0, 0, place) for sign in match[1].split(","))
    return replace(message, shown=message.shown + shown)


def _finished(message: Message, found: list[Problem]) -> Message:
    """`message` with its quotations found in its whole text, which is known only once its last line was read."""
    if not message.text:
        found.append(problem("empty-message", message.place))
    told: Place | None = None
    for one in message.shown:
        if one.quotation is not None and span(one.quotation, message.text) is None:
            # Signs named together share their line and their quotation: the fault is told once.
            if told != one.place:
                found.append(problem("quotation-not-found", one.place, quotation=one.quotation or '""'))
            told = one.place
    return located(message)
