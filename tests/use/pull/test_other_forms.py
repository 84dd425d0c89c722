"""Edits in cells of other offices' forms: a part of a target, an amount in the form's own unit, an item."""

import docx
import pytest
import tomli

from tests.conftest import write_files
from tests.use.build.forms import Rows, loop, write_template
from tests.use.build.test_other_forms import DOCUMENT, UNIT
from tests.use.import_.test_other_forms import ITEM_PROJECT, ITEM_SCHEME

SETTINGS = """
[document.print]
money-unit = "元"
signs = { at-least = "≧" }
free-rows = ["年初结余"]
[document.print.numbers]
spent = { places = 2, grouped = true }
"""
ROWS: Rows = [
    ["总额", "{{ form.budget }}", "{{ form.spent }}", '{{ form.amounts["一季度"] }}', ""],
    *loop("rows.funds", "{{ row.name }}", "{{ row.budget }}", "{{ row.spent }}", "{{ row.rate }}", ""),
    *loop("rows.free_funds", "{{ row.name }}", "{{ row.budget }}", "", "", ""),
    *loop("rows.indicators", "{{ row.name }}", "{{ row.target_sign }}", "{{ row.target_value }}", "{{ row.target_unit }}", "{{ row.actual_value }}", "{{ row.target_amount }}", "{{ row.target_signed }}", "{{ row.actual_bare }}"),
    *loop("rows.answers", "{{ row.name }}", "{{ row.answer }}", "{{ row.score }}", "{{ row.reason }}", ""),
]  # fmt: skip


@pytest.fixture
def pulled(workspace, run):
    """Type into cells, given by the words of their row's first cell and their column; pull them."""

    def make(*typed):
        project = ITEM_PROJECT.replace("[funds]", '[funds]\namounts = { "一季度" = 20 }\nrows = [{ name = "年初结余", budget = 3 }]')  # fmt: skip
        write_files(
            workspace,
            {
                "templates/schemes/lan-2030.toml": ITEM_SCHEME + DOCUMENT + SETTINGS,
                "inputs/lan-2030/unit.toml": UNIT,
                "inputs/lan-2030/pumps.toml": project,
            },
        )
        write_template(workspace / "templates" / "docx" / "form.docx", ROWS)
        assert run("build", "inputs/lan-2030")[0] == 0
        (path,) = (workspace / "outputs" / "lan-2030").glob("*.docx")
        document = docx.Document(str(path))
        for named, column, words in typed:
            row = next(r for r in document.tables[0].rows if r.cells[0].text == named)
            first, *others = row.cells[column].paragraphs[0].runs
            first.text = words
            for run_ in others:
                run_.text = ""
        document.save(str(path))
        code, out, err = run("pull", path, "--apply")
        assert code == 0, err
        text = (workspace / "inputs/lan-2030/pumps.toml").read_text(encoding="utf-8")
        return tomli.loads(text), out + err

    return make


@pytest.mark.parametrize(
    ("column", "words", "target"),
    [
        (1, "≤", "≤12座"),
        (2, "15", "≥15座"),
        (3, "台", "≥12台"),
        (1, "=", "=12座"),
        (5, "15台", "≥15台"),
        (5, "15", "≥15座"),
        (6, "≤9", "≤9座"),
        (6, "9", "≥9座"),
        (5, "若干", "若干"),
    ],
)
def test_a_part_of_a_target_changes_the_target(pulled, column, words, target):
    inputs, _ = pulled(("更新泵站", column, words))
    assert inputs["indicator"][0]["target"] == target


@pytest.mark.parametrize(("words", "actual"), [("13", "13座"), ("13台", "13台")])
def test_a_result_typed_without_its_unit_keeps_it(pulled, words, actual):
    inputs, _ = pulled(("更新泵站", 7, words))
    assert inputs["indicator"][0]["actual"] == actual


def test_a_value_without_its_unit_keeps_the_unit(pulled):
    inputs, _ = pulled(("更新泵站", 4, "11"))
    assert inputs["indicator"][0]["actual"] == "11座"


@pytest.mark.parametrize(
    ("named", "column", "words", "keys", "value"),
    [
        ("总额", 2, "1,294,400.00", ("spent",), "129.44"),
        ("总额", 2, "1294500", ("spent",), "129.45"),
        ("总额", 3, "210000", ("amounts", "一季度"), "21"),
        ("市级资金", 2, "900,100.00", ("sources", 0, "spent"), "90.01"),
        ("年初结余", 1, "40000", ("rows", 0, "budget"), "4"),
    ],
)
def test_an_amount_typed_in_the_unit_of_the_form_is_written_in_that_of_the_input(
    pulled, named, column, words, keys, value
):
    inputs, said = pulled((named, column, words))
    found = inputs["funds"]
    for key in keys:
        found = found[key]
    assert str(found) == value, said


def test_what_is_computed_is_not_pulled_and_says_why(pulled):
    inputs, said = pulled(("市级资金", 3, "95%"))
    assert inputs["funds"]["sources"][0]["spent"] == 90
    assert "算出来" in said


def test_an_item_takes_its_answer_and_its_score(pulled):
    inputs, _ = pulled(
        ("专款专用", 1, "是"), ("制度健全性", 2, "12"), ("制度健全性", 3, "已补齐。")
    )
    assert inputs["item"] == [
        {"name": "制度健全性", "score": 12, "reason": "已补齐。"},
        {"name": "专款专用", "answer": "是"},
    ]


def test_the_score_of_an_answer_is_not_pulled(pulled):
    inputs, said = pulled(("专款专用", 2, "8"))
    assert inputs["item"][1] == {"name": "专款专用", "answer": "基本是"}
    assert "算出来" in said
