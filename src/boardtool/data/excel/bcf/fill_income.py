"""Income written into the blocks of a template, and the questions beside them answered."""

from boardtool.data.excel.bcf.income import Block, blocks, comment_label
from boardtool.data.excel.bcf.sheet_filler import Filler, beside, ref
from boardtool.data.excel.bcf.words import labels, sheets_called
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.bcf.lists import LA_ADDITIONAL, NHS_ADDITIONAL, YearLists
from boardtool.domain.bcf.plans import Income, WholePlan
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import folded


def fill_income(filler: Filler, workbook: Workbook, whole: WholePlan, lists: YearLists) -> None:
    """Fill the Income sheet.

    Raises:
        CannotDoError: a block has fewer rows than the plan has contributions of its source.
    """
    for sheet in sheets_called(workbook, "income", without=["expenditure"])[:1]:
        places = blocks(sheet, lists)
        for block in places:
            _fill_block(filler, sheet, block, [one for one in whole.income if one.source == block.source])
        _say_without_place(filler, sheet, places, whole)
        _answer_questions(filler, sheet, whole, lists)
        if (label := comment_label(sheet)) is not None:
            filler.put(sheet.name, beside(sheet, label), whole.plan.income_comment)


def _fill_block(filler: Filler, sheet: Sheet, block: Block, held: list[Income]) -> None:
    if len(held) > len(block.rows):
        raise CannotDoError(
            f"The block of {block.source} on “{sheet.name}” has room for {len(block.rows)} contributions; "
            f"the plan has {len(held)}."
        )
    for place, number in enumerate(block.rows):
        if place < len(held):
            _fill_row(filler, sheet, block, number, held[place])
        else:
            for column in (block.label, *block.amounts, *([block.comments] if block.comments else [])):
                filler.put(sheet.name, ref(column, number), None)


def _fill_row(filler: Filler, sheet: Sheet, block: Block, number: int, one: Income) -> None:
    if not filler.put(sheet.name, ref(block.label, number), one.body):
        filler.kept[sheet.name].add(ref(block.label, number))
    for name, column in zip(("amount", "amount_2"), block.amounts, strict=False):
        if name in one.unread:
            filler.put(sheet.name, ref(column, number), one.unread[name])
        else:
            filler.put_money(sheet, ref(column, number), getattr(one, name), f"income of {one.source}")
    if block.comments is not None:
        filler.put(sheet.name, ref(block.comments, number), one.comment)
    elif one.comment:
        filler.notes.append(f"The template has no place for the comment on {one.source}.")


def _say_without_place(filler: Filler, sheet: Sheet, places: list[Block], whole: WholePlan) -> None:
    known = {block.source for block in places}
    for one in whole.income:
        if one.source not in known:
            filler.notes.append(f"“{sheet.name}” has no place for income of {one.source}.")


def _answer_questions(filler: Filler, sheet: Sheet, whole: WholePlan, lists: YearLists) -> None:
    """Whether anything is given beyond the minimum."""
    for label in labels(sheet):
        words = folded(label.line)
        if words.startswith("are any additional"):
            by_council = "additional la " in words or "local authority" in words
            key = LA_ADDITIONAL if by_council else NHS_ADDITIONAL
            given = any(lists.source_key(one.source) == key for one in whole.income)
            filler.put(sheet.name, beside(sheet, label), "Yes" if given else "No")
