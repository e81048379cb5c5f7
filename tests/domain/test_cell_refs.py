"""Places in a sheet as spreadsheets write them."""

import pytest

from boardtool.domain.cell_refs import letters_of, row_of


@pytest.mark.parametrize(
    ("ref", "letters", "row"), [("A1", "A", 1), ("AB12", "AB", 12), ("XFD100", "XFD", 100)]
)
def test_a_place_has_letters_and_a_row(ref: str, letters: str, row: int) -> None:
    assert (letters_of(ref), row_of(ref)) == (letters, row)


def test_a_column_alone_names_no_row() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        row_of("AB")
