"""A paper written as a file of its own: cleaned as in a pack, without a number on its pages."""

from datetime import datetime
from pathlib import Path

import pikepdf

from boardtool.data.pack.outline import write_bookmarks
from boardtool.data.pack.properties import write_properties
from boardtool.data.pack.source import Source, damaged
from boardtool.data.pack.tags import JoinedTags
from boardtool.data.pack.taking_over import take_over
from boardtool.data.pdf.reading import DAMAGE


def write_alone(source: Source, target: Path, *, title: str, author: str, made_at: datetime) -> None:
    """Write one paper.

    Raises:
        InputRefusedError: it is damaged where only reading all of it shows that.
    """
    with source.pdf, pikepdf.new() as alone:
        tags = JoinedTags(alone)
        try:
            pages = take_over(alone, tags, tags.add_part(title), source, 1)
        except DAMAGE as error:
            raise damaged(source.name) from error
        if source.tagged:
            tags.finish()
        write_bookmarks(alone, pages, source.bookmarks)
        write_properties(
            alone, title=title, author=author, made_at=made_at, first_page=1, accessible=source.tagged
        )
        alone.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
