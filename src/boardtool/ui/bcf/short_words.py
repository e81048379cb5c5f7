"""National words as the narrow grid shows them; the cell's editor, tooltip and copies have the whole word."""

from boardtool.domain.bcf.cells import ONE, plain
from boardtool.domain.bcf.lists import JOINT, YearLists
from boardtool.domain.bcf.plans import Line

_OF_THE_NHS = {"nhs_minimum": "minimum", "nhs_additional": "additional"}
_SOURCES = {
    "Additional LA Contribution": "LA additional",
    "Local Authority Discharge Funding": "LA discharge",
    "ICB Discharge Funding": "ICB discharge",
    "Local Authority Better Care Grant": "Better Care Grant",
}
_WORDS = {
    "Assistive Technologies and Equipment": "Assistive tech., equipment",
    "Bed based intermediate Care Services": "Bed based care",
    "Care Act Implementation Related Duties": "Care Act duties",
    "Carers Services": "Carers services",
    "Community Based Schemes": "Community schemes",
    "DFG Related Schemes": "DFG related",
    "Enablers for Integration": "Enablers",
    "High Impact Change Model for Managing Transfer of Care": "High Impact Change",
    "Home-based intermediate care services": "Home-based care",
    "Home-based intermediate care": "Home-based care",
    "Bed-based intermediate care": "Bed-based care",
    "Long-term home-based social care services": "Long-term home care",
    "Long-term home-based community health services": "Community health at home",
    "Long-term residential or nursing home care": "Residential, nursing",
    "Short-term home-based social care": "Short-term home care",
    "Support to carers, including unpaid carers": "Support to carers",
    "Wider support to promote prevention and independence": "Prevention, independence",
    "Discharge support and infrastructure": "Discharge support",
    "Evaluation and enabling integration": "Evaluation, integration",
    "Personalised budgeting and commissioning": "Personalised budgeting",
    "Assistive technologies and equipment": "Assistive tech., equipment",
    "Workforce recruitment and retention": "Workforce",
    "Urgent Community Response": "Urgent response",
    "Home Care or Domiciliary Care": "Home care",
    "Housing Related Schemes": "Housing related",
    "Integrated Care Planning and Navigation": "Care planning",
    "Personalised Budgeting and Commissioning": "Personalised budgeting",
    "Personalised Care at Home": "Personalised care",
    "Prevention / Early Intervention": "Prevention",
    "Reablement in a persons own home": "Reablement at home",
    "Residential Placements": "Residential placements",
    "Charity / Voluntary Sector": "Voluntary sector",
    "NHS Acute Provider": "NHS acute",
    "NHS Community Provider": "NHS community",
    "NHS Mental Health Provider": "NHS mental health",
    "Community Health": "Community",
    "LA": "Council",
}


def short_source(lists: YearLists, name: str) -> str:
    """A source in few words ("CCG minimum" in 2021-22); a word that is no source stays as it is."""
    kind = _OF_THE_NHS.get(lists.source_key(name))
    return _SOURCES.get(name, name) if kind is None else f"{lists.nhs_word} {kind}"


def short_word(name: str) -> str:
    return _WORDS.get(name) or _WORDS.get(name.partition(" (")[0], name)


def short_cell(lists: YearLists, field: str, line: Line) -> str:
    """What the grid shows for a word of a line; a joint commissioner is shown with its shares."""
    text: str = getattr(line, field)
    if field == "source":
        return short_source(lists, text)
    if field == "commissioner" and text == JOINT and line.nhs_share is not None:
        la = ONE - line.nhs_share if line.la_share is None else line.la_share
        return f"Joint {plain(line.nhs_share * 100)}:{plain(la * 100)}"
    return short_word(text)


def short_group(lists: YearLists, by: str, name: str) -> str:
    """A group of a total, by its short name; what has none is said to."""
    if not name:
        return "not filled in"
    return short_source(lists, name) if by == "source" else short_word(name)
