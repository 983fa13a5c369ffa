"""The keys of a scenario file: which table has which, of what kind, whether required, and what each is for.

This is what the reader goes by, so the schema for editors cannot say anything else. Reading values is left to
`values`, what they mean together to `read` and `check`; the sentences are English, and the faces translate them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.engine.kinds.kind import N_
from game.engine.model import AVATARS, DEMANDS, FORMAT, RELATIONS, ROLES

ID = "[a-z0-9-]+"
"""What the id of a scene, an ending or a choice is made of."""

NAME = "[a-z_][a-z0-9_]*"
"""What the short name of a person or a fact is made of."""

LOCALE = "[a-z]{2,3}-[A-Z]{2}"

DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

FINGERPRINT = "[0-9a-f]{16}"

Sort = Literal[
    "format",
    "locale",
    "text",
    "texts",
    "formed",
    "yes-or-no",
    "number",
    "one-of",
    "id",
    "facts",
    "steps",
    "law",
    "target",
    "ways",
    "chat",
    "said",
    "table",
    "tables",
    "named-texts",
    "named-tables",
]
"""`texts`, `facts`, `steps`, `law`, `ways`, `said` and `tables` are lists: one alone stands for a list of one."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `says` is what it is for, untranslated.

    `known` is the closed list of a `one-of`, `least` and `most` bound a `number`, `of` names the table that a key for
    tables holds, `form` what a `formed` value, or the names of named texts and tables, are made of.
    """

    name: str
    sort: Sort
    says: str
    required: bool = False
    known: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    of: str = ""
    form: str = ""


Keys = Mapping[str, Key]


def _table(*keys: Key) -> Keys:
    return {key.name: key for key in keys}


_CONDITIONS = (
    Key("if", "facts", N_("Only when all of these facts are true.")),
    Key("unless", "facts", N_("Only while none of these facts is true.")),
)

SCENARIO = _table(
    Key("format", "format", N_("The version of the format: always 1."), required=True, least=FORMAT, most=FORMAT),
    Key("title", "text", N_("The title of the story. It tells nothing of how the story ends."), required=True),
    Key(
        "summary",
        "text",
        N_("One sentence for whoever chooses a story. It tells nothing of how the story ends."),
        required=True,
    ),
    Key(
        "locale",
        "locale",
        N_("The language of the texts, then the country whose steps, law and helplines apply: fr-FR, en-FR."),
        required=True,
    ),
    Key(
        "trap",
        "yes-or-no",
        N_("Whether somebody here means harm: true or false. Without it no verdict can be asked."),
    ),
    Key(
        "tutorial",
        "yes-or-no",
        N_("Whether this is for a first play: each “because” is said at once, and the gestures are explained."),
    ),
    Key("about", "table", N_("What the story is about; players are not told."), of="about"),
    Key("minutes", "number", N_("How many minutes a play takes."), least=1, most=120),
    Key("teacher", "table", N_("Notes for whoever uses the story in class."), of="teacher"),
    Key(
        "reviewed",
        "tables",
        N_("Who has read the story as it is now; “vigichat review” writes it."),
        of="review",
    ),
    Key(
        "cast",
        "named-tables",
        N_("Who writes: a short name for the chat, then who it is. “me” is the person that is played."),
        required=True,
        of="person",
        form=NAME,
    ),
    Key(
        "facts",
        "named-texts",
        N_("What can become true through a choice: a short name, then a sentence about it."),
        form=NAME,
    ),
    Key(
        "scenes",
        "named-tables",
        N_("The scenes, by name. The first opens the story."),
        required=True,
        of="scene",
        form=ID,
    ),
    Key("endings", "named-tables", N_("The endings, by name: at least one."), required=True, of="ending", form=ID),
)

ABOUT = _table(
    Key("relation", "one-of", N_("Who the other person is to the player."), known=RELATIONS),
    Key("demand", "one-of", N_("What is demanded in the story."), known=DEMANDS),
)

TEACHER = _table(
    Key("goal", "text", N_("What pupils can learn from this story.")),
    Key("before", "text", N_("What to say before playing.")),
    Key("ask", "texts", N_("Questions to ask after playing.")),
    Key("lesson", "texts", N_("A lesson with this story, step by step.")),
)

REVIEW = _table(
    Key("by", "text", N_("The name of who has read the story."), required=True),
    Key("as", "text", N_("As what: a school nurse, a listener of a help line."), required=True),
    Key("on", "formed", N_("The day: year-month-day."), required=True, form=DATE),
    Key(
        "of",
        "formed",
        N_("The fingerprint of what was read; “vigichat review” knows it."),
        required=True,
        form=FINGERPRINT,
    ),
)

PERSON = _table(
    Key("name", "text", N_("The name that players see."), required=True),
    Key(
        "role",
        "one-of",
        N_("“contact” is the person whose intentions are in question; all others mean no harm. “me” has no role."),
        required=True,
        known=ROLES,
    ),
    Key("profile", "text", N_("A line about this person, as an app would show it.")),
    Key("avatar", "one-of", N_("The name of this person's picture."), known=AVATARS),
)

ME_PERSON = {**PERSON, "role": replace(PERSON["role"], required=False)}
"""The keys of the person that is played."""

SCENE = _table(
    Key(
        "chat",
        "chat",
        N_(
            "The messages, one a line, after “chat: |”. “name: text” is a message, “~ text” a notice. An indented line "
            "goes on with the message above; “^ sign-name "
            '"words of the message"” says which warning sign it shows.'
        ),
    ),
    Key(
        "choices",
        "tables",
        N_("What the player may say or do after the messages: at most four at a time."),
        of="choice",
    ),
    Key("go_to", "ways", N_("What follows, for every choice that does not say so itself: a scene or an ending.")),
    Key("title", "text", N_("What printed pages for teachers call this scene; without it, the words of its name.")),
    Key("stop", "text", N_("A stop for a class: the question to talk about here.")),
    Key("skip", "text", N_("Makes this a hard scene: it is announced, and this neutral summary may be read instead.")),
    Key(
        "verdict",
        "yes-or-no",
        N_("Asks, after the messages, whether this is a trap. Once in a story, before a threat."),
    ),
    Key("keep_order", "yes-or-no", N_("Shows the choices in the order of the file.")),
)

CHOICE = _table(
    Key("id", "id", N_("A short name for this choice; without it, it is called by its number.")),
    Key("reply", "text", N_("What the player answers. A choice has either this or “do”.")),
    Key("do", "text", N_("What the player does. A choice has either this or “reply”.")),
    Key("because", "text", N_("What the debrief says about this choice: kindly, without blame."), required=True),
    Key("steps", "steps", N_("The official response steps that this choice takes.")),
    Key("against", "steps", N_("The official steps that this choice goes against. Stopping stays possible after it.")),
    Key("sets", "facts", N_("The facts that become true through this choice.")),
    *_CONDITIONS,
    Key("go_to", "ways", N_("What follows: a scene, an ending, or “here” for the same choices without this one.")),
)

WAY = _table(
    Key("to", "target", N_("A scene, an ending, or “here”."), required=True),
    *_CONDITIONS,
)

ENDING = _table(
    Key("title", "text", N_("The title of this ending."), required=True),
    Key("debrief", "said", N_("What is said at the end: no blame, no promise. One line or several."), required=True),
    Key("law", "law", N_("The law topics that the debrief shows.")),
    Key(
        "open",
        "yes-or-no",
        N_("Whether this ending may follow giving in without help: it then opens with the help card."),
    ),
)

SAID = _table(
    Key("text", "text", N_("A line of the debrief."), required=True),
    *_CONDITIONS,
)

IN_FRENCH: Mapping[str, tuple[str, ...]] = {
    **{"titre": ("title",), "nom": ("name",), "resume": ("summary", "skip"), "langue": ("locale",)},
    **{
        "piege": ("trap",),
        "tutoriel": ("tutorial",),
        "duree": ("minutes",),
        "professeur": ("teacher",),
        "enseignant": ("teacher",),
    },
    **{"but": ("goal",), "objectif": ("goal",), "avant": ("before",), "questions": ("ask",), "seance": ("lesson",)},
    **{"personnages": ("cast",), "faits": ("facts",), "fins": ("endings",), "profil": ("profile",)},
    **{"messages": ("chat",), "discussion": ("chat",), "choix": ("choices",), "reponse": ("reply",)},
    **{"repondre": ("reply",), "dire": ("reply",), "faire": ("do",), "fait": ("do",), "action": ("do",)},
    **{"parce_que": ("because",), "car": ("because",), "pourquoi": ("because",), "etapes": ("steps",)},
    **{"contre": ("against",), "si": ("if",), "sauf": ("unless",), "vers": ("go_to", "to"), "aller": ("go_to", "to")},
    **{"aller_a": ("go_to", "to"), "suite": ("go_to",), "bilan": ("debrief",), "loi": ("law",), "texte": ("text",)},
}
"""French words that an author may write for a key, without accents and with “_” for a space: the keys they mean."""

TABLES: dict[str, Keys] = {
    "scenario": SCENARIO,
    "about": ABOUT,
    "teacher": TEACHER,
    "review": REVIEW,
    "person": PERSON,
    "scene": SCENE,
    "choice": CHOICE,
    "way": WAY,
    "ending": ENDING,
    "said": SAID,
}
"""Every table of the format by its name."""
