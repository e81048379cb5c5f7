"""The buttons over a preview: another file, other areas of it, another of its tables."""

from collections.abc import Callable

from boardtool.ui.importing.looking import Looked
from boardtool.ui.page import Header
from boardtool.ui.widgets.buttons import quiet


class HeaderButtons:
    """Shown over a preview, each where it has something to offer."""

    def __init__(
        self,
        header: Header,
        *,
        file: Callable[[], None],
        areas: Callable[[], None],
        table: Callable[[], None],
    ) -> None:
        self._file = quiet("Another file…", file, icon="folder-open")
        self._areas = quiet("Other areas…", areas, icon="map-pin")
        self._table = quiet("Other table…", table, icon="file-spreadsheet")
        header.add(self._areas, self._table, self._file)

    def show_for(self, looked: Looked | None) -> None:
        """Offer what there is over the preview of a file; nothing over any other state."""
        self._file.setVisible(looked is not None)
        self._areas.setVisible(looked is not None and looked.areas is not None)
        self._table.setVisible(looked is not None and bool(looked.other_sheets))
