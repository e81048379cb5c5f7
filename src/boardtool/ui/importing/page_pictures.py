"""The states of the import page that are worth a picture, on the sample board."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from boardtool.ui.context import Context
from boardtool.ui.importing import examples
from boardtool.ui.importing.kinds import KINDS, ImportKind
from boardtool.ui.importing.looking import Looked
from boardtool.ui.page import Picture

_FILES = {
    "preview": ("Action log – Adult social care.csv", "action-log.csv"),
    "nothing-to-do": ("Action log – August.csv", "action-log-as-it-is.csv"),
    "question": ("Actions – Place.csv", "action-log-that-asks.csv"),
}


@dataclass(frozen=True)
class PagePictures:
    """Brings the page into each state, with what the page hands over for it."""

    context: Context
    kind: ImportKind
    show: Callable[[ImportKind, Looked], None]
    show_reading: Callable[[], None]

    def all(self) -> Sequence[Picture]:
        return (
            Picture("reading", self.show_reading),
            *(Picture(name, partial(self._file, *file)) for name, file in _FILES.items()),
            Picture("conflicts", lambda: self.show(self.kind, examples.conflicts())),
            Picture("refused", lambda: self.show(self.kind, examples.refused(self.context, self.kind))),
            Picture("figures", lambda: self._figures(examples.FIGURES)),
            Picture("areas", lambda: self._figures(examples.AREAS)),
        )

    def _file(self, name: str, file: str) -> None:
        self.show(self.kind, examples.shipped(self.context, self.kind, name, file))

    def _figures(self, text: str) -> None:
        kind = KINDS["metrics"]
        self.show(kind, examples.figures(self.context, kind, text))
