"""Builds boardtool as one folder for the platform that it runs on, and tries it by its own self test."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from collect_licences import collect
from program_icon import icon_file
from version_stamp import stamp, windows_version

from boardtool import __version__

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build"
BUILT = ROOT / "dist" / "boardtool"


def build() -> None:
    WORK.mkdir(exist_ok=True)
    (WORK / "windows-version.txt").write_text(windows_version(__version__), encoding="utf-8")
    (WORK / "boardtool.ico").write_bytes(icon_file())
    spec = str(ROOT / "packaging" / "boardtool.spec")
    options = ["--noconfirm", "--log-level", "WARN", "--workpath", str(WORK), "--distpath", str(BUILT.parent)]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, spec], cwd=ROOT, check=True)


def complete() -> None:
    """Add what the law and support want beside the programs."""
    collect("boardtool", BUILT / "licences")
    shutil.copyfile(ROOT / "LICENSE", BUILT / "LICENSE.txt")
    (BUILT / "version.txt").write_text(stamp(__version__), encoding="utf-8")


def megabytes() -> float:
    return sum(file.lstat().st_size for file in BUILT.rglob("*") if file.is_file()) / 1e6


def main() -> int:
    build()
    complete()
    print(f"{BUILT} holds {megabytes():.0f} MB. Its self test:", flush=True)
    program = BUILT / ("boardtool.exe" if sys.platform == "win32" else "boardtool")
    return subprocess.run([program, "--selftest"], cwd=BUILT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
