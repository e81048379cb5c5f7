"""Metrics, scorecards and charts as files: native charts, limits as columns, real text, alternative words."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import page as validator
import pikepdf
import pypdfium2
import pytest
from lxml import etree
from tests.builders import a_board

from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import Statistic, Status
from boardtool.domain.performance.periods import month
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Settings
from boardtool.domain.performance.views import ChartView
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request
from boardtool.services.performance import figures, metrics
from boardtool.services.performance.charting import export_chart
from boardtool.services.performance.exporting import export_metrics, export_scorecard

TODAY = date(2022, 9, 6)
VALUES = [95.0, 94.0] * 7
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def metric(store: Store) -> int:
    """A metric with fourteen months and one that is suppressed, on the scorecard of one board."""
    board = a_board(store, council="North Northamptonshire Council")
    area = metrics.add_area(store, name="North Northamptonshire", code="E06000061")
    made = metrics.add_metric(
        store, key="home", name="=Discharged home", unit="%", direction=Direction.INCREASE, multiplier=100
    )
    for place, value in enumerate(VALUES):
        period = month(2021 + (3 + place) // 12, (3 + place) % 12 + 1)
        figures.record_figure(store, metric_id=made, area_id=area, period=period, value=value, today=TODAY)
    figures.set_target(store, metric_id=made, value=95.1)
    last = month(2022, 5)
    figures.comment(
        store, metric_id=made, area_id=area, period=last, text="-Better", author="Cheryl", today=TODAY
    )
    metrics.put_on_scorecard(store, board_id=board, metric_id=made, area_id=area)
    return made


def test_the_workbook_has_native_charts_and_the_limits_as_columns(
    store: Store, metric: int, tmp_path: Path
) -> None:
    assert metric
    target = tmp_path / "metrics.xlsx"
    with store.reading() as reading:
        export_metrics(reading, what="NNHWB", path=target, today=TODAY)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Metrics", "=Discharged home", "Figures"]
    sheet = book["=Discharged home"]
    assert [cell.value for cell in sheet[4]][:6] == [
        "Period", "Value", "Mean", "Lower limit", "Upper limit", "Target",
    ]  # fmt: skip
    first = [cell.value for cell in sheet[5]][:6]
    assert first[:3] == ["April 2021", 95, 94.5]
    assert first[3] == pytest.approx(94.5 - 2.66)
    assert first[5] == 95.1
    assert [sheet.column_dimensions[column].hidden for column in "HIK"] == [False, True, False]
    assert sheet.print_title_rows == "$4:$4"
    assert sheet["A2"].value.startswith("No change beyond the usual variation.")
    with zipfile.ZipFile(target) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "Latest, May 2022: 94.0" in drawing
    assert chart.count("<c:ser>") == 5
    assert "lineChart" in chart
    assert book["Figures"]["B2"].value == "=Discharged home"
    assert book["Figures"]["B2"].data_type == "s"


def test_the_csv_comes_in_again_as_it_went_out(store: Store, metric: int, tmp_path: Path) -> None:
    assert metric
    target = tmp_path / "metrics.csv"
    with store.reading() as reading:
        export_metrics(reading, what=None, path=target, today=TODAY)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(VALUES)
    assert rows[0]["name"] == "'=Discharged home"
    assert rows[-1]["commentary"] == "'-Better"
    assert (rows[0]["period"], rows[0]["value"], rows[0]["target"]) == ("2021-04", "95.0", "95.1")
    found = importing.read("metrics", Request(target))
    assert isinstance(found, FileRead)
    report = importing.preview(store, found, today=TODAY)
    assert report.rejected == ()
    assert {row.values["value"] for row in report.rows} == {94, 95}
    assert {change for row in report.rows for change in row.changes} <= {"target", "unit", "comment"}


def test_the_scorecard_as_pdf_and_word(store: Store, metric: int, tmp_path: Path) -> None:
    assert metric
    with store.reading() as reading:
        for ending in (".pdf", ".docx"):
            export_scorecard(reading, what="NNHWB", path=tmp_path / f"card{ending}", today=TODAY)
        with pytest.raises(CannotDoError, match=r"one of \.xlsx, \.pdf, \.docx"):
            export_scorecard(reading, what="NNHWB", path=tmp_path / "card.odt", today=TODAY)
        export_scorecard(reading, what="NNHWB", path=tmp_path / "card.xlsx", today=TODAY)
    assert openpyxl.load_workbook(tmp_path / "card.xlsx").sheetnames[0] == "Metrics"
    document = docx.Document(str(tmp_path / "card.docx"))
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Metric", "Latest", "Target", "Variation", "Assurance", "Trend, limits", "What it says",
    ]  # fmt: skip
    cells = [cell.text.strip() for cell in table.rows[1].cells]
    assert cells[0] == "=Discharged home\n%"
    assert cells[1] == "94.0\u00a0%\nMay 2022"
    assert cells[2] == "95.1\u00a0%\nMissed"
    assert cells[3:] == ["No change", "Hit or miss", "91.8 to 97.2", "-Better"]
    said = [str(each.get("descr")) for each in table._tbl.iter(DRAWN)]
    assert [words[:28] for words in said] == ["", "", "The last 14 figures: 95.0, 9"]
    accessible = validator.validate_pdf_bytes(
        (tmp_path / "card.pdf").read_bytes(), profile=validator.ValidationProfile.PDF_UA_1
    )
    assert not accessible.failures
    page = pypdfium2.PdfDocument(tmp_path / "card.pdf")[0].get_textpage().get_text_range()
    assert "Performance scorecard as of 6 September 2022" in page


def test_a_chart_as_svg_has_real_text_and_says_what_it_shows(
    store: Store, metric: int, tmp_path: Path
) -> None:
    assert metric
    target = tmp_path / "chart.svg"
    with store.reading() as reading:
        export_chart(reading, what="NNHWB/home", path=target, today=TODAY)
    root = etree.fromstring(target.read_bytes())
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert {"Mean 94.5", "Target 95.1", "Upper limit 97.2", "Lower limit 91.8", "2021-22"} <= set(words)
    assert root.findtext(f"{SVG}title") == "=Discharged home, North Northamptonshire"
    said = root.findtext(f"{SVG}desc") or ""
    assert "Latest 94.0\u00a0% in May 2022, mean 94.5. Limits 91.8 to 97.2. Target 95.1\u00a0%." in said
    assert not list(root.iter(f"{SVG}script"))


def test_a_chart_in_papers_has_alternative_text_and_its_figures(
    store: Store, metric: int, tmp_path: Path
) -> None:
    assert metric
    with store.reading() as reading:
        for ending in (".pdf", ".docx", ".png"):
            export_chart(reading, what="home", path=tmp_path / f"chart{ending}", today=TODAY)
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    document = docx.Document(str(tmp_path / "chart.docx"))
    [picture] = document.inline_shapes
    assert picture._inline.docPr.get("descr").startswith("=Discharged home, North Northamptonshire.")
    assert len(document.tables[0].rows) == len(VALUES) + 1
    with pikepdf.open(tmp_path / "chart.pdf") as pdf:
        structure = str(pdf.Root.StructTreeRoot.objgen)
        texts = [str(one.get("/Alt", "")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    assert structure
    assert any("Latest 94.0" in words for words in texts)


def test_what_is_not_there_is_said(store: Store, metric: int, tmp_path: Path) -> None:
    assert metric
    other = metrics.add_area(store, name="West Northamptonshire")
    with store.reading() as reading:
        with pytest.raises(CannotDoError, match="no figures to draw"):
            export_chart(reading, what="home@West Northamptonshire", path=tmp_path / "c.svg", today=TODAY)
        with pytest.raises(CannotDoError, match="no area Corby"):
            export_chart(reading, what="home@Corby", path=tmp_path / "c.svg", today=TODAY)
        with pytest.raises(CannotDoError, match="no metric nothing"):
            export_chart(reading, what="nothing", path=tmp_path / "c.svg", today=TODAY)
        with pytest.raises(CannotDoError, match=r"\.xlsx or \.csv"):
            export_metrics(reading, what=None, path=tmp_path / "m.pdf", today=TODAY)
    figures.record_figure(
        store, metric_id=metric, area_id=other, period=month(2022, 5), value=90, today=TODAY
    )
    board = a_board(store, "WNHWB")
    metrics.put_on_scorecard(store, board_id=board, metric_id=metric, area_id=other)
    with store.reading() as reading, pytest.raises(CannotDoError, match="home@West Northamptonshire"):
        export_chart(reading, what="home", path=tmp_path / "c.svg", today=TODAY)


@pytest.fixture
def systems(store: Store, metric: int) -> int:
    """Five areas with numerators and denominators of one month, the first on the board's scorecard."""
    assert metric
    made = metrics.add_metric(
        store,
        key="unplanned",
        name="Unplanned admissions",
        unit="per 100,000",
        direction=Direction.DECREASE,
        statistic=Statistic.RATE,
        multiplier=100_000,
    )
    for name, events, people in (
        ("Northamptonshire", 5559, 736219),
        ("Nottingham", 11192, 1043665),
        ("Dorset", 8116, 773839),
        ("Coventry", 9829, 949454),
        ("Bedfordshire", 8328, 950874),
    ):
        area = metrics.add_area(store, name=name)
        figures.record_figure(
            store,
            metric_id=made,
            area_id=area,
            period=month(2022, 5),
            numerator=events,
            denominator=people,
            today=TODAY,
        )
        if name == "Northamptonshire":
            metrics.put_on_scorecard(store, board_id=1, metric_id=made, area_id=area)
    return made


@pytest.mark.parametrize(
    ("what", "view", "said"),
    [
        ("home", ChartView.TIME, "Target 95.1"),
        ("home", ChartView.YEAR, "planned"),
        ("unplanned@Dorset", ChartView.AREAS, "number 2 of 5 by size"),
        ("unplanned@Dorset", ChartView.FUNNEL, "Dorset is one of them"),
        ("NNHWB", ChartView.SMALL, "Performance in small charts"),
        ("NNHWB", ChartView.MATRIX, "Hit or miss"),
    ],
)
def test_every_chart_is_a_drawing_with_real_text_and_a_picture(
    store: Store, systems: int, tmp_path: Path, what: str, view: ChartView, said: str
) -> None:
    assert systems
    target = tmp_path / "chart.svg"
    with store.reading() as reading:
        for ending in (".svg", ".png"):
            export_chart(reading, what=what, path=target.with_suffix(ending), today=TODAY, view=view)
    root = etree.parse(target).getroot()
    words = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert said in words
    title, description = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert title
    assert description
    assert len(description) > len(title)
    assert target.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("view", list(ChartView))
def test_every_chart_is_a_paper_whose_drawing_says_what_it_shows(
    store: Store, systems: int, tmp_path: Path, view: ChartView
) -> None:
    assert systems
    what = "NNHWB" if view.is_of_scorecard else "unplanned@Dorset" if view is ChartView.FUNNEL else "NNHWB"
    with store.reading() as reading:
        for ending in (".pdf", ".docx"):
            export_chart(reading, what=what, path=tmp_path / f"c{ending}", today=TODAY, view=view)
    shapes = docx.Document(str(tmp_path / "c.docx")).inline_shapes
    assert all(shape._inline.docPr.get("descr") for shape in shapes)
    assert len(shapes) > 0
    with pikepdf.open(tmp_path / "c.pdf") as document:
        assert "/StructTreeRoot" in document.Root


def test_a_chart_that_cannot_be_drawn_says_why(store: Store, systems: int, tmp_path: Path) -> None:
    assert systems
    target = tmp_path / "c.svg"
    with store.reading() as reading:
        for what, view, reason in (
            ("home", ChartView.FUNNEL, "A funnel needs 4 areas"),
            ("home", ChartView.MATRIX, "home is no board"),
            ("NNHWB", ChartView.AREAS, "Say which one, such as home@North Northamptonshire, unplanned@"),
        ):
            with pytest.raises(CannotDoError, match=reason):
                export_chart(reading, what=what, path=target, today=TODAY, view=view)
    assert not target.exists()


def test_a_metric_whose_figures_are_all_withheld_has_nothing_to_draw(
    store: Store, systems: int, tmp_path: Path
) -> None:
    withheld = metrics.add_metric(store, key="withheld", name="Withheld")
    figures.record_figure(
        store,
        metric_id=withheld,
        area_id=1,
        period=month(2022, 5),
        status=Status.SUPPRESSED,
        today=TODAY,
    )
    metrics.put_on_scorecard(store, board_id=1, metric_id=withheld, area_id=1)
    assert systems
    with store.reading() as reading:
        with pytest.raises(CannotDoError, match="no figures to draw for withheld"):
            export_chart(reading, what="withheld", path=tmp_path / "c.svg", today=TODAY)
        export_chart(reading, what="NNHWB", path=tmp_path / "c.docx", today=TODAY)
    assert len(docx.Document(str(tmp_path / "c.docx")).inline_shapes) == 2


def test_moving_ranges_are_drawn_listed_and_said_where_the_metric_shows_them(
    store: Store, metric: int, tmp_path: Path
) -> None:
    metrics.change_settings(store, metric_id=metric, settings=Settings(moving_ranges=True))
    with store.reading() as reading:
        for ending in (".svg", ".docx"):
            export_chart(reading, what="home", path=tmp_path / f"c{ending}", today=TODAY)
        export_metrics(reading, what="home", path=tmp_path / "c.xlsx", today=TODAY)
    drawing = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert "Moving range: change from one month to the next, points" in drawing
    assert "No change from one month to the next is larger than usual." in drawing
    paper = docx.Document(str(tmp_path / "c.docx"))
    [table] = paper.tables
    assert [cell.text for cell in table.rows[1].cells][3] == "1.0 points"
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["=Discharged home"]
    headings = [cell.value for cell in sheet[4]]
    at = headings.index("Moving range")
    assert headings[at + 1] == "Range limit"
    assert [sheet.cell(row, at + 1).value for row in (5, 6)] == [None, 1]
    assert sheet.cell(6, at + 2).value == pytest.approx(3.267)
