"""Reports read as they come, in Word and as PDF: what our own template lacks until it is filled in (R11)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.council_pack import a_paper
from tests.data.pack import odd_papers as odd

from boardtool.data.documents.writing import document_bytes
from boardtool.data.pdf.asking import look_into
from boardtool.domain.documents import ReportDesk, ReportTemplate, Sitting
from boardtool.domain.report_shape import INCOMPLETE, is_of_report, listed_appendices

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = ReportTemplate(
    sitting=Sitting("Council", "Health and Wellbeing Board", date(2022, 9, 6), "13:30", "The Chamber"),
    number="06",
    title="Health Equality Grant",
    presenters=("Amy Plank",),
    purpose="for decision",
    recommendations="- Agree the memorandum",
    due=date(2022, 8, 19),
    author="Amy Plank",
    appendices=("A: Memorandum", "B: Map"),
    desks=(ReportDesk("Finance", date(2022, 8, 17)), ReportDesk("Legal", date(2022, 8, 18))),
)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_template_as_it_was_sent_out_lacks_what_nobody_wrote_yet(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"report{ending}"
    file.write_bytes(document_bytes(TEMPLATE, ".docx") if ending == ".docx" else as_pdf())
    [check] = look_into({"report": file})
    said = {each.kind: each for each in check.findings if is_of_report(each)}
    assert said[INCOMPLETE].says.startswith(
        "As a report it lacks a purpose, reasons for its recommendations, a financial line, a legal line"
    )
    assert "approvals with their dates" in said[INCOMPLETE].says
    assert [listed_appendices(each) for each in said.values()][-1] == ("A", "B")


def as_pdf() -> bytes:
    """The template as a PDF of the same words, one a line."""
    from io import BytesIO

    import docx

    lines: list[str] = []
    for block in docx.Document(BytesIO(document_bytes(TEMPLATE, ".docx"))).iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return odd.drawing(
        "BT /F1 9 Tf 11 TL 1 0 0 1 40 800 Tm "
        + " ".join(f"({each.replace('…', 'tbc').replace('(', '').replace(')', '')}) Tj T*" for each in lines)
        + " ET"
    )


def test_a_paper_that_is_no_report_is_not_judged_as_one(tmp_path: Path) -> None:
    [check] = look_into({"plan": a_paper(tmp_path / "plan.pdf", "Our plan for the next five years")})
    assert not [each for each in check.findings if is_of_report(each)]
