"""Tables of papers in one pack: a cell names the headers of its own table; cells of a column share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.data.pack import odd_papers as odd
from tests.data.pack.test_joining import built, contents, failures

from boardtool.data.pack.renaming import rename_headers

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 5


def headers_of(cell: pikepdf.Object) -> list[bytes]:
    return [
        bytes(each) for held in cell.A if isinstance(held, Dictionary) for each in held.get(Name.Headers, ())
    ]


def part_of(element: pikepdf.Object) -> str:
    while Name.Part != element.S:
        element = element.P
    return str(element.T)


def test_cells_name_the_headers_of_their_own_paper(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"], ["b"]), a=odd.with_table(ROWS), b=odd.with_table(ROWS))
    assert failures(pack) == []
    with pikepdf.open(pack) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        header = {bytes(key): element for key, element in zip(names[::2], names[1::2], strict=True)}
        cells = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get(Name.S) == Name.TD]
        ours = [cell for cell in cells if part_of(cell) != "Agenda"]
        assert len(ours) == 2 * 2 * ROWS
        for cell in ours:
            [named] = headers_of(cell)
            assert part_of(header[named]) == part_of(cell)
            assert bytes(header[named].ID) == named
        assert len({cell.A.objgen for cell in ours}) == 2 * 2
        assert all(cell.A.is_indirect for cell in ours)


def test_headers_are_renamed_once_wherever_they_are_said() -> None:
    pdf = pikepdf.new()
    apart = pdf.make_indirect(Dictionary(O=Name.Table, Headers=Array([pikepdf.String("b"), 7])))
    among = pdf.make_indirect(Array([Dictionary(Headers=Array([pikepdf.String("a")])), 0, apart]))
    rename_headers([apart, among], {b"a": b"b", b"b": b"c"})
    assert among.unparse(resolved=True) == b"[ << /Headers [ (b) ] >> 0 %d 0 R ]" % apart.objgen[0]
    assert apart.unparse(resolved=True) == b"<< /Headers [ (c) 7 ] /O /Table >>"
