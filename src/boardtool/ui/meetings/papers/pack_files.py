"""Packs as files on this machine: a copy of one opened, to be read."""

import tempfile
from pathlib import Path

from boardtool.domain.meetings import Meeting
from boardtool.domain.pack.made import MadePack
from boardtool.ui.context import Context
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.meetings.papers.pack_words import file_name


def open_pack(context: Context, made: MadePack, meeting: Meeting) -> None:
    """Open a copy of a kept pack in the program that this machine has for PDF."""
    folder, name = context.store.folder, file_name(made.kind, meeting)

    def copied() -> Path:
        from boardtool.data import pack_copies

        to = Path(tempfile.gettempdir()) / "boardtool-packs"
        return pack_copies.copy_out(folder, made.digest, name=name, to=to)

    context.jobs.run(
        f"Opening {name}", lambda _progress: copied(), then=lambda path: show_file(context, path)
    )
