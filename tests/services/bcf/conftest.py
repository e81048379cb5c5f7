"""A board, an empty plan of it, and the sample plan, on a library of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board

from boardtool.data.bcf import plans
from boardtool.data.excel.opening import stop_reader
from boardtool.services.bcf import plans as making
from boardtool.services.sample_bcf import enter_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardtool.data.store import Store


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store, name="North Northamptonshire Health and Wellbeing Board")


@pytest.fixture
def plan(store: Store, board: int) -> int:
    """An empty plan of 2022-23."""
    return making.make(store, board_id=board, year="2022-23")


@pytest.fixture
def sample(store: Store, board: int) -> int:
    """The sample board's plan of 42 lines."""
    enter_plan(store, board)
    with store.reading() as reading:
        return plans.by_ref(reading, "NNHWB/2022-23").id
