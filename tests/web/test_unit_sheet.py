"""What all subjects share is filled in on a sheet of its own; dates and fields of the form's own are read."""

import datetime
import tomllib

import pytest

from generator.model.own_form import Declared, OwnField
from generator.model.subject import ProjectEntry
from generator.model.unit import UnitEntry
from generator.web.fillable_cells import Wrong, column_at, typed
from tests.conftest import UNIT
from tests.own_form import own_workspace


def save(page, key, now):
    sheet = page.sheet("unit")
    cell = next(own for own in sheet["texts"] if own["key"] == key)
    wish = {"keys": cell["keys"], "was": cell["value"], "now": now, "row": ""}
    return page.ask("save", {"wishes": [wish]}, "unit")


@pytest.mark.parametrize(
    ("key", "now", "written"),
    [
        ("unit.name", "某县文化馆", 'name = "某县文化馆"'),
        ("unit.date", "2024年3月5日", "date = 2024-03-05"),
        ("unit.short", "县馆、馆里", 'short = ["县馆", "馆里"]'),
        ("bundle", "是", "bundle = true"),
    ],
)
def test_the_unit_is_filled_in(page, key, now, written):
    assert save(page, key, now)["done"] == 1
    assert written in (page.folder / "unit.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "now"), [("unit.date", "2024年2月30日"), ("year", "二〇二四"), ("bundle", "也许")]
)
def test_what_the_unit_cannot_be_is_said(page, key, now):
    before = (page.folder / "unit.toml").read_bytes()
    assert save(page, key, now)["refused"]
    assert (page.folder / "unit.toml").read_bytes() == before


def test_the_sheet_of_the_unit_is_the_first_of_the_form(page):
    screen = page.client.get(f"/d/{page.id}/fill/unit").text
    assert 'aria-current="page">单位<' in screen
    assert page.sheet("unit")["funds"] is None


OWN = Declared(
    fields=(
        OwnField(title="人数", kind="number"),
        OwnField(title="填表日", kind="date"),
        OwnField(title="电话", kind="phone"),
        OwnField(title="级别", kind="choice", options=("省", "县")),
        OwnField(title="涉密", kind="yes-no"),
    )
)


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("人数", "12", 12),
        ("填表日", "2024.3.5", datetime.date(2024, 3, 5)),
        ("电话", "13800000000", "13800000000"),
        ("级别", "县", "县"),
        ("涉密", "否", "否"),
        ("人数", "", None),
    ],
)
def test_fields_of_a_form_are_read_as_it_declares_them(name, words, value):
    assert typed(ProjectEntry, ("fields", name), words, OWN) == value


@pytest.mark.parametrize(
    ("name", "words"), [("人数", "十二"), ("填表日", "明天"), ("级别", "乡"), ("没有", "x")]
)
def test_what_a_field_of_a_form_cannot_be_is_said(name, words):
    assert isinstance(typed(ProjectEntry, ("fields", name), words, OWN), Wrong)


def test_a_key_that_no_cell_holds_has_no_column():
    assert column_at(UnitEntry, ("report",)) is None
    assert column_at(UnitEntry, ("fields", "电话")) is None


def test_the_scheme_is_chosen_by_its_name_those_in_force_first(page):
    field = next(own for own in page.sheet("unit")["texts"] if own["key"] == "scheme")
    assert field["value"] == "mof-2020"
    assert field["labels"]["mof-2021"].endswith("（mof-2021）")
    assert field["choices"].index("mof-2021") < field["choices"].index("hebei-narrative-2020")
    assert save(page, "scheme", "mof-2021")["done"] == 1


def test_a_report_over_several_projects_is_begun_and_written(page):
    unit = page.folder / "unit.toml"
    text = unit.read_text(encoding="utf-8").replace("2023", "2020", 1)
    unit.write_text(text.replace("mof-2020", "hebei-narrative-2020"), encoding="utf-8")
    added = page.ask("add", {"list": ["report"], "row": {"title": "图书馆评价报告"}}, "unit")
    assert added["done"] == 1, added
    sheet = added["sheet"]
    assert sheet["lists"][0]["rows"][0]["label"] == "图书馆评价报告"
    section = next(own for own in sheet["sections"] if own["standard"])
    wish = {"keys": section["keys"], "was": "", "now": "照实写。", "row": "图书馆评价报告"}
    assert page.ask("save", {"wishes": [wish]}, "unit")["done"] == 1
    assert tomllib.loads(unit.read_text(encoding="utf-8"))["report"] == [
        {"id": "report-1", "title": "图书馆评价报告", "text": {section["keys"][-1]: "照实写。"}}
    ]


def test_a_field_that_all_forms_have_is_filled_in_once(page):
    own_workspace(page.served.root)
    unit = UNIT.replace("mof-2020", "county-2020") + '[fields]\n"填表日期" = 2024-03-05\n'
    (page.folder / "unit.toml").write_text(unit, encoding="utf-8")
    assert save(page, "fields.填表日期", "2024年3月6日")["done"] == 1
    assert "2024-03-06" in (page.folder / "unit.toml").read_text(encoding="utf-8")
