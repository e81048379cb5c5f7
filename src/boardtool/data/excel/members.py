"""Reading a list of members: who sits on a board, as what, for whom, and from when to when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.rows import ReadTable, RowReader, SkipRowError, read_rows
from boardtool.data.excel.tables import find_table
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.dates import long_date
from boardtool.domain.imports import Choose
from boardtool.domain.people import Role
from boardtool.domain.text import folded, without_honorific

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [\w'\u2019.-]+){1,6}")

WANTED = Wanted(
    what="list of members",
    fields=(
        wanted_field("name", "name; full name; member; member name; members; who", required=True),
        wanted_field(
            "post",
            "post organisation; post; position; job title; title; role title; post held; representing; "
            "post or organisation; post and organisation",
        ),
        wanted_field("role", "role on board; role; board role; role on the board; capacity; membership"),
        wanted_field("email", "email; e mail; email address; e mail address; contact email"),
        wanted_field("phone", "phone; telephone; tel; phone number; mobile; telephone number"),
        wanted_field("organisation", "organisation; organization; body; employer; partner organisation"),
        wanted_field("seat", "seat; place on board; seat on board"),
        wanted_field("voting", "voting; vote; voting member; voting rights; has a vote"),
        wanted_field("starts", "from; start; start date; starts; appointed; date appointed; since"),
        wanted_field("ends", "to; until; end; end date; ends; term ends; left"),
    ),
    key="name",
    looks_like_key=lambda text: (
        _NAME.fullmatch(text) is not None and not text.endswith(("members", "officers"))
    ),
)

_ROLES = {
    Role.CHAIR: "chair; chairman; chairwoman; chairperson; chair of the board",
    Role.VICE_CHAIR: "vice chair; vice chairman; vice chairperson; vice chairwoman; deputy chair",
    Role.MEMBER: "; member; board member; voting member; full member; core member",
    Role.CO_OPTED: "co opted; coopted; co opted member; coopted member; co optee",
    Role.SUBSTITUTE: "substitute; substitute member; deputy; sub; alternate; named substitute",
    Role.OFFICER: (
        "officer in attendance; officer; in attendance; attendee; adviser; advisor; observer; non voting "
        "officer; support officer"
    ),
}
_ROLE_BY_WORDS = {words: role for role, many in _ROLES.items() for words in many.split("; ")}
_YES = frozenset({"yes", "y", "true", "voting", "1"})
_NO = frozenset({"no", "n", "false", "non voting", "0", "none"})
_VACANT = frozenset({"vacant", "vacancy", "tbc", "to be confirmed", "tba", "vacant post", "vacant seat"})


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as the workbook has it; `voting` is None where nothing says, an open end likewise."""

    row: int
    name: str
    post: str = ""
    role: Role = Role.MEMBER
    organisation: str = ""
    email: str = ""
    phone: str = ""
    seat: str = ""
    voting: bool | None = None
    starts: date | None = None
    ends: date | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


def read_members(
    workbook: Workbook, *, sheet: str | None = None, columns: Mapping[str, str] | None = None
) -> ReadTable[MemberRow] | Choose:
    """The members that a workbook lists.

    Raises:
        InputRefusedError: it holds no list of members.
    """
    table = find_table(workbook, WANTED, sheet=sheet, columns=columns)
    return table if isinstance(table, Choose) else read_rows(table, _row, _key)


def _key(row: MemberRow) -> str:
    """Two rows of one person are the same only for the same role and term."""
    return f"{without_honorific(row.name)} {row.role} {row.seat} {row.starts}"


def _row(reader: RowReader) -> MemberRow:
    name = reader.needed("name", "the name")
    if folded(name) in _VACANT:
        raise SkipRowError("the place is vacant")
    starts, ends = reader.day("starts"), reader.day("ends")
    if starts and ends and ends < starts:
        reader.reject("ends", f"it ends before it starts, on {long_date(starts)}")
    return MemberRow(
        row=reader.found.number,
        name=name,
        post=reader.line("post"),
        role=_role(reader),
        organisation=reader.line("organisation"),
        email=_email(reader),
        phone=reader.line("phone"),
        seat=reader.line("seat"),
        voting=_voting(reader),
        starts=starts,
        ends=ends,
        cells=reader.refs(),
    )


def _role(reader: RowReader) -> Role:
    role = _ROLE_BY_WORDS.get(folded(reader.line("role")))
    if role is None:
        reader.reject("role", f"write one of: {', '.join(Role)}")
    return role or Role.MEMBER


def _email(reader: RowReader) -> str:
    text = reader.line("email").removeprefix("mailto:")
    if text and not _EMAIL.fullmatch(text):
        reader.reject("email", "it is no e-mail address")
    return text


def _voting(reader: RowReader) -> bool | None:
    words = folded(reader.line("voting"))
    if not words:
        return None
    if words not in _YES | _NO:
        reader.reject("voting", "write yes or no")
    return words in _YES
