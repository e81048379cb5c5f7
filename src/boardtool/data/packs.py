"""Packs that were made: which there are, what each holds, and their files in the library."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.papers import digest_of
from boardtool.data.store import Reading, Step
from boardtool.data.tables import PACK
from boardtool.data.writing_files import write_whole
from boardtool.domain.pack.made import MadePack, PackedItem, PackKind, standing_of


def of_meeting(reading: Reading, meeting_id: int) -> list[MadePack]:
    """Every pack of a meeting, the oldest first."""
    found = reading.execute(select(PACK).where(PACK.c.meeting_id == meeting_id).order_by(PACK.c.id))
    return [_pack(row) for row in found]


def standing(reading: Reading, meeting_id: int) -> tuple[MadePack, ...]:
    """The newest public pack with the supplements made since, the oldest first; () where there is none."""
    return standing_of(of_meeting(reading, meeting_id))


def add(step: Step, pack: MadePack) -> int:
    return rows.add(
        step,
        PACK,
        meeting_id=pack.meeting_id,
        kind=pack.kind,
        made_at=pack.made_at,
        digest=pack.digest,
        size=pack.size,
        content=pack.content,
        first_page=pack.first_page,
        last_page=pack.last_page,
        items=json.dumps([asdict(item) for item in pack.items], ensure_ascii=False),
        untagged=json.dumps(pack.untagged, ensure_ascii=False),
    )


def path_of(folder: Path, digest: str) -> Path:
    """Where a pack lies in the library: packs/ab/abcd….pdf."""
    return folder / "packs" / digest[:2] / f"{digest}.pdf"


def keep(folder: Path, file: Path) -> str:
    """Keep a finished pack in the library; its digest.

    Raises:
        MachineError: it cannot be kept.
    """
    digest = digest_of(file)
    target = path_of(folder, digest)
    if not target.is_file() or digest_of(target) != digest:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, file.read_bytes())
    return digest


def _pack(row: Row[tuple[object, ...]]) -> MadePack:
    return MadePack(
        id=row.id,
        meeting_id=row.meeting_id,
        kind=PackKind(row.kind),
        made_at=row.made_at,
        digest=row.digest,
        size=row.size,
        content=row.content,
        first_page=row.first_page,
        last_page=row.last_page,
        items=_items(json.loads(row.items)),
        untagged=tuple(json.loads(row.untagged)),
    )


def _items(held: Sequence[dict[str, object]]) -> tuple[PackedItem, ...]:
    return tuple(PackedItem(**{**item, "papers": tuple(item["papers"])}) for item in held)  # type: ignore[arg-type]
