"""jixiao audit --layout as it is used: beside the rest of an audit, in the same outputs, and only when asked."""

import json

import docx
import openpyxl
import pytest

from tests.audit.bases import form
from tests.conftest import ROOT
from tests.foreign import word_bytes
from tests.hostile import packed, unpacked
from tests.rules.page.changes import both, look, say, tabled
from tests.rules.page.letter import written


@pytest.fixture
def bad(workspace):
    """A report with a few faults, and one of them in every paragraph."""
    path = workspace / "报告.docx"
    path.write_bytes(
        written(
            both(look("body", None, font="宋体"), look("level-1", 1, font="宋体"), tabled(size=8))
        )
    )
    return path


def of_layout(out):
    return [p for p in json.loads(out)["problems"] if p["code"].startswith("L")]


def test_nothing_of_it_is_told_unless_asked(bad, run):
    _, out, _ = run("audit", bad, "--format", "json")
    assert of_layout(out) == []


def test_what_repeats_is_told_once_with_a_count_and_the_first_places(bad, run):
    code, out, _ = run("audit", bad, "--layout")
    assert code == 0
    (told,) = [line for line in out.splitlines() if "正文的字体" in line]
    assert told.startswith("报告.docx 第 5 段: 警告 L03 正文的字体是宋体，应为仿宋")
    assert "共 7 处：第 5 段、第 7 段、第 10 段等" in told
    assert "依据：GB/T 9704—2012 7.3.3" in out


def test_the_rest_of_the_audit_is_the_same(bad, run):
    plain = json.loads(run("audit", bad, "--format", "json")[1])
    _, out, _ = run("audit", bad, "--format", "json", "--layout")
    data = json.loads(out)
    rest = [p for p in data["problems"] if not p["code"].startswith("L")]
    assert rest == plain["problems"]
    assert {key: data[key] for key in data if key not in ("problems", "summary", "files")} == {
        key: plain[key] for key in plain if key not in ("problems", "summary", "files")
    }


def test_json_gives_the_cell_its_words_and_the_clause(bad, run):
    _, out, _ = run("audit", bad, "--format", "json", "--layout")
    found = {p["code"]: p for p in of_layout(out)}
    assert set(found) == {"L03", "L21"}
    assert found["L21"]["place"] == {"table": 1, "row": 1, "column": 1}
    assert found["L21"]["quote"] == "一级指标"
    assert found["L03"]["basis"] == "GB/T 9704—2012 7.3.3"
    assert json.loads(out)["files"][0]["warning"] >= 3


def test_it_stands_in_comments_in_the_workbook_and_in_the_sheet_for_the_unit(bad, run, workspace):
    run("audit", bad, "--layout", "--annotate", "--report", workspace / "结果.xlsx")
    copy = docx.Document(str(workspace / "报告（批注）.docx"))
    texts = [comment.text for comment in copy.comments]
    assert any(text.startswith("警告 L03 正文的字体是宋体") for text in texts)
    assert copy.tables[0].rows[0].cells[0]._tc.xpath(".//w:commentReference")
    sheet = openpyxl.load_workbook(workspace / "结果.xlsx")["问题"]
    assert {"L03", "L21"} <= {cell.value for row in sheet for cell in row}


def test_a_workspace_weighs_and_measures_for_itself(bad, run, workspace):
    (workspace / "jixiao.toml").write_text(
        '[severity]\nL03 = "note"\n\n[style]\nline = 29\n', encoding="utf-8"
    )
    bad.write_bytes(
        written(both(look("body", None, line=29, font="宋体"), look("level-1", None, line=29)))
    )
    _, out, _ = run("audit", bad, "--format", "json", "--layout")
    found = of_layout(out)
    assert {(p["code"], p["severity"]) for p in found if p["code"] == "L03"} == {("L03", "note")}
    assert not [p for p in found if "每面排" in p["message"]]


def test_a_folder_of_ones_own_has_its_own_standard(bad, run, workspace):
    folder = workspace / "templates" / "layout"
    folder.mkdir(parents=True)
    text = (ROOT / "templates" / "layout" / "gbt9704.toml").read_text(encoding="utf-8")
    (folder / "gbt9704.toml").write_text(text.replace('"仿宋"', '"宋体"'), encoding="utf-8")
    _, out, _ = run("audit", bad, "--format", "json", "--layout")
    assert not [p for p in of_layout(out) if "正文的字体" in p["message"]]


def test_a_slip_in_ones_own_standard_is_told_at_its_line_and_the_rest_goes_on(bad, run, workspace):
    folder = workspace / "templates" / "layout"
    folder.mkdir(parents=True)
    (folder / "gbt9704.toml").write_text('title = "本地"\nmargin = 1\n', encoding="utf-8")
    code, out, _ = run("audit", bad, "--layout", "--format", "json")
    assert code == 1
    assert of_layout(out) == []
    found = [p for p in json.loads(out)["problems"] if p["code"].startswith("I")]
    assert {p["file"] for p in found} == {"templates/layout/gbt9704.toml"}


def test_what_is_no_word_file_is_said_to_have_no_pages(run, workspace):
    (workspace / "报告.txt").write_text("某县图书馆2023年绩效自评报告\n", encoding="utf-8")
    _, out, _ = run("audit", workspace / "报告.txt", "--layout", "--format", "json")
    assert any("版面没有查" in one["reason"] for one in json.loads(out)["unchecked"])


def test_a_part_that_only_pages_need_and_that_is_broken_does_no_harm(run, workspace):
    parts = unpacked(word_bytes(*form()))
    parts["word/settings.xml"] = b"<broken"
    (workspace / "表.docx").write_bytes(packed(parts))
    code, out, _ = run("audit", workspace / "表.docx", "--layout", "--format", "json")
    assert code == 0
    assert not [p for p in json.loads(out)["problems"] if p["severity"] == "error"]


def test_several_processes_say_the_same(bad, run, workspace):
    other = workspace / "报告二.docx"
    other.write_bytes(written(say("date", "2024年03月01日")))
    one = run("audit", bad, other, "--layout", "--format", "json", "--jobs", "1")[1]
    assert one == run("audit", bad, other, "--layout", "--format", "json", "--jobs", "2")[1]


def test_what_a_build_writes_has_nothing_worse_than_a_note(run, workspace):
    run("build", ROOT / "inputs", "-o", workspace / "写出", "--quiet")
    files = sorted((workspace / "写出").rglob("*.docx"))
    assert files
    _, out, _ = run("audit", *files, "--layout", "--format", "json")
    worse = [(p["file"], p["message"]) for p in of_layout(out) if p["severity"] != "note"]
    assert worse == []
