"""Which language is spoken, and where its sentences come from."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.telling import language
from game.telling.language import N_, _, choose, current, ngettext, use

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _spoken_before() -> Iterator[None]:
    with language.speaking(language.current()):
        yield


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small catalogues in a folder of their own, instead of the game's."""
    monkeypatch.setattr("game.catalogue.folder", tmp_path.joinpath)
    for code, hello, months in (("fr", "Bonjour", ("{n} mois", "{n} mois au pluriel")), ("en", "", ())):
        written = tmp_path / "locales" / code / "LC_MESSAGES" / "vigichat.po"
        written.parent.mkdir(parents=True)
        catalogue = Catalog(code)
        catalogue.add("Hello", hello)
        # Babel gives French two plurals or three, by its age: all but the first say the same here.
        catalogue.add(("{n} month", "{n} months"), months[:1] + months[1:] * (catalogue.num_plurals - 1))
        write(written, catalogue)
    return tmp_path / "locales"


def write(written: Path, catalogue: Catalog) -> None:
    with written.open("wb") as file:
        write_po(file, catalogue)


def compile_beside(written: Path, hello: str, age: float) -> None:
    """A .mo that says `hello`, `age` seconds older than the .po beside it."""
    with written.open("rb") as file:
        catalogue = read_po(file)
    catalogue["Hello"].string = hello
    compiled = written.with_suffix(".mo")
    with compiled.open("wb") as file:
        write_mo(file, catalogue)
    edited = written.stat().st_mtime
    os.utime(compiled, (edited - age, edited - age))


@pytest.mark.parametrize(
    ("asked", "environ", "spoken"),
    [
        (None, {}, "fr"),
        (None, {"LANG": ""}, "fr"),
        (None, {"LANG": "C"}, "fr"),
        (None, {"LANG": "C.UTF-8"}, "fr"),
        (None, {"LANG": "POSIX"}, "fr"),
        (None, {"LANG": "fr_FR.UTF-8"}, "fr"),
        (None, {"LANG": "fr_BE@euro"}, "fr"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "en"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "fr"),
        (None, {"LANG": "enm_GB"}, "fr"),
        (None, {"LC_ALL": "fr_FR", "LANG": "en_GB"}, "fr"),
        (None, {"LC_ALL": "C", "LANG": "en_GB"}, "fr"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "fr_FR"}, "en"),
        (None, {"LC_ALL": "de_DE", "LANG": "en_GB"}, "fr"),
        (None, {"LANGUAGE": "en"}, "en"),
        (None, {"LANGUAGE": "de:en:fr", "LANG": "fr_FR"}, "en"),
        (None, {"LANGUAGE": "fr:en", "LANG": "en_GB"}, "fr"),
        (None, {"LANGUAGE": "de", "LANG": "en_GB"}, "en"),
        (None, {"LANGUAGE": "en_GB:en", "LANG": "C"}, "fr"),
        ("en", {"LANG": "fr_FR"}, "en"),
        ("fr", {"LANGUAGE": "en", "LANG": "en_GB"}, "fr"),
        ("en-GB", {}, "en"),
        ("EN", {}, "en"),
        ("de", {"LANG": "en_GB"}, "fr"),
        ("", {"LANG": "en_GB"}, "fr"),
    ],
)
def test_what_is_asked_wins_then_the_environment_then_french(
    asked: str | None, environ: dict[str, str], spoken: str
) -> None:
    assert choose(asked, environ) == spoken


@pytest.mark.parametrize(
    ("system", "environ", "spoken"),
    [
        ("English_United Kingdom", {}, "en"),
        ("en_US", {}, "en"),
        ("French_France", {}, "fr"),
        (None, {}, "fr"),
        ("English_United Kingdom", {"LANG": "fr_FR"}, "fr"),
        ("English_United Kingdom", {"LANG": "C"}, "fr"),
    ],
)
def test_windows_is_asked_where_no_variable_is_set(
    system: str | None, environ: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: (system, "cp1252"))
    assert choose(None, environ) == spoken


def test_a_sentence_is_looked_up_when_it_is_said(locales: Path) -> None:
    marked = N_("Hello")
    use("fr")
    assert (current(), _(marked)) == ("fr", "Bonjour")
    use("en")
    assert (current(), _(marked)) == ("en", "Hello")


def test_a_language_we_lack_cannot_be_used() -> None:
    before = current()
    with pytest.raises(ValueError, match="'de' is none of fr, en"):
        use("de")
    assert current() == before


def test_zero_is_singular_in_french_and_plural_in_english(locales: Path) -> None:
    said = {}
    for code in ("fr", "en"):
        use(code)
        said[code] = [ngettext("{n} month", "{n} months", n) for n in (0, 1, 2)]
    assert said["fr"] == ["{n} mois", "{n} mois", "{n} mois au pluriel"]
    assert said["en"] == ["{n} months", "{n} month", "{n} months"]


def test_a_compiled_catalogue_that_is_newer_is_read_alone(locales: Path) -> None:
    written = locales / "fr" / "LC_MESSAGES" / "vigichat.po"
    compile_beside(written, "Bonjour compilé", age=-60)
    use("fr")
    assert _("Hello") == "Bonjour compilé"


def test_files_unpacked_in_the_same_moment_count_as_compiled(locales: Path) -> None:
    written = locales / "fr" / "LC_MESSAGES" / "vigichat.po"
    compile_beside(written, "Bonjour compilé", age=0.5)
    use("fr")
    assert _("Hello") == "Bonjour compilé"


def test_an_edited_catalogue_is_read_without_compiling(locales: Path) -> None:
    written = locales / "fr" / "LC_MESSAGES" / "vigichat.po"
    compile_beside(written, "Bonjour compilé", age=60)
    use("fr")
    assert _("Hello") == "Bonjour"
    assert ngettext("{n} month", "{n} months", 2) == "{n} mois au pluriel"


def test_a_compiled_catalogue_alone_is_enough(locales: Path) -> None:
    written = locales / "fr" / "LC_MESSAGES" / "vigichat.po"
    compile_beside(written, "Bonjour compilé", age=0)
    written.unlink()
    use("fr")
    assert _("Hello") == "Bonjour compilé"


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    """tools/catalogues.py, as a module."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "tools" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_catalogues_match_the_code_and_french_is_complete(
    catalogues: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogues.main(["--check"]) == 0, capsys.readouterr().out


def test_no_sentence_hides_in_an_f_string_where_extraction_does_not_see_it() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "game").rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "N_", "ngettext"}
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_an_update_keeps_drops_and_guesses_nothing(catalogues: ModuleType, tmp_path: Path) -> None:
    written = tmp_path / "vigichat.po"
    before = Catalog("fr", fuzzy=False)
    before.add("Who can help you", "Qui peut t’aider")
    before.add("Gone", "Parti", locations=[("game/old.py", 3)])
    write(written, before)
    code = Catalog()
    code.add("Who can help you?", locations=[("game/b.py", 9)])
    code.add("Who can help you", locations=[("game/a.py", 40)])
    _catalogue, text = catalogues.updated(written, code)
    assert re.findall(r"^(?:#:|msg).*", text, re.MULTILINE)[2:] == [
        "#: game/a.py",
        'msgid "Who can help you"',
        'msgstr "Qui peut t’aider"',
        "#: game/b.py",
        'msgid "Who can help you?"',
        'msgstr ""',
    ]
    assert "Date" not in text
    assert "fuzzy" not in text
    written.write_text(text, encoding="utf-8")
    assert catalogues.updated(written, code)[1] == text


@pytest.mark.parametrize(
    ("said", "told", "fault"),
    [
        ("Help", "", "not translated"),
        ("Help {name}", "Aide {nom}", "other placeholders"),
        ("It is you", "C'est toi", "straight apostrophe"),
        ("Is it you?", "C’est toi ?", "no-break space"),
        ("Now: stop", "Maintenant: arrête", "no-break space"),
        ("Say “no”", "Dis « non »", "no-break space"),
    ],
)
def test_a_fault_in_french_is_told(catalogues: ModuleType, said: str, told: str, fault: str) -> None:
    catalogue = Catalog("fr")
    catalogue.add(said, told)
    (line,) = catalogues.faults(catalogue)
    assert line.startswith(fault)


@pytest.mark.parametrize("told", ["Dis\u00a0: «\u00a0non\u00a0»\u202f!", 'Écrivez «\u00a0title: "l\'été"\u00a0».'])
def test_good_french_and_quoted_yaml_are_no_fault(catalogues: ModuleType, told: str) -> None:
    catalogue = Catalog("fr")
    catalogue.add("Something", told)
    assert list(catalogues.faults(catalogue)) == []


def test_a_language_that_is_spoken_for_a_while_leaves_no_trace() -> None:
    def failing() -> None:
        with language.speaking("en"):
            assert current() == "en"
            assert not language.asked()
            raise RuntimeError

    use("fr", asked=True)
    with pytest.raises(RuntimeError):
        failing()
    assert current() == "fr"
    assert language.asked()
    with pytest.raises(ValueError, match="klingon"), language.speaking("klingon"):
        pass
    assert current() == "fr"
