"""Text on a page that no reader sees but a program can: unseen, white on white, under black boxes."""

from dataclasses import dataclass

from boardtool.data.pdf.boxes import Box
from boardtool.data.pdf.drawing import INVISIBLE, Drawn, Filled, Shown

DARK, WHITE = 0.25, 0.97
MOST_OF_A_PAGE = 0.6
SMALLEST_BOX = 4.0  # points; rules of tables are thinner
FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a page hides: text in the unseen mode, text in white on nothing, text under a black box.

    `scanned` is a page that is a picture, `read` one whose picture has an unseen text over it (as text
    recognition leaves it); `silent` has neither text nor picture.
    """

    unseen: bool
    white: bool
    covered: bool
    scanned: bool
    read: bool
    silent: bool


def hidden_on(drawn: Drawn, page: Box) -> Hidden:
    """What a page hides; `page` is the part of it that is seen."""
    texts = [thing for thing in drawn.things if isinstance(thing, Shown) and thing.letters]
    pictured = any(
        isinstance(thing, Filled) and thing.light is None and _share(thing.box, page) > MOST_OF_A_PAGE
        for thing in drawn.things
    )
    unseen = any(text.mode == INVISIBLE and text.letters >= FEWEST_LETTERS for text in texts)
    seen = any(text.mode != INVISIBLE for text in texts)
    return Hidden(
        unseen=unseen and not pictured,
        white=not drawn.shaded and _white_on_nothing(drawn),
        covered=_under_a_black_box(drawn),
        scanned=pictured and not texts,
        read=pictured and unseen and not seen,
        silent=not drawn.things,
    )


def _white_on_nothing(drawn: Drawn) -> bool:
    under: list[Filled] = []
    for thing in drawn.things:
        if isinstance(thing, Filled):
            if thing.light is None or thing.light < WHITE:
                under.append(thing)
        elif (
            thing.light >= WHITE
            and thing.mode != INVISIBLE
            and thing.letters >= FEWEST_LETTERS
            and not any(_holds(each.box, thing.at) for each in under)
        ):
            return True
    return False


def _under_a_black_box(drawn: Drawn) -> bool:
    before: list[Shown] = []
    for thing in drawn.things:
        if isinstance(thing, Shown):
            if thing.letters >= FEWEST_LETTERS and thing.mode != INVISIBLE:
                before.append(thing)
        elif thing.light is not None and thing.light < DARK and _thick(thing.box) and _on(thing.box, before):
            return True
    return False


def _on(box: Box, texts: list[Shown]) -> bool:
    return any(_holds(box, text.at) for text in texts)


def _thick(box: Box) -> bool:
    left, bottom, right, top = box
    return right - left > SMALLEST_BOX and top - bottom > SMALLEST_BOX


def _holds(box: Box, at: tuple[float, float]) -> bool:
    left, bottom, right, top = box
    return left - 1 <= at[0] <= right + 1 and bottom - 1 <= at[1] <= top + 1


def _share(box: Box, page: Box) -> float:
    left, bottom, right, top = page
    whole = (right - left) * (top - bottom)
    wide = min(box[2], right) - max(box[0], left)
    high = min(box[3], top) - max(box[1], bottom)
    return max(0.0, wide) * max(0.0, high) / whole if whole else 0.0
