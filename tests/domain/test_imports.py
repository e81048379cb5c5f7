from __future__ import annotations

import json

from boardtool.domain.imports import (
    Choose,
    ImportReport,
    Rejected,
    RowPreview,
    RowState,
    ThreeWay,
    Warned,
)

ROW = RowPreview(
    "Action Log",
    5,
    "050722/01",
    RowState.ADDED,
    values={"number": "050722/01", "owners": ["A Bee"]},
    changes={"status": (None, "completed")},
)


def test_a_report_has_the_shape_that_checks_read() -> None:
    report = ImportReport(
        kind="actions",
        file="log.xlsx",
        sheet="Action Log",
        applied=True,
        step=41,
        rows=(ROW,),
        rejected=(Rejected("Action Log", 9, "C9", "owners", "??", "names nobody"),),
        warnings=(Warned("Action Log", 4, "A4", "50722/01", "read as 050722/01"),),
    )
    assert json.loads(json.dumps(report.to_json())) == {
        "kind": "actions",
        "file": "log.xlsx",
        "sheet": "Action Log",
        "applied": True,
        "step": 41,
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "conflicts": 0,
        "rejected": [
            {
                "sheet": "Action Log",
                "row": 9,
                "cell": "C9",
                "field": "owners",
                "value": "??",
                "reason": "names nobody",
            }
        ],
        "warnings": [
            {
                "sheet": "Action Log",
                "row": 4,
                "cell": "A4",
                "value": "50722/01",
                "reason": "read as 050722/01",
            }
        ],
        "rows": [
            {
                "sheet": "Action Log",
                "row": 5,
                "key": "050722/01",
                "state": "added",
                "values": {"number": "050722/01", "owners": ["A Bee"]},
                "changes": {"status": [None, "completed"]},
            }
        ],
    }


def test_a_question_says_how_to_answer_it() -> None:
    sheets = Choose("sheet", ("A", "B"))
    column = Choose("column", ("Owner", "Lead"), "owners")
    assert sheets.to_json() == {"what": "sheet", "options": ["A", "B"]}
    assert column.to_json() == {"what": "column", "options": ["Owner", "Lead"], "field": "owners"}
    assert sheets.sentence() == 'Which sheet is meant: "A", "B"? Say it with --sheet NAME.'
    assert column.sentence().endswith("Say it with --column owners=HEADING.")
    shown = ImportReport("actions", "log.xlsx", choose=sheets).to_json()
    assert (shown["applied"], shown["choose"]) == (False, {"what": "sheet", "options": ["A", "B"]})


def test_a_refusal_is_one_sentence() -> None:
    shown = ImportReport("actions", "log.xlsx", refused="The file is empty: nothing is in it.").to_json()
    assert shown["refused"] == "The file is empty: nothing is in it."
    assert shown["rows"] == []


def test_a_conflict_shows_three_values() -> None:
    row = RowPreview(
        "Replies", 2, "NNHWB/050722/01", RowState.CONFLICT, conflicts={"progress": ThreeWay("a", "b", "c")}
    )
    assert row.to_json()["fields"] == {"progress": {"sent": "a", "ours": "b", "theirs": "c"}}
    assert ImportReport("actions", "r.xlsx", rows=(row,)).count(RowState.CONFLICT) == 1


def test_the_same_file_again_changes_nothing() -> None:
    same = RowPreview("S", 2, "k", RowState.UNCHANGED)
    assert ImportReport("actions", "log.xlsx", rows=(same, same)).changes_nothing
    assert not ImportReport("actions", "log.xlsx", rows=(same, ROW)).changes_nothing
