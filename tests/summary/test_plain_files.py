"""The summary as JSON and as CSV: everything there, decimals as strings, nothing a sheet would calculate."""

import csv
import io
import json

import pytest

from generator.summary.as_csv import harmless, summary_csv
from generator.summary.as_data import summary_data
from tests.conftest import PROJECT, ROOT
from tests.summary.trees import DEPARTMENT, add_unit, summary_of_tree

HARMFUL = ("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠A")


def lines_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_json_holds_the_published_totals_as_strings():
    data = summary_data(summary_of_tree(ROOT / "inputs"))
    by_unit = {d["path"].rpartition("/")[2]: d for d in data["dossiers"]}
    hongshan = by_unit["hongshan-2020"]
    assert [p["total"] for p in hongshan["projects"]] == ["93", "96", "96"]
    assert hongshan["department"]["total"] == "95"
    assert hongshan["weighted-mean"] == "94.614194"
    assert [p["total"] for p in by_unit["lukou-2023"]["projects"]] == ["99.1", "81.33"]
    assert by_unit["kaiping-2020"]["projects"][0]["total"] is None
    assert json.loads(json.dumps(data)) == data


def test_json_shows_both_sides_of_what_ties_out(workspace):
    add_unit(workspace, "甲", department=DEPARTMENT)
    (dossier,) = summary_data(summary_of_tree(workspace / "inputs"))["dossiers"]
    odd = [tie for tie in dossier["ties"] if tie["verdict"] == "不符"]
    assert odd == [
        {
            "code": "A09",
            "what": "合计与分项",
            "where": "甲图书馆",
            "left": {"label": "全年执行数", "value": "100"},
            "right": {"label": "各资金来源的全年执行数之和", "value": "99"},
            "difference": "1",
            "unit": "万元",
            "verdict": "不符",
            "remark": "",
        }
    ]


def test_csv_has_a_line_for_every_subject_and_for_what_could_not_be_read(workspace):
    add_unit(workspace, "甲", department=DEPARTMENT)
    (add_unit(workspace, "乙") / "unit.toml").write_text("year = ", encoding="utf-8")
    lines = lines_of(summary_csv(summary_of_tree(workspace / "inputs")))
    assert {(line["单位"], line["对象"]) for line in lines} == {
        ("乙", ""),
        ("甲图书馆", "项目"),
        ("甲图书馆", "部门整体"),
    }
    (broken,) = (line for line in lines if line["单位"] == "乙")
    assert broken["错误"] != "0"
    assert broken["总分"] == broken["全年预算数（万元）"] == ""
    assert "unit.toml" in broken["备注"]


@pytest.mark.parametrize("text", HARMFUL)
def test_no_word_of_a_list_is_calculated(text, workspace):
    assert harmless(text) == f"'{text}"
    quoted = json.dumps(text, ensure_ascii=False)
    add_unit(workspace, "甲", PROJECT.replace('"图书购置"', quoted))
    (line,) = lines_of(summary_csv(summary_of_tree(workspace / "inputs")))
    assert line["名称"].startswith("'")


def test_ordinary_words_stay_as_they_are():
    assert harmless("图书购置") == "图书购置"
    assert harmless("") == ""
