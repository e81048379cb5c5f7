"""What SQLAlchemy is told of the tables is what the frozen SQL makes."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Boolean, Date, DateTime, Float, Integer, String, Table

from boardtool.data.migrations import migrate
from boardtool.data.tables import METADATA

DECLARED = {
    Integer: "INTEGER",
    Boolean: "INTEGER",
    Float: "REAL",
    String: "TEXT",
    Date: "TEXT",
    DateTime: "TEXT",
}


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_a_table_has_the_columns_of_the_schema(table: Table) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        migrate(driver)
        made = [(row[1], row[2]) for row in driver.execute(f"PRAGMA table_info({table.name})")]
    assert sorted((column.name, DECLARED[type(column.type)]) for column in table.columns) == sorted(made)


def test_no_table_of_the_schema_is_unknown() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        migrate(driver)
        made = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in made if not name.startswith(("search", "sqlite_"))} == set(METADATA.tables)


def test_every_reference_of_the_schema_names_a_table_that_is_there() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        migrate(driver)
        for name in METADATA.tables:
            for reference in driver.execute(f"PRAGMA foreign_key_list({name})"):
                assert reference[2] in METADATA.tables
