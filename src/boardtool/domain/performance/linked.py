"""A metric seen from what it is linked to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkedMetric:
    """A metric, by its key and title, and the id of the scheme, minute or action that it is linked to."""

    target_id: int
    key: str
    title: str
