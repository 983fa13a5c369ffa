"""The player's modules, joined into the one script of an exported file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.web.joined import PLAYER, joined, needed
from game.web.sentences import numbered
from tests.web.conventions import breaches, declared
from tests.web.node import needs_node, node

MODULES = needed()
OTHERS = {name: text for name, text in needed("list.js").items() if name not in MODULES}
"""Those that only the list of an exported folder needs."""

PARSE = """
const fs = require("fs");
const vm = require("vm");
new vm.Script(fs.readFileSync(0, "utf8"), { filename: "player" });
"""


def _of(folder: Path, **modules: str) -> str:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return joined(folder=folder)


@needs_node
def test_the_joined_script_is_a_strict_script() -> None:
    done = node("-e", PARSE, given=joined())
    assert done.returncode == 0, done.stderr
    assert joined().startswith('"use strict";')


def test_the_script_is_the_same_each_time() -> None:
    assert joined() == joined()


@pytest.mark.parametrize("name", [*sorted(MODULES), *sorted(OTHERS), "types.js"])
def test_a_module_keeps_the_conventions(name: str) -> None:
    assert list(breaches(name, (PLAYER / name).read_text(encoding="utf-8"))) == []


def test_a_module_says_first_what_it_is() -> None:
    assert [name for name in MODULES if not (PLAYER / name).read_text(encoding="utf-8").startswith("/**\n * ")] == []


def test_no_name_is_declared_at_the_top_of_two_modules() -> None:
    where: dict[str, list[str]] = {}
    for name, text in (MODULES | OTHERS).items():
        for one in declared(text):
            where.setdefault(one, []).append(name)
    assert {one: names for one, names in where.items() if len(names) > 1} == {}


def test_only_types_are_written_in_the_module_of_types() -> None:
    assert "types.js" not in MODULES
    assert declared((PLAYER / "types.js").read_text(encoding="utf-8")) == []


def test_nothing_is_left_that_only_people_and_tools_read() -> None:
    left = re.findall(
        r"^(?:import|export)\b.*|^\s*(?://|/?\*).*|/\*\*.*|^[ \t]+.*|.*[ \t]$|^\n", joined(), re.MULTILINE
    )
    assert left == []


def test_every_sentence_has_a_number() -> None:
    script, sentences = numbered(joined())
    asked = re.findall(r"(?<![\w.$])(?<!function )(?:_|ngettext)\((?!\d).*", script)
    assert asked == [], "a sentence is text in double quotes, on the line of its `_(`"
    assert len(set(sentences)) == len(sentences)


def test_modules_are_joined_in_the_order_in_which_they_need_one_another(tmp_path: Path) -> None:
    script = _of(
        tmp_path,
        main='import { b } from "./b.js";\nimport {\n  c,\n  d,\n} from "./c.js";\nb(c, d);\n',
        b='import { c } from "./c.js";\nexport function b() {\n  return c;\n}\n',
        c="export const c = 1;\nexport let d = 2;\n",
    )
    assert script == '"use strict";{\nconst c=1;\nlet d=2;\nfunction b(){\nreturn c;\n}\nb(c,d);\n}\n'


def test_modules_that_need_one_another_in_a_circle_are_written_once(tmp_path: Path) -> None:
    script = _of(
        tmp_path,
        main='import { a } from "./a.js";\na();\n',
        a='import { b } from "./b.js";\nexport function a() {}\nb;\n',
        b='import { a } from "./a.js";\nexport function b() {\na();\n}\n',
    )
    assert [script.count(f"function {name}(") for name in "ab"] == [1, 1]


def test_a_module_that_is_only_run_or_only_named_in_a_comment(tmp_path: Path) -> None:
    script = _of(tmp_path, main='import "./a.js";\n/*\nimport { b } from "./b.js";\n*/\nexport {};\n', a="a();\n")
    assert script == '"use strict";{\na();\n}\n'


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ('const a = "// not /* a = comment";', 'const a="// not /* a = comment";'),
        ("const a = 'it // is';", "const a='it // is';"),
        ('const a = "\\"// it";', 'const a="\\"// it";'),
        ("const a = `${b} // not /* a */ comment`;", "const a=`${b} // not /* a */ comment`;"),
        ('const a = b.replace(/" = /g, "//");', 'const a=b.replace(/" = /g,"//");'),
        ("const a = [/[/'*] =/, /\\//];", "const a=[/[/'*] =/,/\\//];"),
        ("return /\\/* x/.test(a) && a / 2 / b;", "return /\\/* x/.test(a)&&a / 2 / b;"),
        ('const a = "   ";', 'const a="   ";'),
        ("a = b + +c - -d;", "a=b + +c - -d;"),
    ],
)
def test_what_is_in_quotes_or_between_slashes_stays(line: str, left: str, tmp_path: Path) -> None:
    assert _of(tmp_path, main=f"// first\n  {line} // last\n/* /** */\n") == f'"use strict";{{\n{left}\n}}\n'


def test_types_of_expressions_go_and_what_they_are_of_stays(tmp_path: Path) -> None:
    script = _of(tmp_path, main="/** @type {A} */\nconst a = f(/** @type {B} */ (b), .../** @type {C[]} */ (c));\n")
    assert script == '"use strict";{\nconst a=f((b),...(c));\n}\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('import { a as b } from "./a.js";\n', 1),
        ('import * as a from "./a.js";\n', 1),
        ('import a from "./a.js";\n', 1),
        ('/** @file\n */\nimport { a } from "a";\n', 3),
        ('  import { a } from "./a.js";\n', 1),
        ('const a = await import("./a.js");\n', 1),
        ("\nexport default 1;\n", 2),
        ("const a = 1;\nexport { a };\n", 2),
        ('export * from "./a.js";\n', 1),
        ("const { a, b } = c;\n", 1),
        ("function f() {\n  var a = 1;\n}\n", 2),
        ("a(\n  /b/);\n", 2),
        ("const a = `b\nc`;\n", 1),
        ("const a = `b ${c.map((d) => `e`)}`;\n", 1),
        ('a.innerHTML = "";\n', 1),
        ('eval("1");\n', 1),
        ("// eval\nnew Function(a);\n", 2),
        ('setTimeout("a()", 1);\n', 1),
        ("document.write(a);\n", 1),
        ("localStorage.a = 1;\n", 1),
        ("document.cookie = a;\n", 1),
        ("fetch(a);\n", 1),
        ('history.pushState(null, "");\n', 1),
        ('const a = "https://example.org";\n', 1),
        ('const a = "</script>";\n', 1),
        ('h("p", { style: "color: red" });\n', 1),
        ('a.setAttribute("style", b);\n', 1),
    ],
)
def test_a_module_that_breaks_a_convention_is_named_with_the_line(text: str, line: int) -> None:
    found = list(breaches("a.js", text))
    assert found
    assert all(one.startswith(f"a.js:{line}: ") for one in found), found


def test_what_keeps_the_conventions_breaks_none() -> None:
    kept = (
        '// eval("1"), innerHTML\nimport {\n  a,\n} from "./a.js";\nimport "./b.js";\n'
        'const SVG = "http://www.w3.org/2000/svg";\nexport const c = 4 / 2;\nexport async function important() {}\n'
        "a(`one ${c} two`);\nexport {};\n"
    )
    assert list(breaches("a.js", kept)) == []
