"""What is said of figures that are doubtful or cannot be: by cell, in words, and with what to do."""

from pathlib import Path

import pytest
from tests.builders import a_board
from tests.services.exchange.test_figures import HEADS, a_csv, figures, take

from boardtool.data.store import Store
from boardtool.domain.imports import ImportReport
from boardtool.domain.performance.metrics import Status

HOME = "Discharge home,North"
TREES = "Fallen trees,North"


@pytest.fixture(autouse=True)
def _board(store: Store) -> None:
    a_board(store, council="North Northamptonshire Council")


def rejected(report: ImportReport) -> list[tuple[str, str]]:
    return [(each.cell, each.reason) for each in report.rejected]


def told(report: ImportReport) -> list[tuple[str, str]]:
    """What is told of figures, without what is said of each new metric."""
    return [(each.cell, each.reason) for each in report.warnings if "is a new metric" not in each.reason]


def test_two_values_for_one_place_and_time_are_both_said(store: Store, tmp_path: Path) -> None:
    rows = ("Discharge home,Kettering,Jul 2022,94.1,,,", "Discharge home,Kettering,Jul 2022,95.0,,,")
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert rejected(report) == [
        ("D3", "row 3 gives 95 for Kettering, July 2022, but row 2 gives 94.1: keep one")
    ]
    assert figures(store) == []


def test_the_same_value_twice_is_said_to_be_the_same(store: Store, tmp_path: Path) -> None:
    july, august = f"{HOME},Jul 2022,94.1,,,", f"{HOME},Aug 2022"
    report = take(store, a_csv(tmp_path, HEADS, july, july, f"{august},[c],,,", f"{august},,,,"))
    assert rejected(report) == [
        ("D3", "row 3 and row 2 both give 94.1 for North, July 2022: one of the two is enough"),
        ("A5", "row 5 gives no value for North, August 2022, but row 4 gives [c]: keep one"),
    ]


def test_a_column_across_that_stands_twice_is_told_by_its_cells(store: Store, tmp_path: Path) -> None:
    report = take(store, a_csv(tmp_path, "metric,Jul 2022,July 2022,Aug 2022", "Discharge home,94.1,95,95.3"))
    assert rejected(report) == [("C2", "C2 gives 95 for July 2022, but B2 gives 94.1: keep one")]


def test_a_decimal_comma_is_refused_with_how_to_write_it(store: Store, tmp_path: Path) -> None:
    rows = (f'{HOME},Jun 2022,"95,3",,,', f'{HOME},Jul 2022,"1.234,5%",,,', f'{TREES},Jul 2022,"0,953",,,')
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert rejected(report) == [
        ("D2", "“95,3” has a decimal comma: write 95.3"),
        ("D3", "“1.234,5%” has a decimal comma: write 1234.5%"),
        ("D4", "“0,953” has a decimal comma: write 0.953"),
    ]


def test_empty_values_are_counted(store: Store, tmp_path: Path) -> None:
    rows = [
        f"{HOME},{month} 2022,{value},,," for month, value in (("Jun", ""), ("Jul", "95.3"), ("Aug", " "))
    ]
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert told(report) == [("", "2 rows have no value (rows 2, 4): they are kept as not available")]
    statuses = [each.status for each in figures(store)]
    assert statuses == [Status.NOT_AVAILABLE, Status.FINAL, Status.NOT_AVAILABLE]


def test_many_empty_values_are_named_in_part(store: Store, tmp_path: Path) -> None:
    rows = [f"{HOME},2022-{month:02d},,,," for month in range(1, 13)]
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert told(report)[0][1] == (
        "12 rows have no value (rows 2, 3, 4, 5, 6, 7, 8, 9 and 4 more): they are kept as not available"
    )


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("*", "suppressed"),
        ("[c]", "suppressed"),
        ("[low]", "suppressed"),
        ("<5", "suppressed"),
        ("fewer than 5", "suppressed"),
        ("[x]", "not available"),
        ("-", "not available"),
        ("n/a", "not available"),
        (":", "not available"),
        ("..", "not available"),
        ("[z]", "not applicable"),
    ],
)
def test_a_published_mark_is_kept_for_what_it_says(
    store: Store, tmp_path: Path, mark: str, status: str
) -> None:
    report = take(store, a_csv(tmp_path, HEADS, f"{HOME},Jun 2022, {mark} ,,,"))
    assert told(report) == [("D2", f"{status}: discharge_usual_place/North/2022-06 has no figure")]
    assert report.warnings[0].value == mark
    assert [(each.value, each.status.value) for each in figures(store)] == [(None, status)]


def test_a_sign_among_plain_numbers_is_told(store: Store, tmp_path: Path) -> None:
    rows = (f"{HOME},Jun 2022,95.3,,,", f"{HOME},Jul 2022,12.5%,,,", f"{HOME},Aug 2022,95.1,,,")
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert told(report) == [("D3", "has the sign “%”, unlike the others of its metric: read as 12.5")]
    assert report.warnings[0].value == "12.5%"


def test_a_plain_number_among_signs_is_told(store: Store, tmp_path: Path) -> None:
    rows = (f"{HOME},Jun 2022,95.3%,,,", f"{HOME},Jul 2022,94.5,,,", f"{HOME},Aug 2022,95.1%,,,")
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert told(report) == [("D3", "has not the sign “%”, unlike the others of its metric: read as 94.5")]


def test_a_percentage_of_what_is_no_percentage_is_rejected(store: Store, tmp_path: Path) -> None:
    report = take(store, a_csv(tmp_path, HEADS, "discharge_delay,North,Jun 2022,12.5%,,,"))
    [(cell, reason)] = rejected(report)
    assert cell == "D2"
    assert reason.startswith("12.5% is a percentage, but ")
    assert reason.endswith(" is in days")


def test_small_percentages_with_their_sign_are_no_shares(store: Store, tmp_path: Path) -> None:
    take(store, a_csv(tmp_path, HEADS, f"{HOME},Jun 2022,0.9%,,,"))
    assert [each.value for each in figures(store)] == [0.9]


def test_a_share_among_percentages_is_told(store: Store, tmp_path: Path) -> None:
    rows = (f"{HOME},Jun 2022,95.3,,,", f"{HOME},Jul 2022,0.953,,,", f"{HOME},Aug 2022,95.1,,,")
    report = take(store, a_csv(tmp_path, HEADS, *rows))
    assert told(report) == [("D3", "0.953 among percentages may be a share: if so, write 95.3")]


def test_what_no_share_can_be_is_rejected(store: Store, tmp_path: Path) -> None:
    rows = (
        f"{HOME},Jun 2022,-3,,,",
        f"{HOME},Jul 2022,104.2,,,",
        f"{HOME},Aug 2022,95,,,951",
        f"{HOME},Sep 2022,100,,,",
    )
    report = take(store, a_csv(tmp_path, HEADS, *rows), partial=True)
    assert [(cell, reason.partition(":")[0]) for cell, reason in rejected(report)] == [
        ("D2", "-3 is negative"),
        ("D3", "104.2 is above 100 %"),
        ("G4", "target 951 is above 100 %"),
    ]
    assert [each.value for each in figures(store)] == [100]


def test_of_a_metric_that_nothing_knows_it_is_told_only(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, "metric,area,period,value,unit", "Budget spent,North,2022,104,%")
    report = take(store, file)
    assert told(report) == [("D2", "104 is above 100 %: Budget spent can be so only if it is no share")]
    assert [each.value for each in figures(store)] == [104]


@pytest.mark.parametrize(
    ("written", "value"),
    [("1,234", 1234), ("1 234 567", 1_234_567), (" 12 ", 12), ("£1,250.50", 1250.5)],
)
def test_thousands_and_blanks_are_read(store: Store, tmp_path: Path, written: str, value: float) -> None:
    take(store, a_csv(tmp_path, HEADS, f'{TREES},2022,"{written}",,,'))
    assert [each.value for each in figures(store)] == [value]


def test_an_area_repeated_under_its_regions_is_counted_once(store: Store, tmp_path: Path) -> None:
    heads = "Indicator ID,Indicator Name,Parent Code,Area Code,Area Name,Sex,Age,Category,Time period,Value"
    england = "93,Smoking,{},E92000001,England,Persons,All ages,,2022,{}"
    same = (england.format("E12000004", 12.7), england.format("E12000005", 12.7))
    report = take(store, a_csv(tmp_path, heads, *same))
    assert (report.applied, len(report.rows), report.rejected) == (True, 1, ())
    assert ("", "1 figure stands in the file twice with the same value: taken once") in told(report)
    other = (england.format("E12000004", 12.7), england.format("E12000005", 13.0))
    differs = take(store, a_csv(tmp_path, heads, *other))
    assert [reason for _, reason in rejected(differs)] == [
        "row 3 gives 13 for England, 2022, but row 2 gives 12.7: keep one"
    ]
