"""Whether a finished pack is right: what the file itself says, held against what it was to be (R12)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from boardtool.domain.findings import Finding, Severity
from boardtool.domain.pack.pages import Span


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a reader finds in a pack.

    `labels` is the label of every page in order; `bookmarks` the page (as printed) that each part's bookmark
    leads to; `stamped` the number printed on some pages, by the page's place from 0; `agenda` the text of
    the front sheet.
    """

    labels: tuple[str, ...]
    bookmarks: tuple[int | None, ...]
    stamped: Mapping[int, int | None]
    agenda: str


def check_pages(
    found: ReadBack, parts: Sequence[tuple[str, Span]], *, first_page: int, duplex: bool
) -> tuple[Finding, ...]:
    """R12: ranges contiguous and in order, odd beginnings, labels, stamps, bookmarks and agenda agree.

    `parts` are the front sheet and the items in order, each with its name and pages.
    """
    return tuple(_wrong(found, parts, first_page, duplex=duplex))


def _wrong(
    found: ReadBack, parts: Sequence[tuple[str, Span]], first_page: int, *, duplex: bool
) -> Iterator[Finding]:
    expected = first_page
    for name, span in parts:
        if span.first != expected:
            yield _finding(f"{name} begins on page {span.first}, but page {expected} comes next.")
        if duplex and span.first % 2 == 0:
            yield _finding(f"{name} begins on page {span.first}, which is the back of a sheet.")
        expected = span.last + 1
    if len(found.labels) != expected - first_page:
        yield _finding(f"The file has {len(found.labels)} pages; its parts have {expected - first_page}.")
    yield from _labels(found, first_page)
    for (name, span), page in zip(parts, found.bookmarks, strict=False):
        if page != span.first:
            yield _finding(f"The bookmark of {name} leads to page {page}, not {span.first}.")
    yield from _agenda(found, parts[1:])


def _labels(found: ReadBack, first_page: int) -> Iterator[Finding]:
    for place, label in enumerate(found.labels):
        if label != str(first_page + place):
            yield _finding(f"Page {first_page + place} is labelled “{label}”.")
            return
    for place, number in found.stamped.items():
        if number != first_page + place:
            yield _finding(f"Page {first_page + place} is stamped {number}.")
            return


def _agenda(found: ReadBack, parts: Sequence[tuple[str, Span]]) -> Iterator[Finding]:
    said = "".join(found.agenda.split())
    for name, span in parts:
        if "".join(span.text.split()) not in said:
            yield _finding(f"The agenda does not give the pages of {name}: {span.text}.")


def _finding(message: str) -> Finding:
    return Finding("R12", Severity.BLOCK, message, mend="Make the pack again")
