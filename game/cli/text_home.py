"""The terminal's home: help first, then the stories.

A story is played by `text_play`; the pages of help are read with `text_pages`.
"""

from __future__ import annotations

from game import shelf
from game.cli.terminal import InputEnded, Terminal
from game.cli.text_pages import QUIT, WayOut, read_help
from game.cli.text_play import TextPlay
from game.engine.model import Scenario
from game.engine.reference import Helpline, Reference
from game.reference.library import known_or_first, load
from game.telling import country
from game.telling.how_long import how_long
from game.telling.language import _, current


def home(terminal: Terminal, seed: int) -> None:
    """Help and plays, one after the other, until the person leaves or the input ends. Raises `WayOut`."""
    reference = load(known_or_first(country.current()), current())
    opened = (shelf.open_file(path, current(), country=country.current()) for path in shelf.shipped())
    stories = [one.story for one in opened if one.story is not None]
    show = True
    while True:
        if show:
            _show(terminal, stories, reference.helplines[0])
        try:
            typed = terminal.ask(_("Your choice (1 to {most}, q leave):").format(most=len(stories) + 1)).lower()
            show = True
            if typed in QUIT:
                raise WayOut
            number = int(typed[:3]) if typed.isdecimal() else 0
            if typed == "h" or number == 1:
                read_help(terminal, reference)
            elif 2 <= number <= len(stories) + 1:
                TextPlay(terminal, *stories[number - 2], seed).run()
            elif typed:
                terminal.say(_("“{typed}” is not possible here.").format(typed=typed))
                show = False
        except InputEnded:
            return


def _show(terminal: Terminal, stories: list[tuple[Scenario, Reference]], first: Helpline) -> None:
    terminal.say()
    terminal.say("Vigichat")
    terminal.say(_("A game to see webcam blackmail coming, and to know what to do if it happens."))
    terminal.say()
    terminal.say("1. " + _("It is happening to me now"), hang=3)
    terminal.say(_("{name}: {told}").format(name=first.in_full, told=first.hours), indent=3)
    if long := how_long(scenario.minutes for scenario, _reference in stories):
        terminal.say(long)
    for number, (scenario, _reference) in enumerate(stories, 2):
        terminal.say(f"{number}. {scenario.title}. {scenario.summary}", hang=3)
    terminal.say()
