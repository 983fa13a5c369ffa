"""The command `vigichat` without its limits of size: a story of 10,000 scenes does not fit into the 1 MB of the format.

    python any_size.py check FILE

Everything else is the command as it is.
"""

import sys

from game import shelf
from game.cli.main import main
from game.engine import source

source.LARGEST = shelf.LARGEST = 10**9
source.MOST_PARTS = 10**9

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
