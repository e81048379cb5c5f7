"""A build says what it is."""

from __future__ import annotations

import pytest
from version_stamp import stamp, windows_version


@pytest.mark.parametrize(
    ("version", "four"), [("0.1.0", "(0, 1, 0, 0)"), ("2.13.4.1", "(2, 13, 4, 1)"), ("3", "(3, 0, 0, 0)")]
)
def test_windows_is_told_four_numbers(version: str, four: str) -> None:
    text = windows_version(version)
    assert f"filevers={four}, prodvers={four}" in text
    assert f'StringStruct("ProductVersion", "{version}")' in text


def test_the_stamp_names_version_commit_and_platform() -> None:
    first, second, third = stamp("0.1.0").splitlines()
    assert first == "boardtool 0.1.0"
    assert second.startswith("commit ")
    assert "Python" in third
