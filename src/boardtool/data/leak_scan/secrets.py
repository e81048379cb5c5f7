"""What of a board is exempt, in words and runs of words that nothing open to the public says too.

Asked of the store by questions of its own, and of the papers by a reader of their own: whoever builds public
documents wrongly must not be trusted to say what is exempt.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import ColumnElement, Row, Table, select

from boardtool.data.leak_scan import in_pdf
from boardtool.data.leak_scan.files import everything_in
from boardtool.data.leak_scan.said import UnreadableError
from boardtool.data.leak_scan.words import runs, telling, words_in
from boardtool.data.resources import resource
from boardtool.data.store import Reading
from boardtool.data.tables import (
    ACTION,
    ACTION_OWNER,
    ACTION_PROGRESS,
    AGENDA_ITEM,
    ATTENDANCE,
    BOARD,
    INTEREST,
    MEETING,
    MEMBERSHIP,
    MINUTE,
    ORGANISATION,
    PAPER,
    PAPER_CHECK,
    PERSON,
    PRESENTER,
    REPORT_FACTS,
    REQUEST_TO_ADDRESS,
    RESOLUTION,
    SEAT,
    STANDING_ITEM,
)
from boardtool.domain.errors import CannotDoError

SHORT_RUN, LONG_RUN = 3, 5
"""Words in a run that gives something away: of a title, and of a text."""

_MADE_TO_DO_HARM = frozenset({"damaged", "not looked into"})
"""What a paper was found to be that nobody should open again in the program itself."""

_MADE_BY = "docProps/app.xml"
_OPEN_OF_MEETING = ("start", "agenda_start", "place", "video_link", "status", "digest", "note")
"""Not what stood against its publication: that may name exempt business, and would excuse it."""

_NAMES_OF_ITEM = ("subject", "recommendations", "public_interest", "carried_from")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not be found: each word or run of words with the number of the item that it belongs to."""

    words: dict[str, str] = field(default_factory=dict)
    short_runs: dict[str, str] = field(default_factory=dict)
    long_runs: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.words or self.short_runs or self.long_runs)


@dataclass(slots=True)
class _Heap:
    """Texts of one side, taken apart."""

    words: dict[str, str] = field(default_factory=dict)
    short_runs: dict[str, str] = field(default_factory=dict)
    long_runs: dict[str, str] = field(default_factory=dict)

    def add(self, text: str, *, of: str = "", title: bool = False) -> None:
        words = words_in(text)
        for word in telling(words):
            self.words.setdefault(word, of)
        for run in runs(words, LONG_RUN):
            self.long_runs.setdefault(run, of)
        if title:
            self.add_run(text, of=of)

    def add_run(self, text: str, *, of: str) -> None:
        """A text that gives something away only as a whole: an address is made of everybody's words."""
        for run in runs(words_in(text), SHORT_RUN):
            self.short_runs.setdefault(run, of)


def secrets_of(reading: Reading, folder: Path | None, board_id: int) -> Secrets:
    """What is exempt in the business of a board; `folder` is the library, where papers count too.

    Raises:
        CannotDoError: an exempt paper cannot be read, so nobody can say whether it leaked.
    """
    sides = _Sides(reading, folder, board_id)
    if not (sides.closed_items or sides.closed_papers or sides.closed_minutes or sides.contacts):
        return Secrets()
    closed, said_openly = sides.closed(), sides.open()
    short_openly = said_openly.short_runs
    return Secrets(
        {word: of for word, of in closed.words.items() if word not in said_openly.words},
        {run: of for run, of in closed.short_runs.items() if run not in short_openly},
        {run: of for run, of in closed.long_runs.items() if run not in said_openly.long_runs},
    )


class _Sides:
    """The business of a board, parted into what is exempt and what is open."""

    def __init__(self, reading: Reading, folder: Path | None, board_id: int) -> None:
        self._reading = reading
        self._folder = folder
        self._board_id = board_id
        self._meetings = self._rows(MEETING, MEETING.c.board_id == board_id)
        ids = [meeting.id for meeting in self._meetings]
        self._items = self._rows(AGENDA_ITEM, AGENDA_ITEM.c.meeting_id.in_(ids))
        self._item_ids = [item.id for item in self._items]
        self.closed_items = {
            item.id: str(item.number or item.position + 1) for item in self._items if item.exempt
        }
        self._papers = self._rows(PAPER, PAPER.c.item_id.in_(self._item_ids))
        self.closed_papers = [
            paper for paper in self._papers if paper.exempt or paper.item_id in self.closed_items
        ]
        self._harmful = {
            check.digest
            for check in self._rows(PAPER_CHECK, PAPER_CHECK.c.digest.in_({p.digest for p in self._papers}))
            if any(kind in _MADE_TO_DO_HARM for kind, *_ in json.loads(check.findings))
        }
        self._minutes = self._rows(MINUTE, MINUTE.c.meeting_id.in_(ids))
        self.closed_minutes = [
            minute for minute in self._minutes if minute.exempt or minute.item_id in self.closed_items
        ]

        self.contacts = [
            request.contact
            for request in self._rows(REQUEST_TO_ADDRESS, REQUEST_TO_ADDRESS.c.meeting_id.in_(ids))
            if request.contact
        ]

    def closed(self) -> _Heap:
        heap = _Heap()
        for contact in self.contacts:
            heap.add_run(contact, of="of the register of requests to speak")
        for item_id, text, titled in (*self._said_of_items(), *self._minuted(), *self._acted()):
            if item_id in self.closed_items:
                heap.add(text, of=self.closed_items[item_id], title=titled)
        for item_id, text in self._said_beforehand():
            heap.add(text, of=self.closed_items[item_id])
        for minute in self.closed_minutes:
            for text in self._words_of_minute(minute):
                heap.add(text, of=self.closed_items.get(minute.item_id, "of the minutes"))
        for paper in self.closed_papers:
            number = self.closed_items.get(paper.item_id, "of an appendix")
            for text in (paper.title, paper.file_name.rpartition(".")[0]):
                heap.add(text, of=number, title=True)
            heap.add(paper.public_interest, of=number)
            for text in self._texts_of_closed(paper, number):
                heap.add(text, of=number)
        return heap

    def open(self) -> _Heap:
        """Everything that anybody may read, and the words that our documents are made of."""
        heap = _Heap()
        heap.words |= dict.fromkeys(house_words(), "")
        for text in self._open_texts():
            heap.add(text, title=True)
        shut = {paper.id for paper in self.closed_papers}
        for paper in self._papers:
            if paper.id not in shut:
                for text in (paper.title, paper.file_name, *self._texts_of_open(paper)):
                    heap.add(text, title=True)
        return heap

    def _open_texts(self) -> Iterator[str]:
        reading = self._reading
        for table, condition in (
            (BOARD, BOARD.c.id == self._board_id),
            (SEAT, SEAT.c.board_id == self._board_id),
            (STANDING_ITEM, STANDING_ITEM.c.board_id == self._board_id),
            (MEMBERSHIP, MEMBERSHIP.c.board_id == self._board_id),
            (ATTENDANCE, ATTENDANCE.c.meeting_id.in_([meeting.id for meeting in self._meetings])),
        ):
            for row in reading.execute(select(table).where(condition)):
                yield from (value for value in row if isinstance(value, str))
        for meeting in self._meetings:
            yield from (str(getattr(meeting, name)) for name in _OPEN_OF_MEETING)
        members = select(MEMBERSHIP.c.person_id).where(MEMBERSHIP.c.board_id == self._board_id)
        for person in reading.execute(select(PERSON.c.name, PERSON.c.post).where(PERSON.c.id.in_(members))):
            yield from person
        yield from reading.execute(select(ORGANISATION.c.name)).scalars()
        yield from (item.public_title for item in self._items)
        shut = {minute.id for minute in self.closed_minutes}
        for minute in self._minutes:
            if minute.id not in shut:
                yield from self._words_of_minute(minute)
            yield str(minute.public_summary)
        for item_id, text, _ in (*self._said_of_items(), *self._acted()):
            if item_id not in self.closed_items:
                yield text

    def _said_of_items(self) -> Iterator[tuple[int | None, str, bool]]:
        for item in self._items:
            for name in _NAMES_OF_ITEM:
                yield item.id, str(getattr(item, name)), name == "subject"
        for row in self._rows(PRESENTER, PRESENTER.c.item_id.in_(self._item_ids)):
            yield row.item_id, row.name, True
        for row in self._rows(INTEREST, INTEREST.c.item_id.in_(self._item_ids)):
            yield row.item_id, f"{row.nature} {row.did}", False

    def _said_beforehand(self) -> Iterator[tuple[int, str]]:
        """Of exempt items: what their reports lean on, and what those who ask to speak on them say."""
        shut = list(self.closed_items)
        for row in self._rows(REPORT_FACTS, REPORT_FACTS.c.item_id.in_(shut)):
            yield row.item_id, f"{row.author}\n{row.contact_officer}\n{row.contact}\n{row.background}"
        for row in self._rows(REQUEST_TO_ADDRESS, REQUEST_TO_ADDRESS.c.item_id.in_(shut)):
            yield row.item_id, row.subject

    def _minuted(self) -> Iterator[tuple[int | None, str, bool]]:
        for minute in self._minutes:
            for text in self._words_of_minute(minute):
                yield minute.item_id, text, False

    def _words_of_minute(self, minute: Row[tuple[object, ...]]) -> Iterator[str]:
        yield from (minute.heading, minute.narrative, minute.lead)
        for resolution in self._rows(RESOLUTION, RESOLUTION.c.minute_id == minute.id):
            yield resolution.text

    def _acted(self) -> Iterator[tuple[int | None, str, bool]]:
        for action in self._rows(ACTION, ACTION.c.board_id == self._board_id):
            yield action.item_id, action.text, False
            for owner in self._rows(ACTION_OWNER, ACTION_OWNER.c.action_id == action.id):
                yield action.item_id, owner.name, True
            for progress in self._rows(ACTION_PROGRESS, ACTION_PROGRESS.c.action_id == action.id):
                yield action.item_id, progress.text, False

    def _texts_of_closed(self, paper: Row[tuple[object, ...]], number: str) -> Iterable[str]:
        try:
            return self._texts_of(paper)
        except UnreadableError as error:
            raise CannotDoError(
                f"The exempt paper {paper.file_name} (item {number}) cannot be read, so nobody can tell "
                f"whether any of it is in what the public sees: {error}. Ask for it as a PDF that opens."
            ) from error

    def _texts_of_open(self, paper: Row[tuple[object, ...]]) -> Iterable[str]:
        """What an open paper says; one that cannot be read excuses nothing, and whoever prints it says so."""
        try:
            return [*self._texts_of(paper), *self._marks_of(paper)]
        except UnreadableError:
            return ()

    def _texts_of(self, paper: Row[tuple[object, ...]]) -> Iterable[str]:
        """What a paper says on its pages."""
        content, ending = self._kept(paper)
        if content is None:
            return ()
        if ending == ".pdf":
            return in_pdf.text_of_pages(content)
        # The texts of its parts; the markup around them, and which program made it, are no secret.
        said_in = (said for said in everything_in(content, ending) if said.text)
        return [said.text for said in said_in if said.where.endswith(".xml") and said.where != _MADE_BY]

    def _marks_of(self, paper: Row[tuple[object, ...]]) -> Iterable[str]:
        """What an open paper holds beside its pages and may bring along: fonts, bookmarks, structure."""
        content, ending = self._kept(paper)
        return () if content is None or ending != ".pdf" else in_pdf.names_and_strings(content)

    def _kept(self, paper: Row[tuple[object, ...]]) -> tuple[bytes | None, str]:
        if self._folder is None:
            return None, ""
        if paper.digest in self._harmful:
            raise UnreadableError("it is damaged, or made to do harm")
        ending = Path(paper.file_name).suffix.lower()
        path = self._folder / "papers" / paper.digest[:2] / f"{paper.digest}{ending}"
        return (path.read_bytes() if path.is_file() else None), ending

    def _rows(self, table: Table, condition: ColumnElement[bool]) -> list[Row[tuple[object, ...]]]:
        return list(self._reading.execute(select(table).where(condition)))


def house_words() -> frozenset[str]:
    """The words that our own documents are made of, whatever a board's business is."""
    return frozenset(resource("leak-scan/house-words.txt").read_text(encoding="utf-8").split())
