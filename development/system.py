"""What Qt and the tests need of the system they run on, and how to get it."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from development.programs import StoppedError, must, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What Qt's wheel expects of the system: the file it loads, and the Debian package that holds it.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What the tests convert Word papers and workbooks with: the library beside soffice, and its Debian package.
LIBREOFFICE = {"libswlo.so": "libreoffice-writer-nogui", "libsclo.so": "libreoffice-calc-nogui"}


def has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_display() -> dict[str, str]:
    """The environment in which Qt draws into memory; on a machine with a screen nothing is changed."""
    return {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages where that is allowed to us; elsewhere stop and give the command."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise StoppedError(f"{why} Install it with:\n  sudo {shlex.join(install)}")
    say(f"{why} Installing {' '.join(packages)} ...")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    must(["apt-get", "update", "-q"])
    must(install)


def need_libraries(libraries: Mapping[str, str]) -> None:
    """See that Qt finds what it loads from a Linux system."""
    if sys.platform != "linux":
        return
    missing = [name for name in libraries if not loads(name)]
    if not missing:
        return
    why = f"Qt needs libraries that this system lacks: {', '.join(missing)}."
    if shutil.which("apt-get"):
        need_packages([libraries[name] for name in missing], why)
    else:
        wanted = shlex.join(f"{name}()(64bit)" for name in missing)
        raise StoppedError(f"{why} On Fedora, Red Hat or SUSE:\n  sudo dnf install {wanted}")


def need_libreoffice() -> None:
    """See that the continuous check has LibreOffice, so that no test that converts by it is skipped."""
    if os.environ.get("CI") != "true" or sys.platform != "linux":
        return
    found = shutil.which("soffice")
    parts = [
        package
        for library, package in LIBREOFFICE.items()
        if found is None or not Path(found).resolve().with_name(library).exists()
    ]
    if parts:
        need_packages(parts, "The tests of Word papers and of filled workbooks need LibreOffice.")
