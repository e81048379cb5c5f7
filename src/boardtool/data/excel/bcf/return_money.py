"""The money of a return workbook: planned and actual income by source, the discharge fund, total spend."""

import re
from collections.abc import Mapping

from boardtool.data.excel.bcf.return_rows import ReadEntry, ReadReturn, Values, words_of
from boardtool.data.excel.bcf.words import filled, sheets_called
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook, column_number
from boardtool.domain.bcf.lists import Word, meant
from boardtool.domain.bcf.returns import Part
from boardtool.domain.cell_refs import letters_of
from boardtool.domain.text import folded

_QUESTION = re.compile(r"do you wish to change your")
_DISCHARGE = re.compile(r"(la|icb|local authority|nhs) plan(ned)? spend")
_COMMENTS = re.compile(r"please provide any comments|please provide any additional commentary")
_POOL = re.compile(r"total bcf pool")
_POOL_HEADS = {"pooled_planned": "planned", "pooled_actual": "actual"}
_LONGEST_HEAD = 40
_SOURCES = {"nhs additional funding": "nhs_additional", "la additional funding": "la_additional"}


def read_money(read: ReadReturn, workbook: Workbook) -> None:
    """Income and expenditure of an end of year return."""
    for sheet in sheets_called(workbook, "income")[:1]:
        read.sheets["income"] = sheet.name
        spend = False
        pool: dict[str, int] = {}
        for number in sheet.rows:
            cells = filled(sheet, number)
            pool = _pool_columns(cells) or pool
            if not cells or cells[0].kind != CellKind.TEXT:
                continue
            words = folded(cells[0].line)
            if words == "expenditure":
                spend = True
            elif spend:
                _read_spend(read, sheet, cells, words)
            elif _POOL.match(words):
                _read_pool(read, sheet, cells, pool)
            else:
                _read_income(read, sheet, number, cells, words)


def _pool_columns(cells: list[Cell]) -> dict[str, int]:
    """The columns of a row of headings “Planned 22-23” and “Actual 22-23”, none where it is no such row."""
    found: dict[str, int] = {}
    for cell in cells:
        for name, start in _POOL_HEADS.items():
            if folded(cell.line).startswith(start) and len(cell.line) <= _LONGEST_HEAD:
                found.setdefault(name, cell.column)
    return found if len(found) == len(_POOL_HEADS) else {}


def _read_pool(read: ReadReturn, sheet: Sheet, cells: list[Cell], columns: Mapping[str, int]) -> None:
    """The whole pool as the workbook prints it; a formula that has no result yet prints nothing."""
    by_column = {cell.column: cell for cell in cells}
    places = columns or dict(zip(_POOL_HEADS, [cell.column for cell in cells[1:]], strict=False))
    for name, column in places.items():
        cell = by_column.get(column)
        read.cells[name] = Cell(cells[0].row, column, "s", "").ref
        if cell is not None and cell.kind != CellKind.NO_VALUE:
            read.take_amount(read.facts, name, sheet.name, cell)


def _read_income(read: ReadReturn, sheet: Sheet, number: int, cells: list[Cell], words: str) -> None:
    if _COMMENTS.match(words):
        read.facts["income_comment"] = words_of(cells[1]) if len(cells) > 1 else ""
        read.cells["income_comment"] = _beside(sheet, cells[0])
    elif _DISCHARGE.match(words):
        values: Values = {"label": cells[0].line}
        read.take_amount(values, "planned", sheet.name, _planned(sheet, cells))
        read.take_amount(values, "actual", sheet.name, _after(cells, "actual"))
        label = next((cell for cell in cells[1:] if folded(cell.line) == "actual"), None)
        refs = {"planned": _beside(sheet, cells[0])}
        if label is not None:
            refs["actual"] = _beside(sheet, label)
        read.entries.append(ReadEntry(Part.DISCHARGE, sheet.name, number, values, refs))
    elif source := _source(read, cells[0].line):
        _read_source(read, sheet, number, cells, source)


def _read_source(read: ReadReturn, sheet: Sheet, number: int, cells: list[Cell], source: str) -> None:
    planned = _planned(sheet, cells)
    question = next((cell for cell in cells if _QUESTION.match(folded(cell.line))), None)
    values: Values = {"code": source, "label": cells[0].line}
    read.take_amount(values, "planned", sheet.name, planned)
    refs = {"planned": _beside(sheet, cells[0]) if planned is None else planned.ref}
    values["actual"] = values["planned"]
    if question is not None:
        beside = [cell for cell in cells if cell.column > question.column]
        answer = next((cell for cell in beside if cell.line.lower() in {"yes", "no"}), None)
        values["answer"] = "" if answer is None else answer.line.capitalize()
        values["words"] = next(
            (words_of(cell) for cell in beside if cell is not answer and not _is_check(cell)), ""
        )
        below = filled(sheet, number + 1)
        label = next((cell for cell in below if folded(cell.line).startswith("actual")), None)
        if label is not None:
            changed = next(
                (cell for cell in below if cell.column > label.column and not _is_check(cell)), None
            )
            refs["actual"] = _beside(sheet, label)
            if changed is not None:
                read.take_amount(values, "actual", sheet.name, changed)
        refs["answer"] = _beside(sheet, question)
        refs["words"] = Cell(number, column_number(letters_of(refs["answer"])) + 1, "s", "").ref
    read.entries.append(ReadEntry(Part.INCOME, sheet.name, number, values, refs))


def _is_check(cell: Cell) -> bool:
    return cell.line.lower() in {"yes", "no"}


def _read_spend(read: ReadReturn, sheet: Sheet, cells: list[Cell], words: str) -> None:
    beside = cells[1] if len(cells) > 1 else None
    ref = _beside(sheet, cells[0])
    if _COMMENTS.match(words):
        read.facts["spend_comment"] = words_of(beside)
        read.cells["spend_comment"] = ref
    elif _QUESTION.match(words):
        read.facts["spend_changed"] = words_of(beside)
        read.cells["spend_changed"] = ref
    elif words in {"plan", "planned"}:
        read.take_amount(read.facts, "spend_planned", sheet.name, beside)
        read.cells["spend_planned"] = ref
    elif words == "actual":
        read.take_amount(read.facts, "spend_actual", sheet.name, beside)
        read.cells["spend_actual"] = ref


def read_spend_by_source(read: ReadReturn, workbook: Workbook) -> None:
    """Spend to date by source, as the quarterly returns of 2025-26 ask for it."""
    for sheet in sheets_called(workbook, "expenditure", without=["income", "guidance"])[:1]:
        for number in sheet.rows:
            heads = {folded(cell.line): cell.column for cell in filled(sheet, number)}
            if "source of funding" in heads and "planned income" in heads and "scheme id" not in heads:
                read.sheets["spend"] = sheet.name
                _read_sources(read, sheet, number, heads)
                return


def _read_sources(read: ReadReturn, sheet: Sheet, header: int, heads: Mapping[str, int]) -> None:
    def column(*starts: str) -> int:
        return next((place for head, place in heads.items() if head.startswith(starts)), 0)

    planned, updated = heads["planned income"], column("updated total", "updated planned")
    spent, comments = column("year to date actual", "actual expenditure"), column("comments")
    for number in sheet.rows:
        by_column = {cell.column: cell for cell in filled(sheet, number)}
        named = by_column.get(heads["source of funding"])
        source = "" if named is None else _source(read, named.line)
        if number <= header or not source or named is None:
            continue
        values: Values = {
            "code": source,
            "label": named.line,
            "words": words_of(by_column.get(comments)),
            "figures": {},
        }
        read.take_amount(values, "planned", sheet.name, by_column.get(planned))
        read.take_amount(values, "actual", sheet.name, by_column.get(spent))
        read.take_amount(values, "updated_income", sheet.name, by_column.get(updated))
        if (income := values.pop("updated_income")) is not None:
            values["figures"] = {"updated_income": str(income)}
        columns = {"planned": planned, "actual": spent, "words": comments}
        refs = {name: Cell(number, place, "s", "").ref for name, place in columns.items() if place}
        read.entries.append(ReadEntry(Part.SPEND, sheet.name, number, values, refs))


def _source(read: ReadReturn, text: str) -> str:
    """The year's label of the source that a text names, "" where it names none."""
    key = _SOURCES.get(folded(text))
    source = read.lists.source_with(key) if key else None
    if source is not None:
        return source.name
    return meant(text, tuple(Word(one.name, one.also) for one in read.lists.sources)) or ""


def _planned(sheet: Sheet, cells: list[Cell]) -> Cell | None:
    """The planned amount of a row: what stands right beside its label, else its first figure."""
    beside = sheet.at(_beside(sheet, cells[0]))
    if beside is not None and (beside.kind != CellKind.TEXT or beside.line):
        return beside
    return next((cell for cell in cells[1:] if cell.kind == CellKind.NUMBER), None)


def _after(cells: list[Cell], word: str) -> Cell | None:
    label = next((cell for cell in cells[1:] if folded(cell.line) == word), None)
    if label is None:
        return None
    return next((cell for cell in cells if cell.column > label.column and not _is_check(cell)), None)


def _beside(sheet: Sheet, label: Cell) -> str:
    """The cell to the right of a label, beyond what is merged with it."""
    block = sheet.merged_at(label.row, label.column)
    right = label.column if block is None else block.right
    return Cell(label.row, right + 1, "s", "").ref
