"""Starts boardtool as `python -m boardtool`, and as the program in a one-folder build."""

import sys

from boardtool.cli import main

if __name__ == "__main__":
    sys.exit(main())
