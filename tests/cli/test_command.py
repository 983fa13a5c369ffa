"""The command as a person runs it: another process, its output, and the number it ends with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.engine.events import Started
from game.engine.plain import from_plain
from tests.cli.running import ROOT, command, environment, vigichat
from tests.engine.making import file_text

PROBLEMS = sorted((ROOT / "tests" / "problems").glob("*/bad.yaml"))


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n")


# -- help, version, language


def test_version() -> None:
    ran = vigichat("--version")
    assert (ran.returncode, ran.stdout) == (0, f"vigichat {__version__}\n")


@pytest.mark.parametrize(("lang", "said"), [("fr", "Pour jouer"), ("en", "To play")])
def test_help_has_examples_in_both_languages(lang: str, said: str) -> None:
    ran = vigichat("--help", "--lang", lang)
    assert ran.returncode == 0
    assert said in ran.stdout
    for example in ("vigichat play ", "vigichat check ", "vigichat new ", "--log ", "vigichat transcript "):
        assert example in ran.stdout
    assert ran.stdout == vigichat("--lang", lang, "help").stdout


def test_a_computer_without_a_language_is_spoken_to_in_french_and_in_utf8() -> None:
    ran = vigichat("frob", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.returncode == 2
    assert "«\u00a0frob\u00a0»" in ran.stderr


def test_a_play_survives_the_c_locale(story_file: Path) -> None:
    ran = vigichat(
        "play", str(story_file), "--text", typed="\n1\n", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert ran.returncode == 0
    assert "Noooon 😳 Il a trois pattes." in ran.stdout


# -- what cannot be understood


@pytest.mark.parametrize(
    "typed",
    [
        ("frob",),
        ("--frob",),
        ("play",),
        ("play", "no-such-story", "--text"),
        ("play", "no-such-story"),
        ("play", "no/such/file.yaml", "--text"),
        ("transcript", "no-such-story", "--route", "a"),
        ("transcript", "x"),
        ("check",),
        ("check", "no-such-file.yaml"),
        ("list", "x"),
        ("guide", "no-such-story"),
        ("review", "no-such-story"),
        ("play", "x", "--seed", "many"),
        ("play", "x", "--lang", "de"),
        ("",),
    ],
)
def test_what_is_not_known_gets_one_line_and_2(typed: tuple[str, ...], tmp_path: Path) -> None:
    ran = vigichat(*typed, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert one_line(ran.stderr)


def test_a_name_that_is_almost_right_is_suggested() -> None:
    assert "«\u00a0trois-semaines-en-aout\u00a0»" in vigichat("play", "trois-semaines-en-out", "--text").stderr


# -- the page for the class


@pytest.mark.parametrize(("lang", "said"), [("fr", "Si un élève se confie à vous"), ("en", "If a pupil confides")])
def test_guide_prints_the_page_that_prepares_a_class(lang: str, said: str) -> None:
    ran = vigichat("guide", "trois-semaines-en-aout", "--lang", lang)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert said in ran.stdout
    assert max(map(len, ran.stdout.splitlines())) <= 100


def test_a_guide_is_printed_with_the_numbers_of_the_country_of_its_reader() -> None:
    belgian = vigichat("guide", "trois-semaines-en-aout", LANG="fr_BE.UTF-8").stdout
    assert "Child Focus (116 000)" in belgian
    assert "3018" not in belgian
    assert "3018" in vigichat("guide", "trois-semaines-en-aout", LANG="fr_FR.UTF-8").stdout


def test_guide_of_a_file_with_an_error_says_what_is_wrong(story_file: Path) -> None:
    story_file.write_bytes(story_file.read_bytes().replace(b"title:", b"titel:"))
    ran = vigichat("guide", str(story_file))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "unknown-key" in ran.stderr


# -- list, new, check


def test_coverage_is_a_table_with_a_column_for_each_story() -> None:
    ran = vigichat("coverage", "trois-semaines-en-aout", "trois-semaines-en-aout", "--lang", "en")
    assert ran.returncode == 0
    assert "1  Three weeks in August (trois-semaines-en-aout)" in ran.stdout
    row = next(line for line in ran.stdout.splitlines() if line.startswith("A threat"))
    assert row.split()[-3:] == ["●", "●", "2"]
    assert "in 0, 2 wanted" in ran.stdout


def test_coverage_of_one_file_is_given_to_another_program() -> None:
    ran = vigichat("coverage", "trois-semaines-en-aout", "--format", "json")
    told = json.loads(ran.stdout)
    assert [story["name"] for story in told["stories"]] == ["trois-semaines-en-aout"]
    assert {"id": "recruitment", "there": 0, "wanted": 2} in told["wanting"]


def test_coverage_of_a_file_that_cannot_be_played_says_who_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n", encoding="utf-8")
    ran = vigichat("coverage", str(broken), "--lang", "en")
    assert ran.returncode == 1
    assert "“vigichat check" in ran.stderr


def test_list_gives_id_title_locale_and_minutes() -> None:
    ran = vigichat("list")
    assert (ran.returncode, ran.stderr) == (0, "")
    row = next(line for line in ran.stdout.splitlines() if line.startswith("trois-semaines-en-aout "))
    name, title, locale, minutes = (cell.strip() for cell in row.split("  ") if cell)
    assert (name, title, locale) == ("trois-semaines-en-aout", "Trois semaines en août", "fr-FR")
    assert minutes.endswith("min")


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "1 fichier, rien à corriger.\n"), ("en", "1 file, nothing to mend.\n")]
)
def test_a_new_story_checks_clean_and_plays(lang: str, said: str, tmp_path: Path) -> None:
    assert vigichat("new", "mon histoire", "--lang", lang, cwd=tmp_path).returncode == 0
    ran = vigichat("check", "mon histoire.yaml", "--lang", lang, cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, said, "")
    assert vigichat("play", "mon histoire.yaml", "--text", cwd=tmp_path).returncode == 0


def test_new_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"mine")
    ran = vigichat("new", "a", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert one_line(ran.stderr)
    assert (tmp_path / "a.yaml").read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_check_tells_each_problem_in_its_place_then_closes() -> None:
    path = str(ROOT / "tests" / "problems" / "unknown-key" / "bad.yaml")
    ran = vigichat("check", path, "--lang", "en")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 1
    assert lines[0] == f"{path}:3:1: unknown-key: Nothing here is called “sumary”."
    assert lines[1].startswith("    ")
    assert lines[-2] == "To know more about a problem, type for example “vigichat explain unknown-key”."
    assert lines[-1].startswith("1 file, ")


def test_check_takes_files_and_folders_and_reads_each_file_once(tmp_path: Path, story_file: Path) -> None:
    (tmp_path / "deep").mkdir()
    shutil.copy(story_file, tmp_path / "deep" / "b.yaml")
    (tmp_path / "notes.txt").write_text("not a story", encoding="utf-8")
    ran = vigichat("check", str(tmp_path), str(story_file), "--lang", "en")
    assert (ran.returncode, ran.stdout) == (0, "2 files, nothing to mend.\n")


def test_a_warning_alone_is_no_failure() -> None:
    ran = vigichat("check", str(ROOT / "tests" / "problems" / "not-reachable" / "bad.yaml"), "--lang", "en")
    assert ran.returncode == 0
    assert ran.stdout.endswith("1 file, 1 warning.\n")


def test_check_as_json_is_for_programs() -> None:
    paths = [str(path) for path in PROBLEMS]
    ran = vigichat("check", "--format", "json", *paths)
    told = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert [one["file"] for one in told] == paths
    for one in told:
        assert set(one) == {"file", "problems", "certificate"}
        for problem in one["problems"]:
            assert set(problem) == {"file", "line", "column", "name", "severity", "text", "hint"}
            assert problem["file"] == one["file"]


def test_a_certificate_as_json_holds_routes_and_figures(story_file: Path) -> None:
    (told,) = json.loads(vigichat("check", "--format", "json", str(story_file)).stdout)
    certificate = told["certificate"]
    assert told["problems"] == []
    assert certificate["complete"]
    assert certificate["paths"] > 1
    assert certificate["missed_signs"] == certificate["missed_steps"] == []
    assert {one["id"] for one in certificate["scenes"]} >= {one["scene"] for one in certificate["choices_taken"]}
    assert all(one["route"] is not None for key in ("scenes", "choices_taken", "endings") for one in certificate[key])


def test_a_certificate_in_words_says_how_to_come_to_each_ending(story_file: Path) -> None:
    ran = vigichat("check", "--explain", str(story_file), "--lang", "en")
    assert ran.returncode == 0
    assert "What holds on every path" in ran.stdout
    assert "From everywhere, the story can still come to an ending." in ran.stdout
    ending = ran.stdout.split("The shortest way to each ending\n")[1].splitlines()[0]
    route = ending.partition("): ")[2] or ran.stdout.split(ending)[1].split()[0]
    assert vigichat("transcript", str(story_file), "--route", route).returncode == 0
    assert ran.stdout.endswith("1 file, nothing to mend.\n")


def test_a_certificate_claims_nothing_of_what_a_story_does_not_have(tmp_path: Path) -> None:
    path = tmp_path / "quiet.yaml"
    path.write_text(file_text("only: {go_to: end}", facts="", trap=""), encoding="utf-8")
    told = vigichat("check", "--explain", str(path), "--lang", "en").stdout
    held = told.split("What holds on every path\n")[1].split("\n\n")[0]
    assert held == "- From everywhere, the story can still come to an ending."
    assert "Choices in a play: 0.\n" in told


def test_a_certificate_says_what_does_not_hold_and_where() -> None:
    bad = ROOT / "tests" / "problems" / "ending-without-help" / "bad.yaml"
    told = vigichat("check", "--explain", str(bad), "--lang", "en").stdout
    failed = " ".join(told.split("What does not hold\n")[1].split("\n\n")[0].split())
    line = told.removeprefix(f"{bad}:").partition(":")[0]
    assert failed.startswith(f"- Line {line}: The ending “")
    assert "after giving in, without help since." in failed
    assert "Nobody who gave in" not in told


def test_the_problem_to_look_up_first_is_an_error() -> None:
    paths = [str(ROOT / "tests" / "problems" / name / "bad.yaml") for name in ("not-reachable", "unknown-target")]
    ran = vigichat("check", *paths, "--lang", "en")
    assert ran.stdout.splitlines()[-2].endswith("“vigichat explain unknown-target”.")


def test_a_file_with_errors_is_explained_only_when_they_are_mended() -> None:
    bad = ROOT / "tests" / "problems" / "unknown-target" / "bad.yaml"
    ran = vigichat("check", "--explain", str(bad), "--lang", "en")
    assert ran.returncode == 1
    assert "was not proved: what is wrong with it comes first." in ran.stdout


def test_a_missing_file_does_not_hide_the_others(story_file: Path) -> None:
    ran = vigichat("check", str(story_file), "nowhere.yaml", "--lang", "en")
    assert ran.returncode == 2
    assert ran.stdout == "1 file, nothing to mend.\n"
    assert ran.stderr == "nowhere.yaml: file-not-found: There is no file here.\n"


def test_a_folder_without_a_story_is_said(tmp_path: Path) -> None:
    ran = vigichat("check", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert one_line(ran.stderr)


BAD: dict[str, bytes] = {
    "empty": b"",
    "not-utf8": b"title: \xff\xfe",
    "nul": b"title: \x00",
    "not-yaml": b"title: [",
    "big": b"# " + b"x" * 1_000_001,
    "deep": b"title: " + b"[" * 5000,
    "deep-flow": b"title: " + b"{a: " * 5000,
    "anchors": b"a: &a [x]\nb: *a\n",
    "documents": b"a: 1\n---\nb: 2\n",
    "tabs": b"cast:\n\tme: x\n",
    "scalar": b"hello",
    "list": b"- a\n- b\n",
    "other-format": b"format: 2\ntitle: x\n",
    "binary": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_a_file_holds_gets_named_problems(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(BAD[name])
    for words in (("check",), ("play", "--text"), ("play",), ("transcript", "--route", "a")):
        ran = vigichat(words[0], str(path), *words[1:])
        told = ran.stdout if words[0] == "check" else ran.stderr
        assert ran.returncode == 1
        assert told.startswith(f"{path}:")


# -- transcript


def test_a_transcript_is_the_golden_format(story_file: Path) -> None:
    ran = vigichat("transcript", str(story_file), "--route", "secret, +mark:6, proof, talk, call", "--seed", "3")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("title: Le carnet de croquis\nseed: 3\n")
    for line in ("> secret (reply): D'accord, ça reste entre nous.", "-- score", "-- debrief", "ending: together"):
        assert line in ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("secret,zip", "Word 2 of the route, “zip”, is not possible there. Offered: "),
        ("zip", "Offered: secret, open."),
        ("secret,talk,later,later", "Word 4 of the route, “later”, comes after the end of the story."),
        ("+mark:99", "Word 1 of the route, “+mark:99”"),
    ],
)
def test_a_route_that_does_not_exist_gets_one_line(route: str, said: str, story_file: Path) -> None:
    ran = vigichat("transcript", str(story_file), "--route", route, "--lang", "en")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert said in ran.stderr
    assert one_line(ran.stderr)


# -- play in the terminal


def test_a_play_ends_politely_with_its_input(story_file: Path) -> None:
    ran = vigichat("play", str(story_file), "--text", typed="\n1\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "222-33-2-2" in ran.stdout
    assert "\x1b" not in ran.stdout


@pytest.mark.parametrize("typed", [b"", b"\xff\xfe\x00\n\n1\n", b"\n" * 3, b"1" * 100_000, b"m 6\nu\nu\nq\n"])
def test_whatever_is_typed_ends_quietly(typed: bytes, story_file: Path) -> None:
    ran = vigichat("play", str(story_file), "--text", typed=typed)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_home_in_the_terminal_opens_without_a_display() -> None:
    ran = vigichat("--text", typed="1\n1\nq\n", SDL_VIDEODRIVER="", DISPLAY="", WAYLAND_DISPLAY="")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "3018" in ran.stdout


def test_the_shipped_story_plays_to_its_end() -> None:
    ran = vigichat("play", "trois-semaines-en-aout", "--text", typed="1\n" * 80)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\nFin\u00a0: " in ran.stdout
    for words in ("3018", "222-33-2-2", "312-1.", "312-10"):
        assert words in ran.stdout


# -- the log


def test_a_log_is_one_event_a_line_and_comes_back(story_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    ran = vigichat("play", str(story_file), "--text", "--seed", "5", "--log", str(path), typed="\n1\nm 6\n")
    events = [from_plain(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    assert ran.returncode == 0
    assert events[0] == Started(5)
    assert type(events[-1]).__name__ == "Marked"


def test_a_log_replaces_an_older_log(story_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    for seed in ("5", "6"):
        assert vigichat("play", str(story_file), "--text", "--log", str(path), "--seed", seed).returncode == 0
    assert from_plain(json.loads(path.read_text(encoding="utf-8").splitlines()[0])) == Started(6)


def test_the_way_out_keeps_nothing(story_file: Path, tmp_path: Path) -> None:
    ran = vigichat("play", str(story_file), "--text", "--log", str(tmp_path / "l"), typed="\n1\nq\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == [story_file.name]
    assert "222-33-2-2" not in ran.stdout


@pytest.mark.parametrize("log", ["", "no/such/folder/log", "histoire.yaml"])
def test_a_log_that_cannot_be_written_does_not_lose_the_play(log: str, story_file: Path) -> None:
    before = story_file.read_bytes()
    ran = vigichat("play", story_file.name, "--text", "--log", log or ".", typed="\n1\n", cwd=story_file.parent)
    assert ran.returncode == 1
    assert one_line(ran.stderr)
    assert "222-33-2-2" in ran.stdout
    assert story_file.read_bytes() == before


# -- leaving in the middle


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_leaves_quietly_and_keeps_the_log_that_was_asked_for(story_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    words = command("play", str(story_file), "--text", "--log", str(path))
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"\n")
        running.stdin.flush()
        shown = b""
        while b"Ton choix" not in shown:
            shown += running.stdout.read1()  # type: ignore[attr-defined]
        running.send_signal(signal.SIGINT)
        _rest, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")
    assert path.read_text(encoding="utf-8").startswith('{"type": "Started"')


@pytest.mark.parametrize("typed", [("check", str(ROOT / "tests" / "problems")), ("--help",)])
def test_a_closed_pipe_is_left_quietly(typed: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        ran = subprocess.run(command(*typed), stdout=write, stderr=subprocess.PIPE, env=environment(), timeout=60)
    finally:
        os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_full_disk_is_said_in_one_line() -> None:
    if not os.path.exists("/dev/full"):
        return  # only Linux has a disk that is always full
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(command("--help"), stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60)
    assert ran.returncode == 3
    assert one_line(ran.stderr.decode())


def test_no_output_at_all_is_no_crash() -> None:
    closing = [sys.executable, "-c", "import sys; sys.stdout = sys.stdin = None; import game.__main__", "list"]
    ran = subprocess.run(closing, capture_output=True, env=environment(), timeout=60)
    assert (ran.returncode, ran.stderr) == (0, b"")


# -- what nobody thought of


def _broken(tmp_path: Path) -> dict[str, str]:
    """An environment in which doing what was asked fails in a way that nobody foresaw."""
    (tmp_path / "sitecustomize.py").write_text(
        "import game.cli.commands as commands\n"
        "def obey(asked):\n    raise RuntimeError('a thing\\nin two lines')\n"
        "commands.obey = obey\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}


def test_a_fault_of_ours_is_one_line_and_never_a_traceback(tmp_path: Path) -> None:
    ran = vigichat("list", "--lang", "en", **_broken(tmp_path))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert one_line(ran.stderr)
    assert "RuntimeError: a thing in two lines" in ran.stderr


def test_whoever_mends_it_can_see_it_in_full(tmp_path: Path) -> None:
    ran = subprocess.run(
        command("list"), capture_output=True, env=environment(VIGICHAT_DEBUG="1", **_broken(tmp_path)), timeout=60
    )
    assert b"Traceback" in ran.stderr


def test_checking_imports_nothing_that_plays(story_file: Path) -> None:
    looking = "import sys; from game.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", looking, "check", str(story_file)], capture_output=True, env=environment(), timeout=60
    )
    loaded = set(ran.stdout.decode("utf-8").split())
    assert "game.engine.proof.prove" in loaded
    assert not loaded & {"game.engine.events", "game.engine.session", "game.engine.score", "pygame"}
