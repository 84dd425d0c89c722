"""jixiao import: foreign documents become inputs that load, and nothing that exists is touched."""

import json
from pathlib import Path

import pytest

from generator.base.toml import read_toml
from generator.load.dossier_inputs import load_dossier
from tests.conftest import ROOT
from tests.foreign import NATIONAL, excel_bytes, picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"


@pytest.fixture
def word_form(workspace):
    path = workspace / "自评表.docx"
    path.write_bytes(word_bytes(TITLE, "填报单位：某县图书馆", NATIONAL, "2024年3月1日"))
    return path


def read(path: Path):
    file, problems = read_toml(path, path.name)
    assert not problems
    return file.data


def input_faults(folder: Path):
    loaded = load_dossier(folder)
    assert loaded.dossier is not None, loaded.problems
    return loaded.problems


def test_a_word_form_becomes_a_dossier_that_loads_and_checks(word_form, run, workspace):
    code, out, _ = run("import", word_form, "-o", workspace / "library-2023")
    assert code == 0, out
    assert "某县图书馆，2023 年度：项目 1 个" in out
    assert "评分方案取 mof-2020" in out
    assert not input_faults(workspace / "library-2023")
    assert read(workspace / "library-2023/unit.toml")["unit"]["name"] == "某县图书馆"
    project = read(workspace / "library-2023/project-1.toml")
    assert project["project"]["name"] == "图书购置"
    _, out, _ = run("check", workspace / "library-2023")
    assert " I" not in out
    assert "C12" not in out  # the form came without a report, and no section of one is asked for
    assert "错误" not in out, out


def test_files_tell_where_they_come_from_and_explain_every_key(word_form, run, workspace):
    run("import", word_form, "-o", workspace / "new")
    text = (workspace / "new/project-1.toml").read_text(encoding="utf-8")
    assert "# 由 自评表.docx 导入" in text
    assert "资金来源" in text
    assert (workspace / "new/.schema/project.schema.json").is_file()


def test_what_was_not_placed_is_told_and_stands_in_a_comment(run, workspace):
    form = [*NATIONAL, ["幸福，就是每天进步一点点。", "<", "很高", *["<"] * 6]]
    path = workspace / "表.docx"
    path.write_bytes(word_bytes(TITLE, form))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0
    assert "表.docx 表 1第 17 行第 1 列：“幸福，就是每天进步一点点。”——没有认出的栏目名" in out
    text = (workspace / "new/project-1.toml").read_text(encoding="utf-8")
    assert "# · 表.docx 表 1第 17 行第 1 列（没有认出的栏目名）：幸福，就是每天进步一点点。" in text


def test_a_dossier_that_is_there_is_not_mixed_with_new_files(word_form, run, workspace):
    (workspace / "old").mkdir()
    (workspace / "old/unit.toml").write_text("year = 2023\n", encoding="utf-8")
    code, _, _ = run("import", word_form, "-o", workspace / "old")
    assert code == 1
    assert [p.name for p in (workspace / "old").iterdir()] == ["unit.toml"]


def test_without_a_year_the_option_is_asked_for(run, workspace):
    path = workspace / "表.docx"
    path.write_bytes(word_bytes(NATIONAL))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 1
    assert "--year" in out
    assert not (workspace / "new").exists()
    assert (
        run("import", path, "-o", workspace / "new", "--year", "2023", "--scheme", "mof-2021")[0]
        == 0
    )
    assert read(workspace / "new/unit.toml")["scheme"] == "mof-2021"


def test_an_unknown_scheme_is_told(word_form, run, workspace):
    code, out, _ = run("import", word_form, "-o", workspace / "new", "--scheme", "mof-2020x")
    assert code == 1
    assert "I17" in out
    assert "mof-2020" in out


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("旧.doc", b"", "另存为 .docx"),
        ("图.png", b"", "不认识的文件类型"),
        ("坏.docx", b"PK", "已损坏"),
        ("信.docx", word_bytes("各位同事：", "请于周五前报送材料。"), "没有认出"),
    ],
)
def test_what_cannot_be_imported_ends_in_a_message(run, workspace, name, data, words):
    (workspace / name).write_bytes(data)
    code, out, _ = run("import", workspace / name, "-o", workspace / "new")
    assert code == 1
    assert words in out
    assert not (workspace / "new").exists()


def test_a_file_that_is_no_form_is_accounted_for_to_its_last_cell(run, workspace):
    data = word_bytes("值班安排", [["值班人", "张三"], ["值班电话", "12345"]], "请按时到岗。")
    (workspace / "信.docx").write_bytes(data)
    code, out, _ = run("import", workspace / "信.docx", "-o", workspace / "new")
    assert code == 1
    assert all(said in out for said in ("值班人", "张三", "12345", "请按时到岗。"))
    code, out, _ = run("import", workspace / "信.docx", "-o", workspace / "new", "--format", "json")
    (refused,) = json.loads(out)["refused"]
    (file,) = refused["files"]
    assert file["account"] == {"cells": 6, "used": 0, "furniture": 0, "unread": 6}
    assert len(refused["unplaced"]) == 6
    code, out, _ = run("audit", workspace / "信.docx", "--format", "json")
    (audited,) = json.loads(out)["files"]
    assert audited["account"] == file["account"]


def test_json_gives_the_place_of_every_value(word_form, run, workspace):
    code, out, _ = run("import", word_form, "-o", workspace / "new", "--format", "json")
    assert code == 0
    (dossier,) = json.loads(out)["dossiers"]
    (subject,) = dossier["subjects"]
    assert subject["values"]["funds"]["spent"] == "95"
    assert {"keys": ["funds", "spent"], "place": {"table": 1, "row": 4, "column": 6}} in subject[
        "places"
    ]
    assert dossier["scheme"] == "mof-2020"


def test_a_sheet_of_five_hundred_projects_becomes_five_hundred_files(run, workspace):
    head = [
        "项目名称",
        "主管部门",
        "实施单位",
        "年初预算数（万元）",
        "全年预算数",
        "全年执行数",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
    ]
    rows: list[list[object]] = [head]
    for n in range(500):
        about = [f"项目{n + 1}", "某局", "某站", 10 + n, 10 + n, 9 + n]
        rows.append([*about, "产出指标", "数量指标", "件数", f"≥{n + 5}件", f"{n + 6}件", 50, 50])
        rows.append(
            ["", "", "", "", "", "", "效益指标", "社会效益指标", "影响", "明显", "明显", 40, 38]
        )
    path = workspace / "2023年项目.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new", "--year", "2023")
    assert code == 0, out
    files = sorted((workspace / "new").glob("project-*.toml"))
    assert len(files) == 500
    last = read(files[-1])
    assert last["project"]["name"] == "项目500"
    assert last["funds"]["spent"] == 508
    assert last["indicator"][1]["score"] == 38


def test_a_sheet_of_several_units_becomes_several_folders(run, workspace):
    rows = picture("""
    预算单位 | 项目名称 | 全年预算数 | 全年执行数 | 三级指标 | 年度指标值 | 实际完成值
    某县图书馆 | 讲座 | 5 | 5 | 场次 | 12场 | 12场
    某县博物馆 | 布展 | 30 | 27 | 展览 | 3个 | 3个
    """)
    path = workspace / "名单.xlsx"
    path.write_bytes(excel_bytes(rows))
    assert run("import", path, "-o", workspace / "all", "--year", "2023")[0] == 0
    assert sorted(p.name for p in (workspace / "all").iterdir()) == [
        "某县博物馆-2023",
        "某县图书馆-2023",
    ]
    assert not input_faults(workspace / "all/某县博物馆-2023")


def test_the_title_of_a_collection_gives_its_year(run, workspace):
    rows = picture("""
    某区2022年度项目支出绩效自评情况汇总表
    项目名称 | 全年预算数 | 全年执行数 | 三级指标 | 年度指标值 | 实际完成值
    讲座 | 5 | 5 | 场次 | 12场 | 12场
    """)
    path = workspace / "汇总 表.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0, out
    assert read(workspace / "new/unit.toml")["year"] == 2022
    assert "没有导入" not in out


def test_a_list_of_goals_under_a_header_of_two_rows_is_imported_as_of_spring(run, workspace):
    rows = picture("""
    2024年部门预算项目绩效目标汇总表（单位：元） | < | < | < | < | < | < | <
    单位名称 | 项目名称 | 预算金额 | 绩效目标 | 绩效指标 | < | < | <
    ^ | ^ | ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
    某街道 | 巡查 | 20000 | 减少事故 | 产出指标 | 数量指标 | 次数 | 12次
    某街道 | 巡查 | 20000 | 减少事故 | 满意度指标 | 满意度 | 居民满意度 | ≥85%
    某街道 | 讲座 | 5000 | 普及知识 | 产出指标 | 数量指标 | 场次 | 4场
    """)
    path = workspace / "目标.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0, out
    unit = read(workspace / "new/unit.toml")
    assert (unit["year"], unit["stage"], unit["unit"]["name"]) == (2024, "goals", "某街道")
    first, second = (read(workspace / f"new/project-{n}.toml") for n in (1, 2))
    assert first["goal"]["expected"] == "减少事故"
    assert first["indicator"][1]["class"] == "满意度/服务对象满意度"
    assert first["funds"] == {"unit": "元", "budget": 20000}
    assert second["project"]["name"] == "讲座"


def test_sources_of_money_are_written_with_the_words_of_the_scheme(run, workspace):
    rows = picture("""
    2023年度项目支出绩效自评表 | < | < | < | < | <
    项目名称 | 讲座 | < | < | < | <
    资金情况（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
    ^ | 年度资金总额 | 9 | 9 | 9 | 100%
    ^ | 其中：本年财政拨款 | 6 | 6 | 6 |
    ^ | 上年结转 | 2 | 2 | 2 |
    ^ | 社会捐赠 | 1 | 1 | 1 |
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
    产出指标 | 数量指标 | 场次 | 12场 | 12场 | 50
    """)
    path = workspace / "自评.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new", "--scheme", "mof-2020")
    assert code == 0, out
    sources = read(workspace / "new/project-1.toml")["funds"]["sources"]
    assert [source["name"] for source in sources] == ["当年财政拨款", "上年结转资金", "社会捐赠"]
    assert "“本年财政拨款”按方案记为“当年财政拨款”" in out


def test_a_task_beside_its_own_label_is_a_field_and_heads_no_table(run, workspace):
    rows = picture("""
    2023年度项目支出绩效自评表 | < | < | < | <
    项目名称 | 讲座 | < | < | <
    重点任务 | 全年讲座十二场 | < | < | <
    全年预算数 | 5 | 全年执行数 | 5 |
    三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    场次 | 12场 | 12场 | 90 | 90
    """)
    path = workspace / "自评.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0, out
    assert read(workspace / "new/project-1.toml")["fields"] == {"重点任务": "全年讲座十二场"}
    assert read(workspace / "new/project-1.toml")["indicator"][0]["name"] == "场次"


def figures(folder: Path):
    """Return what a dossier says in figures, by project: no prose, no order of files."""
    found = {}
    for path in folder.glob("*.toml"):
        data = read(path)
        if "project" not in data:
            continue
        funds = {k: data["funds"].get(k) for k in ("initial", "budget", "spent")}
        rows = [
            (
                r["class"],
                r["name"],
                r["target"],
                r.get("actual-text") or r.get("actual"),
                r["weight"],
            )
            for r in data["indicator"]
        ]
        found[data["project"]["name"]] = (funds, rows)
    return found


@pytest.mark.parametrize("name", ["ziyang-2022", "lukou-2023"])
def test_what_jixiao_wrote_comes_back_with_the_same_figures(run, workspace, name):
    built = workspace / "built"
    run("build", ROOT / "inputs" / name, "-o", built)
    documents = sorted(built.rglob("*.docx"))
    assert documents
    code, out, _ = run("import", *documents, "-o", workspace / "back")
    assert code == 0, out
    assert not input_faults(workspace / "back")
    theirs, ours = figures(workspace / "back"), figures(ROOT / "inputs" / name)
    assert set(theirs) == set(ours)
    for project, (funds, rows) in ours.items():
        assert theirs[project][0] == funds
        assert [(c, n, t, w) for c, n, t, _, w in theirs[project][1]] == [
            (c, n, t, w) for c, n, t, _, w in rows
        ]


def test_the_form_of_a_department_gives_its_money_and_its_tasks(run, workspace):
    rows = picture("""
    某县2023年度部门（单位）整体支出绩效自评表 | < | < | < | < | <
    部门（单位）名称 | 某县农业农村局 | < | < | < | <
    年度预算（万元） | 资金来源 | 年初预算数 | 全年预算数 | 执行数 | 分值
    ^ | 年度部门预算资金总额 | 5,200.00 | 5,600.00 | 5,320.00 | 10
    ^ | 其中：基本支出 | 3,000 | 3,100 | 3,080 |
    ^ | 项目支出 | 2,200 | 2,500 | 2,240 |
    年度主要任务 | 任务名称 | 主要内容 | < | 实际完成情况 | <
    ^ | 农田建设 | 建设农田2万亩 | < | 完成2.1万亩 | <
    ^ | 疫病防控 | 免疫密度90%以上 | < | 免疫密度95% | <
    年度总体目标 | 粮食产量稳定。 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 分值
    产出指标 | 数量指标 | 指标1：建设农田 | 2万亩 | 2.1万亩 | 50
    """)
    path = workspace / "部门 整体.xlsx"
    path.write_bytes(excel_bytes(rows))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0, out
    department = read(workspace / "new/department.toml")
    assert department["funds"]["spent"] == 5320
    assert [s["name"] for s in department["funds"]["sources"]] == ["基本支出", "项目支出"]
    assert department["duty"] == [
        {"name": "农田建设", "responsibility": "建设农田2万亩"},
        {"name": "疫病防控", "responsibility": "免疫密度90%以上"},
    ]
    assert department["goal"]["expected"] == "粮食产量稳定。"
    assert department["indicator"][0]["name"] == "建设农田"
    assert "完成2.1万亩" in out


def test_what_a_person_wrote_since_is_kept(word_form, run, workspace):
    assert run("import", word_form, "-o", workspace / "new")[0] == 0
    project = workspace / "new/project-1.toml"
    project.write_text(project.read_text(encoding="utf-8") + "\n# 我的话\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in (workspace / "new").rglob("*.toml")}
    assert run("import", word_form, "-o", workspace / "new")[0] == 0
    assert {p: p.read_bytes() for p in (workspace / "new").rglob("*.toml")} == before


BARE = "项目支出绩效自评表"


def test_a_missing_year_is_taken_from_the_name_of_the_file(run, workspace):
    path = workspace / "2022年自评表.docx"
    path.write_bytes(word_bytes(BARE, NATIONAL))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0
    assert "年度取自文件名“2022年自评表”，按 2022 年度处理，请核对" in out
    assert read(workspace / "new/unit.toml")["year"] == 2022


def test_a_missing_year_is_that_of_the_other_files(run, workspace, word_form):
    other = workspace / "报刊.docx"
    rows = [[cell.replace("图书购置", "报刊购置") for cell in row] for row in NATIONAL]
    other.write_bytes(word_bytes(BARE, "填报单位：某县图书馆", rows))
    code, out, _ = run("import", word_form, other, "-o", workspace / "new")
    assert code == 0
    assert "年度取自同一批的其他材料" in out


def test_a_missing_year_follows_from_the_date_of_signing(run, workspace):
    path = workspace / "表.docx"
    path.write_bytes(word_bytes(BARE, NATIONAL, "某县图书馆", "2023年3月1日"))
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0, out
    assert "请核对" in out
    assert "年度" in out


def test_for_a_folder_the_year_is_asked_for_once(run, workspace):
    folder = workspace / "材料"
    folder.mkdir()
    for number in range(5):
        rows = [[c.replace("图书购置", f"第{number}期购置") for c in row] for row in NATIONAL]
        (folder / f"表{number}.docx").write_bytes(word_bytes(BARE, rows))
    code, out, _ = run("import", folder, "-o", workspace / "new")
    assert code == 1
    assert out.count("D03") == 1
    assert "5 份材料" in out
    code, out, _ = run("import", folder, "-o", workspace / "new", "--year", "2023", "--jobs", "2")
    assert code == 0, out
    assert "项目 5 个" in out


def test_the_unit_is_named_by_who_carries_the_project_out(run, workspace):
    path = workspace / "2023.docx"
    path.write_bytes(word_bytes(BARE, NATIONAL))
    _, out, _ = run("import", path, "-o", workspace / "new")
    assert "单位名称“某县图书馆”取自实施单位，请核对" in out
    assert read(workspace / "new/unit.toml")["unit"]["name"] == "某县图书馆"


SHORT = picture("""
项目名称 | < | 路灯安装 | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
产出指标 | 数量指标 | 路灯盏数 | ≥80盏 | 82盏
^ | 时效指标 | 完工时间 | 11月底前 |
""")


def test_only_what_the_form_asks_for_is_required(run, workspace):
    path = workspace / "2023.docx"
    path.write_bytes(word_bytes(BARE, SHORT))
    run("import", path, "-o", workspace / "new", "--scheme", "mof-2020")
    project, unit = (read(workspace / f"new/{n}.toml") for n in ("project-1", "unit"))
    assert set(unit["not-asked"]) == {"unit.name", "unit.date"}
    assert "funds.initial" in project["not-asked"]
    assert "indicator.weight" in project["not-asked"]
    assert "indicator.actual" not in project["not-asked"]
    _, out, _ = run("check", workspace / "new")
    missing = [line for line in out.splitlines() if "C01" in line]
    assert len(missing) == 1
    assert "“完工时间”缺少实际完成值" in missing[0]


REPORT = (
    "某县图书馆2023年图书购置绩效自评报告", "一、项目概况", "购置图书，丰富馆藏。",
    "二、存在的问题", "部分新书到货晚。",
)  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "documents"), [((NATIONAL,), ["form"]), (REPORT, ["report"])], ids=["form", "report"]
)
def test_no_document_is_made_that_the_source_was_not(run, workspace, parts, documents):
    path = workspace / "2023.docx"
    path.write_bytes(word_bytes(BARE, *parts) if parts is not REPORT else word_bytes(*parts))
    run("import", path, "-o", workspace / "new", "--scheme", "mof-2020")
    assert read(workspace / "new/project-1.toml")["documents"] == documents
    run("build", workspace / "new", "--draft", "-o", workspace / "out")
    made = [p.name for p in (workspace / "out").rglob("*.docx")]
    assert len(made) == 1
    assert ("报告" in made[0]) == (documents == ["report"])


def test_each_code_prints_its_first_places_and_a_count(run, workspace):
    lines = [f"第{n}段管线全面贯通，，按期投入使用。" for n in range(50)]
    path = workspace / "2023.docx"
    path.write_bytes(word_bytes(BARE, *lines, SHORT))
    _, out, _ = run("audit", path)
    assert sum(" W03 " in line for line in out.splitlines()) == 20
    assert "W03 另有 30 处" in out
    _, out, _ = run("audit", path, "--format", "json")
    assert sum(p["code"] == "W03" for p in json.loads(out)["problems"]) == 50
