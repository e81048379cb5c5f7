"""The phrases that boardtool ships, for minutes of every board."""

import tomllib

from boardtool.data.boards import Phrase
from boardtool.data.resources import resource


def default_phrases() -> list[Phrase]:
    """Shipped phrases in their order; their ids are negative, for they are not rows of the store."""
    listed = tomllib.loads(resource("phrases.toml").read_text(encoding="utf-8"))["phrase"]
    return [Phrase(-place, each["title"], each["text"]) for place, each in enumerate(listed, start=1)]
