"""Which library was opened last: remembered on this machine, and nothing breaks where it cannot be."""

from pathlib import Path

import pytest

from boardtool.data.last_library import recall, remember


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_a, **_k: tmp_path / "config")
    return tmp_path / "config"


@pytest.mark.usefixtures("place")
def test_the_last_library_is_recalled(tmp_path: Path) -> None:
    assert recall() is None
    remember(tmp_path / "one")
    remember(tmp_path / "two")
    assert recall() == tmp_path / "two"


@pytest.mark.parametrize("kept", ["", "{}", "[]", '{"folder": 7}', "\x00"])
def test_a_spoilt_memory_is_no_memory(place: Path, kept: str) -> None:
    place.mkdir()
    (place / "last-library.json").write_text(kept, encoding="utf-8")
    assert recall() is None


def test_a_machine_that_takes_no_settings_just_forgets(place: Path, tmp_path: Path) -> None:
    place.write_text("a file where the folder should be", encoding="utf-8")
    remember(tmp_path / "one")
    assert recall() is None
