"""Sure fixes: the edits of a file's text that mend problems whose cure is certain.

What is certain is decided in `sure`, judging a text is handed in by whoever asks; showing edits and writing them is
left to the faces. No line of text is ever dropped: names are replaced by names, texts get quotes, spaces become spaces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.engine.kinds.layout import LAYOUT
from game.engine.mending import sure
from game.engine.mending.edits import Edit, Lines, Shift, apart, applied
from game.engine.mending.slips import QUOTING, Judge, indentation, layout_edits
from game.engine.model import ME, Message, Place, Scenario
from game.engine.problems import Problem
from game.engine.read import read
from game.engine.source import Items, Node, Table, Text, parse

_ROUNDS = 8
_MOST_TRIALS = 40
"""Texts judged in one round, while looking for the edits that do no harm."""

_MOST_COMPARED = 200_000
"""Names compared with one another in one round: more would take seconds, and be no slips."""

_RENAMED = {
    **{"unknown-step": "step", "unknown-law": "topic", "unknown-target": "target"},
    **{"unknown-speaker": "speaker", "unknown-key": "key", "unknown-value": "value"},
}
"""Problems whose cure is another name, and which of their values is the wrong one."""

_OPENS = {"bad-indentation", "chat-not-literal"}
"""What keeps the reader from lines that then show faults of their own."""

_NAMED = ("cast", "facts", "scenes", "endings")
_FACT_KEYS = ("if", "unless", "sets")
_LISTS = (*_FACT_KEYS, "steps", "against", "law")
_PARTS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text after sure fixes, and those fixes as edits of the text that it had before."""

    text: str
    edits: tuple[Edit, ...]


def mended(text: str, judge: Judge, signs: Collection[str] = ()) -> Mended:
    """`text` with every sure fix. `signs` are the ids of the reference; bytes that no fix is about stay.

    One fix may bring another fault to light, so this goes on for a few rounds. A fix that would leave its problem, or
    put a new one where it stands, is left out.
    """
    rounds: list[Shift] = []
    told: list[Edit] = []
    found = judge(text)
    for _ in range(_ROUNDS):
        kept = _Trials(text, found, judge).harmless(fixes(text, found, judge, signs))
        if not kept:
            break
        told += (_as_before(edit, rounds) for edit in kept)
        rounds.append(Shift(kept))
        text = applied(text, kept)
        found = judge(text)
    return Mended(text, tuple(sorted(told, key=lambda one: (one.start, one.end))))


def fixes(text: str, problems: Iterable[Problem], judge: Judge, signs: Collection[str] = ()) -> tuple[Edit, ...]:
    """The edits that mend those of `problems` whose cure is certain; they do not overlap.

    Indentation comes first and alone, because all else hangs on it; choices get their missing ids last.
    """
    found = tuple(problems)
    spaces = indentation(text, found, judge)
    if spaces:
        return spaces
    tree = parse(text.encode())
    layout = layout_edits(text, found, tree.root)
    named = [*layout, *_Names(text, tree.root, read(text.encode()).scenario, signs).edits(found)]
    if named:
        return apart(named)
    return apart(_missing_ids(text, tree.root)) if tree.root is not None else ()


def _as_before(edit: Edit, rounds: list[Shift]) -> Edit:
    """`edit` with the offsets that it had before the earlier `rounds`."""
    start, end = edit.start, edit.end
    for done in reversed(rounds):
        start, end = done.before(start), done.before(end)
    return Edit(start, max(start, end), edit.new, edit.mends)


class _Trials:
    """Tries edits on a text whose problems are known, and keeps those that only do good."""

    def __init__(self, text: str, found: tuple[Problem, ...], judge: Judge) -> None:
        self.text = text
        self.found = found
        self.judge = judge
        self.left = _MOST_TRIALS

    def harmless(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """As many of `edits` as do no harm together; halves are tried when the whole does some."""
        if not edits or self.left <= 0:
            return ()
        self.left -= 1
        if self._good(edits):
            return edits
        if len(edits) == 1 or _about(edits[0]) == "bad-indentation":
            return ()
        middle = len(edits) // 2
        first, second = self.harmless(edits[:middle]), self.harmless(edits[middle:])
        if first and second and self.left > 0:
            self.left -= 1
            return (*first, *second) if self._good((*first, *second)) else first
        return first or second

    def _good(self, edits: tuple[Edit, ...]) -> bool:
        now = applied(self.text, edits)
        old, new, after = Lines(self.text), Lines(now), Shift(edits).after
        there = {(*_sort(one), after(old.offset(one.place))) for one in self.found}
        gone = {(*_sort(edit.mends), after(old.offset(edit.mends.place))) for edit in edits if edit.mends}
        touched = {new.place(after(edit.start)).line for edit in edits if _about(edit) not in _OPENS}
        # The value of a key that nobody knew was not read, so its own fault comes to light now.
        keyed = {new.place(after(edit.start)).line for edit in edits if _about(edit) == "unknown-key"}
        opened = any(_about(edit) == "bad-indentation" for edit in edits)
        for one in self.judge(now):
            place = (*_sort(one), new.offset(one.place))
            if place in gone:
                return False
            if place in there or (one.name in QUOTING and one.place.line in keyed):
                continue
            if one.place.line in touched or (one.name in LAYOUT and not opened):
                return False
        return True


def _about(edit: Edit) -> str:
    return edit.mends.name if edit.mends else ""


def _sort(one: Problem) -> tuple[str, str]:
    """What two tellings of one fault have in common, wherever its line went: its name and the word it is about."""
    return one.name, one.values[0][1] if one.values else ""


class _Names:
    """Fixes of names and words, found through the problems that tell them."""

    def __init__(self, text: str, root: Node | None, scenario: Scenario | None, signs: Collection[str]) -> None:
        self.text = text
        self.lines = Lines(text)
        self.root = root
        self.scenario = scenario
        self.signs = signs
        self.misnamed: frozenset[str] = frozenset()
        self.compared = 0
        self.known: dict[tuple[str, str], str] = {}

    def edits(self, problems: Iterable[Problem]) -> Iterator[Edit]:
        """Those that mend one of `problems`; two of them may be the same."""
        told = tuple(problems)
        self.misnamed = frozenset(dict(one.values)["name"] for one in told if one.name == "bad-name")
        for one in told:
            values = dict(one.values)
            match one.name:
                case "unknown-sign":
                    yield from self._sign(one, values.get("sign", ""), values)
                case name if name in _RENAMED:
                    yield from self._name(one, values.get(_RENAMED[name], ""), values)
                case "unknown-fact":
                    yield from self._fact(one, values.get("fact", ""), values)
                case "bad-name":
                    yield from self._entry(one, values["name"], values["example"])
                case "unknown-attribute":
                    yield from self._attribute(one, values.get("attribute", ""))
                case "sign-line" | "sign-quotes":
                    yield from self._sign_line(one)
                case "sign-not-indented":
                    start = self.lines.offset(one.place)
                    yield Edit(start, start, "  ", one)
                case "quotes-or-dash":
                    yield from self._dressed(one, values["line"])
                case "names-without-brackets":
                    yield from self._brackets(one)
                case "unknown-placeholder":
                    yield from self._placeholder(one, values)
                case "quotation-not-found":
                    yield from self._quotation(one, values.get("quotation", ""))
                case "masked-caption":
                    yield from self._caption(one, values)
                case "missing-key" if values.get("key") == "format" and isinstance(self.root, Table):
                    yield from self._format(one)

    def _name(self, one: Problem, wrong: str, values: dict[str, str]) -> Iterator[Edit]:
        right = sure.truth(wrong) if values.get("known") == "true, false" else ""
        if one.name == "unknown-speaker":
            right = self._called(wrong) or (ME if sure.folded(wrong) == ME else "")
        right = right or self._meant(wrong, values)
        if one.name != "unknown-speaker":
            yield from self._put(one, one.place, wrong, right)
            return
        for message in self._messages():
            if message.speaker == wrong:
                yield from self._put(one, message.place, wrong, right)

    def _meant(self, wrong: str, values: dict[str, str]) -> str:
        """The one name, of those that the problem says are known, that `wrong` was to be, or ""."""
        known = values.get("known", "")
        if (wrong, known) not in self.known:
            # Nothing is to be called by a name that cannot stay.
            names = [name for name in known.split(", ") if name not in self.misnamed]
            self.compared += len(names)
            self.known[wrong, known] = sure.meant(wrong, names) if self.compared < _MOST_COMPARED else ""
        return self.known[wrong, known]

    def _sign(self, one: Problem, wrong: str, values: dict[str, str]) -> Iterator[Edit]:
        start = self.lines.offset(one.place)
        names = self.text[start : self.lines.end(start)].partition('"')[0]
        right = self._meant(wrong, values)
        there = re.search(rf"(?<![\w-]){re.escape(wrong)}(?![\w-])", names)
        if right and there:
            yield Edit(start + there.start(), start + there.end(), right, one)

    def _called(self, name: str) -> str:
        """Who of the cast is shown to players under `name`."""
        cast = self.scenario.cast if self.scenario else ()
        same = [person.id for person in cast if sure.folded(person.name) == sure.folded(name) != ""]
        return same[0] if len(same) == 1 else ""

    def _put(self, one: Problem, place: Place, wrong: str, right: str) -> Iterator[Edit]:
        """Write `right` at `place`, if `wrong` is what stands there."""
        at = self.lines.offset(place)
        if self.text[at : at + 1] in ('"', "'"):
            at += 1
        if right and wrong and self.text.startswith(wrong, at):
            yield Edit(at, at + len(wrong), right, one)

    def _entry(self, one: Problem, wrong: str, right: str) -> Iterator[Edit]:
        """The name of an entry in the letters that names have; what refers to it is then mended like any near miss."""
        root = self.root.values if isinstance(self.root, Table) else {}
        tables = [table for key in _NAMED if isinstance(table := root.get(key), Table)]
        entry = any(table.keys.get(wrong) == one.place for table in tables)
        # Without a name to show, the problem's example is any name.
        if entry and sure.folded(wrong) == sure.folded(right) and not any(right in table.values for table in tables):
            yield from self._put(one, one.place, wrong, right)

    def _fact(self, one: Problem, wrong: str, values: dict[str, str]) -> Iterator[Edit]:
        right = self._meant(wrong, values)
        if not right:
            return
        condition = re.compile(rf"(?:if|unless) +({re.escape(wrong)})(?=\s*(?:,|$))")
        in_chat = tuple(self._in_parentheses(one, condition, right))
        if in_chat:
            yield from in_chat
            return
        # The problem of a way's condition stands at its target: the name is the nearest one.
        start = self.lines.offset(one.place)
        named = (node for node in _under(self.root, _FACT_KEYS) if node.value == wrong)
        node = min(named, key=lambda near: abs(self.lines.offset(near.place) - start), default=None)
        if node is not None:
            yield from self._put(one, node.place, wrong, right)

    def _in_parentheses(self, one: Problem, what: re.Pattern[str], right: str) -> Iterator[Edit]:
        """Replace what the pattern's group is, between the parentheses of the chat line that `one` is about."""
        start = self.lines.offset(one.place)
        inside = _PARTS.search(self.text, start, self.lines.end(start))
        for part in what.finditer(inside[1]) if inside else ():
            yield Edit(inside.start(1) + part.start(1), inside.start(1) + part.end(1), right, one)  # type: ignore[union-attr]

    def _attribute(self, one: Problem, wrong: str) -> Iterator[Edit]:
        right = sure.attribute(wrong)
        if right and right != wrong:
            yield from self._in_parentheses(one, re.compile(rf"(?:^|,)\s*({re.escape(wrong)})(?=\s*(?:,|$))"), right)

    def _sign_line(self, one: Problem) -> Iterator[Edit]:
        start = self.lines.offset(one.place)
        line = self.text[start : self.lines.end(start)].rstrip(" \t")
        above = [message.text for message in self._messages() if message.place.line < one.place.line]
        right = sure.signs(line, self.signs, above[-1]) if above and line.startswith("^ ") else ""
        if right and right != line:
            yield Edit(start, start + len(line), right, one)

    def _quotation(self, one: Problem, wrong: str) -> Iterator[Edit]:
        said = next(
            (message.text for message in self._messages() if any(shown.place == one.place for shown in message.shown)),
            "",
        )
        right = sure.quotation(wrong, said).replace('"', '""')
        start = self.lines.offset(one.place)
        at = self.text.find('"', start, self.lines.end(start)) + 1
        written = wrong.replace('"', '""')
        if right and at > 0 and self.text.startswith(f'{written}"', at):
            yield Edit(at, at + len(written), right, one)

    def _caption(self, one: Problem, values: dict[str, str]) -> Iterator[Edit]:
        said = next((message.text for message in self._messages() if message.place == one.place), "")
        right = self._meant(said, values)
        start = self.lines.offset(one.place)
        line = self.text[start : self.lines.end(start)].rstrip(" \t")
        if right and said and line.endswith(said):
            yield Edit(start + len(line) - len(said), start + len(line), right, one)

    def _dressed(self, one: Problem, bare: str) -> Iterator[Edit]:
        """A message without the dash and the quotation marks around it."""
        start = self.lines.offset(one.place)
        line = self.text[start : self.lines.end(start)].rstrip(" \t")
        if bare in line and "\\" not in bare:
            yield Edit(start, start + len(line), bare, one)

    def _brackets(self, one: Problem) -> Iterator[Edit]:
        node = next((text for text in _under(self.root, _LISTS) if text.place == one.place), None)
        if node is None:
            return
        start, end, mark = self.lines.offset(node.place), self.lines.offset(node.end), len(node.style)
        yield Edit(start, start + mark, "[", one)
        yield Edit(end - mark, end, "]", one)

    def _placeholder(self, one: Problem, values: dict[str, str]) -> Iterator[Edit]:
        wrong = values["placeholder"]
        right = self._meant(wrong, values)
        start = self.lines.offset(one.place)
        at = self.text.find(wrong, start, self.lines.end(start))
        if right and at >= 0:
            yield Edit(at, at + len(wrong), right, one)

    def _messages(self) -> Iterator[Message]:
        for scene in self.scenario.scenes if self.scenario else ():
            yield from scene.messages

    def _format(self, one: Problem) -> Iterator[Edit]:
        start = self.lines.offset(one.place)
        if self.lines.start(start) == start and not self.text.startswith("{", start):
            yield Edit(start, start, f"format: 1{self.lines.line_break}", one)


def _under(root: Node | None, keys: tuple[str, ...]) -> Iterator[Text]:
    """The texts under `keys`, alone or in a list, in file order."""
    if isinstance(root, Items):
        for node in root.nodes:
            yield from _under(node, keys)
    elif isinstance(root, Table):
        for key, node in root.values.items():
            if key in keys:
                nodes = node.nodes if isinstance(node, Items) else (node,)
                yield from (one for one in nodes if isinstance(one, Text))
            else:
                yield from _under(node, keys)


def _missing_ids(text: str, root: Node) -> Iterator[Edit]:
    """An id for each choice without one: its number, which is what it is called already, so that plays stay true."""
    lines = Lines(text)
    scenes = root.values.get("scenes") if isinstance(root, Table) else None
    for scene in scenes.values.values() if isinstance(scenes, Table) else ():
        choices = scene.values.get("choices") if isinstance(scene, Table) else None
        if not isinstance(choices, Items):
            continue
        for number, choice in enumerate(choices.nodes, 1):
            if not isinstance(choice, Table) or "id" in choice.values:
                continue
            at = lines.offset(choice.place)
            if text.startswith("{", at):
                yield Edit(at + 1, at + 1, f"id: {number}, ")
            elif re.fullmatch(r" *- +", text[lines.start(at) : at]):
                yield Edit(at, at, f"id: {number}{lines.line_break}{' ' * (choice.place.column - 1)}")
