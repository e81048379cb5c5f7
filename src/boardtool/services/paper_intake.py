"""Papers on their way into the library: kept whole, and looked into by a process of its own."""

from collections.abc import Sequence
from pathlib import Path

from boardtool.data import papers
from boardtool.data.papers import Kept
from boardtool.data.pdf.asking import look_into
from boardtool.domain.paper_check import PaperCheck


def take_in(library: Path, files: Sequence[Path]) -> tuple[list[Kept], list[PaperCheck]]:
    """Keep files in the library; what they are, and what was found in those that are PDF or Word.

    Raises:
        CannotDoError: a file is missing, empty or too large; then none is kept.
        MachineError: one cannot be kept; then none is.
    """
    kept = papers.keep_all(library, files)
    lying = {
        each.digest: papers.path_of(library, each.digest, file.suffix)
        for each, file in zip(kept, files, strict=True)
    }
    return kept, look_into(lying)
