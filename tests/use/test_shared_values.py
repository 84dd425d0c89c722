"""[fields] and [tables] of unit.toml stand in every project that says nothing itself."""

import json

import docx
import pytest
import tomli

from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace

SHARED = """
[fields]
"联系电话" = "0731-88887777"
"评价方式" = "单位自评"
"评价结论" = "两个项目一并评价，本项目支出{{ funds.spent }}。"

[tables."三公经费"]
"公务接待费" = { "预算" = 1, "支出" = 0.5 }
"""
OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)
SAYS_NOTHING = (
    PROJECT.replace("图书购置", "书架添置")
    .replace("\n[funds]", '\n[fields]\n"项目负责人" = "王某"\n"联系电话" = ""\n[funds]', 1)
    .replace("weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }')
)


@pytest.fixture
def folder(dossier, workspace):
    """Write two projects with one form: one says all itself, the other leaves it to the unit."""
    own_workspace(workspace)
    made = dossier(UNIT.replace("mof-2020", "county-2020") + SHARED, OWN_PROJECT)
    (made / "shelves.toml").write_text(SAYS_NOTHING, encoding="utf-8")
    return made


def rows_of(workspace, name):
    """Return the document of a project, and its rows."""
    for path in (workspace / "outputs").rglob("*.docx"):
        tables = docx.Document(str(path)).tables
        rows = [" | ".join(cell.text for cell in row.cells) for t in tables for row in t.rows]
        if any(name in row for row in rows):
            return path, rows
    raise AssertionError(name)


def test_what_the_unit_says_is_printed_where_a_project_says_nothing(folder, run, workspace):
    run("build", folder, "--draft")
    _, own = rows_of(workspace, "图书购置")
    _, shared = rows_of(workspace, "书架添置")
    assert "项目负责人 | 李某 | 联系电话 | 0731-12345678" in own
    assert "项目负责人 | 王某 | 联系电话 | 0731-88887777" in shared
    assert any("□单位自评　☑第三方评价" in row for row in own)
    assert any("☑单位自评　□第三方评价" in row for row in shared)
    assert "公务接待费 | 2 | 1.5 | 上年数" in own
    assert "公务接待费 | 1 | 0.5 | " in shared
    assert any("一并评价，本项目支出95万元" in row for row in shared)
    assert not any("一并评价" in row for row in own)


def test_its_origin_is_unit_toml(folder, run):
    _, out, _ = run("explain", folder, "0731-88887777")
    assert "unit.toml" in out
    assert "shelves.toml" not in out


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"单位自评"', '"联合评价"', "“评价方式”只能是其中之一"),
        ('"预算" = 1', '"预计" = 1', "没有“预计”这一列"),
        ('[tables."三公经费"]', '[tables."三公费用"]', "不认识的表“三公费用”"),
        ("funds.spent", "funds.spend", "spend"),
    ],
)
def test_what_is_wrong_in_it_is_told_once_at_its_line(old, new, says, folder, run):
    unit = folder / "unit.toml"
    unit.write_text(unit.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    _, out, _ = run("check", folder, "--format", "json")
    found = [p for p in json.loads(out)["problems"] if says in p["message"]]
    assert [p["file"].rpartition("/")[2] for p in found] == ["unit.toml"]


def test_a_required_field_may_be_said_by_the_unit(folder, run):
    shelves = folder / "shelves.toml"
    text = shelves.read_text(encoding="utf-8").replace('"项目负责人" = "王某"\n', "")
    shelves.write_text(text, encoding="utf-8")
    _, out, _ = run("check", folder)
    assert "项目负责人" in out
    unit = folder / "unit.toml"
    said = unit.read_text(encoding="utf-8").replace("[fields]", '[fields]\n"项目负责人" = "孙某"')
    unit.write_text(said, encoding="utf-8")
    _, out, _ = run("check", folder)
    assert "项目负责人" not in out


def test_what_is_typed_over_it_in_word_is_of_that_project(folder, run, workspace):
    run("build", folder, "--draft")
    path, _ = rows_of(workspace, "书架添置")
    document = docx.Document(str(path))
    (cell,) = {c for row in document.tables[0].rows for c in row.cells if "88887777" in c.text}
    runs = [r for r in cell.paragraphs[0].runs if "88887777" in r.text]
    runs[0].text = "0731-66665555"
    document.save(str(path))
    code, out, err = run("pull", path, "--apply")
    assert code == 0, out + err
    assert '"联系电话" = "0731-66665555"' in (folder / "shelves.toml").read_text("utf-8")
    assert '"联系电话" = "0731-88887777"' in (folder / "unit.toml").read_text("utf-8")


def test_new_inputs_show_where_it_is_said_once(run, workspace):
    own_workspace(workspace)
    made = workspace / "inputs" / "new"
    run("init", made, "--scheme", "county-2020")
    text = (made / "unit.toml").read_text(encoding="utf-8")
    assert "\n# [fields]\n" in text
    assert '\n# "联系电话"' in text
    assert "fields" not in tomli.loads(text)
    schema = json.loads((made / ".schema" / "unit.schema.json").read_text(encoding="utf-8"))
    assert "联系电话" in schema["properties"]["fields"]["properties"]
    assert "三公经费" in schema["properties"]["tables"]["properties"]


def test_fields_of_templates_show_it_with_its_value(folder, run):
    (folder / "books.toml").unlink()
    _, out, _ = run("templates", "fields", folder)
    assert "0731-88887777" in out
