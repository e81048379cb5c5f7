"""No package is given away without the text of its licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import collect_licences
import pytest

if TYPE_CHECKING:
    from pathlib import Path


def folder(target: Path, package: str) -> list[str]:
    (found,) = target.glob(f"{package} *")
    return sorted(text.name for text in found.iterdir())


def test_python_and_every_package_have_their_texts(tmp_path: Path) -> None:
    collect_licences.collect("boardtool", tmp_path)
    assert folder(tmp_path, "Python") == ["LICENSE.txt"]
    assert folder(tmp_path, "PySide6_Essentials") == ["GPL-3.0.txt", "LGPL-3.0.txt"]
    assert all(any(package.iterdir()) for package in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == len(collect_licences.bundled("boardtool"))


def test_what_a_package_needs_comes_along() -> None:
    assert {"SQLAlchemy", "shiboken6", "typing_extensions"} <= set(collect_licences.bundled("boardtool"))


def test_a_package_without_a_text_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect_licences, "WITHOUT_TEXT", {})
    with pytest.raises(collect_licences.NoLicenceError, match="PySide6_Essentials"):
        collect_licences.collect("boardtool", tmp_path)
