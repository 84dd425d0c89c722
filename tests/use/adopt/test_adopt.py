"""A form becomes a template with a scheme, and prints again what it said: eight layouts of eight places."""

import io
import json

import docx
import pytest
import tomli

from generator.model.foreign_document import ReadTable
from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import word_bytes
from tests.use.adopt.layouts import LAYOUTS

NAMES = [layout.name for layout in LAYOUTS]
GENERAL = LAYOUTS[0]


@pytest.fixture
def put(workspace):
    def write(data, name="form.docx"):
        path = workspace / name
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def adopted(put, run, workspace):
    """Adopt a form in the workspace; the file lies there still."""

    def adopt(data, name="form.docx", *more):
        path = put(data, name)
        code, out, _ = run("adopt", path, "-o", workspace, *more)
        assert code == 0, out
        return path

    return adopt


def read(path):
    document, problems = read_foreign(path)
    assert document is not None, problems
    return document


def only(folder, pattern="*.docx"):
    (found,) = folder.glob(pattern)
    return found


def inputs(folder):
    return {p.name: tomli.loads(p.read_text(encoding="utf-8")) for p in folder.glob("*.toml")}


def without_stated(value):
    """Leave out what a form prints of its points: they are compared and never used."""
    if isinstance(value, dict):
        return {
            k: without_stated(v)
            for k, v in value.items()
            if k not in ("stated", "stated-rate", "rate-places")
        }
    return [without_stated(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_a_filled_form_prints_again_as_it_was(layout, adopted, run, workspace):
    form = adopted(layout.filled)
    assert run("import", form, "-o", workspace / "inputs" / "x")[0] == 0
    assert run("build", workspace / "inputs" / "x", "--as-stated")[0] == 0
    made = only(workspace / "outputs" / "x")
    assert made.name.endswith("（按填报数）.docx")
    found = compare(read(form), read(made))
    assert (found.share, found.same_merges) == (1.0, found.merges), found.differences
    assert found.same_lines == found.lines


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_a_blank_form_prints_again_blank(layout, put, run, workspace):
    _, out, _ = run("adopt", put(layout.blank), "-o", workspace, "--format", "json")
    found = json.loads(out)["comparison"]
    assert (found["same-cells"], found["same-merges"]) == (found["cells"], found["merges"])
    assert found["differences"] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_what_is_filled_into_a_blank_form_comes_back(layout, adopted, put, run, workspace):
    adopted(layout.blank)
    filled = put(layout.filled, "filled.docx")
    code, out, _ = run("import", filled, "-o", workspace / "inputs" / "a")
    assert code == 0
    assert "表样 form.docx" in out
    run("build", workspace / "inputs" / "a", "--draft")
    made = only(workspace / "outputs" / "a")
    assert run("import", made, "-o", workspace / "inputs" / "b")[0] == 0
    first, second = (inputs(workspace / "inputs" / name) for name in "ab")
    assert without_stated(second) == without_stated(first)


def test_a_second_fill_may_have_more_rows(adopted, run, workspace):
    form = adopted(GENERAL.filled)
    run("import", form, "-o", workspace / "inputs" / "x")
    project = workspace / "inputs" / "x" / "project-1.toml"
    row = '\n[[indicator]]\nclass = "产出/数量"\nname = "培训司机"\ntarget = "≥4人"\nactual = "4人"\nweight = 5\n'
    project.write_text(project.read_text(encoding="utf-8") + row, encoding="utf-8")
    run("build", workspace / "inputs" / "x", "--draft")
    before, after = read(form), read(only(workspace / "outputs" / "x"))
    tables = [next(b for b in d.blocks if isinstance(b, ReadTable)) for d in (before, after)]
    assert len(tables[1].grid) == len(tables[0].grid) + 1
    (added,) = (c for row in tables[1].grid for c in row if c.text == "培训司机")
    output, quantity = (tables[1].at(added.row, column) for column in (0, 1))
    assert (output.text, output.height) == ("产出指标", 4)
    assert (quantity.text, quantity.height) == ("数量指标", 3)
    assert tables[1].at(len(tables[1].grid) - 1, 0).text == "总分"


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("产出指标", "产出指标"),
        ("产出指标（50分）", "产出指标（50分）"),
        (r"产出指标\n（50分）", "产出指标\n（50分）"),
    ],
)
def test_points_stand_in_a_label_where_the_form_has_them(label, printed, adopted, run, workspace):
    form = adopted(GENERAL._replace(table=GENERAL.table.replace("产出指标", label, 1)).filled)
    run("import", form, "-o", workspace / "inputs" / "x")
    run("build", workspace / "inputs" / "x", "--draft")
    table = next(
        b for b in read(only(workspace / "outputs" / "x")).blocks if isinstance(b, ReadTable)
    )
    assert printed in [row[0].text for row in table.grid]


def test_the_look_of_a_cell_stays(adopted, workspace):
    document = docx.Document(io.BytesIO(GENERAL.filled))
    cell = document.tables[0].cell(0, 2)
    cell.paragraphs[0].runs[0].bold = True
    cell.paragraphs[0].runs[0].font.name = "黑体"
    stream = io.BytesIO()
    document.save(stream)
    adopted(stream.getvalue())
    template = docx.Document(str(workspace / "templates" / "docx" / "form.docx"))
    (run_,) = template.tables[0].cell(0, 2).paragraphs[0].runs
    assert (run_.text, run_.bold, run_.font.name) == ("{{ form.name }}", True, "黑体")


def test_points_that_do_not_add_up_are_left_open_and_told(put, run, workspace):
    wrong = GENERAL._replace(table=GENERAL.table.replace("[30] | [30] |", "[40] | [40] |"))
    form = put(wrong.filled)
    code, out, _ = run("adopt", form, "-o", workspace)
    assert code == 0
    assert "相加为 110，不等于 100" in out
    scheme = tomli.loads(
        (workspace / "templates" / "schemes" / "form.toml").read_text(encoding="utf-8")
    )
    assert [p.get("weight") for p in scheme["project"][0]["part"]] == [10, None]


def test_points_that_only_the_rows_print_are_no_rule_of_the_classes(adopted, workspace):
    adopted(GENERAL.filled)
    scheme = tomli.loads(
        (workspace / "templates" / "schemes" / "form.toml").read_text(encoding="utf-8")
    )
    assert [p.get("weight") for p in scheme["project"][0]["part"]] == [10, 90]


def test_a_cell_that_nobody_knows_is_listed_with_its_address(put, run, workspace):
    form = put(GENERAL.blank)
    code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert [left["place"] for left in data["left"]] == [{"table": 1, "row": 15, "column": 8}]


def test_nothing_is_written_for_a_look(put, run, workspace):
    form = put(GENERAL.filled)
    before = sorted(workspace.rglob("*"))
    code, out, _ = run("adopt", form, "-o", workspace, "--dry-run")
    assert code == 0
    assert "没有写" in out
    assert sorted(workspace.rglob("*")) == before


def test_what_is_no_form_is_refused(put, run, workspace):
    form = put(word_bytes("会议通知", "请各科室准时参加。"))
    code, _, _err = run("adopt", form, "-o", workspace)
    assert code == 1
    assert not (workspace / "templates").exists()


def test_a_folder_that_is_none_yet_becomes_a_workspace(put, run, workspace):
    form = put(GENERAL.filled)
    code, _, _ = run("adopt", form, "-o", workspace / "new" / "place", "--id", "yun-2024")
    root = workspace / "new" / "place"
    assert code == 0
    assert (root / "jixiao.toml").is_file()
    assert (root / "templates" / "schemes" / "yun-2024.toml").is_file()
    assert run("templates", "check", root / "templates" / "docx" / "yun-2024.docx")[0] == 0
