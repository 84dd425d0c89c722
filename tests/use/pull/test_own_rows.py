"""Rows of a table of the form's own that a person adds or takes out in Word."""

import copy

import docx
import pytest
import tomli

from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace

OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)
COSTS, DEVICES = 1, 2  # tables of the form


@pytest.fixture
def printed(dossier, run, workspace):
    own_workspace(workspace)
    folder = dossier(UNIT.replace("mof-2020", "county-2020"), OWN_PROJECT)
    assert run("build", folder)[0] == 0
    (path,) = (workspace / "outputs").rglob("*.docx")
    return path


def devices(workspace):
    path = workspace / "inputs" / "library-2023" / "books.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))["tables"]["设备清单"]


def with_row(path, table, behind, words, *, has_anchors=True):
    """Copy a row of a table behind itself, and type other words into the copy."""
    document = docx.Document(str(path))
    rows = document.tables[table].rows
    element = rows[behind]._tr
    twin = copy.deepcopy(element)
    if not has_anchors:
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for mark in twin.xpath(f".//w:{tag}"):
                mark.getparent().remove(mark)
    element.addnext(twin)
    cells = document.tables[table].rows[behind + 1].cells
    for cell, text in zip(cells, words, strict=True):
        runs = cell.paragraphs[0].runs
        for run_ in runs[1:]:
            run_._r.getparent().remove(run_._r)
        if runs:
            runs[0].text = text
        else:
            cell.paragraphs[0].add_run(text)
    document.save(str(path))


@pytest.mark.parametrize("has_anchors", [True, False])
def test_a_row_that_was_added_is_pulled(has_anchors, printed, run, workspace):
    with_row(printed, DEVICES, 1, ["3", "扫描枪", "6", "2023-07-15"], has_anchors=has_anchors)
    code, out, err = run("pull", printed, "--apply")
    assert code == 0, out + err
    assert [row["设备"] for row in devices(workspace)] == ["自助借还机", "书架", "扫描枪"]
    made = devices(workspace)[-1]
    assert (made["台数"], made["到货"].isoformat()) == (6, "2023-07-15")


def test_a_row_with_a_cell_that_is_not_understood_is_told(printed, run, workspace):
    with_row(printed, DEVICES, 1, ["3", "扫描枪", "好些", ""])
    _, out, err = run("pull", printed, "--apply")
    assert "没有读懂" in out + err
    assert len(devices(workspace)) == 2


def test_a_row_that_was_taken_out_goes(printed, run, workspace):
    document = docx.Document(str(printed))
    row = document.tables[DEVICES].rows[1]._tr
    row.getparent().remove(row)
    document.save(str(printed))
    code, out, err = run("pull", printed, "--apply")
    assert code == 0, out + err
    assert [row["设备"] for row in devices(workspace)] == ["书架"]


def test_a_row_added_to_fixed_rows_is_told(printed, run, workspace):
    with_row(printed, COSTS, 3, ["培训费", "1", "1", "上年数"])
    _, out, err = run("pull", printed, "--apply")
    assert "固定" in out + err
