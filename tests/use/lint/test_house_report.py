"""The report for the editor of a district: per sentence who deviates, per unit how many, per term its forms."""

import io
import json

import docx
import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import write_files
from tests.use.lint.houses import BODIES, SAID, write_house
from tests.word.structure import structural_faults

USUAL = SAID.format(n="{数}", how="审核").replace("{{", "{").replace("}}", "}")
SOUND = [body for body in BODIES if body not in BODIES[3:]]


@pytest.fixture
def report(workspace, run):
    """Write a report over a tree in which the last two units are odd; gives its bytes."""

    def make(name, *odd):
        write_house(workspace, *(odd or (3, 4)))
        code, _, err = run("lint", "inputs", "--report", name)
        assert code == 0
        assert f"写出 {name}" in err
        return (workspace / name).read_bytes()

    return make


def test_data_says_who_deviates_how_many_and_every_place(report):
    data = json.loads(report("用语.json"))
    (sentence,) = data["sentences"]
    assert sentence["usual"] == USUAL
    assert [len(form["uses"]) for form in sentence["forms"]] == [3, 2]
    assert [use["unit"] for use in sentence["forms"][1]["uses"]] == list(BODIES[3:])
    assert sentence["forms"][1]["uses"][0]["file"] == "inputs/d3/p.toml"
    counts = {body["unit"]: (body["sentences"], body["terms"]) for body in data["units"]}
    assert counts == dict.fromkeys(BODIES[3:], (1, 2)) | dict.fromkeys(SOUND, (0, 0))
    assert {(t["kind"], t["usual"]) for t in data["terms"]} == {
        ("指标", "图书购置册数"),
        ("资金", "当年财政拨款"),
    }


def test_a_workbook_has_a_sheet_for_each_question(report):
    book = CalamineWorkbook.from_filelike(io.BytesIO(report("用语.xlsx")))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert list(rows) == ["各单位", "固定句", "不同的写法", "用语"]
    cells = {name: [str(cell) for row in sheet for cell in row] for name, sheet in rows.items()}
    assert USUAL in cells["固定句"]
    assert "inputs/d4/p.toml:3:15" in cells["不同的写法"]
    assert any("逐笔复核" in cell for cell in cells["不同的写法"])
    assert "当年财政拔款" in cells["用语"]


def test_a_page_of_word_holds_the_same(report):
    data = report("用语.docx")
    assert structural_faults(data) == []
    bodies, sentences, deviations, terms = (
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(data)).tables
    )
    assert [row[1:] for row in bodies[1:3]] == [[b, "1", "2", "3"] for b in sorted(BODIES[3:])]
    assert sentences[1] == ["1", USUAL, "3", "3", "2"]
    assert len(deviations) == 1 + 6
    assert len(terms) == 1 + 4


def test_what_the_house_decided_is_usual_whatever_most_write(report, workspace):
    own = '[[rule]]\nid = "money"\ncode = "X05"\nkind = "substitution"\nmessage = "{found}"\n'
    swap = '[rule.swap]\n"当年财政拨款" = "当年财政拔款"\n'
    write_files(workspace / "templates" / "wording", {"own.toml": own + swap})
    terms = json.loads(report("甲.json"))["terms"]
    assert "当年财政拔款" in {term["usual"] for term in terms}
    write_files(workspace / "templates" / "wording", {"own.toml": own + "off = true\n" + swap})
    terms = json.loads(report("乙.json"))["terms"]
    assert "当年财政拔款" not in {term["usual"] for term in terms}


def test_a_tree_that_agrees_has_nobody_to_name(report):
    data = json.loads(report("用语.json", 9))
    assert data["terms"] == []
    assert [len(sentence["forms"]) for sentence in data["sentences"]] == [1]
    assert all(body["sentences"] == body["terms"] == 0 for body in data["units"])


def test_a_persons_file_and_an_unknown_ending_are_refused(report, workspace, run):
    report("用语.json")
    (workspace / "用语.json").write_text("别人的", encoding="utf-8")
    code, out, err = run("lint", "inputs", "--report", "用语.json")
    assert code == 1
    assert "O02" in out
    assert "写出" not in err
    assert run("lint", "inputs", "--report", "用语.pdf")[0] == 2
