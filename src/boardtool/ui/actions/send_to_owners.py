"""Sending owners their open actions, from any page: asks who is to get a form, and where it is to lie."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from boardtool.ui.actions.sending import SendingDialog, Waiting, waiting
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import Page

if TYPE_CHECKING:
    from boardtool.services.exchange.sending import Sending


def ask_whom_to_send(page: Page, *, board: str = "") -> None:
    """Open the dialog over a page, for a board (a code) or for all; where nobody waits, say so there."""
    context, today = page.context, page.context.clock.today()

    def found(those: Waiting) -> None:
        if not those.private.owners:
            page.strip.say("There is nobody to send to.", "No open action has an owner: allocate them first.")
            return
        SendingDialog(context, page, those, board=board, sent=partial(_say_sent, context)).open()

    context.asking.ask((page, "waiting"), lambda reading: waiting(reading, today, board), found)


def _say_sent(context: Context, sending: "Sending") -> None:
    count = len(sending.forms)
    folder = sending.forms[0].workbook.parent
    words = "1 form is" if count == 1 else f"{count} forms are"

    def show() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    context.messages.say(f"{words} in {folder}, each with a draft message", Link("Open folder", show))
