"""Cells of the scheme table: what is typed, pasted and copied."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.domain.bcf.bcf_builders import a_line, joint, lists

from boardtool.domain.bcf.block import block_of, filled_down, text_of, typed, with_values
from boardtool.domain.bcf.cells import FIELDS, CellKind, read_cell, read_share, shown, tags_of
from boardtool.domain.text import clean_line

CELL = some.text(some.characters(codec="utf-8", exclude_characters="\r\0"), max_size=12)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("420,000", 420_000_00),
        ("£1.5m", 1_500_000_00),
        ("12.5k", 12_500_00),
        ("(1,200)", -1_200_00),
        ("", None),
    ],
)
def test_money_is_read_as_people_write_it(text: str, pence: int | None) -> None:
    assert read_cell(lists(), "expenditure", text).value == pence


def test_text_in_money_is_kept_as_it_was_typed() -> None:
    line = with_values(a_line(), typed(lists(), a_line(), {"expenditure": "about a lot"}))
    assert (line.expenditure, line.unread, shown("expenditure", line)) == (
        None,
        {"expenditure": "about a lot"},
        "about a lot",
    )
    again = with_values(line, typed(lists(), line, {"expenditure": "5"}))
    assert (again.expenditure, again.unread) == (5_00, {})


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("60 %", "0.6"),
        ("60", "0.6"),
        ("0.6", "0.6"),
        ("110%", "1.1"),
        ("1.1", "1.1"),
        ("100", "1"),
        ("0", "0"),
    ],
)
def test_a_share_is_read_as_a_fraction(text: str, share: str) -> None:
    assert read_share(text) == Decimal(share)


def test_the_share_of_the_nhs_gives_that_of_the_council() -> None:
    changed = typed(lists(), joint(None, None), {"nhs_share": "60"})
    assert changed == {"nhs_share": Decimal("0.6"), "la_share": Decimal("0.4")}


def test_a_share_beyond_all_leaves_the_other_as_it_was() -> None:
    assert typed(lists(), joint("0.6", "0.4"), {"nhs_share": "110 %"}) == {"nhs_share": Decimal("1.1")}


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("scheme_type", "carers services", "Carers Services"),
        ("scheme_type", "3. Carers Services", "Carers Services"),
        ("scheme_type", "Reablement in a person's own home", "Reablement in a persons own home"),
        ("source", "Minimum CCG Contribution", "Minimum NHS Contribution"),
        ("provider", "Charity/Voluntary Sector", "Charity / Voluntary Sector"),
        ("commissioner", "Council", "LA"),
        ("area_of_spend", "Martian", "Martian"),
    ],
)
def test_a_word_becomes_that_of_the_list_or_stays(field: str, text: str, word: str) -> None:
    assert read_cell(lists(), field, text).value == word


def test_choosing_a_type_gives_its_unit() -> None:
    changed = typed(lists("2023-25"), a_line(), {"scheme_type": "Residential Placements"})
    assert changed["unit"] == "Number of beds"


def test_a_pasted_type_is_read_before_its_sub_type() -> None:
    texts = {"sub_type": "telecare", "scheme_type": "assistive technologies and equipment"}
    assert typed(lists(), a_line(), texts)["sub_type"] == "Telecare"


def test_tags_stand_once() -> None:
    assert tags_of("iCAN; Pillar 2;iCAN;") == ("iCAN", "Pillar 2")


def test_filling_down_copies_also_what_could_not_be_read() -> None:
    source = a_line(1, expenditure=None, unread={"expenditure": "tbc"})
    assert filled_down(source, ["expenditure"], a_line(2)) == {
        "expenditure": None,
        "unread": {"expenditure": "tbc"},
    }


def test_every_field_says_what_it_shows() -> None:
    line = joint("0.6", "0.4", expenditure=1_50, outputs=Decimal("12.50"), tags=("a", "b"))
    assert [shown(name, line) for name in ("nhs_share", "expenditure", "outputs", "tags", "name")] == [
        "60%",
        "1.50",
        "12.5",
        "a; b",
        "Carers Support",
    ]


@given(some.integers(min_value=0, max_value=10**12))
def test_money_that_is_copied_comes_back(pence: int) -> None:
    line = a_line(expenditure=pence)
    assert read_cell(lists(), "expenditure", shown("expenditure", line)).value == pence


@given(some.decimals(min_value=0, max_value=1, places=6))
def test_a_share_that_is_copied_comes_back(share: Decimal) -> None:
    line = joint(str(share), None)
    assert read_cell(lists(), "nhs_share", shown("nhs_share", line)).value == share


@given(some.lists(some.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=4))
def test_a_block_that_is_copied_comes_back(rows: list[list[str]]) -> None:
    assert block_of(text_of(rows)) == tuple(map(tuple, rows))


def test_a_block_of_excel_has_quotes_around_lines_and_a_line_end() -> None:
    assert block_of('1\t"two\nlines"\t"say ""so"""\r\n2\t\t3\r\n') == (
        ("1", "two\nlines", 'say "so"'),
        ("2", "", "3"),
    )


NUMBERS = sorted(name for name, field in FIELDS.items() if field.kind not in {CellKind.TEXT, CellKind.LIST})


@given(some.sampled_from(NUMBERS), some.text(max_size=20))
def test_whatever_is_typed_into_a_number_is_its_value_or_is_kept(field: str, text: str) -> None:
    read = read_cell(lists(), field, text)
    assert read.unread in {"", clean_line(text)}
    assert (read.value in {None, ()}) == (bool(read.unread) or not clean_line(text.replace(";", "")))
