"""A pack that was made: which items went into it as what, and what has changed since (H14)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from boardtool.domain.meetings import AgendaItem


class PackKind(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class PackedItem:
    """An item as a pack holds it; `facts` is a digest of what is printed of it, `pages` as printed."""

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


def packed_items(
    items: Sequence[AgendaItem], pages: Mapping[int, str], *, left_out: Collection[str] = ()
) -> tuple[PackedItem, ...]:
    """Items as a pack being made now holds them; `pages` is item id → as printed, `left_out` digests."""
    return tuple(
        PackedItem(
            item_id=item.id,
            number=item.number,
            exempt=bool(item.exempt),
            papers=tuple(paper.digest for paper in item.papers if paper.digest not in left_out),
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
    for item in items:
        packed = held.get(item.id)
        if packed is None:
            moved.append(Moved(item.id, item.number, f"Item {item.number} was added."))
        elif item.exempt and not packed.exempt:
            moved.append(Moved(item.id, item.number, f"Item {item.number} is now exempt.", exposed=True))
        elif tuple(paper.digest for paper in item.papers) != packed.papers:
            moved.append(Moved(item.id, item.number, f"Item {item.number} has other papers."))
        elif _facts(item) != packed.facts:
            moved.append(Moved(item.id, item.number, f"Item {item.number} was changed."))
    return tuple(moved)


def _facts(item: AgendaItem) -> str:
    """A digest of what a pack prints of an item."""
    printed = [
        *(item.number, item.subject, item.public_title, item.presenters, item.start, item.kind, item.exempt),
        [(paper.letter, paper.title, paper.digest, paper.exempt) for paper in item.papers],
    ]
    return hashlib.sha256(json.dumps(printed, ensure_ascii=False).encode()).hexdigest()[:16]
