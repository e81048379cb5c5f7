"""Whether this installation can do its work here: what `boardtool --selftest` tries, one line each."""

from __future__ import annotations

import importlib
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.data.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Each package that boardtool depends on, and a module of it that loads the package's binary part.
DEPENDENCIES = {
    "PySide6-Essentials": "PySide6.QtWidgets",
    "SQLAlchemy": "sqlalchemy",
    "XlsxWriter": "xlsxwriter",
    "lxml": "lxml.etree",
    "python-docx": "docx",
    "typst": "typst",
    "pikepdf": "pikepdf",
    "pypdfium2": "pypdfium2",
    "platformdirs": "platformdirs",
}

RESOURCES = (
    "bcf",
    "docx",
    "fonts",
    "html",
    "icons",
    "leak-scan",
    "metrics",
    "phrases.toml",
    "sample",
    "typst",
)

A_PAGE = """
#set document(title: [Self test])
#set text(lang: "en", region: "GB")
= Self test
#table(columns: 2, table.header[Item][Subject], [1], [Apologies])
"""


class FailedError(Exception):
    """A check found something else than it must; the sentence says what."""


def expect(found: object, wanted: object) -> None:
    if found != wanted:
        raise FailedError(f"expected {wanted!r}, found {found!r}")


def libraries() -> None:
    for module in DEPENDENCIES.values():
        importlib.import_module(module)


def resources() -> None:
    for name in RESOURCES:
        resource(name)


def full_text_search() -> None:
    with closing(sqlite3.connect(":memory:")) as store:
        store.execute(
            "create virtual table words using fts5(text, tokenize = 'unicode61 remove_diacritics 2')"
        )
        store.execute("insert into words values ('a café for carers')")
        expect(store.execute("select count(*) from words where words match 'cafe*'").fetchone(), (1,))


def tagged_pdf() -> None:
    import pikepdf
    import typst

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.typ"), Path(folder, "page.pdf")
        source.write_text(A_PAGE, encoding="utf-8")
        typst.compile(source, output=target, pdf_standards=["ua-1", "a-2a"])
        with pikepdf.open(target) as document:
            expect(len(document.pages), 1)
            expect("/StructTreeRoot" in document.Root, wanted=True)


def library() -> None:
    from boardtool.data.store import Access, Store

    with tempfile.TemporaryDirectory() as folder:
        Store.make(Path(folder), who="self test").close()
        opened = Store.open(Path(folder), who="self test", access=Access.READ)
        try:
            expect(opened.folder, Path(folder))
        finally:
            opened.close()


def excel() -> None:
    """Also starts the process that reads workbooks, which a build must be able to do by itself."""
    import xlsxwriter

    from boardtool.data.excel.opening import open_workbook, stop_reader

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "log.xlsx")
        with xlsxwriter.Workbook(target) as book:
            book.add_worksheet("Action Log").write_row(0, 0, ["050722/01", 7])
        try:
            (sheet,) = open_workbook(target).sheets
        finally:
            stop_reader()
        expect([cell.value for cell in sheet.cells], ["050722/01", 7])


def word() -> None:
    import docx

    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder, "minutes.docx"))
        written = docx.Document()
        written.add_heading("Minutes", level=1)
        written.save(target)
        expect(docx.Document(target).paragraphs[0].text, "Minutes")


def window() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication.instance() or QApplication([])
    shown = QMainWindow()
    shown.setCentralWidget(QLabel("boardtool"))
    shown.show()
    application.processEvents()
    picture = shown.grab().toImage()
    shown.close()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    expect(len(colours) > 1, wanted=True)


CHECKS: Mapping[str, Callable[[], None]] = {
    "every library loads": libraries,
    "the resources are there": resources,
    "full-text search": full_text_search,
    "a library is made and opened": library,
    "a tagged PDF": tagged_pdf,
    "Excel out and in": excel,
    "Word out and in": word,
    "a window is painted": window,
}


def trouble(check: Callable[[], None]) -> str | None:
    """The reason why a check fails, or None."""
    try:
        check()
    except Exception as error:  # noqa: BLE001 - whatever a broken installation raises is the finding
        return f"{type(error).__name__}: {error}"
    return None


def run(checks: Mapping[str, Callable[[], None]] = CHECKS) -> int:
    """Try everything, also after a failure; 0 when all is well, 1 otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failures = 0
    for name, check in checks.items():
        reason = trouble(check)
        failures += reason is not None
        print(f"ok: {name}" if reason is None else f"failed: {name}: {reason}", flush=True)
    return min(failures, 1)
