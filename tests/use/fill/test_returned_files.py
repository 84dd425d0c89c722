"""Of what was sent back the workbooks are taken; every other table is told, and the rest goes on."""

import pytest

from generator.use.fill.returned_files import absent, returned_files

FILES = [
    ("一.xlsx", True, ""),
    ("二.xlsm", True, ""),
    ("三.docx", True, ""),
    ("四.xls", False, "这是 .xls"),
    ("五.et", False, "这是 .et"),
    ("六.csv", False, "这是 .csv"),
    ("~$一.xlsx", False, "“一.xlsx”正在别处打开着"),
    (".~lock.一.xlsx#", False, "“一.xlsx”正在别处打开着"),
    ("说明.txt", False, ""),
    (".DS_Store", False, ""),
]


@pytest.mark.parametrize(("name", "is_taken", "why"), FILES)
def test_a_folder_gives_its_workbooks_and_tells_of_other_tables(tmp_path, name, is_taken, why):
    (tmp_path / "零.xlsx").write_bytes(b"")
    (tmp_path / name).write_bytes(b"")
    found = returned_files((tmp_path,))
    assert {path.name for path in found.files} == {"零.xlsx", *([name] if is_taken else [])}
    assert [why in problem.message for problem in found.problems] == [True] * bool(why)


@pytest.mark.parametrize("name", ["说明.txt", "没有扩展名"])
def test_a_file_that_is_named_and_no_workbook_is_told(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    found = returned_files((tmp_path / name,))
    assert found.files == ()
    assert "填报表是 .xlsx 文件" in found.problems[0].message


def test_a_folder_without_workbooks_says_what_to_do(tmp_path):
    (problem,) = returned_files((tmp_path,)).problems
    assert "没有填报表" in problem.message
    assert "jixiao form" in problem.hint


@pytest.mark.parametrize(
    ("name", "told"),
    [("input", "是不是"), ("甲乙丙", "什么也没有写"), ("inputs", ""), ("无.xlsx", "")],
)
def test_a_folder_that_is_not_there_is_told_with_the_one_that_may_be_meant(tmp_path, name, told):
    (tmp_path / "inputs").mkdir()
    (tmp_path / "a.xlsx").write_bytes(b"")
    said = absent((tmp_path / "a.xlsx", tmp_path / name))
    assert bool(said) is bool(told)
    assert told in said
    assert ("inputs" in said) is (name == "input")
