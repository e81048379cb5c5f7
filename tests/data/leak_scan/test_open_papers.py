"""What an open paper carries along unseen never reaches the pack, and no guard of that is idle."""

from __future__ import annotations

import random
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item
from tests.data.leak_scan.packs import Aviary, a_paper_with, attach
from tests.data.leak_scan.test_canaries import REF, singing

from boardtool.data import agenda
from boardtool.data.pack import drawings, source, tags, taking_over
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind
from boardtool.services.hand_over import export_folder
from boardtool.services.packs import make_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pikepdf

    from boardtool.data.store import Store

NOW = datetime(2022, 8, 26, 10)
NEVER = {
    "author", "comment", "author of a comment", "private data", "attachment", "name of an attachment",
    "page label", "metadata", "properties", "thumbnail", "name of a place", "script", "name of a layer",
    "name of a file of an element", "properties of a picture",
    "private data of a picture", "place of a photograph", "comment in a photograph",
}  # fmt: skip


@pytest.fixture
def birds(store: Store) -> Aviary:
    """The canaries of the one open paper of a meeting."""
    aviary = Aviary(random.Random(7))
    item_id = an_item(store, a_meeting(store, a_board(store, council="Council")), "Strategy", kind=Kind.PAPER)
    content = a_paper_with(aviary, aviary.canary)
    attach(store, item_id, content, title="Strategy", name=f"{aviary.canary('file name')}.pdf")
    return aviary


def pack(store: Store, folder: Path) -> bytes:
    with store.reading() as reading:
        assert agenda.items(reading, 1)
    despite = "Its layers are what the test is about"
    make_pack(store, what=REF, path=folder / "pack.pdf", now=NOW, despite=despite)
    return (folder / "pack.pdf").read_bytes()


def test_a_public_pack_holds_what_an_open_paper_shows_and_no_more(
    store: Store, birds: Aviary, tmp_path: Path
) -> None:
    heard = singing(pack(store, tmp_path), birds)
    assert heard & (NEVER | {"file name"}) == set()
    assert {"heading and bookmark of a paper", "alternative text", "address", "bookmark"} <= heard


def test_a_paper_handed_over_holds_what_it_shows_and_no_more(
    store: Store, birds: Aviary, tmp_path: Path
) -> None:
    export_folder(store, what=REF, folder=tmp_path / "out", now=NOW)
    [file] = (tmp_path / "out").glob("02*.pdf")
    assert singing(file.read_bytes(), birds) & (NEVER | {"file name"}) == set()
    for name in birds.canaries:
        assert not list((tmp_path / "out").glob(f"*{name}*"))


ATTACHED = "attached"  # what the scan itself refuses
ANYTHING = frozenset(
    f"/{key}"
    for key in "Type Parent MediaBox Resources Contents Annots StructParents PieceInfo Thumb Tabs".split()  # noqa: SIM905 - words of one kind
)


def _kept_whole(annotation: pikepdf.Object, _inner: object) -> bool:
    return "/Subtype" in annotation


def _leaves(*_args: object, **_kwargs: object) -> None:
    """A guard that does nothing."""


def _files_too(pack_: pikepdf.Pdf, paper: pikepdf.Pdf) -> None:
    if "/EmbeddedFiles" in paper.Root.get("/Names", {}):
        pack_.Root.Names = pack_.copy_foreign(paper.make_indirect(paper.Root.Names))


def _layers_by_name(pack_: pikepdf.Pdf, paper: pikepdf.Pdf) -> None:
    if "/OCProperties" in paper.Root:
        pack_.Root.OCProperties = pack_.copy_foreign(paper.make_indirect(paper.Root.OCProperties))


MUTANTS: dict[str, tuple[object, str, Callable[..., object] | frozenset[str], str]] = {
    "pages are made of an allow-list": (source, "_PAGE_KEYS", ANYTHING, "thumbnail"),
    "comments are left out": (source, "_keep", _kept_whole, "comment"),
    "pictures are stripped": (source, "strip_drawings", _leaves, "private data of a picture"),
    "photographs say nothing": (drawings, "without_particulars", bytes, "place of a photograph"),
    "files of elements are left out": (tags, "_drop_files", _leaves, "name of a file of an element"),
    "layers are nameless": (taking_over, "join_layers", _layers_by_name, "name of a layer"),
    "attachments are left out": (taking_over, "join_layers", _files_too, ATTACHED),
}  # fmt: skip


@pytest.mark.parametrize("guard", MUTANTS)
def test_a_guard_of_open_papers_that_is_switched_off_is_noticed(
    store: Store, birds: Aviary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guard: str
) -> None:
    room, name, mutant, place = MUTANTS[guard]
    monkeypatch.setattr(room, name, mutant)
    if place == ATTACHED:
        with pytest.raises(CannotDoError, match="attached"):
            pack(store, tmp_path)
        assert not (tmp_path / "pack.pdf").exists()
    else:
        assert place in singing(pack(store, tmp_path), birds)
