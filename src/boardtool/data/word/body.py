"""What stands under the heading of a minute: narrative, resolutions and a table of actions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from boardtool.data.word.lines import Line, Row, broken, tidy
from boardtool.domain.dates import mentioned_date
from boardtool.domain.markdown import Paragraph, Run, parse, tidy_runs, to_markdown
from boardtool.domain.minutes_read import ReadAction, ReadResolution, ReadWarning

_DASH = "[-\u2013\u2014]"
_RESOLVED = re.compile(
    r"(?:(?i:(?:it was|(?:the )?(?:health and wellbeing )?board|members)\s+(?:then\s+)?(?:unanimously\s+)?)"
    r"(?:RESOLVED|AGREED|(?i:resolved)(?=\s+(?:unanimously\s+)?(?:that|to)\b))"
    r"|(?i:unanimously\s+)?(?:RESOLVED|Resolved|AGREED)|(?:DECISION|Decision)S?s?(?=\s*:))\b"
    rf"\s*(?:unanimously\b)?\s*(?::\s*{_DASH}?|{_DASH})?\s*(?:unanimously\s*)?"
    rf"(?:(?:(?i:that)|to)\b)?\s*(?::\s*{_DASH}?|{_DASH}|,)?\s*(?P<rest>.*)",
    re.DOTALL,
)
_THE_BOARD = re.compile(rf"the (?:health and wellbeing )?board\s*:\s*{_DASH}?", re.IGNORECASE)
_DECIDED = re.compile(r"(?:NOTED|AGREED|APPROVED|ENDORSED|SUPPORTED|RECEIVED|ACCEPTED|DELEGATED)\b")
_ACTION = re.compile(
    r"(?:ACTION|Action)(?: (?:point|no\.?))?\s*(?:(?P<number>[0-9]{5,6}/[0-9]{1,3})|[0-9]{1,3})?"
    rf"\s*(?::\s*{_DASH}?|{_DASH})\s*"
    r"(?P<owners>[A-Z][^.:;]{1,80}?) to (?P<text>[a-z].+)",
    re.DOTALL,
)
_BY_WHEN = re.compile(
    r"(?:,?\s+by|[.;]\s+(?:due|deadline|by)\s*:?)\s+(?P<due>[^.;]{4,40}?)\.?$", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?P<label>\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[).]|\(?\d{1,2}\))\s+(?P<text>\S.*)", re.DOTALL
)
_BULLET = re.compile(r"[-*+\u2022\u00b7\uf0b7]\s+(?=\S)")
_ACTIONS = re.compile(r"actions?:?", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,3}[.)]?")  # a place in this meeting's list, and no number of an action
_SUPPORTED = re.compile(r"\d{1,3}[.)]|[a-z]\)")


@dataclass(slots=True)
class Body:
    """The parts of a minute as they are found."""

    narrative: list[str] = field(default_factory=list)
    lead: str = ""
    resolutions: list[ReadResolution] = field(default_factory=list)
    actions: list[ReadAction] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        return to_markdown(parse("\n".join(self.narrative)))


def read_body(content: Sequence[Line | Row]) -> Body:
    body = Body()
    position = 0
    while position < len(content):
        part = content[position]
        if isinstance(part, Row):
            position += _read_table(body, part, content[position:])
        elif not part.level and (resolved := _RESOLVED.fullmatch(part.text.strip())) is not None:
            position += 1 + _read_resolved(body, part, resolved["rest"], content[position + 1 :])
        elif (decided := _read_decided(body, part, content[position + 1 :])) > 0:
            position += 1 + decided
        elif (action := _action_of(part)) is not None:
            body.actions.append(action)
            position += 1
        else:
            _tell(body, part)
            position += 1
    return body


def _read_decided(body: Body, line: Line, following: Sequence[Line | Row]) -> int:
    """Read "The Board:" where the labelled lines after it say "NOTED …"; gives how many of them it took."""
    if line.level or _THE_BOARD.fullmatch(line.text.strip()) is None:
        return 0
    labelled, taken = _labelled_after(following)
    told = [one for one in labelled if one is not None]
    if not told or _DECIDED.match(told[0][1]) is None:
        return 0
    body.lead = body.lead or line.words
    body.resolutions.extend(ReadResolution(*one) for one in told)
    return taken


def _action_of(line: Line) -> ReadAction | None:
    """The action that a line tells with its owner: "ACTION: Amy Bee to circulate it by 6 September 2022".

    A line that names only somebody ("Action: AB") stays narrative: what is to be done is anybody's guess.
    """
    found = _ACTION.fullmatch(line.words) if not line.level else None
    if found is None:
        return None
    text = found["text"]
    when = _BY_WHEN.search(text)
    due = when["due"] if when is not None and mentioned_date(when["due"], not_before=date.min) else ""
    text = text[: when.start()] if when is not None and due else text
    text = text[:1].upper() + text[1:].rstrip(" .")
    return ReadAction(found["number"] or "", text, found["owners"], due)


def told_in(lines: Sequence[Line]) -> str:
    """The lines as Markdown, whatever they say: nothing is taken for a resolution or an action."""
    body = Body()
    for line in lines:
        _tell(body, line)
    return body.markdown


def _tell(body: Body, line: Line) -> None:
    """Add a line to the narrative."""
    if _ACTIONS.fullmatch(line.text.strip()) and line.bold:
        return  # the heading of a table of actions
    if line.level:
        body.narrative.extend(("", _inline((Run(" ".join(line.text.split()), bold=True),)), ""))
        return
    if line.place is not None:
        body.narrative.append(_item(line))
        return
    for runs in broken(line.runs):
        bullet = _BULLET.match("".join(run.text for run in runs))
        if bullet:
            body.narrative.append(f"- {_inline(_without(runs, bullet.end()))}")
        elif runs:
            body.narrative.extend(("", _inline(runs), ""))


def _item(line: Line) -> str:
    """An item as Markdown; a label that our lists do not have stays in the words."""
    place = line.place
    depth = place.depth if place else 0
    label = place.label if place else ""
    runs = tidy(line)
    typed = _LABEL.fullmatch(line.text.strip())
    if not label and typed and _SUPPORTED.fullmatch(typed["label"]):
        label, runs = typed["label"], _without(runs, len(typed["label"]) + 1)
    if label and not _SUPPORTED.fullmatch(label):
        runs, label = (Run(f"{label} "), *runs), ""
    return f"{'    ' * depth}{label or '-'} {_inline(runs)}"


def _read_resolved(body: Body, line: Line, rest: str, following: Sequence[Line | Row]) -> int:
    """Read "RESOLVED that …" and the labelled lines after it; gives how many of those that follow it took."""
    first, *broken = rest.split("\n")
    labelled = [_label_of_text(words) for words in broken if words.strip()]
    taken = 0
    if not labelled or None in labelled:
        first = " ".join(rest.split())
        labelled, taken = _labelled_after(following)
    if labelled:
        body.lead = body.lead or " ".join(first.split())
        body.resolutions.extend(ReadResolution(*told) for told in labelled if told is not None)
    elif first.endswith(":") and (bullets := _bullets_after(following)):
        body.lead = body.lead or first
        taken = len(bullets)
        body.resolutions.extend(ReadResolution(f"{n})", words) for n, words in enumerate(bullets, 1))
    elif first:
        body.resolutions.append(ReadResolution("", first))
    else:
        taken = _read_unlabelled(body, line, following)
    return taken


def _read_unlabelled(body: Body, line: Line, following: Sequence[Line | Row]) -> int:
    """After a bare "RESOLVED that:" the bullets, or the one paragraph, say what."""
    texts: list[str] = []
    for part in following:
        if not isinstance(part, Line) or part.level or (texts and part.place is None):
            break
        texts.append(" ".join(part.text.split()))
        if part.place is None:
            break
    if not texts:
        body.warnings.append(ReadWarning(line.number, "nothing follows “RESOLVED”"))
    labels = [""] if len(texts) == 1 else [f"{index})" for index in range(1, len(texts) + 1)]
    body.resolutions.extend(ReadResolution(*told) for told in zip(labels, texts, strict=False))
    return len(texts)


def _bullets_after(following: Sequence[Line | Row]) -> list[str]:
    """The words of the bullets that come next, made by Word or typed."""
    bullets: list[str] = []
    for part in following:
        if not isinstance(part, Line) or part.level:
            break
        words = " ".join(part.text.split())
        typed = _BULLET.match(words)
        if typed is None and part.place is None:
            break
        bullets.append(words[typed.end() :] if typed is not None else words)
    return bullets


def _labelled_after(following: Sequence[Line | Row]) -> tuple[list[tuple[str, str] | None], int]:
    """The labelled lines that come next, their labels typed or counted by Word, and how many lines they took.

    A line that stands further in belongs to the one above.
    """
    labelled: list[tuple[str, str]] = []
    taken = 0
    for part in following:
        if not isinstance(part, Line) or part.level:
            break
        told = _label_of(part)
        if labelled and part.place is not None and part.place.depth > 0:
            label, text = labelled[-1]
            labelled[-1] = (label, f"{text} {part.words}")
        elif told is not None:
            labelled.append(told)
        else:
            break
        taken += 1
    return [*labelled], taken


def _label_of(line: Line) -> tuple[str, str] | None:
    if (typed := _label_of_text(line.text)) is not None:
        return typed
    if line.place and line.place.label:
        return line.place.label, " ".join(line.text.split())
    return None


def _label_of_text(words: str) -> tuple[str, str] | None:
    found = _LABEL.fullmatch(words.strip())
    return (found["label"], " ".join(found["text"].split())) if found else None


def _read_table(body: Body, first: Row, following: Sequence[Line | Row]) -> int:
    """A table of actions becomes actions; of any other the words are kept, a row to a paragraph.

    Gives how many rows it has.
    """
    rows = list(takewhile(lambda part: isinstance(part, Row) and part.table == first.table, following))
    words = [[_cell(cell) for cell in row.cells] for row in rows if isinstance(row, Row)]
    columns = {name: index for index, heading in enumerate(words[0]) if (name := _column(heading))}
    if {"number", "text"} <= columns.keys():
        body.actions.extend(_action(row, columns) for row in words[1:])
        return len(rows)
    number = next((line.number for cell in first.cells for line in cell), 0)
    body.warnings.append(ReadWarning(number, "a table was kept as plain lines"))
    for row in words:
        body.narrative.extend(("", _inline((Run(" | ".join(word for word in row if word)),)), ""))
    return len(rows)


def _column(heading: str) -> str:
    words = heading.lower().strip(" .:")
    if words in {"action no", "action number", "no", "ref", "number"}:
        return "number"
    if words in {"action", "action point", "actions"}:
        return "text"
    if words in {"allocated to", "owner", "owners", "by whom", "lead", "who"}:
        return "owners"
    return "due" if words in {"due", "by when", "due date", "when", "deadline"} else ""


def _action(row: Sequence[str], columns: dict[str, int]) -> ReadAction:
    def at(name: str) -> str:
        index = columns.get(name, len(row))
        return row[index] if index < len(row) else ""

    number = "" if _COUNTED.fullmatch(at("number")) else at("number")
    return ReadAction(number, at("text"), at("owners"), at("due"))


def _cell(cell: Sequence[Line]) -> str:
    return " / ".join(" / ".join(line.text.split("\n")) for line in cell if line.text.strip())


def _without(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """The runs without their first characters."""
    left: list[Run] = []
    for run in runs:
        left.append(Run(run.text[length:], run.bold))
        length = max(0, length - len(run.text))
    return tidy_runs(left)


def _inline(runs: Sequence[Run]) -> str:
    return to_markdown((Paragraph(tidy_runs(runs)),))
