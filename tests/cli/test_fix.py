"""jixiao fix --layout as it is used."""

import json

import pytest

from tests.rules.page.changes import both, look, page
from tests.rules.page.letter import written


@pytest.fixture
def bad(workspace):
    path = workspace / "报告.docx"
    path.write_bytes(written(both(page(top=25.4), look("body", None, font="宋体"))))
    return path


def test_a_new_file_is_written_and_the_old_one_stays(bad, workspace, run):
    before = bad.read_bytes()
    code, out, err = run("fix", "--layout", bad, "-o", "新.docx")
    assert code == 0
    assert "L03 字体：改了" in out
    assert "文字逐字核对过" in err
    assert bad.read_bytes() == before
    _, told, _ = run("audit", "--layout", "新.docx")
    assert " L01 " not in told
    assert " L03 " not in told


def test_the_same_file_gives_the_same_bytes(bad, workspace, run):
    run("fix", "--layout", bad, "-o", "甲.docx")
    run("fix", "--layout", bad, "-o", "乙.docx")
    assert (workspace / "甲.docx").read_bytes() == (workspace / "乙.docx").read_bytes()


def test_a_file_that_is_there_is_not_written_over(bad, workspace, run):
    code, out, _ = run("fix", "--layout", bad, "-o", bad)
    assert code == 1
    assert "O02" in out


def test_a_file_without_such_faults_is_not_written_again(workspace, run):
    path = workspace / "好.docx"
    path.write_bytes(written())
    code, out, _ = run("fix", "--layout", path, "-o", "新.docx")
    assert code == 0
    assert "没有写新文件" in out
    assert not (workspace / "新.docx").exists()


def test_programs_get_what_was_mended_as_data(bad, workspace, run):
    code, out, _ = run("fix", "--layout", bad, "-o", "新.docx", "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert data["file"] == "新.docx"
    assert {own["code"] for own in data["mended"]} == {"L01", "L03"}
    assert data["problems"] == []


def test_what_is_no_word_file_is_told(workspace, run):
    path = workspace / "表.docx"
    path.write_bytes(b"no")
    code, out, _ = run("fix", "--layout", path, "-o", "新.docx")
    assert code == 1
    assert "D01" in out
