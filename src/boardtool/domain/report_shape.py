"""Which parts a report has, by its headings, and what it lists: appendices and background papers (R11).

Real reports number their headings or do not, and put reasons, finance and legal lines under others; so a part
is known by its words, and what stands beneath may be as short as "None".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from boardtool.domain.agenda import appendix_letter
from boardtool.domain.documents.report import DESK_COLUMNS, NO_APPENDIX, PROMPTS
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding
from boardtool.domain.text import clean_line, folded, listed

_LONGEST = 80  # letters of a heading; longer lines are text
_ENOUGH = 3  # headings that make a paper a report, one of them a report's alone
_NUMBERED = re.compile(r"^\s*(?:[-*\u2022]\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s+")
_APPENDIX = re.compile(r"\b(?i:app(?:endix|\.))\s+([A-Z]{1,2}|[a-z]|[1-9]\d?)\b")
_DAY = re.compile(r"\d{1,2}[ ./-](?:\d{1,2}|[a-z]{3,9})[ ./-]\d{2,4}", re.IGNORECASE)
_NOTHING = re.compile(r" (?:n a|none|nil|not applicable)$")  # "6.2 Legal N/A": the heading and what it says
_FOOTER = re.compile(r"\bpage \d+(?: of \d+)?$", re.IGNORECASE)
_NOT_FILLED = frozenset({"", "tbc", "tba", "this page is intentionally left blank", *map(folded, PROMPTS)})

_FEW = r"(?!(?:no|none|not|any|there|the|this|these|it)\b)(?:[a-z]+ ){0,3}"
"""Words that may stand before the one that matters in a heading, and not those that begin a sentence."""


INCOMPLETE, LEANS, APPENDICES = "incomplete", "appendix as background", "appendices"
"""Kinds of findings of a report; the last is followed by the letters that it lists ("appendices A B")."""


class Part(Enum):
    """What a report should have, in the words of the finding."""

    AUTHOR = "its author"
    PURPOSE = "a purpose"
    RECOMMENDATIONS = "recommendations"
    REASONS = "reasons for its recommendations"
    FINANCE = "a financial line"
    LEGAL = "a legal line"
    BACKGROUND = "a list of background papers"
    APPROVALS = "approvals with their dates"


_HEADINGS = (
    (Part.REASONS, re.compile(r"reasons?(?: for)?(?: the)? recommend\w+|reasons? for (?:the )?decisions?")),
    (Part.RECOMMENDATIONS, re.compile(r"(?:officer )?recommend(?:ation|ations|ed)\b.{0,40}")),
    (Part.PURPOSE, re.compile(r"(?:the )?(?:purpose|aim)s?(?: of(?: the| this)? report)?(?: and .{1,30})?")),
    (Part.BACKGROUND, re.compile(r"(?:list of )?background (?:papers?|documents?)")),
    (Part.FINANCE, re.compile(rf"{_FEW}(?:financ\w+|resources?)(?: [a-z]+){{0,4}}")),
    (Part.LEGAL, re.compile(rf"{_FEW}legal(?: [a-z]+){{0,4}}")),
)
_OTHERS = re.compile(
    r"executive summary|summary|(?:report )?background(?: and context)?|introduction"
    r"|issues and (?:choices|options)|(?:alternative )?options(?: considered)?|implications.{0,40}"
    r"|risks?(?: .{0,30})?|consultation.{0,30}"
    r"|consideration by (?:scrutiny|executive)|(?:climate|community|equality|environmental) .{0,30}"
    r"|list of appendices|appendices|conclusions?|next steps|contributors checkers approvers"
)
_LABELS = (
    (Part.AUTHOR, re.compile(r"(?:report )?authors?\b|(?:report|presented|prepared|written) by\b")),
    (Part.APPROVALS, re.compile(r".{0,40}\bapprov(?:al|ed|er|ers)\b|.{0,30}\bcleared\b|sign ?off\b")),
)
_DESKS = folded(" ".join(DESK_COLUMNS))


@dataclass(frozen=True, slots=True)
class ReportShape:
    """A report by its parts: those that it has no words for, and what it lists.

    `appendices` are their letters in order, whether the report letters or numbers them; `leans_on_appendix`
    where one is listed as a background paper, which it is not (Local Government Act 1972, s.100D).
    """

    lacking: tuple[Part, ...]
    appendices: tuple[str, ...] = ()
    leans_on_appendix: bool = False

    @property
    def findings(self) -> tuple[PaperFinding, ...]:
        """What it lacks, and what it lists, as findings of the paper; an item's report is asked of them."""
        found = []
        if self.lacking:
            says = f"As a report it lacks {listed(part.value for part in self.lacking)}. Ask the author."
            found.append(PaperFinding(INCOMPLETE, Severity.WARN, says))
        if self.leans_on_appendix:
            says = "It lists an appendix as a background paper: those are what it relies on. Ask the author."
            found.append(PaperFinding(LEANS, Severity.WARN, says))
        kind = " ".join((APPENDICES, *self.appendices))
        found.append(PaperFinding(kind, Severity.INFORM, f"It lists {appendices_named(self.appendices)}."))
        return tuple(found)


def is_of_report(finding: PaperFinding) -> bool:
    """Whether a finding is about a paper as a report: it says nothing of how the file is made."""
    return finding.kind.split()[0] == APPENDICES or finding.kind in {INCOMPLETE, LEANS}


def appendices_named(letters: Sequence[str]) -> str:
    """Appendices as a sentence names them: "no appendix", "appendix A", "appendices A and B"."""
    if not letters:
        return "no appendix"
    return f"appendi{'ces' if len(letters) > 1 else 'x'} {listed(letters)}"


def listed_appendices(finding: PaperFinding) -> tuple[str, ...] | None:
    """The letters of the appendices that a report lists, () for none; None of another kind of finding."""
    kind, *letters = finding.kind.split()
    return tuple(letters) if kind == APPENDICES else None


def shape_of(lines: Sequence[str]) -> ReportShape | None:
    """The shape of a report from its lines in order; None where it evidently is none."""
    sections = list(_sections([clean_line(line) for line in lines if line.strip()]))
    if not _is_report([heading for heading, _ in sections]):
        return None
    found = {part for heading, below in sections for part in _parts(heading, below)}
    found |= {part for part, label in _LABELS if _is_labelled(label, lines, dated=part is Part.APPROVALS)}
    if _is_cleared(lines):
        found.add(Part.APPROVALS)
    leans = [line for heading, below in sections if _part_of(heading) is Part.BACKGROUND for line in below]
    listed_there = [line for heading, below in sections if "appendi" in heading for line in below]
    return ReportShape(
        tuple(part for part in Part if part not in found),
        tuple(dict.fromkeys(_letters(listed_there))),
        leans_on_appendix=any(folded(line).startswith(("appendix", "app ")) for line in leans),
    )


def _is_report(headings: Sequence[str]) -> bool:
    """Whether headings are those of a report: a plan has a purpose and risks, too, but recommends nothing."""
    known = {_part_of(heading) or heading for heading in headings}
    own = {Part.RECOMMENDATIONS, Part.REASONS, Part.BACKGROUND} & known
    return len(known) >= _ENOUGH and bool(own or any(heading.endswith("report") for heading in headings))


def _sections(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each known heading, folded and without its number, and the lines beneath it up to the next."""
    heading, below = "", list[str]()
    for line in lines:
        words = folded(_NUMBERED.sub("", line))
        named = _NOTHING.sub("", words)
        if len(line) <= _LONGEST and (_part_of(named) is not None or _OTHERS.fullmatch(named)):
            if heading:
                yield heading, below
            heading, below = named, [line] if named != words else []
        else:
            below.append(line)
    if heading:
        yield heading, below


def _part_of(heading: str) -> Part | None:
    return next((part for part, words in _HEADINGS if words.fullmatch(heading)), None)


def _parts(heading: str, below: Sequence[str]) -> Iterator[Part]:
    """The parts that a heading and what stands beneath it make up."""
    part = _part_of(heading)
    said = folded(" ".join(line for line in below if not _FOOTER.search(line)))
    if part is None or said in _NOT_FILLED:
        return
    yield part
    if part is Part.RECOMMENDATIONS and "reason" in heading:
        yield Part.REASONS


def _is_labelled(label: re.Pattern[str], lines: Sequence[str], *, dated: bool) -> bool:
    """Whether a line begins with a label and says more, on it or on the next; `dated`: among it a day."""
    for place, line in enumerate(lines):
        words = folded(line)
        found = None if words == _DESKS else label.match(words)
        if found is not None and len(line) <= 3 * _LONGEST:
            said = " ".join((line, *lines[place + 1 : place + 3]))
            if _DAY.search(said) if dated else folded(said)[found.end() :].strip():
                return True
    return False


def _is_cleared(lines: Sequence[str]) -> bool:
    """Whether a desk of our template let the report pass: its row has the day when, beside that by which."""
    folded_lines = [folded(line) for line in lines]
    rows = lines[folded_lines.index(_DESKS) + 1 :] if _DESKS in folded_lines else ()
    return any(len(_DAY.findall(row)) > 1 for row in takewhile(_DAY.search, rows))


def _letters(lines: Sequence[str]) -> Iterator[str]:
    """The letter of the appendix that each line begins with; Appendix 1 is Appendix A."""
    for line in lines:
        found = _APPENDIX.search(line)
        if found is not None and line.strip() != NO_APPENDIX:
            yield appendix_letter(int(found[1])) if found[1].isdigit() else found[1].upper()
