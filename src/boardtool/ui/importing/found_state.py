"""What is shown of a file without a preview: why it is refused, what it asks, or that nothing is new."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.looking import Looked
from boardtool.ui.importing.states import State, nothing_state, question_state, refused_state
from boardtool.ui.importing.wording import found_words


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the buttons of such a state lead."""

    choose: Callable[[], None]
    read_again: Callable[[], None]
    answer: Callable[[str], None]
    leave: Callable[[], None]


def fill_found(state: State, kind: ImportKind, looked: Looked, ways: Ways) -> tuple[QWidget, str] | None:
    """Fill the state; the button that is next and the line under the title, None where a preview comes."""
    report = looked.report
    if report.refused:
        return refused_state(state, report.refused, ways.choose, ways.read_again), ""
    if report.choose is not None:
        first, *_ = question_state(state, kind, report.choose, ways.answer)
        return first, "Nothing has been changed."
    if not looked.asks_for_areas and report.changes_nothing and not report.rejected:
        return nothing_state(state, kind, len(report.rows), ways.leave), found_words(report)
    return None
