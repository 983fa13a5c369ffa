"""A story while its author writes it: the play, read again at each save, under what is to be mended.

Playing is left to the play's own screen and the debrief's; whether the file was saved to `watched_file`.
"""

from __future__ import annotations

from pathlib import Path

from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens import Context, Screen
from game.desktop.screens.debrief_screen import DebriefScreen, told_of
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.watched_file import WatchedFile
from game.desktop.widget_banner import Banner
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Key, Widget
from game.engine.problems import Problem, stops
from game.shelf import open_file
from game.telling import country, problem_words
from game.telling.language import _, current, ngettext

_TOLD = 5
"""How many faults are told at once."""


class Preview(Screen):
    """The story in the file at `path`. With faults in it, they stand above the last version that could be played."""

    fiction = True
    pausable = True

    def __init__(self, path: Path, seed: int = 0) -> None:
        self._path = path
        self._seed = seed
        self._file = WatchedFile(path)
        self._play: Play | None = None
        self._inner: Screen | None = None
        self._problems: tuple[Problem, ...] = ()
        self._gone = False
        self._read()

    @property
    def play(self) -> Play | None:
        """The play of the last version that could be played; None while there was none."""
        return self._play

    def title(self) -> str:
        title = self._inner.title() if self._inner else self._path.name
        return _("Preview: {title}").format(title=title)

    def build(self, context: Context) -> Widget:
        if self._gone:
            return Column(())
        faults = [one for one in self._problems if stops((one,))]
        told, fill = (self._faults(faults), "note_soft") if faults else (self._well(), "surface")
        return Banner(told, self._inner.build(context) if self._inner else Column(()), fill)

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name == "f5" and not key.repeat:
            self._follow(context)
            return True
        return self._inner is not None and self._inner.on_key(context, key)

    def on_key_first(self, context: Context, key: Key) -> bool:
        return self._inner is not None and self._inner.on_key_first(context, key)

    def on_back(self, context: Context) -> bool:
        return self._inner is not None and self._inner.on_back(context)

    def on_show(self, context: Context) -> None:
        if self._inner is not None:
            self._inner.on_show(context)

    def tick(self, context: Context, seconds: float) -> bool:
        saved = self._file.saved(seconds)
        if saved:
            self._follow(context)
        inner = self._inner is not None and self._inner.tick(context, seconds)
        return saved or inner

    def forget(self) -> None:
        if self._inner is not None:
            self._inner.forget()
        self._inner = self._play = None
        self._problems = ()
        self._gone = True

    # The file.

    def _read(self) -> bool:
        """Read the file; whether what is shown must be shown afresh."""
        opened = open_file(self._path, current(), country=country.current())
        self._problems = opened.problems
        if opened.story is None:
            return False
        if self._play is None:
            self._begin(Play(self._path, *opened.story, self._seed))
        else:
            self._play.take(*opened.story)
        return True

    @property
    def _ended(self) -> bool:
        return self._play is not None and self._play.state.phase == "ended"

    def _begin(self, play: Play) -> None:
        self._play = play
        self._inner = PlayScreen(play, self._debrief)

    def _follow(self, context: Context) -> None:
        """The file was saved: show what it says now."""
        first = self._inner is None
        ended = self._ended
        if self._read() and self._inner is not None:
            if self._play is not None and ended and not self._ended:
                # The story goes on from where it ended, so there is nothing to look back at yet.
                self._begin(self._play)
                first = True
            if first:
                self._inner.on_show(context)
            elif isinstance(self._inner, PlayScreen):
                self._inner.show_anew(context)
        context.refresh()

    def _debrief(self, play: Play) -> Screen:
        """Look back, in this same screen: the file is followed there too."""

        def again(context: Context) -> None:
            self._begin(Play(self._path, play.scenario, play.reference, self._seed))
            context.replace(self)

        def go_back(context: Context, to: int) -> None:
            play.go_back(to)
            self._begin(play)
            context.replace(self)

        self._inner = DebriefScreen(lambda: told_of(play), again, go_back)
        return self

    # What is to be mended.

    def _faults(self, faults: list[Problem]) -> Widget:
        words = ngettext(
            "“{file}” has {count} fault. This is how it was before.",
            "“{file}” has {count} faults. This is how it was before.",
            len(faults),
        )
        if self._play is None:
            words = ngettext(
                "“{file}” has {count} fault. Once it is mended and saved, the story appears here.",
                "“{file}” has {count} faults. Once they are mended and saved, the story appears here.",
                len(faults),
            )
        said = words.format(file=self._path.name, count=len(faults))
        lines: list[Widget] = [TextBlock(said, bold=True)]
        for fault in faults[:_TOLD]:
            lines += _lines(fault)
        rest = len(faults) - _TOLD
        if rest > 0:
            more = ngettext("And {count} more fault.", "And {count} more faults.", rest).format(count=rest)
            lines.append(TextBlock(more, colour="ink_soft"))
        return Column(lines, gap="xs", pad="m", role="alert", label=said)

    def _well(self) -> Widget:
        """Quietly: the file could be played, and the first thing in it that its author may want to look at."""
        said = [_("“{file}” is shown as it was last saved.").format(file=self._path.name)]
        if self._problems:
            said.append(_placed(self._problems[0]))
            said.append(problem_words.hint(self._problems[0]))
        rest = len(self._problems) - 1
        if rest > 0:
            more = ngettext(
                "And {count} more remark: type “vigichat check {file}”.",
                "And {count} more remarks: type “vigichat check {file}”.",
                rest,
            )
            said.append(more.format(count=rest, file=self._path.name))
        return Column([TextBlock(line, "small", "ink_soft") for line in said if line], gap="xs", pad="s")


def _placed(fault: Problem) -> str:
    said = problem_words.sentence(fault)
    if not problem_words.has_place(fault):
        return said
    place = _("Line {line}, column {column}:").format(line=fault.place.line, column=fault.place.column)
    return f"{place} {said}"


def _lines(fault: Problem) -> tuple[Widget, ...]:
    sentence = TextBlock(_placed(fault))
    hint = problem_words.hint(fault)
    return (sentence, TextBlock(hint, colour="ink_soft")) if hint else (sentence,)
