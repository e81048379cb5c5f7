"""How large things are, in device-independent pixels at the system's ordinary text size."""

S1, S2, S3, S4, S5, S6, S7 = 4, 8, 12, 16, 24, 32, 48

PAGE_EDGE = S5
CELL_PADDING = S2
CELL_PADDING_GRID = 6

R_PILL, R_CONTROL, R_PAGE = 4, 6, 8

LINE = 1
FOCUS = 2

ROW_GRID = 26
ROW_DENSE = 28
ROW = 32
ROW_SENTENCE = 34
ROW_ROOMY = 36
ROW_TWO_LINE = 46
TABLE_HEADER = 30
GROUP = 30
TOTALS = 40

CONTROL = 32
CONTROL_SMALL = 26
CHIP = 28

RAIL = 184
RAIL_FOLDED = 48
RAIL_ITEM = 32
RAIL_BAR = 3
TOP_BAR = 44
SEARCH = 440
STATUS_BAR = 28
TABS = 36
PANEL = 308
PANEL_MONEY = 280
"""The money of a plan beside its grid, which needs the room."""
PANEL_READING = 400
"""A panel in which minutes are read, in letters of their own size."""

ICON = 16
ICON_ROW = 14

NARROW = 1024
"""A window no wider than this folds its rail to icons."""
TIGHT = 1100
"""A window no wider than this folds its right panel to a button."""

DAY_STRIP = 54
TIMELINE = 76

LIVE_ITEMS = 328
LIVE_MIDDLE = 420
LIVE_ROOM = 292
LIVE_SIDE = 240
LIVE_HEADER = 64
GUTTER = 48
"""Where the number of a minute stands, left of its words."""
LIST_INDENT = 20
NARRATIVE = 200
"""The least height of the box that one minutes in."""
DIALOG = 560

ROOM_SMALL, ROOM_BODY, ROOM_READ, ROOM_TITLE = 24, 28, 32, 56
"""Letters of the room view on a screen 900 lines high."""
ROOM_LINES = 900
