"""Sends forms, and types into them as their owner does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl

from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request, Take
from boardtool.services.exchange.sending import send_forms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from boardtool.data.store import Store
    from boardtool.domain.imports import ImportReport

SENT_ON = date(2022, 8, 24)
BACK_ON = date(2022, 8, 30)

Typed = str | date | None


def sent_to(store: Store, folder: Path, owner: str) -> Path:
    """The workbook that an owner is sent on 24 August 2022."""
    [form] = send_forms(store, folder=folder, today=SENT_ON, owners=[owner]).forms
    return form.workbook


def type_into(file: Path, cells: Mapping[str, Typed]) -> Path:
    """Fill cells of a form; its first action stands in row 5."""
    book = openpyxl.load_workbook(file)
    sheet = book["Actions"]
    for ref, value in cells.items():
        sheet[ref] = value
        if isinstance(value, str):
            sheet[ref].data_type = "s"
    book.save(file)
    return file


def read(file: Path) -> FileRead:
    found = importing.read("actions", Request(file))
    assert isinstance(found, FileRead)
    return found


def taken(store: Store, file: Path, *, winner: Take | None = None, partial: bool = False) -> ImportReport:
    """The reply, taken on 30 August 2022."""
    return importing.take(store, read(file), today=BACK_ON, winner=winner, partial=partial)
