"""Folders that other programs copy are known by their names, their variables, or the way they are written."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from boardtool.data.copied_folders import copied_by


@pytest.mark.parametrize(
    ("folder", "who"),
    [
        (r"C:\Users\cbird\OneDrive - North Council\Boards", "OneDrive"),
        (r"C:\Users\cbird\OneDrive\Boards", "OneDrive"),
        (r"C:\Users\cbird\Dropbox\Boards", "Dropbox"),
        (r"\\server\share\Boards", "a network drive"),
        (r"C:\Users\cbird\AppData\Local\boardtool\Boards", ""),
        (r"C:\Users\cbird\Documents\Boards about OneDrive", ""),
    ],
)
def test_a_folder_is_known(folder: str, who: str) -> None:
    assert copied_by(PureWindowsPath(folder), {}) == who


def test_documents_that_onedrive_has_taken_are_known_by_its_variable() -> None:
    there = {"OneDriveCommercial": r"D:\Work"}
    assert copied_by(PureWindowsPath(r"D:\Work\Documents\Boards"), there) == "OneDrive"
    assert copied_by(PureWindowsPath(r"D:\Other\Boards"), there) == ""


def test_elsewhere_the_names_are_the_same() -> None:
    assert copied_by(PurePosixPath("/home/cbird/Dropbox/boards"), {}) == "Dropbox"
    assert copied_by(PurePosixPath("/home/cbird/boards"), {}) == ""
