"""The quick way and the exact way of reading a sheet give the same cells, whatever is in them."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.data.excel.packing import LOG, MAIN, XML, sheet_xml

from boardtool.data.excel.cell_kinds import Kinds, NotPlainError
from boardtool.data.excel.content import Content
from boardtool.data.excel.sheet_exactly import read_exactly
from boardtool.data.excel.sheet_quickly import read_quickly
from boardtool.data.excel.sheet_xml import read_sheet
from boardtool.data.excel.workbook import column_letters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

STRINGS = {"0": "first", "1": "a & b", "2": "", "3": "_x0041_"}
STYLES = ["n", "d", "t"]

KINDS = ("number", "shared", "formula", "stale", "blank", "inline", "text", "error", "bool")

words = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), max_size=12)
numbers = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)).map(str)
styled = st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="9"'])


@st.composite
def cells(draw: st.DrawFn) -> str:
    kind = draw(
        st.sampled_from(["number", "shared", "formula", "stale", "blank", "inline", "text", "error", "bool"])
    )
    style, number, text = draw(styled), draw(numbers), escape(draw(words))
    value = draw(st.sampled_from(["", "<v></v>", "<v/>", "<v />"]))
    return {
        "number": f'<c r="@"{style}><v>{number}</v></c>',
        "shared": f'<c r="@"{style} t="s"><v>{draw(st.sampled_from(sorted(STRINGS)))}</v></c>',
        "formula": f'<c r="@"{style} t="str"><f>{text}</f><v>{text}</v></c>',
        "stale": f'<c r="@"{style}><f>{text}</f>{value}</c>',
        "blank": f'<c r="@"{style}/>',
        "inline": f'<c r="@" t="inlineStr"><is><t>{text}</t></is></c>',
        "text": f'<c r="@" t="str"><v>{text}</v></c>',
        "error": '<c r="@" t="e"><f t="shared" si="0"/><v>#REF!</v></c>',
        "bool": '<c r="@" t="b"><v>1</v></c>',
    }[kind]


sheets = st.lists(st.lists(cells(), max_size=5), max_size=6)


def page_of(rows: list[list[str]]) -> bytes:
    body = "".join(
        f'<row r="{row}"{" hidden=" + chr(34) + "1" + chr(34) if row % 3 == 0 else ""}>'
        + "".join(cell.replace("@", f"{column_letters(column)}{row}") for column, cell in enumerate(cells, 1))
        + "</row>"
        for row, cells in enumerate(rows, 1)
    )
    return f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'.encode()


def gathered(content: Content) -> tuple[object, ...]:
    return list(content.rows), list(content.columns), content.kinds, content.texts, content.hidden_rows


@given(sheets)
def test_both_ways_give_the_same_cells(rows: list[list[str]]) -> None:
    page = page_of(rows)
    quick, exact = Content("S"), Content("S")
    read_quickly(quick, io.BytesIO(page), STRINGS, Kinds(STYLES))
    read_exactly(exact, io.BytesIO(page), STRINGS, Kinds(STYLES))
    assert gathered(quick) == gathered(exact)


@given(sheets, st.integers(0, 400), st.sampled_from(["<!-- x -->", "<y/>", "<c>", "&#65;", "<v>1</v>"]))
def test_the_quick_way_gives_up_rather_than_give_other_cells(
    rows: list[list[str]], at: int, what: str
) -> None:
    page = page_of(rows).decode()
    place = page.find(">", page.find("<sheetData>") + at) + 1
    spoilt = (page[:place] + what + page[place:]).encode()
    exact, quick = Content("S"), Content("S")
    try:
        read_exactly(exact, io.BytesIO(spoilt), STRINGS, Kinds(STYLES))
    except Exception:  # noqa: BLE001 - not well-formed any more: the quick way may say anything but other cells
        return
    try:
        read_quickly(quick, io.BytesIO(spoilt), STRINGS, Kinds(STYLES))
    except NotPlainError:
        return
    assert gathered(quick) == gathered(exact)


def test_a_sheet_read_in_pieces_keeps_its_rows_whole() -> None:
    row = LOG[1]
    page = sheet_xml([row] * 20_000).encode()
    assert len(page) > 3 * 1024 * 1024

    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        yield io.BytesIO(page)

    content = read_sheet("S", opened, STRINGS, Kinds(STYLES))
    assert content.texts == [text for text in row if text] * 20_000
    assert content.rows[-1] == "20000"


@pytest.mark.parametrize("mark", ["<!-- -->", '<?note x="y"?>'])
def test_what_is_not_plain_is_left_to_the_exact_way(mark: str) -> None:
    page = sheet_xml(LOG).replace("<sheetData>", f"<sheetData>{mark}").encode()
    with pytest.raises(NotPlainError):
        read_quickly(Content("S"), io.BytesIO(page), STRINGS, Kinds(STYLES))
