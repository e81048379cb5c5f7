"""What a keystroke costs in a plan of 2,000 lines: the step, the line anew, and every check of the plan."""

import sys
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

from boardtool.data import boards
from boardtool.data.bcf import lines
from boardtool.data.bcf.cases import case_of
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Store
from boardtool.domain.bcf.checks import LiveChecks, PlanCase
from boardtool.domain.bcf.lists import YearLists
from boardtool.services.bcf import plans as making
from boardtool.services.bcf import schemes

LINES = 2_000
EDITS = 40
ALLOWED_MS = 50.0


def enter(store: Store, lists: YearLists) -> int:
    """A plan whose lines use every type, area and source in turn; its id."""
    with store.step("Make board") as step:
        board_id = boards.add(step, code="NNHWB", name="North")
    plan_id = making.make(store, board_id=board_id, year=lists.year)
    with store.step("Enter lines") as step:
        lines.add_many(step, plan_id, [row(lists, place) for place in range(LINES)])
    return plan_id


def row(lists: YearLists, place: int) -> dict[str, object]:
    kind = lists.types[place % len(lists.types)]
    joint = place % 3 == 0
    return {
        "position": place,
        "scheme_id": str(place // 2 + 1),
        "name": f"Scheme {place // 2 + 1}",
        "description": f"What line {place} pays for",
        "scheme_type": kind.name,
        "sub_type": kind.sub_types[0] if kind.sub_types else "",
        "type_other": "in words",
        "area_of_spend": lists.areas[place % len(lists.areas)].name,
        "area_other": "in words",
        "commissioner": "Joint" if joint else "LA",
        "nhs_share": Decimal("0.6") if joint else None,
        "la_share": Decimal("0.4") if joint else None,
        "provider": lists.providers[place % len(lists.providers)].name,
        "source": lists.sources[place % len(lists.sources)].name,
        "new_existing": "Existing",
        "expenditure": 100_000 + place,
    }


def checks_alone(case: PlanCase) -> list[float]:
    """Milliseconds of all checks after each change of one line, as the grid runs them while one types."""
    live = LiveChecks()
    live.check(case)
    taken = []
    for place in range(EDITS):
        held = list(case.whole.lines)
        held[place] = replace(held[place], expenditure=place)
        case = replace(case, whole=replace(case.whole, lines=tuple(held)))
        before = perf_counter()
        live.check(case)
        taken.append((perf_counter() - before) * 1000)
    return taken


def whole_edits(store: Store, case: PlanCase) -> list[float]:
    """Milliseconds of one cell committed and the plan checked, its other lines being in memory."""
    live = LiveChecks()
    live.check(case)
    taken = []
    for place in range(EDITS):
        before = perf_counter()
        held = list(case.whole.lines)
        schemes.change_cell(store, line_id=held[place].id, field="expenditure", text=str(place))
        with store.reading() as reading:
            held[place] = lines.by_id(reading, held[place].id)
        case = replace(case, whole=replace(case.whole, lines=tuple(held)))
        live.check(case)
        taken.append((perf_counter() - before) * 1000)
    return taken


def main() -> int:
    lists = lists_of("2022-23")
    with tempfile.TemporaryDirectory() as folder:
        store = Store.make(Path(folder) / "library", who="benchmark")
        plan_id = enter(store, lists)
        with store.reading() as reading:
            case = case_of(reading, plan_id)
        alone, edits = checks_alone(case), whole_edits(store, case)
        store.close()
    for what, taken in (
        (f"all checks of {LINES} lines after one change", alone),
        ("one cell committed, asked for again, everything checked", edits),
    ):
        print(f"{what}: median {median(taken):.1f} ms, worst {max(taken):.1f} ms")
    print(f"allowed for a keystroke with all checks: {ALLOWED_MS:.0f} ms")
    return 0 if median(edits) <= ALLOWED_MS else 1


if __name__ == "__main__":
    sys.exit(main())
