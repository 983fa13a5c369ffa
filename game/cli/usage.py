"""What `vigichat --help` prints: every command with an example.

What the commands accept is left to `arguments`.
"""

from __future__ import annotations

from game.cli.terminal import Terminal
from game.reference.library import countries
from game.telling.language import _


def show_usage(terminal: Terminal) -> None:
    """Print the whole help, in the language spoken now."""
    terminal.say(_("Vigichat: a game to see webcam blackmail coming, and to know what to do if it happens."))
    for title, rows in (
        (
            _("To play"),
            (
                ("vigichat", _("open the game: help, and the stories")),
                ("vigichat --text", _("the same in the terminal, for screen readers too")),
                ("vigichat play trois-semaines-en-aout", _("play one story; a file of yours works too")),
                ("vigichat play story.yaml --text", _("play it in the terminal; there, ? says what can be typed")),
                ("vigichat guide", _("print what each story is about, to choose one for a class")),
                ("vigichat guide trois-semaines-en-aout", _("print the page that prepares a class for this story")),
            ),
        ),
        (
            _("To hand on"),
            (
                (
                    "vigichat export trois-semaines-en-aout -o notes.html",
                    _("write a story as one file that any browser plays, on a phone too"),
                ),
                ("vigichat export --all -o notes", _("write all stories as a folder, for a school’s site")),
                ("vigichat serve", _("show all stories in this computer’s browser")),
                ("vigichat serve --network", _("the same, for phones and computers on the same network too")),
            ),
        ),
        (
            _("To print"),
            (
                (
                    "vigichat guide trois-semaines-en-aout --html guide.html",
                    _("the whole guide of a story, with its map"),
                ),
                (
                    "vigichat cards trois-semaines-en-aout -o cards.html",
                    _("a story as numbered cards to cut out, for a class without computers"),
                ),
                ("vigichat help-card -o help.html", _("one sheet that says what to do and who helps")),
            ),
        ),
        (
            _("To write stories"),
            (
                ("vigichat list", _("the stories that come with the game")),
                ("vigichat coverage", _("which signs, steps and laws the stories show between them")),
                ("vigichat new my-story", _("write my-story.yaml, a small story to start from")),
                ("vigichat watch my-story.yaml", _("show a story in the window while you write it")),
                ("vigichat check my-story.yaml", _("say what is to be mended in a file, or in a whole folder")),
                (
                    'vigichat review my-story.yaml --by "Alix Martin" --as psychologue',
                    _("note in the file who has read it, as it is now"),
                ),
                ("vigichat explain unknown-sign", _("say more about a problem, with an example; alone, list them all")),
                ("vigichat fix my-story.yaml", _("show what can be mended for sure, and write it if you agree")),
                ("vigichat format my-story.yaml", _("lay a file out neatly; its comments and its story stay")),
                ("vigichat reference status", _("say when each number, step and law was checked, and what is too old")),
                ("vigichat schema", _("print the rules by which editors complete and check a story")),
                ("vigichat transcript my-story.yaml --route open,talk", _("print one play, given its choices")),
                ("vigichat test my-story.yaml", _("play the plays kept beside a story again, and say what differs")),
                ("vigichat random my-story.yaml", _("play a story many times by chance, and say what was never met")),
            ),
        ),
        (
            _("To translate stories"),
            (
                ("vigichat translate status", _("say what is translated, and what is to be done, with places")),
                (
                    "vigichat translate new trois-semaines-en-aout --into es",
                    _("begin a story in a language, as a file for Poedit"),
                ),
                ("vigichat translate update", _("bring those files up to the stories, and compile them")),
            ),
        ),
        (
            _("Options"),
            (
                ("--text", _("in the terminal rather than in a window (with play, or alone)")),
                (
                    "--seed 7",
                    _("another order of the choices; the usual one is 0 (play, transcript); other draws (random)"),
                ),
                ("--log play.jsonl", _("keep what happened as JSON lines; nothing is kept otherwise (play)")),
                ("--route open,talk", _("the names of the choices, in order (transcript)")),
                ("--keep first", _("keep the play beside the story, as first.txt (transcript)")),
                ("--update", _("write the plays that differ anew (test)")),
                ("--plays 1000", _("how many plays (random)")),
                ("--explain", _("also say what was proved of the story (check)")),
                ("--format json", _("the result, for another program (check, coverage, random, reference, translate)")),
                ("--yes", _("write without asking (fix)")),
                ("--check", _("only say whether something would change (format); --diff shows it")),
                ("--like friend", _("what story to start from: trap, benign, friend or blank (new)")),
                ("--html guide.html", _("write the whole guide, with its map, as a page to print (guide)")),
                ("-o notes.html", _("the file or folder to write; or --output notes.html (export, cards, help-card)")),
                ("--languages fr,en", _("the languages to choose from; the first one opens (export, serve)")),
                ("--port 8000", _("the number at the end of the address; otherwise one that is free (serve)")),
                (
                    "--on 2027-01-15",
                    _("the day when the story was read, or facts are asked about; otherwise today (review, reference)"),
                ),
                (
                    "--country be",
                    _(
                        "whose help and law are shown ({known}); otherwise the computer’s country, or the story’s"
                    ).format(known=", ".join(countries())),
                ),
                ("--into es", _("the language translated into (translate)")),
                ("--lang fr", _("the language, fr or en; otherwise the computer's, or else French")),
                ("--version", _("the version")),
                ("--help", _("this page")),
            ),
        ),
    ):
        terminal.say()
        terminal.say(title)
        for typed, told in rows:
            terminal.say(typed, indent=2)
            terminal.say(told, indent=6)
    terminal.say()
    terminal.say(_("Is it happening to you now? Type “vigichat --text”, then 1."))
