"""Makes a pack of the papers in a folder, an item for each: what the benchmark times as a whole process."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

from boardtool.data.pack.joining import build_pack
from boardtool.domain.documents import AgendaPaper, Audience, ListedItem, Sitting
from boardtool.domain.pack.contents import PackContents, PackedPaper, Section
from boardtool.domain.progress import Silent


def main(folder: Path) -> None:
    files = sorted(folder.glob("paper-*.pdf"))
    rows = tuple(ListedItem(f"{n:02d}", f"Item {n}") for n in range(1, len(files) + 1))
    sections = tuple(
        Section(
            row, row + 1, f"{row + 1:02d}", f"Item {row + 1}", (PackedPaper("Report", file.name, ".pdf"),)
        )
        for row, file in enumerate(files)
    )
    sitting = Sitting("Anytown Council", "Health and Wellbeing Board", date(2022, 9, 6), "13:30", "")
    contents = PackContents(AgendaPaper(sitting, Audience.PUBLIC, items=rows), sections, duplex=True)
    build_pack(
        contents,
        lambda paper: folder / paper.digest,
        folder / "ours.pdf",
        made_at=datetime(2022, 8, 26, 10),  # noqa: DTZ001 - a fixed wall time
        progress=Silent(),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
