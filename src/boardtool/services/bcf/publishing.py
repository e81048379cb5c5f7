"""Plans and returns that go out as workbooks: in the national template at hand, or in its layout."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from boardtool.data import boards
from boardtool.data.bcf import plans, returns
from boardtool.data.bcf.cases import checked
from boardtool.data.bcf.national import lists_of
from boardtool.data.bcf.own_lists import library_of
from boardtool.data.documents.bcf import plan_sheet
from boardtool.data.documents.bcf_return import return_sheet
from boardtool.data.documents.html import html_bytes
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.sheet import Picture, Sheet
from boardtool.data.documents.word import word_bytes
from boardtool.data.excel.bcf.fill_return import fill_return
from boardtool.data.excel.bcf.filling import fill_plan
from boardtool.data.excel.bcf.layout import plan_layout
from boardtool.data.excel.bcf.return_layout import return_layout
from boardtool.data.excel.bcf.returns import read_return
from boardtool.data.excel.opening import open_workbook
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.bcf.returns import Return
from boardtool.domain.errors import CannotDoError, NotFoundError

_PAPERS: Mapping[str, Callable[[Sheet], bytes]] = {
    ".docx": word_bytes,
    ".pdf": pdf_bytes,
    ".html": html_bytes,
}


def export_plan(reading: Reading, *, ref: str, path: Path, template: Path | None = None) -> tuple[str, ...]:
    """Write a plan ("NNHWB/2022-23") as a workbook; what a person should know of it comes back.

    With a template its own cells are filled and everything in it is kept; without one the workbook has the
    layout of the national template of that year.

    Raises:
        CannotDoError: there is no such plan, or the template is of another year or has no room.
        InputRefusedError: the template cannot be read.
        MachineError: the file cannot be written; an older one is untouched.
    """
    _workbook_only(path)
    whole = plans.whole(reading, plans.by_ref(reading, ref).id)
    lists = lists_of(whole.plan.year, library_of(reading))
    if template is not None:
        filled = fill_plan(template, whole, lists)
    else:
        with tempfile.TemporaryDirectory() as folder:
            empty = Path(folder) / "layout.xlsx"
            empty.write_bytes(plan_layout(lists, whole))
            filled = fill_plan(empty, whole, lists)
    write_whole(path, filled.data)
    return filled.notes


def export_paper(
    reading: Reading, *, ref: str, path: Path, today: date, pictures: Sequence[Picture] = ()
) -> None:
    """Write a plan as a paper for its board: .docx, .pdf or .html, with the pictures that are given.

    Raises:
        CannotDoError: there is no such plan, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    whole = plans.whole(reading, plans.by_ref(reading, ref).id)
    sheet = plan_sheet(
        whole,
        lists_of(whole.plan.year, library_of(reading)),
        checked(reading, whole.plan.id),
        council=boards.by_id(reading, whole.plan.board_id).council,
        today=today,
        pictures=pictures,
    )
    write_whole(path, _form_of("plan", path)(sheet))


def export_return_paper(
    reading: Reading, *, ref: str, path: Path, today: date, name: str | None = None
) -> None:
    """Write a return on a plan as a paper for the board that ratifies it: .docx, .pdf or .html.

    Raises:
        CannotDoError: there is no such return, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    whole = plans.whole(reading, plans.by_ref(reading, ref).id)
    sheet = return_sheet(
        return_named(reading, ref=ref, name=name),
        whole,
        lists_of(whole.plan.year, library_of(reading)),
        council=boards.by_id(reading, whole.plan.board_id).council,
        today=today,
    )
    write_whole(path, _form_of("return", path)(sheet))


def _form_of(what: str, path: Path) -> Callable[[Sheet], bytes]:
    form = _PAPERS.get(path.suffix.lower())
    if form is None:
        given = path.suffix or path.name
        raise CannotDoError(
            f"A {what} is written as .xlsx, or as a paper {', '.join(_PAPERS)}; not as “{given}”."
        )
    return form


def export_return(
    reading: Reading, *, ref: str, path: Path, template: Path | None = None, name: str | None = None
) -> tuple[str, ...]:
    """Write a return on a plan ("NNHWB/2022-23") as a workbook; what a person should know comes back.

    Which return is meant is told by its `name` ("Quarter 2"), else by the template, else it is the newest.

    Raises:
        CannotDoError: there is no such return, or the template is of another one.
        InputRefusedError: the template cannot be read.
        MachineError: the file cannot be written; an older one is untouched.
    """
    _workbook_only(path)
    whole = plans.whole(reading, plans.by_ref(reading, ref).id)
    lists = lists_of(whole.plan.year, library_of(reading))
    if name is None and template is not None:
        name = read_return(open_workbook(template)).period
    made = return_named(reading, ref=ref, name=name)
    if template is not None:
        filled = fill_return(template, made, whole, lists)
    else:
        with tempfile.TemporaryDirectory() as folder:
            empty = Path(folder) / "layout.xlsx"
            empty.write_bytes(return_layout(made, whole, lists))
            filled = fill_return(empty, made, whole, lists)
    write_whole(path, filled.data)
    return filled.notes


def return_named(reading: Reading, *, ref: str, name: str | None = None) -> Return:
    """The return on a plan that a name ("Quarter 2") means; without one the newest.

    Raises:
        NotFoundError: there is none; the sentence names those there are.
    """
    held = returns.of_plan(reading, plans.by_ref(reading, ref).id)
    meant = [made for made in held if name is None or name.casefold() in made.period.casefold()]
    if not meant:
        there = ", ".join(made.period for made in held) or "none yet"
        raise NotFoundError(f"The plan {ref} has no return {name or ''}. Its returns are: {there}.")
    return meant[-1]


def _workbook_only(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise CannotDoError(f"It is written as .xlsx, not as “{path.suffix or path.name}”.")
