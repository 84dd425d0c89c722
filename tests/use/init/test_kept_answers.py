"""What was answered beside last year's material is kept, or it is said what was not."""

import pytest
import tomli

from generator.use.init.begin import begin
from generator.use.init.kept_answers import keep_answers
from generator.use.init.wish import Wish
from generator.use.library import Library
from tests.excel.form.workbooks import known_form

UNIT = 'year = 2024\nscheme = "mof-2020"\n\n[unit]\nname = "甲局" # 全称\n'
FILES = {"unit.toml": UNIT, "a.toml": '[project]\nname = "绿化"\n'}


@pytest.fixture
def library(workspace):
    from generator.load.workspace_folder import find_workspace

    return Library(find_workspace(workspace)[0])


@pytest.mark.parametrize(
    ("asked", "told", "more"),
    [
        ({}, "", ()),
        ({"unit": "甲局", "projects": ("绿化",)}, "", ()),
        ({"unit": "乙局"}, "单位名称按所写的“乙局”（材料里是“甲局”）", ()),
        ({"scheme": "hunan-2023"}, "评分方案按所选的 hunan-2023（原来是 mof-2020）", ()),
        ({"wants_department": True}, "按回答新建 department.toml", ("department.toml",)),
        ({"wants_department": False}, "", ()),
        ({"projects": ("绿化", "保洁")}, "没有项目“保洁”，新建一个", ("project-1.toml",)),
    ],
)
def test_an_answer_is_written_into_what_came_of_the_material(library, asked, told, more, tmp_path):
    kept = keep_answers(FILES, Wish(tmp_path, 2024, **asked), library)
    assert kept.problems == ()
    assert told in "".join(kept.remarks)
    assert bool(kept.remarks) is bool(told)
    assert set(kept.files) == {*FILES, *more}
    unit = tomli.loads(kept.files["unit.toml"])
    assert unit["unit"]["name"] == asked.get("unit", "甲局")
    assert unit["scheme"] == asked.get("scheme", "mof-2020")
    assert "# 全称" in kept.files["unit.toml"]


def test_a_department_that_nobody_wants_and_the_stage_of_spring_are_told(library, tmp_path):
    unit = UNIT.replace("\n[unit]", 'stage = "goals"\n\n[unit]')
    files = {**FILES, "unit.toml": unit, "department.toml": "[department]\n"}
    kept = keep_answers(files, Wish(tmp_path, 2024, wants_department=False), library)
    assert kept.files == files
    assert ["stage" in said for said in kept.remarks] == [True, False]
    assert "请删去 department.toml" in kept.remarks[1]


def test_a_workbook_to_fill_in_is_no_material_of_last_year(library, dossier, tmp_path):
    path = tmp_path / "填报.xlsx"
    path.write_bytes(known_form(dossier()))
    begun = begin(Wish(tmp_path / "x", 2024, old=path), library)
    assert begun.files == {}
    assert "填报表" in begun.problems[0].message


def test_a_project_that_is_named_twice_is_told(library, tmp_path):
    begun = begin(Wish(tmp_path / "甲-2024", 2024, projects=("绿化", "绿化")), library)
    assert [name for name in begun.files if name.startswith("project-")] == ["project-1.toml"]
    assert "项目“绿化”写了不止一次" in "".join(begun.remarks)
