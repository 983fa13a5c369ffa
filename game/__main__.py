"""`python -m game`: the same as `vigichat`."""

from __future__ import annotations

import sys

from game.cli.main import main

sys.exit(main())
