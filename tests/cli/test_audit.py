"""jixiao audit as it is used: several files, our own inputs, comments, a baseline, files of strangers."""

import json

import docx
import openpyxl
import pytest

from tests.audit.bases import FORM, form, report
from tests.foreign import NATIONAL, excel_bytes, picture, word_bytes
from tests.word.samples import assert_valid
from tests.word.structure import structural_faults

WRONG = [["| 100 | 93.5 |", "| 100 | 94.5 |"]]
GOALS = """
项目名称 | < | 图书购置 | < | <
年度总体目标 | 丰富馆藏，方便群众借阅。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
^ | 产出指标 | 数量指标 | 购书册数 | ≥25000册
^ | ^ | 质量指标 | 图书验收合格率 | ≥98%
^ | ^ | ^ | 图书完好率 | ≥98%
"""


@pytest.fixture
def file(workspace):
    def write(name, data):
        path = workspace / name
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def wrong(file):
    return file("自评 表.docx", word_bytes(*form(WRONG)))


def problems(out):
    return json.loads(out)["problems"]


def codes(out):
    return {problem["code"] for problem in problems(out)}


def test_a_fault_is_told_with_its_cell_and_ends_with_one(wrong, run):
    code, out, _ = run("audit", wrong)
    assert code == 1
    assert (
        "自评 表.docx 表 1第 17 行第 8 列: 错误 A01 印出的总分 94.5 不等于各项得分之和 93.5" in out
    )
    assert "评分方案取 mof-2020" in out


def test_a_clean_file_ends_with_nothing(file, run):
    path = file("报告.docx", word_bytes(*report()))
    code, out, _ = run("audit", path)
    assert code == 0
    assert "检查了 1 份文件：没有发现问题。" in out


def test_json_gives_place_quote_and_basis(wrong, run):
    code, out, _ = run("audit", wrong, "--format", "json")
    assert code == 1
    (problem,) = problems(out)
    assert problem["place"] == {"table": 1, "row": 17, "column": 8}
    assert problem["quote"] == "94.5"
    assert problem["line"] is None
    assert problem["basis"]
    data = json.loads(out)
    assert set(data) == {"problems", "summary", "unchecked", "schemes", "files"}
    (file,) = data["files"]
    counts = file["account"]
    assert counts["cells"] == counts["used"] + counts["furniture"] + counts["unread"] > 0


def test_sarif_names_the_cell(wrong, run):
    _, out, _ = run("audit", wrong, "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    place = result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    assert place == "表 1第 17 行第 8 列"
    assert result["properties"]["place"] == {"table": 1, "row": 17, "column": 8}


def test_a_workbook_is_audited_by_its_cells(file, run):
    rows = picture(FORM.replace("| 100 | 93.5 |", "| 100 | 94.5 |"))
    path = file("自评.xlsx", excel_bytes([["2023年度项目支出绩效自评表"], *rows]))
    code, out, _ = run("audit", path, "--format", "json")
    assert code == 1
    found = [p for p in problems(out) if p["code"] == "A01"]
    assert found[0]["place"]["sheet"] == "表1"
    assert found[0]["place"]["cell"] == "H18"


def test_a_plain_text_is_audited_by_its_lines(file, run):
    text = "某县图书馆2023年图书购置绩效自评报告\n一、项目基本情况\n坚持稳中求百，购置图书。\n"
    path = file("报告.txt", text.encode())
    _, out, _ = run("audit", path, "--format", "json")
    found = [p for p in problems(out) if p["code"] == "W01"]
    assert (found[0]["line"], found[0]["file"]) == (3, "报告.txt")


def test_the_goal_table_of_spring_is_held_against_the_self_evaluation(file, run):
    spring = file("年初目标.docx", word_bytes("2023年度项目支出绩效目标表", picture(GOALS)))
    own = file("自评.docx", word_bytes(*form()))
    code, out, _ = run("audit", spring, own, "--format", "json")
    assert code == 0
    said = [p["message"] for p in problems(out) if p["code"] == "X06"]
    assert any("购书册数”的指标值是 ≥20000册，年初的绩效目标表里是 ≥25000册" in m for m in said)
    assert any("图书完好率" in m and "自评里没有" in m for m in said)
    assert any("读者满意度" in m and "不在年初" in m for m in said)
    assert not any("图书验收合格率" in m for m in said)


def test_one_figure_with_two_values_in_two_files_is_told(file, run):
    one = file("表.docx", word_bytes(*form()))
    # All its own sums are right: the other file alone says otherwise.
    changes = [
        ["| 100 | 100 | 95 | 10 | 95% | 9.5", "| 100 | 100 | 96 | 10 | 96% | 9.6"],
        ["| 20 | 20 | 15 |", "| 20 | 20 | 16 |"],
    ]
    other = file("报.docx", word_bytes(*form(changes)))
    _, out, _ = run("audit", one, other, "--format", "json")
    found = [p for p in problems(out) if p["code"] == "X02"]
    assert any(
        "全年执行数这里是 96，表.docx 表 1第 4 行第 6 列是 95" in p["message"] for p in found
    )
    assert {p["file"] for p in found} == {"报.docx"}


def test_form_and_report_in_two_files_are_held_against_each_other_once(file, run):
    one = file("表.docx", word_bytes(*form()))
    said = "\n".join(part for part in report() if isinstance(part, str))
    for old, new in (
        ("全年预算数100万元，全年执行数95万元", "全年预算数110万元，全年执行数94万元"),
        ("购书册数20500册", "购书册数21500册"),
    ):
        assert old in said
        said = said.replace(old, new)
    other = file("报.docx", word_bytes(*said.split("\n")))
    _, out, _ = run("audit", one, other, "--format", "json")
    found = [p for p in problems(out) if p["code"] == "X02" and "执行率" not in p["message"]]
    assert {p["file"] for p in found} == {"报.docx"}
    assert sorted(n for p in found for n in ("110", "94", "21500") if n in p["message"]) == [
        *("110", "21500", "94"),
    ]


def test_a_second_version_of_a_form_is_looked_at_as_the_first_is(file, run):
    old = file("初稿.docx", word_bytes(*form()))
    new = file("定稿.docx", word_bytes(*form(WRONG)))
    text = word_bytes(*(part for part in report() if isinstance(part, str)))
    told = file("报告.docx", text)
    _, out, _ = run("audit", old, new, told, "--format", "json", "--explain-reading")
    found = {(p["file"], p["code"]) for p in problems(out) if p["code"] != "W06"}
    # That the first version had the right total is the same fault, and told once.
    assert found == {("定稿.docx", "A01"), ("报告.docx", "X01")}
    files = json.loads(out)["files"]
    assert [one["file"] for one in files] == ["初稿.docx", "定稿.docx", "报告.docx"]


def test_a_document_is_held_against_our_own_inputs(dossier, file, run):
    folder = dossier(
        change={
            'actual = "8%"': 'actual = "9%"',
            "spent = 95\n": "spent = 96\n",
            "spent = 95 }": "spent = 96 }",
        }
    )
    own = file("自评.docx", word_bytes(*form(), "自评等级：良"))
    _, out, _ = run("audit", own, "--against", folder, "--format", "json")
    said = [p["message"] for p in problems(out) if p["code"] == "X09"]
    assert any("文件里是 95，输入里是 96" in m for m in said)
    assert any("文件里是 8%，输入里是 9%" in m for m in said)
    assert any("文件里是 93.5" in m for m in said)
    assert any("等级：文件里是 良，输入里是 优" in m for m in said)
    assert not any("读者满意度].target" in m for m in said)


def test_what_we_wrote_ourselves_agrees_with_our_inputs(dossier, run, workspace):
    folder = dossier()
    run("build", folder)
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    code, out, _ = run("audit", path, "--against", folder, "--format", "json")
    assert code == 0, out
    assert codes(out) & {"X09", "X01", "A01", "A05", "A07"} == set()


def test_problems_become_comments_in_a_copy(wrong, run, workspace):
    before = wrong.read_bytes()
    run("audit", wrong, "--annotate")
    copy = workspace / "自评 表（批注）.docx"
    document = docx.Document(str(copy))
    (comment,) = document.comments
    assert comment.text.startswith("错误 A01 印出的总分 94.5")
    cell = document.tables[0].rows[16].cells[7]
    assert cell._tc.xpath(".//w:commentReference")
    assert wrong.read_bytes() == before
    assert structural_faults(copy.read_bytes()) == []


def copies_below(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*（批注）*"))


def test_copies_go_into_a_folder_as_the_files_lie_and_never_over_each_other(file, run, workspace):
    for name in ("收件/甲校", "收件/乙 校"):
        (workspace / name).mkdir(parents=True)
    data = word_bytes(*form(WRONG))
    sources = [
        file(f"收件/{n}", data) for n in ("甲校/自评 表.docx", "乙 校/自评 表.docx", "a.docx")
    ]
    capital = file("收件/A.docx", data)
    is_one_file = capital.samefile(sources[-1])  # where letters are alike
    code, _, err = run("audit", workspace / "收件", "--annotate", workspace / "批 注")
    assert code == 1
    wanted = ["a（批注）.docx", "乙 校/自评 表（批注）.docx", "甲校/自评 表（批注）.docx"]
    found = copies_below(workspace / "批 注")
    assert set(wanted[1:]) <= set(found)
    assert len({name.casefold() for name in found}) == len(found) == 4 - is_one_file
    assert err.count("写出") == len(found)
    assert copies_below(workspace / "收件") == []
    assert all(path.read_bytes() == data for path in sources)


def test_a_copy_that_somebody_worked_on_stays_and_is_told(wrong, run, workspace):
    run("audit", wrong, "--annotate")
    copy = workspace / "自评 表（批注）.docx"
    ours = copy.read_bytes()
    assert "写出" in run("audit", wrong, "--annotate")[2]
    assert copy.read_bytes() == ours
    copy.write_bytes(b"with an answer")
    code, out, _ = run("audit", wrong, "--annotate")
    assert code == 1
    assert "自评 表（批注）.docx: 错误 O02" in out
    assert copy.read_bytes() == b"with an answer"


def test_a_file_behind_annotate_is_audited_and_a_folder_of_documents_is_asked_about(wrong, run):
    code, out, _ = run("audit", "--annotate", wrong)
    assert "检查了 1 份文件：错误 1 个" in out
    folder = wrong.parent / "别的"
    folder.mkdir()
    (folder / "表.docx").write_bytes(wrong.read_bytes())
    code, _, err = run("audit", wrong, "--annotate", folder)
    assert code == 2
    assert "“别的”" in err.replace(str(wrong.parent) + "/", "")


def test_a_workbook_has_its_copy_with_comments_at_the_cells(file, run, workspace):
    rows = picture(FORM.replace("| 100 | 93.5 |", "| 100 | 94.5 |"))
    path = file("自评 表.xlsx", excel_bytes([["2023年度项目支出绩效自评表"], *rows]))
    before = path.read_bytes()
    run("audit", path, "--annotate", workspace / "批注")
    book = openpyxl.load_workbook(workspace / "批注" / "自评 表（批注）.xlsx")
    assert book["表1"]["H18"].comment.text.startswith("错误 A01 印出的总分 94.5")
    assert path.read_bytes() == before


def test_files_of_text_are_told_to_have_no_copy(file, run):
    text = "某县图书馆2023年图书购置绩效自评报告\n一、项目基本情况\n坚持稳中求百，购置图书。\n"
    path = file("报告.txt", text.encode())
    _, out, err = run("audit", path, "--annotate")
    assert "报告.txt: 提示 D06 只有 Word、Excel 文件能写批注" in out
    assert "写出" not in err


def test_comments_hang_on_paragraphs_and_cells_of_what_we_wrote(dossier, run, workspace, tmp_path):
    folder = dossier()
    run("build", folder)
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    document = docx.Document(str(path))
    place = next(p for p in document.paragraphs if "为全县读者购置图书" in p.text)
    place.runs[0].text = "今年坚持稳中求百，为全县读者购置图书"
    document.save(str(path))
    run("audit", path, "--annotate")
    copy = path.with_name(f"{path.stem}（批注）.docx")
    assert_valid(copy.read_bytes(), tmp_path)
    marked = [
        p.text for p in docx.Document(str(copy)).paragraphs if p._p.xpath(".//w:commentReference")
    ]
    assert any("稳中求百" in text for text in marked)


def test_a_baseline_accepts_what_is_known_and_tells_what_is_gone(wrong, run, workspace):
    known = workspace / "已知.json"
    code, out, _ = run("audit", wrong, "--baseline", known, "--update-baseline")
    assert code == 0
    assert "已接受 1 个" in out
    code, out, _ = run("audit", wrong, "--baseline", known)
    assert code == 0
    wrong.write_bytes(word_bytes(*form()))
    code, out, _ = run("audit", wrong, "--baseline", known)
    assert code == 0
    assert "D05" in out


def test_a_new_fault_is_not_covered_by_the_baseline(wrong, run, workspace):
    known = workspace / "已知.json"
    run("audit", wrong, "--baseline", known, "--update-baseline")
    wrong.write_bytes(word_bytes(*form([*WRONG, ["| 10 | 95% |", "| 10 | 96% |"]])))
    code, out, _ = run("audit", wrong, "--baseline", known)
    assert code == 1
    assert "A04" in out


def test_a_renamed_file_keeps_its_baseline(wrong, run, workspace):
    known = workspace / "已知.json"
    run("audit", wrong, "--baseline", known, "--update-baseline")
    renamed = wrong.rename(workspace / "自评表（定稿）.docx")
    code, out, _ = run("audit", renamed, "--baseline", known)
    assert code == 0
    assert "已接受 1 个" in out
    assert "D05" not in out


def test_the_baseline_of_the_workspace_holds_without_being_named(wrong, run, workspace):
    (workspace / "jixiao.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    run("audit", wrong, "--update-baseline")
    assert (workspace / "known.json").is_file()
    assert run("audit", wrong)[0] == 0


def test_a_baseline_that_is_none_is_told(wrong, run, file):
    known = file("已知.json", b"[1, 2")
    code, out, _ = run("audit", wrong, "--baseline", known)
    assert code == 1
    assert "D04" in out


def test_a_scheme_can_be_given_and_makes_doubts_certain(file, run):
    path = file("表.docx", word_bytes(*form([["| 30 | 24 |", "| 30 | 30 |"], ["93.5", "99.5"]])))
    _, out, _ = run("audit", path, "--format", "json")
    assert [p["severity"] for p in problems(out) if p["code"] == "A07"] == ["warning"]
    _, out, _ = run("audit", path, "--scheme", "mof-2020", "--format", "json")
    assert [p["severity"] for p in problems(out) if p["code"] == "A07"] == ["error"]


def test_what_cannot_be_interpreted_is_listed_and_not_judged(file, run):
    table = picture("天气 | 温度\n晴 | 20\n")
    path = file("别的.docx", word_bytes("某县图书馆2023年工作随笔", table))
    code, out, _ = run("audit", path)
    assert code == 0
    assert "没有认出自评表、绩效目标表或自评报告" in out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("改名.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc"),
        ("空.docx", b""),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("图.png", b"\x89PNG"),
        ("坏.xlsx", b"PK\x03\x04 broken"),
    ],
)
def test_files_that_cannot_be_read_are_told_and_the_others_are_audited(
    file, wrong, run, name, data
):
    code, out, _ = run("audit", file(name, data), wrong)
    assert code == 1
    assert f"{name}: 错误 D01" in out
    assert "A01" in out


def test_a_file_that_is_not_there_is_told(run, workspace):
    code, out, _ = run("audit", workspace / "没有.docx")
    assert code == 1
    assert "没有" in out


def test_a_folder_stands_for_the_documents_in_it(file, run, workspace):
    folder = workspace / "报 送"
    folder.mkdir()
    file("报 送/自评.docx", word_bytes(*form(WRONG)))
    file("报 送/~$自评.docx", b"a lock that Word leaves")
    file("报 送/自评（批注）.docx", word_bytes(*form(WRONG)))
    file("报 送/照片.png", b"")
    code, out, _ = run("audit", folder)
    assert code == 1
    assert "检查了 1 份文件：错误 1 个" in out


def test_several_files_are_told_as_a_table_by_unit_with_totals(file, run, workspace):
    for name in ("甲", "乙"):
        (workspace / "收 件" / name).mkdir(parents=True)
    file("收 件/甲/自评.docx", word_bytes(*form()))
    file("收 件/乙/自评.docx", word_bytes(*form([*WRONG, ["某县图书馆", "某县水务中心"]])))
    file("收 件/乙/坏.docx", b"PK\x03\x04 broken")
    code, out, _ = run("audit", workspace / "收 件")
    assert code == 1
    lines = [line.split() for line in out.splitlines()]
    assert ["单位", "文件", "错误", "警告", "提示", "没有读懂", "没有读到"] in lines
    table = out.partition("没有读到")[2].partition("个单位")[0].splitlines()
    units = [word for line in table for word in line.split()[:1] if word.startswith("某县")]
    assert units == ["某县水务中心", "某县图书馆"]
    (broken,) = [line for line in table if "坏.docx" in line]
    assert "损坏" in broken
    assert ["2", "个单位", "3", "份文件", "2", "0", "0", "1", "份"] in lines
    assert "读到 17 行" not in out
    data = json.loads(run("audit", workspace / "收 件", "--format", "json")[1])
    assert {f["file"]: (f["unit"], f["error"], bool(f["stopped"])) for f in data["files"]} == {
        "收 件/乙/坏.docx": ("某县水务中心", 1, True),
        "收 件/乙/自评.docx": ("某县水务中心", 1, False),
        "收 件/甲/自评.docx": ("某县图书馆", 0, False),
    }


def test_a_report_goes_where_it_is_asked_for_and_is_not_audited_itself(wrong, run, workspace):
    for name in ("意见.docx", "结果.xlsx", "结果.json"):
        code, _, err = run("audit", workspace, "--report", workspace / name)
        assert (code, f"写出 {name}" in err) == (1, True)
    code, out, _ = run("audit", workspace)
    assert "检查了 1 份文件" in out
    data = json.loads((workspace / "结果.json").read_text(encoding="utf-8"))
    assert "自评 表.docx" in [one["file"] for one in data["files"]]


def test_a_report_of_another_ending_is_wrong_use_before_anything_is_read(wrong, run, workspace):
    code, out, err = run("audit", wrong, "--report", workspace / "结果.pdf")
    assert (code, out) == (2, "")
    assert "“结果.pdf”的后缀应为 .xlsx、.docx、.json 之一" in err


def test_a_report_that_cannot_be_written_is_an_error(wrong, run, workspace):
    (workspace / "结果.json").write_text("{}", encoding="utf-8")
    code, out, err = run("audit", wrong, "--report", workspace / "结果.json")
    assert code == 1
    assert "结果.json: 错误 O02" in out
    assert "写出" not in err


def test_a_folder_without_documents_is_wrong_use(run, workspace):
    code, _, err = run("audit", workspace)
    assert code == 2
    assert "没有 .docx" in err


def test_annotations_for_code_hosts_name_the_cell(wrong, run):
    _, out, _ = run("audit", wrong, "--format", "github")
    assert "::error " in out
    assert "表 1第 17 行第 8 列：印出的总分" in out


def test_a_folder_is_audited_alike_by_one_process_and_by_two(run, workspace):
    folder = workspace / "材料"
    folder.mkdir()
    for number in range(3):
        rows = [[c.replace("图书购置", f"第{number}期购置") for c in row] for row in NATIONAL]
        data = word_bytes("项目支出绩效自评表（2023年度）", rows)
        (folder / f"表{number}.docx").write_bytes(data)
    # One project twice, otherwise the second time, and a report: one unit of three files.
    rows = [[c.replace("20500册", "20400册") for c in row] for row in rows]
    (folder / "表2改.docx").write_bytes(word_bytes("项目支出绩效自评表（2023年度）", rows))
    report = ["第2期购置项目支出绩效自评报告", "自评得分90分。"]
    (folder / "报告.txt").write_text("\n".join(report), encoding="utf-8")
    one, two = (
        run("audit", folder, "--jobs", jobs, *("--report", f"{jobs}.xlsx"), *("--annotate", jobs))
        for jobs in ("1", "2")
    )
    assert one[:2] == two[:2]
    assert "检查了 5 份文件" in one[1]
    assert (workspace / "1.xlsx").read_bytes() == (workspace / "2.xlsx").read_bytes()
    copies = [
        {path.name: path.read_bytes() for path in (workspace / jobs).glob("*.docx")}
        for jobs in ("1", "2")
    ]
    assert copies[0] == copies[1] != {}


STRANGE = """
项目名称 | < | 图书购置 | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 神秘栏
产出指标 | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 甲己丙
^ | 质量指标 | 图书验收合格率 | ≥98% | 99% | 乙庚丁
^ | ^ | 图书完好率 | ≥98% | 99% | 丙辛戊
"""


def test_a_column_that_is_not_understood_is_a_warning_that_stands_first(file, run):
    path = file("自评.docx", word_bytes("2023年度项目支出绩效自评表", picture(STRANGE)))
    code, out, _ = run("audit", path, "--format", "json")
    assert code == 0  # our reading, no fault of the paper
    first = problems(out)[0]
    assert (first["code"], first["severity"]) == ("D07", "warning")
    assert "“神秘栏”一栏没有读懂：3 格有内容" in first["message"]
    assert first["place"] == {"table": 1, "row": 2, "column": 6}


def test_who_asks_is_told_how_a_file_was_read(wrong, run):
    code, out, _ = run("audit", wrong, "--explain-reading")
    assert code == 1
    assert "→ 实际完成值：叫法" in out
    assert "用作 project.name" in out
    _, out, _ = run("audit", wrong, "--explain-reading", "--format", "json")
    (one,) = json.loads(out)["files"]
    assert len(one["reading"]["entries"]) == one["account"]["cells"]
    assert one["reading"]["bands"][0]["columns"]
