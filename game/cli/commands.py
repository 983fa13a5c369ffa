"""What each command does, and the number it ends with: 0 done, 1 not as hoped, 2 not understood or not found.

Reading what was typed is left to `arguments`; the window, plays and checks are other modules' work.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from game import shelf
from game.cli.asked import (
    Asked,
    Cards,
    Check,
    Coverage,
    Explain,
    Export,
    ExportAll,
    Fix,
    Format,
    Gallery,
    Guide,
    Help,
    HelpCard,
    Home,
    New,
    Play,
    PlayAgain,
    Random,
    ReferenceStatus,
    Review,
    Schema,
    Serve,
    Shelf,
    Transcript,
    TranslationNew,
    TranslationStatus,
    TranslationUpdate,
    Version,
    Watch,
)
from game.cli.tell import tell
from game.cli.terminal import columns, here
from game.telling import country
from game.telling.language import _, current

DONE, FAILED, NOT_FOUND = 0, 1, 2


def obey(asked: Asked) -> int:
    """Do what was asked, and give the number to exit with."""
    match asked:
        case Home(text=True, seed=seed):
            _help_the_reader()
            return _text_home(seed)
        case Home(seed=seed):
            from game.cli.window import open_window

            return DONE if open_window(None, "", seed) is not None else FAILED
        case Play():
            return _play(asked)
        case Transcript():
            return _transcript(asked)
        case PlayAgain(paths, update):
            from game.cli.kept_plays import play_again

            return play_again(paths, update)
        case Random():
            return _random(asked)
        case Check():
            from game.cli.check_files import check_files

            with shelf.nothing_swept():
                return check_files(asked.paths, asked.form, asked.explain)
        case Coverage(names, form):
            from game.cli.coverage import coverage

            return coverage(names, form)
        case Shelf():
            return _list()
        case New(name, like):
            from game.cli.new_scenario import new_scenario

            person = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
            return new_scenario(name, like, here() if person else None)
        case Guide(name, html):
            _help_the_reader()
            return _guide(name, html)
        case Export():
            return _export(asked)
        case ExportAll(output, languages):
            from game.cli.export_folder import export_folder

            return export_folder(output, languages)
        case Cards(name, output):
            _help_the_reader()
            return _cards(name, output)
        case HelpCard(output):
            _help_the_reader()
            from game.cli.cards_html import help_card_html

            return help_card_html(output)
        case Serve(port, network, languages):
            from game.cli.serve import serve

            return serve(port, network, languages)
        case Review(name, by, as_what, on):
            from game.cli.review_file import review_file

            return review_file(name, by, as_what, on)
        case TranslationStatus(names, into, form):
            from game.cli.translate_files import status

            return status(names, into, form)
        case TranslationUpdate(names):
            from game.cli.translate_files import update_catalogues

            return update_catalogues(names)
        case TranslationNew(name, into):
            from game.cli.translate_files import begin_catalogue

            return begin_catalogue(into, name)
        case ReferenceStatus(on, form):
            from game.cli.reference_status import reference_status

            return reference_status(on, form)
        case Watch(name, seed):
            return _watch(name, seed)
        case Schema():
            from game.cli.schema_file import print_schema

            return print_schema()
        case Explain(name):
            from game.cli.explain import explain

            return explain(name)
        case Fix(name, yes):
            from game.cli.fix_file import fix_file

            return fix_file(name, yes)
        case Format(paths, check, diff):
            from game.cli.format_files import format_files

            return format_files(paths, check, diff)
        case Gallery(where, only):
            from game.cli.gallery_page import draw_gallery

            return draw_gallery(where, only)
        case Help():
            from game.cli.usage import show_usage

            show_usage(here())
        case Version():
            from game import __version__

            print(f"vigichat {__version__}")
    return DONE


def _opened(name: str, proved: bool = True) -> shelf.Opened | int:
    """The file meant by `name`, playable; else it is said why not, and the number to exit with is given."""
    path = shelf.find(name)
    opened = (
        shelf.open_file(path, current(), country=country.current()) if proved else shelf.open_unproved(path, current())
    )
    if opened.playable:
        return opened
    absent = next((problem for problem in opened.problems if problem.name == "file-not-found"), None)
    if absent is not None:
        tell(_not_found(name, dict(absent.values).get("near", "")))
        return NOT_FOUND
    from game.telling.problem_words import line

    for problem in opened.problems:
        tell(line(str(opened.path), problem))
    return FAILED


def _help_the_reader() -> None:
    """Show the help and the law of the country that the system names, unless one was asked for. What is made for others
    has the country of its story."""
    if not country.asked():
        country.use(country.guessed(os.environ))


def _watch(name: str, seed: int) -> int:
    """Show the file in a window while it is written: faults in it stop nothing, only that it is no file at all does."""
    path = shelf.find(name)
    if not path.is_file():
        opened = _opened(name)
        return opened if isinstance(opened, int) else FAILED
    from game.cli.window import open_window

    print(_("“{path}” is shown in a window. Each time you save the file, the window follows.").format(path=path))
    return DONE if open_window(path, name, seed, watched=True) is not None else FAILED


def _not_found(name: str, near: str) -> str:
    if near:
        return _("No file and no story is called “{name}”. Did you mean “{near}”?").format(name=name, near=near)
    return _("No file and no story is called “{name}”. “vigichat list” shows the stories.").format(name=name)


def _play(asked: Play) -> int:
    from game.cli.log_file import blocked, write_log

    if asked.text:
        _help_the_reader()
    opened = _opened(asked.name)
    if isinstance(opened, int):
        return opened
    path = None if asked.log is None else Path(asked.log).absolute()
    trouble = "" if path is None else blocked(path)
    if trouble:
        # Said before the play, while something can still be done about it; the play goes on without.
        tell(trouble)
        path = None
    if asked.text:
        written = _text_play(opened, asked.seed, path)
    else:
        from game.cli.window import open_window

        log = open_window(opened.path, asked.name, asked.seed)
        if log is None:
            return FAILED
        written = write_log(path, log)
    return DONE if written and not trouble else FAILED


def _text_play(opened: shelf.Opened, seed: int, log_path: Path | None) -> bool:
    """Play in the terminal; whether the log was written, if one was asked for."""
    from game.cli.log_file import write_log
    from game.cli.text_pages import WayOut
    from game.cli.text_play import TextPlay

    assert opened.story is not None  # it is playable
    terminal = here()
    play = TextPlay(terminal, *opened.story, seed)
    kept = True
    try:
        play.run()
    except WayOut:
        terminal.wipe()
        kept = False
    finally:
        # Also after Ctrl+C: a log was asked for, and only the way out forgets.
        written = not kept or write_log(log_path, play.log)
    return written


def _text_home(seed: int) -> int:
    from game.cli.text_home import home
    from game.cli.text_pages import WayOut

    terminal = here()
    try:
        home(terminal, seed)
    except WayOut:
        terminal.wipe()
    return DONE


def _transcript(asked: Transcript) -> int:
    from game.cli.kept_plays import golden, keep
    from game.engine.transcript import NoSuchRoute

    opened = _opened(asked.name)
    if isinstance(opened, int):
        return opened
    assert opened.story is not None  # it is playable
    scenario, _here = opened.story
    try:
        played = golden(scenario, asked.route, asked.seed)
    except NoSuchRoute as fault:
        if fault.offered:
            tell(
                _("Word {number} of the route, “{word}”, is not possible there. Offered: {offered}.").format(
                    number=fault.number, word=fault.word, offered=", ".join(fault.offered)
                )
            )
        else:
            tell(
                _("Word {number} of the route, “{word}”, comes after the end of the story.").format(
                    number=fault.number, word=fault.word
                )
            )
        return FAILED
    if asked.keep is not None:
        return keep(opened.path, asked.keep, played)
    sys.stdout.write(played)
    return DONE


def _guide(name: str, html: str | None) -> int:
    if not name:
        return _choosing()
    opened = _opened(name)
    if isinstance(opened, int):
        return opened
    assert opened.story is not None  # it is playable
    if html is not None:
        from game.cli.guide_html import guide_html

        return guide_html(html, *opened.story)
    from datetime import date

    from game.cli.print_page import page_lines
    from game.telling.for_class import for_class

    terminal = here()
    terminal.say_all(page_lines(for_class(*opened.story, date.today()), terminal.width))
    return DONE


def _choosing() -> int:
    from game.cli.print_page import page_lines
    from game.telling.choosing import choosing

    opened = [shelf.open_file(path, current()) for path in shelf.shipped()]
    terminal = here()
    told = choosing([(one.path.stem, *one.story) for one in opened if one.story is not None])
    terminal.say_all(page_lines(told, terminal.width))
    return DONE


def _cards(name: str, output: str) -> int:
    opened = _opened(name)
    if isinstance(opened, int):
        return opened
    from game.cli.cards_html import cards_html

    assert opened.story is not None  # it is playable
    return cards_html(output, *opened.story)


def _export(asked: Export) -> int:
    path = shelf.find(asked.name)
    if path.is_file() and not shelf.open_file(path, current()).playable:
        # The very words of `check`: whoever exports has to mend the same things.
        from game.cli.check_files import check_files

        return check_files((asked.name,), "text")
    opened = _opened(asked.name)
    if isinstance(opened, int):
        return opened
    from game.cli.export_file import export_file

    return export_file(opened.path, asked.output, asked.languages)


def _random(asked: Random) -> int:
    with shelf.nothing_swept():
        opened = _opened(asked.name, proved=False)
        if isinstance(opened, int):
            return opened
        from game.cli.random_plays import random_plays

        assert opened.story is not None  # it is playable
        scenario, _reference = opened.story
        return random_plays(str(opened.path), scenario, asked.plays, asked.seed, asked.form)


def _list() -> int:
    rows: list[tuple[str, ...]] = []
    for path in shelf.shipped():
        opened = shelf.open_file(path, current())
        if opened.story is None:
            tell(_("“{name}” cannot be played. “vigichat check {path}” says why.").format(name=path.stem, path=path))
            continue
        scenario, _reference = opened.story
        long = _("{minutes} min").format(minutes=scenario.minutes) if scenario.minutes else ""
        rows.append((path.stem, scenario.title, scenario.locale, long))
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip())
    return DONE
