"""The one style sheet: what Fusion does not draw as the design wants it."""

from string import Template

from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import scaled

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 4px 8px; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: ${r2}px;
  padding: 0 12px; min-height: ${control_in}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${control_focus}px; }
QPushButton:disabled { background: $sunken; color: $text_3; border-color: $line; }
QPushButton::menu-indicator { width: 0; height: 0; }
QPushButton[look="small"] { min-height: ${small_in}px; padding: 0 8px; }
QPushButton[look="small"]:focus { min-height: ${small_focus}px; padding: 0 7px; }

QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="primary"]:hover { background: $pressed; border-color: $pressed; }
QPushButton[look="primary"]:pressed { background: $pressed; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $sunken; color: $text_3; border-color: $line; }

QPushButton[look="link"], QPushButton[look="crumb"] { border: none; padding: 0; min-height: 0; }

QPushButton[look="bare"] {
  background: transparent; border: 2px solid transparent; padding: 0; min-height: 24px; min-width: 24px;
}
QPushButton[look="bare"]:hover { background: $hover; }
QPushButton[look="bare"]:focus { border-color: $accent; padding: 0; min-height: 24px; }
QPushButton[look="bare"]:disabled { background: transparent; }

QPushButton[look="chip"] { min-height: ${chip_in}px; padding: 0 10px; }
QPushButton[look="chip"]:focus { min-height: ${chip_focus}px; padding: 0 9px; }
QPushButton[look="chip"][on="true"] { background: $select; border-color: $accent; }

QLineEdit, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $ctl_border; border-radius: ${r2}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QDateEdit, QSpinBox, QTimeEdit { padding: 0 9px; min-height: ${control_in}px; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QTimeEdit:focus {
  border: 2px solid $accent; padding: 0 8px; min-height: ${control_focus}px;
}
QPlainTextEdit, QTextEdit { padding: 5px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QDateEdit[wrong="true"], QPlainTextEdit[wrong="true"] {
  border: 2px solid $late;
}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  background: $sunken; color: $text_3; border-color: $line;
}
QLineEdit[look="inline"] { border-color: transparent; background: transparent; }
QLineEdit[look="inline"]:hover { border-color: $line_strong; }
QLineEdit[look="inline"]:focus { border: 2px solid $accent; background: $surface; }
QLineEdit[look="inline"][wrong="true"], QLineEdit[look="inline"][wrong="true"]:focus {
  border: 2px solid $late;
}
QPlainTextEdit[look="inline"] { border-color: transparent; background: transparent; }
QPlainTextEdit[look="inline"]:hover { border-color: $line_strong; }
QPlainTextEdit[look="inline"]:focus { border: 2px solid $accent; background: $surface; }
QLineEdit[look="filter"] { min-height: ${chip_in}px; }
QLineEdit[look="filter"]:focus { min-height: ${chip_focus}px; }
QLineEdit[look="cell"], QComboBox[look="cell"], QDateEdit[look="cell"] {
  border: 2px solid $accent; border-radius: 0; padding: 0 6px; min-height: 0;
}
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $line_strong; selection-background-color: $select;
  selection-color: $text; outline: none; padding: 4px;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: ${r1}px; }
QComboBox QAbstractItemView::item:selected { background: $select; color: $text; }

QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: ${r1}px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator {
  width: 14px;
  height: 14px;
  border: 1px solid $ctl_border;
  border-radius: 3px;
  background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator {
  width: 14px;
  height: 14px;
  border: 1px solid $ctl_border;
  border-radius: 8px;
  background: $surface;
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }

QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: ${r1}px; min-height: 18px; }
QMenu::item:selected { background: $select; color: $text; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$tick_dark"); }
QMenuBar { background: $window; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: ${r1}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }

QTableView, QListView, QTreeView { background: $surface; border: none; outline: none; }
QListView[look="sunken"] { background: transparent; }
QTextEdit[look="page"], QTextEdit[look="page"]:focus { border: none; padding: 0; }
QTextEdit[look="line"] { border: 2px solid transparent; background: transparent; padding: 0; }
QTextEdit[look="line"]:hover { border-color: $line; }
QTextEdit[look="line"]:focus { border-color: $accent; background: $surface; padding: 0; }
QTextEdit[look="line"][wrong="true"] { border-color: $late; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
  background: $line_strong;
  border-radius: 3px;
  min-height: 32px;
  margin: 2px 3px;
}
QScrollBar::handle:vertical:hover { background: $ctl_border; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
  background: $line_strong;
  border-radius: 3px;
  min-width: 32px;
  margin: 3px 2px;
}
QScrollBar::handle:horizontal:hover { background: $ctl_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDialog { background: $surface; }
QCalendarWidget QWidget { alternate-background-color: $sunken; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QToolButton { color: $text; background: $surface; border: none; padding: 4px; }
""")


def style_sheet(colours: Colours, *, chevron: str, tick: str, tick_dark: str) -> str:
    """The sheet in these colours; the pictures are files that a style sheet can name."""
    return _SHEET.substitute(
        {name: getattr(colours, name) for name in Colours.__dataclass_fields__},
        r1=sizes.R_PILL,
        r2=sizes.R_CONTROL,
        control_in=scaled(sizes.CONTROL) - 2,
        control_focus=scaled(sizes.CONTROL) - 4,
        small_in=scaled(sizes.CONTROL_SMALL) - 2,
        small_focus=scaled(sizes.CONTROL_SMALL) - 4,
        chip_in=scaled(sizes.CHIP) - 2,
        chip_focus=scaled(sizes.CHIP) - 4,
        chevron=chevron,
        tick=tick,
        tick_dark=tick_dark,
    )
