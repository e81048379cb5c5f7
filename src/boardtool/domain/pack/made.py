"""A pack that was made: which items went into it as what, and what has changed since (H14)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.contents import closed_papers, open_papers


class PackKind(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class PackedItem:
    """An item as a pack holds it; `facts` is a digest of what is printed of it, `pages` as printed.

    `papers` are the digests of those in it: no exempt one is in what the public has.
    """

    item_id: int
    number: str
    exempt: bool
    papers: tuple[str, ...]
    facts: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack kept in the library under the SHA-256 `digest` of its file.

    `content` is a digest of all that went into it: while it is the same there is nothing to make again.
    `untagged` names the papers in it that a screen reader finds no structure in.
    """

    id: int
    meeting_id: int
    kind: PackKind
    made_at: datetime
    digest: str
    size: int
    content: str
    first_page: int
    last_page: int
    items: tuple[PackedItem, ...]
    untagged: tuple[str, ...] = ()

    @property
    def papers(self) -> frozenset[str]:
        return frozenset(digest for item in self.items for digest in item.papers)


@dataclass(frozen=True, slots=True)
class Moved:
    """How an item differs from the pack, as a sentence; `exposed` where the public still sees it there."""

    item_id: int | None
    number: str
    says: str
    exposed: bool = False


def standing_of(made: Iterable[MadePack]) -> tuple[MadePack, ...]:
    """Of a meeting's packs (the oldest first) those that the public has: the newest, and its supplements.

    A supplement that was made again stands in place of the one that began on the same page.
    """
    found: list[MadePack] = []
    for pack in made:
        if pack.kind is PackKind.PUBLIC:
            found = [pack]
        elif pack.kind is PackKind.SUPPLEMENT and found:
            found = [*(each for each in found if each.first_page < pack.first_page), pack]
    return tuple(found)


def papers_in(item: AgendaItem, kind: PackKind) -> tuple[Paper, ...]:
    """The papers of an item that go into a pack of a kind: for the public none that is exempt (R17)."""
    return item.papers if kind is PackKind.PRIVATE else open_papers(item)


def packed_items(
    items: Sequence[AgendaItem],
    pages: Mapping[int, str],
    kind: PackKind,
    *,
    left_out: Collection[str] = (),
) -> tuple[PackedItem, ...]:
    """Items as a pack made now holds them; `pages` is item id → as printed, `left_out` digests."""
    return tuple(
        PackedItem(
            item_id=item.id,
            number=item.number,
            exempt=bool(item.exempt),
            papers=tuple(paper.digest for paper in papers_in(item, kind) if paper.digest not in left_out),
            facts=_facts(item),
            pages=pages.get(item.id, ""),
        )
        for item in items
    )


def changed_since(packs: Sequence[MadePack], items: Sequence[AgendaItem]) -> tuple[Moved, ...]:
    """What of the agenda is no longer as the pack and its supplements (the oldest first) have it."""
    held = {item.item_id: item for pack in packs for item in pack.items}
    now = {item.id: item for item in items}
    moved = [
        Moved(None, item.number, f"Item {item.number} was removed.")
        for item_id, item in held.items()
        if item_id not in now
    ]
    moved += [each for item in items if (each := _moved(item, held.get(item.id))) is not None]
    return tuple(moved)


def _moved(item: AgendaItem, packed: PackedItem | None) -> Moved | None:
    """How an item differs from what is packed of it; None where it does not."""
    name = f"Item {item.number}"
    if packed is None:
        return Moved(item.id, item.number, f"{name} was added.")
    changed = _facts(item) != packed.facts
    if item.exempt and not packed.exempt:
        return Moved(item.id, item.number, f"{name} is now exempt.", exposed=True)
    shut = [paper for paper in closed_papers(item) if changed and paper.digest in packed.papers]
    if shut and not packed.exempt:
        part = f"Appendix {shut[0].letter}" if shut[0].letter else "its report"
        return Moved(item.id, item.number, f"{name}: {part} is now exempt.", exposed=True)
    # Packs made before boardtool told them apart hold the digests of exempt papers as well.
    if packed.papers not in {_digests(open_papers(item)), _digests(item.papers)}:
        return Moved(item.id, item.number, f"{name} has other papers.")
    return Moved(item.id, item.number, f"{name} was changed.") if changed else None


def _digests(papers: Iterable[Paper]) -> tuple[str, ...]:
    return tuple(paper.digest for paper in papers)


def _facts(item: AgendaItem) -> str:
    """A digest of what a pack prints of an item."""
    printed = [
        *(item.number, item.subject, item.public_title, item.presenters, item.start, item.kind, item.exempt),
        [(paper.letter, paper.title, paper.digest, paper.exempt) for paper in item.papers],
    ]
    return hashlib.sha256(json.dumps(printed, ensure_ascii=False).encode()).hexdigest()[:16]
