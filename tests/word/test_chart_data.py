"""What a chart shows is read and written at its places, whatever it looks like."""

import pytest

from generator.word.chart_data import ChartData, SeriesData, chart_data, read_chart, write_chart
from generator.word.edited.file import WordFile
from generator.word.xml import parse, text_of
from tests.word.charts import CHART, chart, file_with, recolour

DATA = ChartData(("甲", "乙"), (SeriesData("执行率（%）", ("95.3", "80")),))


def root(data: bytes):
    return parse(WordFile(data).parts[CHART])


def test_a_chart_of_ours_is_read():
    assert read_chart(root(file_with(chart()))) == DATA


def test_a_value_that_is_not_there_is_empty():
    found = read_chart(root(file_with(chart((None, "80")))))
    assert found.series[0].values == ("", "80")


@pytest.mark.parametrize(
    ("written", "read"),
    [("100.00", "100"), ("95.240000000000009", "95.24"), ("1E2", "100"), ("n/a", "n/a")],
)
def test_a_number_is_the_same_however_a_program_writes_it(written, read):
    own = root(file_with(chart()))
    own.find(".//{*}val//{*}v").text = written
    assert read_chart(own).series[0].values[0] == read


@pytest.mark.parametrize(
    "now",
    [
        DATA,
        ChartData(("甲", "丙"), (SeriesData("得分", ("1", "2")),)),
        ChartData(("甲", "乙", "丙"), (SeriesData("得分", ("1", "", "3")),)),
        ChartData(("甲",), (SeriesData("得分", ("",)),)),
    ],
    ids=["nothing", "other words", "more", "fewer"],
)
def test_what_is_written_is_read_again_and_the_look_stays(now):
    own = root(recolour(file_with(chart())))
    write_chart(own, now, None)
    assert read_chart(own) == now
    assert "FF8800" in text_of(own)


def test_a_chart_in_levels_is_of_no_kind_of_ours():
    own = root(file_with(chart()))
    own.find(".//{*}cat/{*}strRef").tag = own.tag.replace("chartSpace", "multiLvlStrRef")
    for cache in list(own.iterfind(".//{*}multiLvlStrRef/{*}strCache")):
        cache.tag = cache.tag.replace("strCache", "multiLvlStrCache")
    assert read_chart(own) is None


def test_cells_make_the_same_chart_again():
    assert chart_data(dict(DATA.cells())) == DATA
    assert DATA.said(1, 1) == "甲执行率（%）"
