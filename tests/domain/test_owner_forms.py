from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.owner_forms import (
    LONGEST_CELL,
    OwnerForm,
    as_sent,
    by_owner,
    form_name,
    letter,
    subject,
)

DAY = date(2022, 8, 24)
BACK = date(2022, 8, 31)


def an_action(number: str, *owners: str, **facts: object) -> Action:
    given_facts: dict[str, object] = {"text": f"Do {number}", **facts}
    return Action(1, 1, "NNHWB", "North Board", number, owners=owners, **given_facts)  # type: ignore[arg-type]


FORM = OwnerForm("library", "Amy Plank", DAY, BACK, (as_sent(an_action("050722/01", "Amy Plank", due=DAY)),))


def test_an_action_of_two_owners_stands_under_both() -> None:
    shared, own = an_action("050722/01", "Amy Plank", "David Watts"), an_action("050722/02", "David Watts")
    assert by_owner([shared, own]) == {"Amy Plank": [shared], "David Watts": [shared, own]}


def test_one_owner_spelt_twice_is_one_owner() -> None:
    found = by_owner([an_action("1", "Jon-Paul Carr"), an_action("2", "jon paul  carr", "Jon Paul Carr")])
    assert {owner: len(held) for owner, held in found.items()} == {"Jon-Paul Carr": 2}


def test_what_is_done_or_nobodys_goes_to_nobody() -> None:
    done = an_action("1", "Amy Plank", status=ActionStatus.COMPLETED)
    assert by_owner([done, an_action("2"), an_action("3", " ")]) == {}


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Amy Plank", "Amy Plank actions 2022-08-24"),
        ("Louise De Chiara/Henna Parmar", "Louise De Chiara Henna Parmar actions 2022-08-24"),
        ("../../etc/passwd", "etc passwd actions 2022-08-24"),
        ("C:\\Windows\\evil", "C Windows evil actions 2022-08-24"),
        ("***", "Owner actions 2022-08-24"),
    ],
)
def test_a_file_is_named_after_its_owner_and_nothing_else(owner: str, name: str) -> None:
    assert form_name(owner, DAY) == name


@given(st.text())
def test_no_owner_leads_out_of_the_folder(owner: str) -> None:
    name = f"{form_name(owner, DAY)}.xlsx"
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not name.startswith((".", " "))
    assert len(name) < 100


def test_a_digest_tells_every_difference() -> None:
    action = FORM.actions[0]
    others = [
        replace(FORM, owner="David Watts"),
        replace(FORM, library="another"),
        replace(FORM, due_back=DAY),
        replace(FORM, actions=()),
        *(
            replace(FORM, actions=(replace(action, **change),))
            for change in ({"text": "x"}, {"due": None}, {"progress": "x"}, {"status": ActionStatus.CLOSED})
        ),
    ]
    assert len({form.digest for form in (FORM, *others)}) == len(others) + 1
    assert replace(FORM).digest == FORM.digest


def test_a_text_longer_than_a_cell_is_sent_as_far_as_it_goes() -> None:
    sent = as_sent(an_action("1", "A", text="x" * 40_000))
    assert len(sent.text) == LONGEST_CELL
    assert sent.text.endswith("x …")


def test_the_letter_says_in_plain_words_what_is_wanted_and_by_when() -> None:
    words = letter(FORM, sender="Cheryl Bird")
    assert words.startswith("Dear Amy Plank,\n")
    assert "your open action for the North Board:" in words
    assert "  050722/01  Do 050722/01 (due 24 August 2022)\n" in words
    assert "Please return it by Wednesday 31 August 2022." in words
    assert words.endswith("Cheryl Bird")
    assert subject(FORM) == "Your open action: please reply by Wednesday 31 August 2022"
