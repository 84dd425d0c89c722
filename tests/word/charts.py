"""Files with charts for tests, and what a person or a program does to them."""

import io
import re
import zipfile
from decimal import Decimal

from generator.model.blocks import Chart, Series
from generator.word.edited.edited_charts import charts_of
from generator.word.edited.file import WordFile
from tests.roundtrip.hand.hands import on
from tests.word.samples import REPORT, part, report_of, write

CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"
SHEET = "xl/worksheets/sheet1.xml"


def chart(
    values=("95.3", "80"), names=("甲", "乙"), series="执行率（%）", title="各项目得分", key="chart"
):
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    return Chart(title, tuple(names), (Series(series, numbers),), "chart", (), key)


def file_with(*charts) -> bytes:
    blocks = report_of()
    return write(part(REPORT, blocks._replace(body=(*blocks.body, *charts))))


def in_chart(old: str, new: str):
    """Change the XML of a chart as it stands."""

    def change(page):
        text = page.parts[CHART].decode()
        assert re.search(old, text)
        page.parts[CHART] = re.sub(old, new, text, count=1).encode()

    return on(change)


recolour = in_chart(
    "(?=<c:cat>)",
    '<c:spPr><a:solidFill><a:srgbClr val="FF8800"/></a:solidFill></c:spPr>',
)


def in_book(*changes: tuple[str, str]):
    """Change the sheet of the workbook beside a chart, and pack it otherwise."""

    def change(page):
        page.parts[BOOK] = repacked(page.parts[BOOK], *changes)

    return on(change)


def repacked(data: bytes, *changes: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in changes if name == SHEET else ():
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return buffer.getvalue()


def sheet(book: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(book)).read(SHEET).decode()


def shown(data: bytes):
    """Return what the charts of a file show."""
    return [own.data for own in charts_of(WordFile(data))]
