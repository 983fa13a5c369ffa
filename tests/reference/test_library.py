"""What the library refuses, each with a real file in which one thing is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import game.reference
from game.reference.library import ReferenceFault, countries, files_of, load, read, texts

SHIPPED = Path(game.reference.__file__).parent
Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files."""
    for path in SHIPPED.rglob("*.yaml"):
        copy = tmp_path / path.relative_to(SHIPPED)
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces the first occurrence of a text, which must be there."""

    def replace(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def fault(folder: Path, country: str = "fr") -> ReferenceFault:
    with pytest.raises(ReferenceFault) as caught:
        read(files_of(country, folder))
    assert caught.value.hint.endswith(".")
    return caught.value


def test_an_untouched_copy_is_the_shipped_reference(folder: Path) -> None:
    assert read(files_of("fr", folder)) == load()


def test_a_fault_names_its_file_its_entry_what_is_missing_and_what_to_do(folder: Path, edit: Edit) -> None:
    edit("signs.yaml", '    effect: "La peur prend', '    gloss: "La peur prend')
    found = fault(folder)
    assert (found.file.name, found.entry) == ("signs.yaml", "threat")
    assert "“gloss”" in found.what
    whose = f"{folder.name}/signs.yaml"
    assert str(found).startswith(f"{whose}: threat: unknown key “gloss”. Use one of: checked, effect,")


SECOND_SOURCE = """\
  seed:
    title: "Une autre page"
    address: ""
    date: n.d.
"""

FAULTS = {
    "a key that is missing": ("signs.yaml", "    stage: 6\n", "", "threat", "“stage” is missing"),
    "an empty text": ("fr/law.yaml", 'short: "Extorsion"', 'short: " "', "extortion", "“short” is empty"),
    "an unknown key": (
        "general/steps.yaml",
        "    help: true",
        "    helps: true",
        "trusted-adult",
        "unknown key “helps”",
    ),
    "an unknown section": ("fr/law.yaml", "law:\n", "other: []\nlaw:\n", "", "unknown key “other”"),
    "a key given twice": (
        "general/steps.yaml",
        "    help: true",
        "    help: true\n    help: false",
        "steps 6",
        "“help” is there twice",
    ),
    "no source": (
        "signs.yaml",
        "    sources: [netecoute-2017]\n",
        "",
        "insistence",
        "“sources” is missing or is not a list",
    ),
    "an empty list of sources": (
        "signs.yaml",
        "sources: [netecoute-2017]",
        "sources: []",
        "insistence",
        "“sources” is missing or is not a list",
    ),
    "a source that is a mapping": (
        "signs.yaml",
        "sources: [netecoute-2017]",
        "sources: [{a: b}]",
        "insistence",
        "an item that is not text",
    ),
    "a source that nobody listed": (
        "signs.yaml",
        "sources: [netecoute-2017]",
        "sources: [hearsay]",
        "insistence",
        "“hearsay” is not a source",
    ),
    "a source listed by two files": (
        "fr/country.yaml",
        "sources:\n",
        f"sources:\n{SECOND_SOURCE}",
        "seed",
        "this source is there twice",
    ),
    "a source without a title": (
        "signs.yaml",
        'title: "Pro Juventute (Suisse)"',
        'title: ""',
        "pro-juventute",
        "“title” is empty",
    ),
    "a source with a date in words": ("signs.yaml", "date: 2023-09-06", "date: 6 Sep", "thorn-2023", "“date”"),
    "an id used twice": ("signs.yaml", "id: secrecy", "id: urgency", "urgency", "another entry has this id"),
    "an id used by another kind": (
        "fr/helplines.yaml",
        "id: pharos",
        "id: police",
        "police",
        "another entry has this id",
    ),
    "an id that no scenario can write": (
        "signs.yaml",
        "id: secrecy",
        "id: Garder_secret",
        "signs 6",
        "cannot be an id",
    ),
    "a stage of eleven": ("signs.yaml", "stage: 10", "stage: 11", "recruitment", "“stage” is “11”"),
    "a stage of zero": ("signs.yaml", "stage: 10", "stage: 0", "recruitment", "“stage” is “0”"),
    "a stage in words": ("signs.yaml", "stage: 10", "stage: late", "recruitment", "“stage” is “late”"),
    "an unknown family": ("signs.yaml", "family: fear", "family: dread", "threat", "“dread” is not a family"),
    "nine families": (
        "signs.yaml",
        "families:\n",
        "families:\n  - {id: eighth, short: a}\n  - {id: ninth, short: b}\n",
        "",
        "there are 9 families",
    ),
    "a sign that is not there": ("signs.yaml", "id: paid-rescue", "id: paid-help", "", "no entry for paid-rescue"),
    "a step that is not there": ("general/steps.yaml", "id: image-hash", "id: mute", "", "no entry for image-hash"),
    "a step of no scenario": (
        "fr/steps.yaml",
        "id: block",
        "id: mute",
        "mute",
        "none of the steps of general/steps.yaml",
    ),
    "a law topic that is not there": (
        "general/law.yaml",
        "id: blackmail",
        "id: chantage",
        "",
        "no entry for blackmail",
    ),
    "a law topic of no scenario": ("fr/law.yaml", "id: blackmail", "id: chantage", "chantage", "none of the topics of"),
    "a general step of the source document": (
        "general/steps.yaml",
        "origin: complement",
        "origin: source",
        "do-not-give-in",
        "the source document is one country's",
    ),
    "a use that nothing has": (
        "fr/helplines.yaml",
        "use: [distress, night]",
        "use: [calm]",
        "3114",
        "“calm” is no use",
    ),
    "nobody for an emergency": (
        "ch/helplines.yaml",
        "use: [emergency]",
        "use: [night]",
        "",
        "no helpline is for an emergency",
    ),
    "two closest topics": (
        "fr/law.yaml",
        "    always: true\n",
        "    always: true\n    closest: true\n",
        "",
        "2 topics are marked “closest: true”",
    ),
    "no closest topic": ("fr/law.yaml", "    closest: true\n", "", "", "0 topics are marked “closest: true”"),
    "a flag that is neither": ("fr/law.yaml", "closest: true", "closest: oui", "blackmail", "“closest” is “oui”"),
    "an unknown origin": ("signs.yaml", "origin: source", "origin: web", "unknown-contact", "“origin” is “web”"),
    "an unknown status": ("signs.yaml", "status: verified", "status: sure", "unknown-contact", "“status” is “sure”"),
    "a check without a day": (
        "signs.yaml",
        "checked: 2026-11-22",
        "checked: 2026-11",
        "unknown-contact",
        "“checked” is “2026-11”",
    ),
    "a check on a day that is not": (
        "signs.yaml",
        "checked: 2026-11-22",
        "checked: 2026-02-30",
        "unknown-contact",
        "“checked” is “2026-02-30”",
    ),
    "an unverified number for players": (
        "fr/helplines.yaml",
        "status: secondary",
        "status: unverified",
        "3018",
        "nobody has verified it",
    ),
    "an unverified penalty": ("fr/law.yaml", "status: verified", "status: unverified", "cyberharassment", "nobody has"),
    "the source's words without a gloss": (
        "fr/steps.yaml",
        "    gloss: >-\n      À faire dans tous les cas.\n",
        "",
        "lock-profiles",
        "the source's words stand bare",
    ),
    "a complement with a number": (
        "fr/steps.yaml",
        "  - id: block\n",
        "  - id: block\n    number: 4\n",
        "block",
        "a complement has the source's number",
    ),
    "no step whose contrary gives in": ("general/steps.yaml", "    giving_in: true\n", "", "", "“giving_in: true”"),
    "a helpline nobody can reach": (
        "fr/helplines.yaml",
        "address: 17cyber.gouv.fr",
        'address: ""',
        "17cyber",
        "there is no way to reach it",
    ),
    "an address with its scheme": (
        "fr/helplines.yaml",
        "address: 3018.fr",
        "address: https://3018.fr",
        "3018",
        "the address has its scheme",
    ),
    "a helpline for nobody knows whom": (
        "fr/helplines.yaml",
        "    for_players: true\n",
        "",
        "3018",
        "“for_players” is missing",
    ),
    "a first helpline for teachers": (
        "fr/helplines.yaml",
        "for_players: true",
        "for_players: false",
        "",
        "the first helpline is not one that players can reach",
    ),
    "a document that is not a source": (
        "signs.yaml",
        "document: seed",
        "document: sprout",
        "",
        "“sprout” is not a source",
    ),
    "no word on the missing number": ("fr/country.yaml", "missing_number", "number", "", "unknown key “number”"),
    "a text that is a list": ("fr/law.yaml", 'short: "Extorsion"', "short: [a]", "extortion", "“short” is not text"),
    "an entry that is not a mapping": ("fr/law.yaml", "law:\n", "law:\n  - word\n", "law 1", "not a set of keys"),
    "what is not YAML": ("fr/law.yaml", "law:\n", "law: [\n", "", "this is not YAML at line"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_refuses(name: str, folder: Path, edit: Edit) -> None:
    file, old, new, entry, what = FAULTS[name]
    edit(file, old, new)
    found = fault(folder, "ch" if file.startswith("ch/") else "fr")
    assert what in found.what
    assert (found.file, found.entry) == (folder / file, entry)


def test_it_refuses_steps_that_reach_nobody(folder: Path) -> None:
    path = folder / "general" / "steps.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    help: true\n", ""), encoding="utf-8")
    assert "no step is marked “help: true”" in fault(folder).what


def test_it_refuses_a_section_that_is_not_a_list(folder: Path) -> None:
    (folder / "fr" / "law.yaml").write_text("law: {}\n", encoding="utf-8")
    assert "“law” is missing or is not a list" in fault(folder).what


def test_it_refuses_a_file_that_is_missing(folder: Path) -> None:
    (folder / "fr" / "helplines.yaml").unlink()
    assert "cannot be read" in fault(folder).what


def test_it_refuses_a_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "fr" / "law.yaml").write_bytes("law: é".encode("latin-1"))
    assert "not UTF-8" in fault(folder).what


@pytest.mark.parametrize("content", ["", "just words", "- a\n- b\n", "? [a]\n: b\n"])
def test_it_refuses_a_file_that_is_not_a_set_of_keys(folder: Path, content: str) -> None:
    (folder / "fr" / "law.yaml").write_text(content, encoding="utf-8")
    assert fault(folder).entry == ""


@pytest.mark.parametrize("country", ["zz", "", "..", "FR", "reference/fr"])
def test_it_refuses_a_country_without_a_folder(country: str) -> None:
    with pytest.raises(ReferenceFault, match="there is no folder for this country"):
        load(country)


def test_an_unverified_service_may_be_kept_for_teachers(folder: Path, edit: Edit) -> None:
    then = "\n    checked: 2026-11-22\n\n  - id: info-escroqueries"
    edit("fr/helplines.yaml", f"status: secondary{then}", f"status: unverified{then}")
    assert read(files_of("fr", folder)).helpline["cnil"].sourced.status == "unverified"


def test_what_looks_like_a_number_stays_as_it_was_typed() -> None:
    reference = load()
    assert reference.helpline["net-ecoute"].number == "0800 200 000"
    assert reference.helpline["17"].id == "17"
    assert reference.step["report-platform"].number == "3"


def test_each_text_of_a_context_is_there_once() -> None:
    told = texts(files_of("fr"))
    contexts = [context for context, _ in told]
    assert len(told) == len(set(told))
    assert {"document.missing_number", "threat.effect", "police.gloss", "blackmail.penalty", "3018.hours"} <= set(
        contexts
    )


def test_every_source_that_is_listed_is_used() -> None:
    for country in countries():
        reference = load(country)
        entries = (*reference.signs, *reference.steps, *reference.law, *reference.helplines)
        read = [entry.sourced for entry in entries]
        read += [word.sourced for word in reference.glossary if word.sourced is not None]
        titles = {source.title for one in read for source in one.sources}
        files = ("signs.yaml", f"{country}/country.yaml", *(("general/steps.yaml",) if country == "fr" else ()))
        for file in files:
            for line in (SHIPPED / file).read_text(encoding="utf-8").splitlines():
                if line.startswith("    title: "):
                    assert line.removeprefix("    title: ").strip('"') in titles, (country, line)
