"""Starts boardtool as `python -m boardtool`, and as the program in a one-folder build."""

import multiprocessing
import sys

from boardtool.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a one-folder build starts itself again to read a workbook apart
    sys.exit(main())
