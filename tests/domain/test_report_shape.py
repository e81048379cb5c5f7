"""Which parts a report has, told by headings as real authors word them (R11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.report_shape import Part, is_of_report, listed_appendices, shape_of

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """Report Title	Health Equality Grant
Report Author	Amy Plank, Public Health
Director approval	Jane Bethea	15 August 2022
List of Appendices
Appendix A – Memorandum
Appendix B – Map
1. Purpose of Report
1.1 To agree how the grant is spent.
3. Recommendations
3.1 It is recommended that the Board agrees the memorandum.
3.2 Reasons for Recommendations
The grant ends in March.
6. Implications (including financial implications)
6.1 Resources and Financial
There are currently no financial implications.
6.2 Legal
None
Background Papers
The Joint Strategic Needs Assessment, 2022
""".splitlines()


def without(heading: str) -> list[str]:
    """The whole report, without what stands under a heading."""
    start = next(place for place, line in enumerate(WHOLE) if heading in line)
    return [line for place, line in enumerate(WHOLE) if place != start + 1]


def test_a_whole_report_lacks_nothing_and_lists_its_appendices() -> None:
    shape = shape_of(WHOLE)
    assert shape is not None
    assert (shape.lacking, shape.appendices, shape.leans_on_appendix) == ((), ("A", "B"), False)
    [listing] = shape.findings
    assert listed_appendices(listing) == ("A", "B")
    assert is_of_report(listing)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("1. Purpose", Part.PURPOSE),
        ("3.2 Reasons", Part.REASONS),
        ("6.2 Legal", Part.LEGAL),
        ("Background Papers", Part.BACKGROUND),
    ],
)
def test_a_heading_with_nothing_beneath_it_is_lacking(heading: str, part: Part) -> None:
    shape = shape_of(without(heading))
    assert shape is not None
    assert shape.lacking == (part,)


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        (["Legal and Governance", "The Act applies."], Part.LEGAL),
        (["7. LEGAL IMPLICATIONS:", "None"], Part.LEGAL),
        (["6.2 Legal N/A"], Part.LEGAL),
        (["Finance implications", "Nil"], Part.FINANCE),
        (["- 3.2 *(Reason for Recommendations)*", "It ends."], Part.REASONS),
        (["Recommendations and reasons", "To agree, since it ends."], Part.REASONS),
        (["The aim of this report", "To agree."], Part.PURPOSE),
        (["Report Authors\tA and B"], Part.AUTHOR),
        (["Author", "Amy Plank"], Part.AUTHOR),
        (["Approved by: J Bethea, 15/08/2022"], Part.APPROVALS),
        (["Background documents", "None"], Part.BACKGROUND),
    ],
)
def test_headings_as_different_authors_word_them(lines: list[str], part: Part) -> None:
    bare = ["Executive Summary", "Short.", "Recommendations", "That the Board notes it.", "Risk", "None"]
    lacking = shape_of(bare)
    assert lacking is not None
    assert part in lacking.lacking
    said = shape_of([*bare, *lines])
    assert said is not None
    assert part not in said.lacking


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Minutes of the Board", "Present", "25. Apologies", "RESOLVED that it was noted"],
        ["Our plan", "Summary", "What we do", "Risks", "Consultation"],
        ["Recommendations", "That it be so."],
    ],
)
def test_what_is_evidently_no_report_has_no_shape(lines: list[str]) -> None:
    assert shape_of(lines) is None


def test_the_real_reports_lack_what_their_readers_miss_in_them(reference: Path) -> None:
    pack = (reference / "papers" / "board-pack-2022-09-06.txt").read_text(encoding="utf-8")
    reports = re.split(r"(?m)^(?=Report Title\t)", pack)[1:]
    shapes = [shape_of(report.splitlines()[:260]) for report in reports]
    assert [(shape.appendices, shape.leans_on_appendix) for shape in shapes if shape is not None] == [
        (("A", "B", "C"), True),
        (("A",), True),
        (("A", "B"), True),
        (("A",), False),
        ((), False),
    ]
    assert [shape.lacking for shape in shapes if shape is not None] == [
        (Part.APPROVALS,),
        (),
        (Part.REASONS, Part.APPROVALS),
        (Part.REASONS, Part.BACKGROUND, Part.APPROVALS),
        (Part.APPROVALS,),
    ]


def test_the_sentence_names_what_is_lacking() -> None:
    shape = shape_of(
        ["Purpose", "x", "Recommendations", "That it be noted.", "Background papers", "Appendix A"]
    )
    assert shape is not None
    incomplete, leans, lists = shape.findings
    assert incomplete.says == (
        "As a report it lacks its author, reasons for its recommendations, a financial line, a legal line "
        "and approvals with their dates. Ask the author."
    )
    assert leans.says.startswith("It lists an appendix as a background paper")
    assert (lists.says, listed_appendices(lists)) == ("It lists no appendix.", ())


DESKS = ["Clearance", "Desk\tBy\tName\tCleared on"]
BARE = ["Purpose of the report", "x", "Risk", "None", "Legal", "None"]


@pytest.mark.parametrize(
    ("rows", "cleared"),
    [
        (["Author\t12 August 2022\t\t", "Finance\t17 August 2022\t\t"], False),
        (["Author\t12 August 2022\tA Plank\t11 August 2022", "Finance\t17 August 2022\t\t"], True),
        (["Author 12 August 2022", "Finance 17 August 2022 J Baxter 16 August 2022"], True),
        ([], False),
    ],
)
def test_the_days_by_which_desks_are_due_are_no_approvals(rows: list[str], cleared: bool) -> None:  # noqa: FBT001 - a case
    shape = shape_of([*DESKS, *rows, *BARE])
    assert shape is not None
    assert (Part.APPROVALS not in shape.lacking) is cleared


@pytest.mark.parametrize(
    ("lines", "letters"),
    [
        (["Appendix A:"], ()),
        (["None"], ()),
        (["Appendix A"], ("A",)),
        (["Appendix 1 – Map", "Appendix 2: Plan", "appendix 27 List"], ("A", "B", "AA")),
        (["Appendix 0 is none"], ()),
        (["- Appendix B – as Appendix A of July"], ("B",)),
    ],
)
def test_appendices_are_lettered_however_they_are_listed(lines: list[str], letters: tuple[str, ...]) -> None:
    shape = shape_of(["List of appendices", *lines, *BARE])
    assert shape is not None
    assert shape.appendices == letters


def test_a_report_that_recommends_nothing_lacks_that() -> None:
    shape = shape_of(BARE)
    assert shape is not None
    assert Part.RECOMMENDATIONS in shape.lacking


@given(st.lists(st.text(max_size=90), max_size=40))
def test_whatever_the_lines_are_it_comes_to_an_end(lines: list[str]) -> None:
    shape = shape_of(lines)
    assert shape is None or set(shape.lacking) <= set(Part)
