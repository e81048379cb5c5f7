"""The tables of the store as SQLAlchemy sees them; the frozen SQL in schema/ is what makes them.

A test holds the two equal column by column.
"""

from boardtool.data.tables.bcf import (
    BCF_ACTUAL,
    BCF_BENEFIT,
    BCF_BENEFIT_FIGURE,
    BCF_CONDITION,
    BCF_INCOME,
    BCF_LINE,
    BCF_METRIC,
    BCF_METRIC_VALUE,
    BCF_PLAN,
    BCF_PROGRAMME,
    BCF_RETURN,
    BCF_RETURN_ENTRY,
    BCF_SIGN_OFF,
    BCF_TAG,
    BCF_VERSION,
)
from boardtool.data.tables.columns import METADATA
from boardtool.data.tables.journal import CHANGE, STEP
from boardtool.data.tables.meetings import (
    ACTION,
    ACTION_OWNER,
    ACTION_PROGRESS,
    AGENDA_ITEM,
    ATTENDANCE,
    BOARD,
    EXCLUDED_DAY,
    INTEREST,
    MEETING,
    MEMBERSHIP,
    MINUTE,
    ORGANISATION,
    PAPER,
    PERSON,
    PHRASE,
    PRESENTER,
    RESOLUTION,
    SEAT,
    STANDING_ITEM,
)
from boardtool.data.tables.sent_forms import LIBRARY, SENT_ACTION, SENT_FORM

# What a library is called by itself is written once, when it is made, and never changes.
JOURNALLED = tuple(table for table in METADATA.sorted_tables if table not in {STEP, CHANGE, LIBRARY})

__all__ = [
    "ACTION",
    "ACTION_OWNER",
    "ACTION_PROGRESS",
    "AGENDA_ITEM",
    "ATTENDANCE",
    "BCF_ACTUAL",
    "BCF_BENEFIT",
    "BCF_BENEFIT_FIGURE",
    "BCF_CONDITION",
    "BCF_INCOME",
    "BCF_LINE",
    "BCF_METRIC",
    "BCF_METRIC_VALUE",
    "BCF_PLAN",
    "BCF_PROGRAMME",
    "BCF_RETURN",
    "BCF_RETURN_ENTRY",
    "BCF_SIGN_OFF",
    "BCF_TAG",
    "BCF_VERSION",
    "BOARD",
    "CHANGE",
    "EXCLUDED_DAY",
    "INTEREST",
    "JOURNALLED",
    "LIBRARY",
    "MEETING",
    "MEMBERSHIP",
    "METADATA",
    "MINUTE",
    "ORGANISATION",
    "PAPER",
    "PERSON",
    "PHRASE",
    "PRESENTER",
    "RESOLUTION",
    "SEAT",
    "SENT_ACTION",
    "SENT_FORM",
    "STANDING_ITEM",
    "STEP",
]
