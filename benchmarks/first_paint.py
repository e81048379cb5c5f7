"""How long boardtool takes to show itself on the sample board, against an empty window: whole processes.

The program ends by itself at the moment that BOARDTOOL_BENCH names.
"""

import os
import sys
from pathlib import Path

from _pairs import report, side_by_side, whole_process

ROUNDS = 15
EMPTY = "empty window"
PAINTED = "boardtool, first paint"
SHOWN = "boardtool, rows of Today shown"

BOARDTOOL = [sys.executable, "-m", "boardtool", "--library", os.environ["BOARDTOOL_LIBRARY"]]

seconds = side_by_side(
    {
        EMPTY: whole_process([sys.executable, str(Path(__file__).with_name("_empty_window.py"))]),
        PAINTED: whole_process(BOARDTOOL, BOARDTOOL_BENCH="first-paint"),
        SHOWN: whole_process(BOARDTOOL, BOARDTOOL_BENCH="today-shown"),
    },
    rounds=ROUNDS,
)
print(report(seconds, against=EMPTY, aims={PAINTED: 1.3, SHOWN: 3.0}))
