from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from boardtool.data.word import gate
from boardtool.data.word.gate import open_parts
from boardtool.domain.errors import InputRefusedError, MachineError

if TYPE_CHECKING:
    from pathlib import Path

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(folder: Path, **parts: str) -> Path:
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr({"relations": "_rels/.rels", "document": "word/document.xml"}[name], content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputRefusedError) as refusal:
        open_parts(path)
    return str(refusal.value)


def test_a_document_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    assert not open_parts(path).has_comments


def test_files_of_other_kinds_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    kinds = {
        b"%PDF-1.7": "PDF",
        b"{\\rtf1": "rich text",
        b"\x89PNG\r\n": "picture",
        b"Dear all": "not a Word document",
        b"": "empty",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old Word document",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"): "password",
        b"PK\x03\x04 broken": "damaged",
    }
    for content, said in kinds.items():
        path.write_bytes(content)
        assert said in refused(path)


def test_another_archive_is_no_document(tmp_path: Path) -> None:
    assert "another kind of archive" in refused(archive(tmp_path, document="<a/>"))
    assert "another kind of Office file" in refused(archive(tmp_path, relations=RELATIONS, document="<a/>"))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PART_LIMIT", 100_000)
    bomb = archive(tmp_path, relations=RELATIONS, document=f"<w:document {MAIN}>{' ' * 200_000}</w:document>")
    assert "too large when unpacked" in refused(bomb)


def test_entities_are_refused(tmp_path: Path) -> None:
    entities = f'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document {MAIN}>&a;</w:document>'
    assert "entities" in refused(archive(tmp_path, relations=RELATIONS, document=entities))


def test_damaged_xml_is_refused(tmp_path: Path) -> None:
    assert "damaged" in refused(archive(tmp_path, relations=RELATIONS, document="<w:document"))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "nothing.docx")


def test_a_disk_that_does_not_give_the_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path, relations=RELATIONS)

    def gone(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(zipfile, "ZipFile", gone)
    with pytest.raises(MachineError, match="could not be read: Input/output error"):
        open_parts(path)
