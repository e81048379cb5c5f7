"""Taking what is ticked in a preview, in one step, off the window's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from boardtool.domain.imports import ImportReport
from boardtool.ui.context import Context
from boardtool.ui.importing.preview import Preview
from boardtool.ui.importing.wording import taken_words
from boardtool.ui.messages import Link

if TYPE_CHECKING:
    from boardtool.services.exchange.importing import FileRead


def take_chosen(
    context: Context,
    file: "FileRead",
    preview: Preview,
    *,
    then: Callable[[ImportReport], None],
    refused: Callable[[str], None],
) -> None:
    """Take the rows that are ticked, each row in conflict by the words that were chosen for it."""
    from boardtool.services.exchange import importing
    from boardtool.services.exchange.choosing import chosen

    today = context.clock.today()
    wanted = chosen(file, rows=preview.taken, winners=preview.winners)
    context.steps.run(
        lambda: importing.take(context.store, wanted, today=today, partial=True), then=then, refused=refused
    )


def say_taken(context: Context, report: ImportReport) -> None:
    """Say in the status bar what was taken, with the way to take it back."""
    undo = Link("Undo", context.undo.undo.trigger) if report.step is not None else None
    context.messages.say(taken_words(report), undo)
