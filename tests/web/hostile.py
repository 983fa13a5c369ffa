"""Words that try to be more than words, and a story and a reference that say them in every text they have.

What a page must make of them is left to the tests. Each script among them leaves a trace that `TRACES` looks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any, TypeVar

from game.engine.model import (
    AVATARS,
    CAPTIONS,
    Choice,
    Condition,
    Ending,
    Fact,
    Message,
    Person,
    Review,
    Said,
    Scenario,
    Scene,
    Shown,
    Teacher,
    Way,
)
from game.engine.reference import Reference

_RUN = "window.canary=1"
_ASK = "https://canary.invalid/x"

MARKUP = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN};document.title='hit'</script>",
    f"</SCRIPT ><script>{_RUN}</script>",
    "<!--<script>",
    "<!-- a -->",
    "-->",
    "<![CDATA[ a ]]>",
    "]]>",
    f"</style><style>@import url({_ASK});*{{display:none}}</style>",
    f"</title><script>{_RUN}</script>",
    f"</textarea></noscript></template></svg><script>{_RUN}</script>",
    f'<img src=x onerror="{_RUN}">',
    f'<svg onload="{_RUN}"><script>{_RUN}</script></svg>',
    f'"><u onmouseover="{_RUN}" autofocus onfocus="{_RUN}">x</u>',
    f"' onclick='{_RUN}' x='",
    f'<a href="javascript:{_RUN}">x</a>',
    f"javascript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f'<iframe src="{_ASK}" srcdoc="<script>parent.canary=1</script>"></iframe>',
    f'<link rel="stylesheet" href="{_ASK}"><link rel="dns-prefetch" href="//canary.invalid">',
    f'<meta http-equiv="refresh" content="0;url={_ASK}">',
    f'<base href="{_ASK}"><form action="{_ASK}"><input name=a></form>',
    "<b>a</b> <br> <plaintext>",
    "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp; &#x202e; &NotAnEntity;",
    "< a >b< / c>",
)
"""What a parser of HTML would heed."""

CODE = (
    f"${{{_RUN}}}",
    f"`+({_RUN})+`",
    f"');{_RUN};('",
    f'");{_RUN};("',
    f"{{{{constructor.constructor('{_RUN}')()}}}}",
    "$title $content ${script} $$ $",
    "$& $1 $` $' $<name>",
    "%s %(name)s %d {0} {} {name} {count} {title}",
    "{helpline",
    "helpline}",
    "{{helpline-name}}x",
    "{Helpline} {help line}",
    "\\ \\\\ \\n \\u003cscript\\u003e \\x3cscript\\x3e \\",
    "__proto__ constructor toString hasOwnProperty",
    "null undefined NaN [object Object] true 0 -1",
    'url("https://canary.invalid/x") expression(alert(1)) /* a */ // b',
    "*/ } ; --x: red !important",
)
"""What a script, a style or a template would heed."""

LETTERS = (
    "\" ' ` ´ “ ” ‘ ’ « » „ ‚ ‹ › ＂ ＇",
    "e\u0301" + "\u0300\u0316" * 30 + " n\u0303 Å",
    "👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 🏴\U000e0067\U000e0062\U000e007f 🇫🇷 👍🏽 ☺\ufe0f 1\ufe0f\u20e3",
    "zero\u200bwidth\u200cof\u200dall\u2063sorts\u2060and\u00adsoft",
    "mot" * 700,
    "mot " * 300 + "fin",
    "tab\tand  two   spaces\u00a0and\u202fothers\u3000x",
    "مرحبا، كيف حالك؟ (18:00)",
    "שלום! abc 12:30 (ok?)",
    "\u200fok\u200e \u061c",
    "\u2067مرحبا\u2069 ok \u202bשלום\u202c ok",
    "\U0010ffff\ue000\ufdd0",
)
"""What a page has to show as it is."""

TURNING = (
    "\u202egnp.exe",
    "\u202dabc\u202e def\u202c",
    "\u2067שלום",
    "\u202bשלום",
    "a\u2069 \u202e b",
    "\u2069\u202bשלום",
    "\u2068\u2067\u2066",
    "\u202c\u202c\u2069\u2069",
    "\u2067a\u202bb\u2069 c\u202c",
)
"""What turns the text around it; a file may hold it."""

REFUSED = (
    "nul\x00nul",
    "\x07\x08\x0b\x1b[31mred\x1b[0m\x7f",
    "line\u2028separator\u2029paragraph",
    "c1\x85\x9bx",
    "cr\rcr",
    "half\ud800 half\udfff",
    "\ufffe\uffff",
    "byte\ufefforder\ufeffmark",
)
"""What no scenario file may hold, so that only a program could bring it in."""

ALLOWED = MARKUP + CODE + LETTERS + TURNING
EVERY = MARKUP + CODE + LETTERS + TURNING + REFUSED

TRACES = "window.canary !== undefined || document.title !== 'Notes' || document.querySelector('iframe, base, form')"
"""JavaScript: whether any of it came to something."""

CHANGES = Condition(("constructor",), ("__proto__",))


def story(words: Sequence[str] = EVERY, trap: bool = True) -> Scenario:
    """A scenario that plays, with a hard scene for each of `words`, said there in every text: two choices lead on."""
    last = len(words) - 1
    scenes = tuple(
        _scene(number, word, f"s{number + 1}" if number < last else "end") for number, word in enumerate(words)
    )
    opening = Scene(
        "constructor",
        messages=(Message(None, words[0]),),
        choices=(_choice("constructor", words[0], says=True, sets=("constructor",)),),
        ways=(Way("s0"),),
        verdict=True,
    )
    everything = " ".join(words)
    return Scenario(
        title=everything,
        summary=everything,
        locale="fr-FR",
        cast=(
            Person("me", words[-1], "me", words[-1], AVATARS[0]),
            Person("constructor", words[0], "friend", words[0]),
            *(
                Person(f"p{number}", word, "contact" if number % 2 else "friend", word, AVATARS[number % len(AVATARS)])
                for number, word in enumerate(words)
            ),
        ),
        scenes=(opening, *scenes),
        endings=(
            Ending(
                "end",
                everything,
                (*map(Said, words), Said("{helpline} {helpline-name}")),
                ("blackmail",),
                open=True,
            ),
        ),
        facts=(
            Fact("constructor", everything),
            Fact("__proto__", everything),
        ),
        trap=trap,
        demand="money",
        minutes=5,
        teacher=Teacher(everything, everything, tuple(words), tuple(words)),
        reviewed=tuple(Review(word, word, "2027-01-15", "0" * 16) for word in words),
    )


def _scene(number: int, word: str, onward: str) -> Scene:
    return Scene(
        f"s{number}",
        messages=(
            Message(None, word, (Shown("threat", None, 0, len(word)),)),
            Message(f"p{number}", f"{word}\n{word}", (Shown("threat", word, 0, len(word)),)),
            Message(f"p{number}", CAPTIONS["fr"][2], masked=True),
            Message("constructor", word),
            Message("me", word, when=CHANGES),
        ),
        choices=(
            _choice("say", word, says=True, steps=("trusted-adult",)),
            _choice("do", word, says=False, against=("do-not-give-in",)),
        ),
        ways=(Way(onward),),
        stop=word,
        skip=word,
        keep_order=True,
    )


def _choice(name: str, word: str, **more: Any) -> Choice:
    return Choice(name, word, because=word, **more)


_T = TypeVar("_T")

_NAMES = {
    *(
        "id",
        "family",
        "country",
        "language",
        "origin",
        "status",
        "checked",
        "date",
        "locale",
        "speaker",
        "avatar",
        "role",
    ),
    *("sign", "steps", "against", "sets", "needs", "bars", "to", "law", "relation", "demand", "place", "places"),
}
"""The fields that hold names or closed words."""


def reference(of: Reference, words: Sequence[str] = EVERY) -> Reference:
    """The same country with `words` in the place of every text, in turn; what is empty stays so."""
    more = cycle(words)
    return told(of, lambda text: next(more) if text else text)


def told(value: _T, say: Callable[[str], str]) -> _T:
    """A scenario, a reference or a part of one, with what `say` makes of each of its texts."""
    if isinstance(value, str):
        return say(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(told(one, say) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: told(one, say) for name, one in _said(value)})
    return value


def _said(value: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a frozen value in which texts are."""
    for field in fields(value):
        one = getattr(value, field.name)
        inside = isinstance(one, tuple) and any(map(is_dataclass, one))
        if field.init and (inside or field.name not in _NAMES):
            yield field.name, one
