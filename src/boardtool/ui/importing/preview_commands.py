"""The commands of an import's preview: the way between its rows, and whose words a row keeps."""

from collections.abc import Callable
from functools import partial

from boardtool.services.exchange.request import Take
from boardtool.ui.importing.lines import Group
from boardtool.ui.importing.preview import Preview
from boardtool.ui.page import Page

_COMMANDS: tuple[tuple[str, str, Callable[[Preview], None]], ...] = (
    ("Next rejected row", "F8", lambda shown: shown.go_to_next(Group.REJECTED)),
    ("Next conflict", "Shift+F8", lambda shown: shown.go_to_next(Group.CONFLICT)),
    ("Type what is meant", "F2", Preview.type_in),
    ("Treat the cell as empty", "Del", lambda shown: shown.panel.treat_as_empty()),
    ("Take the words of the file", "T", lambda shown: shown.decide_current(Take.THEIRS)),
    ("Keep our words", "O", lambda shown: shown.decide_current(Take.OURS)),
)


def offer_commands(page: Page, *, seen: Callable[[], Preview | None]) -> None:
    """Offer them on the page; they do nothing while no preview is `seen`."""
    for words, keys, do in _COMMANDS:
        page.command(words, partial(_given, seen, do), keys=keys)


def _given(seen: Callable[[], Preview | None], do: Callable[[Preview], None]) -> None:
    if (shown := seen()) is not None:
        do(shown)
