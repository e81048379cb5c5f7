"""Which pages the window has, in the order of the rail; each is imported and made at its first visit."""

from collections.abc import Sequence

from boardtool.ui.page import PageEntry


def page_entries() -> Sequence[PageEntry]:
    return ()
