"""How the columns of every table are declared, on one register of tables."""

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, MetaData, String, Table

METADATA = MetaData()


def table(name: str, *columns: Column[object]) -> Table:
    return Table(name, METADATA, Column("id", Integer, primary_key=True), *columns)


def text(name: str) -> Column[object]:
    return Column(name, String)


def number(name: str) -> Column[object]:
    return Column(name, Integer)


def figure(name: str) -> Column[object]:
    """A number with decimals, such as a rate; money is whole pence, and no figure."""
    return Column(name, Float)


def yes(name: str) -> Column[object]:
    return Column(name, Boolean)


def day(name: str) -> Column[object]:
    return Column(name, Date)


def moment(name: str) -> Column[object]:
    return Column(name, DateTime)
