"""What the lines of a scheme table are sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.bcf.bcf_builders import a_line

from boardtool.domain.bcf.line_order import order_key

if TYPE_CHECKING:
    from decimal import Decimal


def test_amounts_go_by_their_size_not_by_their_digits() -> None:
    amounts = [1_000_000_00, 90_000_00, -5_00, 0]
    keys = [order_key("expenditure", a_line(expenditure=amount)) for amount in amounts]
    assert sorted(key for key in keys if key is not None) == [keys[at] for at in (2, 3, 1, 0)]


def test_what_is_no_amount_stands_behind_every_amount_and_nothing_has_no_key() -> None:
    words = order_key("expenditure", a_line(expenditure=None, unread={"expenditure": "about 2k"}))
    amount = order_key("expenditure", a_line(expenditure=10**12))
    assert words is not None
    assert amount is not None
    assert amount < words
    assert order_key("expenditure", a_line(expenditure=None)) is None
    assert order_key("name", a_line(name="")) is None


@given(
    st.lists(
        st.one_of(
            st.decimals(min_value=0, max_value=2, places=4),
            st.text(max_size=6),
            st.none(),
        ),
        max_size=8,
    )
)
def test_shares_and_what_was_typed_for_them_can_always_be_put_in_order(
    values: list[Decimal | str | None],
) -> None:
    lines = [
        a_line(nhs_share=None, unread={"nhs_share": value})
        if isinstance(value, str)
        else a_line(nhs_share=value)
        for value in values
    ]
    keys = [key for line in lines if (key := order_key("nhs_share", line)) is not None]
    assert len(sorted(keys)) == len(keys)
