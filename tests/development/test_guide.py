"""The guide shows what there is: its pictures exist and its commands are understood."""

import shlex
from pathlib import Path

import pytest
from development.guide import GUIDE, pictures_named, take_pictures
from development.programs import ROOT, StoppedError

from boardtool.cli.program import parser

PAGES = [*GUIDE.glob("*.md"), ROOT / "README.md"]


def commands() -> list[str]:
    """Every boardtool command in a block of code of the guide."""
    blocks = [block for page in PAGES for block in page.read_text(encoding="utf-8").split("```")[1::2]]
    return [line for block in blocks for line in block.splitlines() if line.startswith("boardtool ")]


def test_every_picture_that_the_guide_shows_is_there() -> None:
    there = {file.stem for file in (GUIDE / "pictures").glob("*.png")}
    assert pictures_named() == there


@pytest.mark.parametrize("line", [line for line in commands() if "--help" not in line])
def test_every_command_in_the_guide_is_understood(line: str) -> None:
    parsed = parser().parse_args(shlex.split(line)[1:])
    assert callable(parsed.run)


def test_a_picture_without_its_screenshot_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoppedError, match="there is no screenshot"):
        take_pictures(tmp_path)
