"""Where the files are that come with the program: fonts, icons, templates, lists."""

from pathlib import Path


def resource(name: str) -> Path:
    """The path of a shipped file or folder, in the checkout and once installed."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parents[1] / "resources"
    return root / name
