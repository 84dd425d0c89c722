"""A class that was copied from another form is written as the scheme calls it; what is unclear stays and is told."""

import re

import pytest

from tests.web.conftest import cells_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("满意度指标", "满意度/服务对象满意度"),
        ("服务对象满意度指标", "满意度/服务对象满意度"),
        ("数量指标", "产出/数量"),
        ("产出指标/质量指标", "产出/质量"),
        ("产出/时效", "产出/时效"),
        ("产出指标", "产出指标"),
        ("我们的类别", "我们的类别"),
    ],
)
def test_a_class_is_written_as_the_scheme_calls_it(page, typed, written):
    page.save("indicator[购书册数].class", typed)
    assert f'class = "{written}"' in (page.folder / "books.toml").read_text(encoding="utf-8")
    shown = next(own for own in cells_of(page.sheet()) if own["key"] == "indicator[购书册数].class")
    assert shown["value"] == written


def test_a_class_that_nobody_knows_is_told_at_its_cell(page):
    saved = page.save("indicator[购书册数].class", "我们的类别")
    assert saved["done"] == 1
    told = [own for own in page.sheet()["problems"] if own["key"].startswith("indicator[购书册数]")]
    assert any("我们的类别" in own["message"] for own in told)


def test_a_row_that_is_added_gets_the_class_of_the_scheme(page):
    page.ask("add", {"row": {"class": "质量指标", "name": "上架率"}})
    assert page.sheet()["rows"][-1]["cells"][0]["value"] == "产出/质量"


def test_a_scheme_that_names_no_classes_offers_the_usual_ones(page):
    unit = page.folder / "unit.toml"
    words = unit.read_text(encoding="utf-8")
    unit.write_text(re.sub(r'scheme = ".*"', 'scheme = "as-printed"', words), encoding="utf-8")
    offered = page.sheet()["classes"]
    assert "产出/数量" in offered
    assert "" not in offered
    page.save("indicator[购书册数].class", "效益指标/社会效益指标")
    page.ask("add", {"row": {"class": "我们的类别", "name": "上架率"}})
    shown = [own["cells"][0]["value"] for own in page.sheet()["rows"]]
    assert "效益/社会效益" in shown
    assert shown[-1] == "我们的类别"
