"""Charts are Word's own: editable, with their numbers in a workbook beside."""

import io
import zipfile
from decimal import Decimal

from generator.model.blocks import Chart, Series
from tests.word.samples import REPORT, assert_valid, opened, part, report_of, write

CHART = Chart(
    "各项目 & 得分",
    ("甲 & <乙>", "丙"),
    (Series("执行率（%）", (Decimal("95.3"), None)), Series("得分", (Decimal(90), Decimal(80)))),
    "chart",
    ("p/funds.rate",),
    "chart",
)


def with_charts(*charts):
    blocks = report_of()
    return write(part(REPORT, blocks._replace(body=(*blocks.body, *charts))))


def test_a_chart_is_valid_and_stands_under_its_title(tmp_path):
    data = with_charts(CHART)
    assert_valid(data, tmp_path)
    texts = [p.text for p in opened(data).paragraphs]
    assert "各项目 & 得分" in texts
    assert len(opened(data).inline_shapes) == 1


def test_its_numbers_are_in_the_chart_and_in_the_workbook():
    with zipfile.ZipFile(io.BytesIO(with_charts(CHART))) as package:
        xml = package.read("word/charts/chart1.xml").decode()
        sheet = zipfile.ZipFile(io.BytesIO(package.read("word/embeddings/chart1.xlsx")))
        cells = sheet.read("xl/worksheets/sheet1.xml").decode()
    assert "<c:v>95.3</c:v>" in xml
    assert "甲 &amp; &lt;乙&gt;" in xml
    assert 'axId val="-' not in xml
    assert "<v>95.3</v>" in cells


def test_two_charts_do_not_clash_and_bytes_repeat(tmp_path):
    other = CHART._replace(key="chart2", title="二")
    first, second = with_charts(CHART, other), with_charts(CHART, other)
    assert first == second
    assert_valid(first, tmp_path)
