"""Minutes as Democratic Services write them in Word, read with whatever is odd about them told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from boardtool.data.word.body import read_body
from boardtool.data.word.comings import closing_time, stamps_in
from boardtool.data.word.gate import WordParts, open_parts
from boardtool.data.word.head import Head, after_the_lists, read_head, read_list_under
from boardtool.data.word.headings import MinuteStart, minute_starts
from boardtool.data.word.lines import DocumentLines, Line, Row, read_lines
from boardtool.data.word.people import apologies_in
from boardtool.data.word.table_minutes import minutes_in_table
from boardtool.domain.boards import ItemRole
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.item_roles import role_of_subject
from boardtool.domain.minutes_read import ReadMinute, ReadMinutes, ReadPerson, ReadStamp, ReadWarning
from boardtool.domain.text import folded, without_honorific


def read_minutes(path: Path) -> ReadMinutes:
    """Read the Word file of a meeting's minutes.

    Tracked changes are read as accepted and comments are left out, each with a warning.

    Raises:
        InputRefusedError: not a Word document, damaged, too large, an agenda, or without minutes in it.
    """
    parts = open_parts(path)
    found = read_lines(parts)
    content = [part for part in found.content if isinstance(part, Row) or part.text.strip()]
    after = after_the_lists(content)
    in_table = minutes_in_table(content, after)
    if in_table is not None:
        content, starts = in_table.content, in_table.starts
    else:
        starts = minute_starts(content, after)
    if not starts:
        raise InputRefusedError(
            f"No minutes were found in {path.name}: there is no numbered, bold or styled heading."
        )
    read = _Interpreter(parts, found, content, starts).minutes()
    if in_table is not None:
        told = ReadWarning(0, "the minutes stand in a table: each item of it was read as a minute")
        read = replace(read, warnings=(told, *read.warnings))
    if not _tells_of_a_meeting(read) and any(map(_says_agenda, content)):
        raise InputRefusedError(
            f"{path.name} is an agenda: nothing in it says who was present, what was resolved or when "
            "the meeting closed. Choose the Word file of the minutes. "
            "An agenda is imported as one, from a workbook."
        )
    return read


def _tells_of_a_meeting(read: ReadMinutes) -> bool:
    """Whether it holds what only a meeting that was held can give."""
    decided = any(minute.resolutions or minute.actions for minute in read.minutes)
    return decided or bool(read.present or read.stamps or read.closed_at)


def _says_agenda(part: Line | Row) -> bool:
    """A line of its own with just the word, however it is spaced: "A G E N D A"."""
    return isinstance(part, Line) and "".join(part.text.split()).casefold() == "agenda"


class _Interpreter:
    """Reads the minutes of one document; the warnings gather on the way."""

    def __init__(
        self, parts: WordParts, found: DocumentLines, content: list[Line | Row], starts: list[MinuteStart]
    ) -> None:
        self._content = content
        self._starts = starts
        self._head = read_head(content, starts[0].index)
        self._warnings = list(_about_the_file(parts, found))
        self._stamps: list[ReadStamp] = []
        self._apologies: list[ReadPerson] = []
        self._closed_at: str | None = None

    def minutes(self) -> ReadMinutes:
        head = self._head
        for start, end in self._spans():
            read_list_under(head, start.heading, self._content[start.index + 1 : end])
        self._apologies = list(head.people["apologies"])
        minutes = tuple(self._minute(start, end) for start, end in self._spans())
        self._warnings.extend(_about_the_head(head))
        self._warnings.extend(_about_the_numbers(minutes))
        return ReadMinutes(
            title=head.title,
            date=head.day,
            start=head.start,
            place=head.place,
            present=tuple(head.people["present"]),
            officers=tuple(head.people["officers"]),
            apologies=tuple(self._apologies),
            absent=tuple(head.people["absent"]),
            minutes=minutes,
            stamps=tuple(self._stamps),
            closed_at=self._closed_at,
            warnings=tuple(sorted(self._warnings, key=lambda warning: warning.paragraph)),
        )

    def _spans(self) -> Iterator[tuple[MinuteStart, int]]:
        ends = [*(start.index for start in self._starts[1:]), len(self._content)]
        return zip(self._starts, ends, strict=True)

    def _minute(self, start: MinuteStart, end: int) -> ReadMinute:
        lines = self._without_closing(self._content[start.index + 1 : end])
        body = read_body(lines)
        self._warnings.extend(body.warnings)
        for line in lines:
            if isinstance(line, Line):
                self._read_comings(line, start.number)
        heading = start.heading
        if heading.lower().startswith("apolog") or role_of_subject(heading) is ItemRole.APOLOGIES:
            self._read_apologies(lines)
        return ReadMinute(
            number=start.number,
            heading=start.heading,
            narrative=body.markdown,
            lead=body.lead,
            resolutions=tuple(body.resolutions),
            actions=tuple(body.actions),
            paragraph=start.paragraph,
        )

    def _without_closing(self, lines: list[Line | Row]) -> list[Line | Row]:
        """The lines before the one that closes the meeting; what follows it is a place to sign."""
        for index, line in enumerate(lines):
            if isinstance(line, Line) and (closed_at := closing_time(line)) is not None:
                self._closed_at = closed_at
                left_out = sum(
                    isinstance(part, Row) or bool(part.text.strip()) for part in lines[index + 1 :]
                )
                if left_out:
                    self._warn(line.number, f"{left_out} lines after the close of the meeting were left out")
                return lines[:index]
        return lines

    def _read_comings(self, line: Line, minute: int | None) -> None:
        people = (*self._head.people["present"], *self._head.people["officers"])
        stamps = stamps_in(line, minute, people)
        self._stamps.extend(stamps)
        for stamp in stamps:
            if not stamp.name:
                self._warn(
                    line.number,
                    f"“{stamp.who}” at {stamp.at}: nobody on the lists has just this name or post",
                )
        if stamps and line.text.count("(") > line.text.count(")"):
            self._warn(line.number, "a bracket is opened and not closed")

    def _read_apologies(self, lines: Sequence[Line | Row]) -> None:
        for line in lines:
            if not isinstance(line, Line):
                continue
            people, doubtful = apologies_in(line.words, line.number)
            listed = {_bare(person) for person in self._apologies}
            self._apologies.extend(person for person in people if _bare(person) not in listed)
            for name in doubtful:
                self._warn(line.number, f"read as one name, “{name}”: check the commas")

    def _warn(self, paragraph: int, text: str) -> None:
        self._warnings.append(ReadWarning(paragraph, text))


def _bare(person: ReadPerson) -> str:
    return folded(without_honorific(person.name))


def _about_the_file(parts: WordParts, found: DocumentLines) -> Iterator[ReadWarning]:
    if changes := found.insertions + found.deletions:
        yield ReadWarning(0, f"{changes} tracked changes were read as if they were accepted")
    if parts.has_comments:
        yield ReadWarning(0, "comments were left out")
    if found.hidden:
        yield ReadWarning(0, f"{found.hidden} pieces of hidden text were left out")


def _about_the_head(head: Head) -> Iterator[ReadWarning]:
    if head.day is None:
        yield ReadWarning(0, "no date of the meeting was found before the first minute")
    if not head.people["present"]:
        yield ReadWarning(0, "no list of those present was found before the first minute")


def _about_the_numbers(minutes: Sequence[ReadMinute]) -> Iterator[ReadWarning]:
    without = [minute for minute in minutes if minute.number is None]
    if without:
        yield ReadWarning(without[0].paragraph, f"{len(without)} minutes have no number")
    for before, after in pairwise(minute for minute in minutes if minute.number is not None):
        if after.number != (before.number or 0) + 1:
            yield ReadWarning(after.paragraph, f"minute {after.number} follows minute {before.number}")
