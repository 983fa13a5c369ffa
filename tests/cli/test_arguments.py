"""What is typed, and what it is understood as."""

from __future__ import annotations

import pytest

from game.cli.arguments import Misused, asked_language, parse
from game.cli.asked import (
    Asked,
    Check,
    Coverage,
    Explain,
    Export,
    ExportAll,
    Fix,
    Format,
    Guide,
    Help,
    Home,
    New,
    Play,
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
from game.telling import language


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", Home()),
        ("--text", Home(text=True)),
        ("--text --seed 7", Home(text=True, seed=7)),
        ("play x", Play("x")),
        ("play x --text --seed 3 --log l.jsonl", Play("x", text=True, seed=3, log="l.jsonl")),
        ("--text play --seed=3 x --log=l.jsonl", Play("x", text=True, seed=3, log="l.jsonl")),
        ("play --lang en x", Play("x")),
        ("--lang=fr play x", Play("x")),
        ("play -- --text", Play("--text")),
        ("transcript f --route a,b,+mark:3", Transcript("f", ("a", "b", "+mark:3"))),
        ("transcript f --route= --seed 2", Transcript("f", (), 2)),
        ("check a b", Check(("a", "b"))),
        ("check --format json a", Check(("a",), "json")),
        ("fix a", Fix("a")),
        ("--yes fix a", Fix("a", yes=True)),
        ("format a b", Format(("a", "b"))),
        ("format --check a --diff", Format(("a",), check=True, diff=True)),
        ("list", Shelf()),
        ("coverage", Coverage(())),
        ("coverage mine --format json", Coverage(("mine",), "json")),
        ("new n", New("n")),
        ("guide", Guide("")),
        ("guide n", Guide("n")),
        ("export n -o f.html", Export("n", "f.html")),
        ("export --all -o d", ExportAll("d")),
        ("serve", Serve()),
        ("serve --port 8123 --network --languages en", Serve(8123, True, ("en",))),
        ("export --output=f.html n --languages en,fr", Export("n", "f.html", ("en", "fr"))),
        ("guide n --html g.html", Guide("n", "g.html")),
        ("review n --by A --as b", Review("n", "A", "b")),
        ("review --on=2027-01-15 --as b n --by A", Review("n", "A", "b", "2027-01-15")),
        ("new n --like blank", New("n", "blank")),
        ("watch n", Watch("n")),
        ("watch --seed 3 n", Watch("n", 3)),
        ("schema", Schema()),
        ("translate", TranslationStatus()),
        ("translate status a b --into en --format json", TranslationStatus(("a", "b"), "en", "json")),
        ("translate update a", TranslationUpdate(("a",))),
        ("translate new a --into pt_BR", TranslationNew("a", "pt_BR")),
        ("explain", Explain()),
        ("explain unknown-sign", Explain("unknown-sign")),
        ("--version", Version()),
        ("-V", Version()),
        ("--help", Help()),
        ("play -h", Help()),
        ("help", Help()),
    ],
)
def test_words_are_understood_in_any_order(typed: str, asked: Asked) -> None:
    assert parse(typed.split()) == asked


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("frobnicate", "“frobnicate”"),
        ("chek x", "Did you mean “vigichat check”?"),
        ("wach x", "Did you mean “vigichat watch”?"),
        ("watch", "vigichat watch my-story.yaml"),
        ("schema x", "“x”"),
        ("translate new a", "“translate new” needs a language"),
        ("translate new --into es", "A name is missing"),
        ("translate stat", "“translate” can be status, update, new, not “stat”"),
        ("translate --into English", "“--into” needs the code of a language, for example “es”, not “English”"),
        ("new n --like freind", "Did you mean “friend”?"),
        ("new n --like fear", "Did you mean “benign”?"),
        ("review n --by a --as b --on 22/11/2026", "Write: --on 2026-11-22"),
        ("review n --by a --as b --on 2.1.2027", "Write: --on 2027-01-02"),
        ("review n --by a --as b --on 31/31/2027", "needs a day such as 2027-01-15"),
        ("new n --like xyz", "trap, benign, friend, blank"),
        ("new n --like", "--like friend"),
        ("trois-semaines-en-aout", "“vigichat play trois-semaines-en-aout”"),
        ("--frob", "no option “--frob”"),
        ("play x --sed 3", "Did you mean “--seed”?"),
        ("list --text", "“vigichat list” has no option “--text”"),
        ("--route a", "“--route” needs a command"),
        ("play", "A name is missing"),
        ("check", "A name is missing"),
        ("new", "A name is missing"),
        ("explane x", "Did you mean “vigichat explain”?"),
        ("explain x y", "one word too many: “y”"),
        ("play x y", "one word too many: “y”"),
        ("list x", "one word too many: “x”"),
        ("play x --seed", "“--seed” needs a value"),
        ("play x --log --text", "“--log” needs a value"),
        ("play x --seed -1", "not “-1”"),
        ("play x --seed 12345678901", "not “12345678901”"),
        ("play x --seed ٣", "not “٣”"),
        ("play x --text=yes", "“--text” takes no value"),
        ("check x --format xml", "“--format” can be text, json, not “xml”"),
        ("play x --lang de", "“--lang” can be fr, en, not “de”"),
        ("guide --html g.html", "A name is missing"),
        ("guide x y", "one word too many: “y”"),
        ("guide x --html", "“--html” needs a value, for example “--html guide.html”"),
        ("play x --html g.html", "“vigichat play” has no option “--html”"),
        ("review --by A --as b", "A name is missing"),
        ("review x", "needs who has read the story"),
        ("review x --by A", "needs who has read the story"),
        ("review x --as b --by=", "needs who has read the story"),
        ("review x --by", "“--by” needs a value"),
        ("review x --by A --as b --on 15/01/2027", "Write: --on 2027-01-15"),
        ("review x --by A --as b --on 2027-02-30", "not “2027-02-30”"),
        ("play x --by A", "“vigichat play” has no option “--by”"),
        ("transcript f", "needs a route"),
        ("transcript f --route a,,b", "A route is names with commas"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_line(typed: str, said: str) -> None:
    language.use("en")
    with pytest.raises(Misused) as refused:
        parse(typed.split())
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("play x", None),
        ("--lang en play x", "en"),
        ("play x --lang=fr", "fr"),
        ("--lang en --lang fr list", "fr"),
        ("play x --lang", None),
        ("play x --lang de", None),
        ("play -- --lang en", None),
    ],
)
def test_the_language_is_known_before_anything_else(typed: str, asked: str | None) -> None:
    assert asked_language(typed.split()) == asked
