"""What a person answered about a column, remembered for files that are laid out alike."""

from boardtool.domain.imports import Choose
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.looking import Looked
from boardtool.ui.preferences import Preferences


def known_answer(preferences: Preferences, kind: ImportKind, looked: Looked) -> str:
    """The answer given earlier to the question of this file; "" where it asks none, or another one."""
    question = looked.report.choose
    if question is None or question.what != "column" or question.field in looked.request.columns:
        return ""
    answer = preferences.choice(_layout(kind, question))
    return answer if answer in question.options else ""


def remember_answer(preferences: Preferences, kind: ImportKind, question: Choose, answer: str) -> None:
    preferences.remember_choice(_layout(kind, question), answer)


def _layout(kind: ImportKind, question: Choose) -> str:
    """Under which name the answer for files of a layout is remembered: their headings tell them apart."""
    return f"importing/{kind.name}/{question.field}/{'|'.join(question.options)}".replace(" ", "_")
