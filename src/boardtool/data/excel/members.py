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
from boardtool.domain.text import folded, is_honorific, without_honorific

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [\w'\u2019.-]+){1,6}")
_SURNAME_FIRST = re.compile(
    r"(?P<surname>[^\W\d_][\w'\u2019-]+), "
    r"(?P<first>[A-Z][\w'\u2019.-]*[a-z.][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){0,2})"
)
_NAME_AND_BRACKET = re.compile(r"(?P<name>[^()]+?)\s*\((?P<bracket>[^()]+)\)")
_NON_VOTING = re.compile(r"\bnon voting\b ?")
_SECTION_ROLES = {
    "substitutes": "substitute", "substitute members": "substitute", "named substitutes": "substitute",
    "officers": "officer", "officers in attendance": "officer", "in attendance": "officer",
    "co opted members": "co opted", "observers": "observer",
}  # fmt: skip

WANTED = Wanted(
    what="list of members",
    fields=(
        wanted_field(
            "name",
            "name; full name; member; member name; members; who",
            required=True,
            parts=("first_name", "surname"),
        ),
        wanted_field("title", "title; honorific; salutation; prefix"),
        wanted_field("first_name", "first name; firstname; forename; forenames; first names; given name"),
        wanted_field("surname", "surname; last name; lastname; family name"),
        wanted_field(
            "post",
            "post organisation; post; position; job title; role title; post held; representing; "
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
        (_NAME.fullmatch(text) is not None and not text.endswith(("members", "officers")))
        or _SURNAME_FIRST.fullmatch(text) is not None
    ),
)

_ROLES = {
    Role.CHAIR: "chair; chairman; chairwoman; chairperson; chair of the board",
    Role.VICE_CHAIR: "vice chair; vice chairman; vice chairperson; vice chairwoman; deputy chair",
    Role.MEMBER: (
        "; member; board member; voting member; full member; core member; statutory member; statutory; "
        "ex officio; ex officio member; voting"
    ),
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
_TICK, _CROSS = frozenset("\u2713\u2714\u2611"), frozenset("\u2717\u2718\u2610")
_NO_END = frozenset({"current", "present", "ongoing", "to date", "n a", "tbc", "open ended", "no end date"})
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
    written = reader.needed("name", "the name")
    if folded(written) in _VACANT:
        raise SkipRowError("the place is vacant")
    name, role_in_name = _name(reader, written)
    title = reader.line("title")
    if is_honorific(title):
        name, title = (name if is_honorific(name.split(" ")[0]) else f"{title} {name}"), ""
    starts = reader.day("starts")
    ends = None if folded(reader.line("ends")) in _NO_END else reader.day("ends")
    if starts and ends and ends < starts:
        reader.reject("ends", f"it ends before it starts, on {long_date(starts)}")
    role, voting_by_role = _role(reader, role_in_name)
    voting = _voting(reader)
    return MemberRow(
        row=reader.found.number,
        name=name,
        post=", ".join(filter(None, (title, reader.line("post")))),
        role=role,
        organisation=reader.line("organisation"),
        email=_email(reader),
        phone=reader.line("phone"),
        seat=reader.line("seat"),
        voting=voting_by_role if voting is None else voting,
        starts=starts,
        ends=ends,
        cells=reader.refs(),
    )


def _name(reader: RowReader, written: str) -> tuple[str, str]:
    """The name as it is spoken, and the role that stands in brackets behind it ("A Bee (Chair)")."""
    bracket = _NAME_AND_BRACKET.fullmatch(written)
    role = folded(bracket["bracket"]) if bracket is not None else ""
    name, role = (bracket["name"], role) if bracket and role in _ROLE_BY_WORDS else (written, "")
    turned = _SURNAME_FIRST.fullmatch(name)
    name = f"{turned['first']} {turned['surname']}" if turned is not None else name
    if name != written:
        reader.warn("name", f"read as {name}" + (f", {role}" if role else ""))
    return name, role


def _role(reader: RowReader, in_name: str) -> tuple[Role, bool | None]:
    """The role by its column, else by what stands behind the name, else by the heading above.

    With it whether there is a vote, where the same words say so ("Co-opted (non-voting)").
    """
    section = folded(reader.found.section)
    words = folded(reader.line("role"))
    said = words or in_name or _SECTION_ROLES.get(section, "")
    role = _ROLE_BY_WORDS.get(said) or _ROLE_BY_WORDS.get(_NON_VOTING.sub("", said).strip())
    if role is None:
        reader.reject("role", f"write one of: {', '.join(Role)}")
    without_vote = _NON_VOTING.search(f"{said} {section}") is not None
    return role or Role.MEMBER, False if without_vote else None


def _email(reader: RowReader) -> str:
    text = reader.line("email").removeprefix("mailto:")
    if text and not _EMAIL.fullmatch(text):
        reader.reject("email", "it is no e-mail address")
    return text


def _voting(reader: RowReader) -> bool | None:
    written = reader.line("voting")
    if written in _TICK | _CROSS:
        return written in _TICK
    words = folded(written)
    if not written.strip("-\u2013\u2014"):
        return None
    if words not in _YES | _NO:
        reader.reject("voting", "write yes or no")
    return words in _YES
