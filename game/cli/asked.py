"""What can be asked of `vigichat`: a small class for each command.

Reading it from the words typed is left to `arguments`, doing it to `commands`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "json"]

Like = Literal["trap", "benign", "friend", "blank"]
LIKES: tuple[Like, ...] = ("trap", "benign", "friend", "blank")
"""What a new story may be like."""


@dataclass(frozen=True, slots=True)
class Home:
    text: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Play:
    """`name` is a file or a shipped story; `log` the file that gets the log, if any."""

    name: str
    text: bool = False
    seed: int = 0
    log: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """`keep` is the name under which the play is kept beside the story, None where it is printed."""

    name: str
    route: tuple[str, ...]
    seed: int = 0
    keep: str | None = None


@dataclass(frozen=True, slots=True)
class PlayAgain:
    """Files and folders; with `update`, plays that differ are written anew."""

    paths: tuple[str, ...]
    update: bool = False


@dataclass(frozen=True, slots=True)
class Random:
    name: str
    plays: int = 1000
    seed: int = 1
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Files, stories and folders; all that come with the game where there is none."""

    names: tuple[str, ...]
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Check:
    """`explain`: also say what was proved."""

    paths: tuple[str, ...]
    form: Form = "text"
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """`vigichat list`."""


@dataclass(frozen=True, slots=True)
class New:
    """`like` is the kind of story to start from; None where nothing was said."""

    name: str
    like: Like | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """`name` is a file that is being written."""

    name: str
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Schema:
    """`vigichat schema`."""


@dataclass(frozen=True, slots=True)
class Explain:
    """`name` is a kind of problem, or "" for a list of them all."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """`yes`: write without asking."""

    name: str
    yes: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """Files and folders; `check` only says what would change, `diff` shows it."""

    paths: tuple[str, ...]
    check: bool = False
    diff: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """`vigichat guide`: the page for the class of the story `name`; with `html`, its whole guide into that file.

    Without a name: what each story is about."""

    name: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """`vigichat export`: the story `name` as one file for browsers, in `languages`; none named: the one spoken now."""

    name: str
    output: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportAll:
    """`vigichat export --all`: all stories as the folder `output`."""

    output: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Serve:
    """`vigichat serve`: all stories in a browser, on this machine, or with `network` for others too. `port` is None for
    any that is free."""

    port: int | None = None
    network: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """`vigichat cards`: the story `name` as cards to cut out, in the file `output`."""

    name: str
    output: str


@dataclass(frozen=True, slots=True)
class HelpCard:
    """`vigichat help-card`: what to do and who helps, on one sheet, in the file `output`."""

    output: str


@dataclass(frozen=True, slots=True)
class Review:
    """`by` has read the file `name`, `as_what`, `on` a day such as 2027-01-15; today when None."""

    name: str
    by: str
    as_what: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """`vigichat translate status`: how far the stories `names` are (all there is when empty), `into` one language."""

    names: tuple[str, ...] = ()
    into: str | None = None
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class ReferenceStatus:
    """`vigichat reference status`: how old every fact is `on` a day such as 2027-01-15; today when None."""

    on: str | None = None
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class TranslationUpdate:
    """`vigichat translate update`: bring the catalogues of the stories `names`, or all, up to their texts."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationNew:
    """`vigichat translate new`: begin the catalogue of the story `name`, `into` a language."""

    name: str
    into: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """`vigichat dev gallery`: draw the screens named in `only`, or all of them, into the folder `where`."""

    where: str
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    pass


@dataclass(frozen=True, slots=True)
class Version:
    pass


Asked = (
    Home
    | Play
    | Transcript
    | PlayAgain
    | Random
    | Check
    | Coverage
    | Shelf
    | New
    | Watch
    | Schema
    | Explain
    | Fix
    | Format
    | Guide
    | Export
    | ExportAll
    | Cards
    | HelpCard
    | Serve
    | ReferenceStatus
    | Review
    | TranslationStatus
    | TranslationUpdate
    | TranslationNew
    | Gallery
    | Help
    | Version
)
