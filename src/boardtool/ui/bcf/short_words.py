"""National words as the narrow grid shows them; the cell's editor, tooltip and copies have the whole word."""

from boardtool.domain.bcf.cells import ONE, plain
from boardtool.domain.bcf.lists import JOINT, YearLists
from boardtool.domain.bcf.plans import Line

_SOURCES = {
    "nhs_minimum": "NHS minimum",
    "ibcf": "iBCF",
    "dfg": "DFG",
    "la_additional": "LA additional",
    "nhs_additional": "NHS additional",
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
    """A source by the short name that its national key has; a word that is no source stays as it is."""
    key = lists.source_key(name)
    if key == "ibcf" and name != "iBCF":
        return name
    return _SOURCES.get(key, name)


def short_word(name: str) -> str:
    return _WORDS.get(name, name)


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
