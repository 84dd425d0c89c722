"""Charts as Word draws them itself: a reader can edit them, and the numbers lie in a workbook beside."""

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from xlsxwriter import Workbook

from generator.model.blocks import Chart
from generator.model.spans import plain_text
from generator.word.value_xml import attribute
from generator.word.xml import RELATIONS, TYPES, bytes_of, parse

_WIDTH, _HEIGHT = 5_400_000, 2_880_000  # 15 × 8 cm
_DAY = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
_AXES = ((b"-2068027336", b"111111111"), (b"-2113994440", b"222222222"))
_TEXT = (b'sz="1800"', b'sz="1000"')
# Without a name for its East-Asian words a chart takes whatever font the program has first.
_UNNAMED = b'<a:defRPr sz="1000"/>'
_FONTS = (
    '<a:defRPr sz="1000"><a:latin typeface="Times New Roman"/><a:ea typeface={}/>'
    '<a:cs typeface="Times New Roman"/></a:defRPr>'
)
_FONT = "仿宋_GB2312"
_KINDS = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
}
_FROM_ZERO = (b"<c:scaling/>", b'<c:scaling><c:min val="0"/></c:scaling>')  # bars mislead otherwise
_NO_TITLE = (b'<c:autoTitleDeleted val="0"/>', b'<c:autoTitleDeleted val="1"/>')  # it stands above
_FIRST_ON_TOP = (b'<c:orientation val="minMax"/>', b'<c:orientation val="maxMin"/>')
_BEFORE, _OWN_LEGEND = (
    b"<c:dispBlanksAs",
    re.compile(rb"<c:legend>.*?(?=<c:dispBlanksAs)", re.DOTALL),
)
_LABELS = b"<c:dLbls>%s</c:dLbls><c:cat>" % b"".join(
    b'<c:show%s val="%d"/>' % (name, name == b"Val")
    for name in (b"LegendKey", b"Val", b"CatName", b"SerName", b"Percent", b"BubbleSize")
)
_LEGEND = b'<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ChartParts(NamedTuple):
    """What charts bring into a package."""

    parts: dict[str, bytes]
    types: bytes
    relations: bytes


def drawing(number: int, chart: Chart) -> str:
    """Write the run that shows a chart."""
    a = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{a}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{_WIDTH}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{9000 + number}" name="chart{number}" descr={attribute(plain_text(chart.said))}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{a}/main"><a:graphicData uri="{a}/chart">'
        f'<c:chart xmlns:c="{a}/chart" xmlns:r="{_OFFICE}" r:id="rIdChart{number}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_parts(
    charts: Sequence[Chart], types: bytes, relations: bytes, fonts: Mapping[str, str]
) -> ChartParts:
    """Write the parts of all charts, and name them in the lists of the package.

    ``fonts`` stand for others in this workspace.
    """
    listed, related = parse(types), parse(relations)
    parts: dict[str, bytes] = {}
    for number, chart in enumerate(charts, 1):
        name, sheet = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
        parts[name] = _chart_xml(chart, fonts.get(_FONT, _FONT))
        parts[sheet] = _workbook(chart)
        parts[f"word/charts/_rels/chart{number}.xml.rels"] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
            f'"{RELATIONS[1:-1]}"><Relationship Id="rId1" Type="{_OFFICE}/package" '
            f'Target="../embeddings/chart{number}.xlsx"/></Relationships>'
        ).encode()
        etree.SubElement(
            listed, f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": _CHART_TYPE}
        )
        etree.SubElement(
            listed, f"{TYPES}Override", {"PartName": f"/{sheet}", "ContentType": _SHEET_TYPE}
        )
        target = {"Target": f"charts/chart{number}.xml"}
        kind = {"Id": f"rIdChart{number}", "Type": f"{_OFFICE}/chart"}
        etree.SubElement(related, f"{RELATIONS}Relationship", {**kind, **target})
    return ChartParts(parts, bytes_of(listed), bytes_of(related))


def _chart_xml(chart: Chart, font: str) -> bytes:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call] # the library has no types
    data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.name, series.values)
    writer: Any = ChartXmlWriter(_KINDS[chart.kind], data)  # type: ignore[no-untyped-call]
    xml: bytes = _OWN_LEGEND.sub(b"", writer.xml.encode())
    named = (_UNNAMED, _FONTS.format(attribute(font)).encode())
    for old, new in (*_AXES, _TEXT, named, _NO_TITLE, (_BEFORE, _LEGEND + _BEFORE)):
        xml = xml.replace(old, new)
    if chart.kind in ("columns", "bars"):
        xml = xml.replace(*_FROM_ZERO)
    if chart.kind == "bars":
        xml = xml.replace(*_FIRST_ON_TOP)
    if chart.kind == "pie":
        xml = xml.replace(b"<c:cat>", _LABELS)
    external = (
        b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.replace(b"</c:chartSpace>", external)


def _workbook(chart: Chart) -> bytes:
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _DAY})
    sheet = book.add_worksheet("Sheet1")
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return buffer.getvalue()
