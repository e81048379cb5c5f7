"""Makes a pack of the papers in a folder, an item for each, and prints the seconds that each part of it took.

They are told apart because the program is running when a person makes a pack: loading it is no part of that.
"""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from pathlib import Path

from boardtool.data.pack.joining import Built, build_pack
from boardtool.domain.documents import AgendaPaper, Audience, ListedItem, Sitting
from boardtool.domain.pack.contents import PackContents, PackedPaper, Section
from boardtool.domain.progress import Silent

WORDS = 2_000


def main(folder: Path, *, guarded: bool) -> None:
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
    target = folder / "ours.pdf"
    started = time.perf_counter()
    built = build_pack(
        contents,
        lambda paper: folder / paper.digest,
        target,
        made_at=datetime(2022, 8, 26, 10),  # noqa: DTZ001 - a fixed wall time
        progress=Silent(),
    )
    joined = time.perf_counter()
    print("joined", joined - started)
    if guarded:
        look_through(target, built)
        print("guarded", time.perf_counter() - started)


def look_through(target: Path, built: Built) -> None:
    """Read the pack back, and look through it for as many secrets as a few exempt reports have."""
    from boardtool.data.leak_scan.scan import check_nothing_exempt
    from boardtool.data.leak_scan.secrets import Secrets
    from boardtool.data.pack.reading_back import read_back

    words = {f"zqword{number}": "09" for number in range(WORDS)}
    runs = {f"of the plan for {number}": "09" for number in range(WORDS)}
    read_back(target, built.spans, first_page=1)
    check_nothing_exempt(target.read_bytes(), ".pdf", Secrets(words, long_runs=runs), name="The pack")


if __name__ == "__main__":
    main(Path(sys.argv[1]), guarded="guarded" in sys.argv)
