"""Names of files that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.file_names import file_name

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("Integrated Care Strategy.pdf", "Integrated Care Strategy.pdf"),
        ("Item 9: Section 75.pdf", "Item 9 Section 75.pdf"),
        ("CON.pdf", "C_ON.pdf"),
        ("nul", "n_ul"),
        ("com1.tar.gz", "c_om1.tar.gz"),
        ("Console.pdf", "Console.pdf"),
        ("minutes. ", "minutes"),
        ("..", "file"),
        ("", "file"),
        (".pdf", "pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("Réablement – plan 🙂.docx", "Réablement – plan 🙂.docx"),
        ("v1. 2 draft", "v1. 2 draft"),
    ],
)
def test_a_name_stays_as_it_is_where_it_may(wanted: str, given_name: str) -> None:
    assert file_name(wanted) == given_name


@given(st.text(max_size=300))
def test_whatever_is_wanted_can_be_written_anywhere(wanted: str) -> None:
    name = file_name(wanted)
    assert name
    assert not FORBIDDEN & set(name)
    assert name == name.strip(" ")
    assert not name.endswith(".")
    assert file_name(name) == name
