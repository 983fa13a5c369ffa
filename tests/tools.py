"""A tool of the checkout as a module, for the tests of what it does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

TOOLS = Path(__file__).parents[1] / "tools"


def tool(name: str) -> ModuleType:
    """The tool `name` of the folder `tools`. It puts its checkout on the path, which is taken off again."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look for their module there
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module
