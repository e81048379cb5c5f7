"""What a person says of a file so that it is read anew: an answer, the areas meant, a cell put right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from boardtool.domain.imports import Mend
from boardtool.services.exchange.request import Request
from boardtool.ui.importing.answers import remember_answer
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.looking import Looked, with_column, with_mend, without_mend
from boardtool.ui.preferences import Preferences


@dataclass(frozen=True)
class Anew:
    """Makes the next request of what was looked at; `read` shows it from the start.

    `look_again` shows it in the place of the preview, which stays in sight meanwhile.
    """

    kind: ImportKind
    looked: Looked
    preferences: Preferences
    read: Callable[[Request], None]
    look_again: Callable[[Request], None]

    def answer(self, option: str) -> None:
        """Take the answer to a question; one about a column is remembered for such a layout."""
        request, question = self.looked.request, self.looked.report.choose
        if question is None:
            return
        if question.what == "sheet":
            self.take_sheet(option)
            return
        remember_answer(self.preferences, self.kind, question, option)
        self.read(with_column(request, question.field, option))

    def take_sheet(self, name: str) -> None:
        self.read(replace(self.looked.request, sheet=name))

    def take_areas(self, names: Sequence[str]) -> None:
        self.read(replace(self.looked.request, areas=tuple(names)))

    def put_right(self, mend: Mend) -> None:
        self.look_again(with_mend(self.looked.request, mend))

    def as_in_file(self, mend: Mend) -> None:
        self.look_again(without_mend(self.looked.request, mend))
