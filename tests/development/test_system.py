"""What Qt needs of the system is named, and installed where that is allowed."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from development.programs import StoppedError
from tests.development.calls import Calls

from development import programs, system

if TYPE_CHECKING:
    from pathlib import Path

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Qt's libraries come with it elsewhere")


@linux_only
def test_missing_libraries_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(StoppedError, match=r"libNo\.so\.1(.|\n)*sudo apt-get install .*libno1"):
        system.need_libraries({"libNo.so.1": "libno1", "libc.so.6": "libc6"})


@linux_only
def test_root_on_debian_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(programs, "call", calls)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.need_libraries({"libNo.so.1": "libno1", "libc.so.6": "libc6"})
    assert calls.made == ["apt-get update -q", "apt-get install -y --no-install-recommends libno1"]


@linux_only
def test_elsewhere_the_libraries_themselves_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(StoppedError, match=r"dnf install 'libNo\.so\.1\(\)\(64bit\)'"):
        system.need_libraries({"libNo.so.1": "libno1"})


@linux_only
def test_the_continuous_check_installs_the_part_of_libreoffice_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = Calls()
    monkeypatch.setattr(programs, "call", calls)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "libswlo.so").touch()
    monkeypatch.setattr(shutil, "which", lambda _name: str(tmp_path / "soffice"))
    for ci in ("", "true"):
        monkeypatch.setenv("CI", ci)
        system.need_libreoffice()
    install = "apt-get install -y --no-install-recommends libreoffice-calc-nogui"
    assert calls.made == ["apt-get update -q", install]
