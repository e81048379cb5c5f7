"""Objects of a PDF that say the same are heard once; one that says anything else is heard."""

from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, String, new

from boardtool.data.leak_scan.in_pdf import everything, names_and_strings


def written(*held: Object) -> bytes:
    pdf = new()
    pdf.add_blank_page()
    pdf.Root.Held = Array([pdf.make_indirect(each) for each in held])
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def element(**said: Any) -> Dictionary:  # noqa: ANN401 - values are PDF objects
    return Dictionary(S=Name.P, P=Name.Above, K=Array([3, -4.5, 7]), **said)


@pytest.mark.parametrize(
    ("one", "other", "heard"),
    [
        (element(Alt=String("of 3 wards")), element(Alt=String("of 4 wards")), "of 4 wards"),
        (
            element(Alt=String("\N{EURO SIGN} 3 m")),
            element(Alt=String("\N{EURO SIGN} 4 m")),
            "\N{EURO SIGN} 4 m",
        ),
        (element(T=Name("/Ward3")), element(T=Name("/Ward4")), "/Ward4"),
        (element(T=Name("/of 3 wards")), element(T=Name("/of 4 wards")), "/of 4 wards"),
        (element(Ward3=1), element(Ward4=1), "/Ward4"),
        (
            element(C=Array([Dictionary(D=String("first"))])),
            element(C=Array([Dictionary(D=String("then"))])),
            "then",
        ),
    ],
)
def test_objects_that_differ_in_a_string_or_a_name_are_both_heard(
    one: Dictionary, other: Dictionary, heard: str
) -> None:
    content = written(one, other)
    assert heard in {said.text for said in everything(content)}
    assert heard in names_and_strings(content)


def test_objects_that_differ_in_numbers_alone_are_heard_once() -> None:
    content = written(*(Dictionary(S=Name.Cell, K=Array([number, -1.5])) for number in range(50)))
    assert [said.text for said in everything(content)].count("/Cell") == 1
