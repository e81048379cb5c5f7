"""The states of the import page that are worth a picture, on the sample board."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from boardtool.ui.context import Context
from boardtool.ui.importing import examples
from boardtool.ui.importing.kinds import KINDS, ImportKind
from boardtool.ui.importing.looking import Looked
from boardtool.ui.jobs import Report
from boardtool.ui.page import Picture

_FILES = {
    "preview": ("Action log – Adult social care.csv", "action-log.csv"),
    "nothing-to-do": ("Action log – August.csv", "action-log-as-it-is.csv"),
    "question": ("Actions – Place.csv", "action-log-that-asks.csv"),
}


class CanBeShown(Protocol):
    """What the page hands over for its pictures."""

    @property
    def context(self) -> Context: ...

    def show_as(self, kind: ImportKind, looked: Looked) -> None: ...

    def show_reading(self, report: Report, name: str) -> None: ...


@dataclass(frozen=True)
class PagePictures:
    """Brings the page into each state; `kind` is what it shows when the pictures begin."""

    page: CanBeShown
    kind: ImportKind

    def all(self) -> Sequence[Picture]:
        context = self.page.context
        return (
            Picture("reading", self._reading),
            *(Picture(name, partial(self._file, *file)) for name, file in _FILES.items()),
            Picture("conflicts", lambda: self.page.show_as(self.kind, examples.conflicts())),
            Picture("refused", lambda: self.page.show_as(self.kind, examples.refused(context, self.kind))),
            Picture("figures", lambda: self._figures(examples.FIGURES)),
            Picture("areas", lambda: self._figures(examples.AREAS)),
        )

    def _reading(self) -> None:
        name = "BCF planning and action log.xlsx"
        self.page.show_reading(Report(f"Reading {name}", 7, 20, "sheet “Update”"), name)

    def _file(self, name: str, file: str) -> None:
        self.page.show_as(self.kind, examples.shipped(self.page.context, self.kind, name, file))

    def _figures(self, text: str) -> None:
        kind = KINDS["metrics"]
        self.page.show_as(kind, examples.figures(self.page.context, kind, text))
