"""Sentences in the language that is shown: looked up by number or by their English, counted, and filled."""

from __future__ import annotations

import json
from typing import Any

from game.telling.figures import percentage
from game.telling.language import speaking
from game.web.joined import PLAYER
from tests.web.node import needs_node, node

pytestmark = needs_node

PAIR = ["{count} vote", "{count} votes"]


def said(asked: str, words: Any, language: str = "fr") -> Any:
    """What the JavaScript `asked` gives, in an edition that has `words`."""
    script = f"""
        import {{ _, filled, ngettext, percentage, speak }} from {json.dumps((PLAYER / "words.js").as_uri())};
        speak({json.dumps(words)}, {json.dumps(language)});
        console.log(JSON.stringify({asked}));
    """
    done = node("--input-type=module", "-e", script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_exported_file_asks_by_number_and_a_module_by_its_english() -> None:
    assert said("[_(0), _(1)]", ["Bonjour", "Merci"]) == ["Bonjour", "Merci"]
    assert said('[_("Hello"), _("Thanks")]', {"Hello": "Bonjour"}) == ["Bonjour", "Thanks"]


def test_nought_is_one_in_french_and_many_in_english() -> None:
    asked = "[0, 1, 1.5, 2, 1000000].map((count) => ngettext(0, count))"
    one, many = PAIR
    assert said(asked, [PAIR], "fr") == [one, one, one, many, many]
    assert said(asked, [PAIR], "en") == [many, one, many, many, many]


def test_a_sentence_that_counts_has_its_english_where_there_is_no_other() -> None:
    asked = '[1, 2].map((count) => ngettext("{count} vote", "{count} votes", count))'
    assert said(asked, {}, "en") == PAIR
    assert said(asked, {"{count} vote": ["{count} voix", "{count} voix"]}) == ["{count} voix", "{count} voix"]


def test_made_up_languages_have_their_plurals() -> None:
    assert said("[1, 2].map((count) => ngettext(0, count))", [PAIR], "en-x-pseudo") == PAIR
    assert said("[1, 2].map((count) => ngettext(0, count))", [PAIR], "ar-x-pseudo") == PAIR


def test_per_cent_is_written_as_the_window_writes_it() -> None:
    for spoken in ("fr", "en"):
        with speaking(spoken):
            assert said("percentage(125)", [], spoken) == percentage(125)


def test_only_what_is_given_is_filled_and_only_once() -> None:
    assert said('filled("{a} {b} {a} {c}", { a: 1, b: "{a}" })', []) == "1 {a} 1 {c}"
    assert said('filled("{a}", { a: "$& $1 $$" })', []) == "$& $1 $$"
