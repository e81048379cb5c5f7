"""What the contents list of a hand-over folder says: files in order, what is lacking, what to do."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.documents.sitting import Sitting


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A file of the folder; `pages` are those it has in the pack, as printed, or how many if it is in none.

    `title` is the public title of the item, or that of the appendix.
    """

    file: str
    item: str
    title: str
    pages: str = ""
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class HandOverPaper:
    """The folder for the council's publishing system; it says what to do, and never that it was done.

    `left_out` are items without a file, each with the reason; `publish_by` the last lawful day (R1). `hidden`
    says what papers hide from the eye alone, and `despite` why they are handed over all the same (H6).
    """

    sitting: Sitting
    publish_by: date
    files: tuple[HandedOver, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()
    despite: str = ""
