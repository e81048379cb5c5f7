"""What a machine remembers is read back; nonsense in its file starts the program all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardtool.ui.preferences import Preferences
from boardtool.ui.theme.schemes import Scheme

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.ini")
    kept.scheme, kept.text_size, kept.who = Scheme.DARK, 1.2, "Cheryl Bird"
    kept.remember_column_widths("actions", {"due": 90})
    kept._kept.sync()
    again = Preferences(tmp_path / "window.ini")
    assert (again.scheme, again.text_size, again.who) == (Scheme.DARK, 1.2, "Cheryl Bird")
    assert again.column_widths("actions") == {"due": 90}


@pytest.mark.parametrize(
    "written",
    [
        "[General]\nscheme=mauve\ntext_size=huge\n[columns]\nactions=[1, 2\n",
        "[General]\nscheme=\ntext_size=nan\n[columns]\nactions=[1]\n",
        '[General]\ntext_size=900\n[columns]\nactions={"due": "wide"}\n',
        "\x00\x01\x02 not settings",
        "",
    ],
)
def test_nonsense_in_the_file_means_the_usual(tmp_path: Path, written: str) -> None:
    file = tmp_path / "window.ini"
    file.write_text(written, encoding="utf-8")
    kept = Preferences(file)
    assert kept.scheme is Scheme.SYSTEM
    assert 1.0 <= kept.text_size <= 2.0
    assert kept.column_widths("actions") == {}
    assert kept.layout("window").isEmpty()


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert Preferences(tmp_path / "file" / "window.ini").scheme is Scheme.SYSTEM
