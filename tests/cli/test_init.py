"""jixiao init and schema: a folder ready to fill in, next year's folder, and the editor's schemas."""

import io
import json
from itertools import pairwise

import docx
import pytest
import tomli

from tests.conftest import ROOT


def test_a_new_folder_asks_only_for_what_is_to_be_filled_in(workspace, run):
    code, out, _ = run(
        "init", "inputs/某县 图书馆-2024", "--scheme", "mof-2020", "--unit", "某县图书馆"
    )
    assert code == 0
    assert 'jixiao check "inputs/某县 图书馆-2024"' in out
    unit = (workspace / "inputs" / "某县 图书馆-2024" / "unit.toml").read_text(encoding="utf-8")
    assert unit.startswith("#:schema .schema/unit.schema.json")
    data = tomli.loads(unit)
    assert (data["year"], data["unit"]["name"], data["scheme"]) == (2024, "某县图书馆", "mof-2020")
    code, out, _ = run("check", "inputs", "--format", "json")
    assert code == 1
    assert {p["code"] for p in json.loads(out)["problems"]} <= {"C01", "A03", "A02", "C12"}


def test_a_new_folder_gives_a_draft_at_once(workspace, run):
    run("init", "inputs/x-2024", "--scheme", "mof-2020", "--unit", "某县图书馆")
    assert run("build", "inputs/x-2024", "--draft")[0] == 0
    (path,) = (workspace / "outputs" / "x-2024").glob("*草稿*.docx")
    document = docx.Document(str(path))
    words = [p.text for p in document.paragraphs]
    after = dict(pairwise(words))
    assert after["一、项目基本情况"] == "【待补】"
    assert after["（一）存在的问题"] == "【待补】"
    assert not [w for w in words if "达到年初设定" in w]  # nothing is claimed that nobody wrote
    assert document.tables[0].cell(0, 2).text == "【待补】"


def test_nothing_that_exists_is_overwritten(workspace, run):
    run("init", "inputs/x-2024", "--scheme", "mof-2020")
    path = workspace / "inputs" / "x-2024" / "unit.toml"
    path.write_text("# 我的\n", encoding="utf-8")
    code, out, _ = run("init", "inputs/x-2024", "--scheme", "mof-2020")
    assert code == 1
    assert "O02" in out
    assert path.read_text(encoding="utf-8") == "# 我的\n"
    path.with_name("project-1.toml").rename(path.with_name("own.toml"))
    assert run("init", "inputs/x-2024", "--scheme", "mof-2020")[0] == 1
    assert not path.with_name("project-1.toml").exists()  # all of it or nothing


def test_a_project_without_a_name_is_refused(workspace, run):
    assert run("init", "inputs/x-2024", "--project", " ")[0] == 2
    assert not (workspace / "inputs").exists()


def test_an_unknown_scheme_is_told_and_nothing_is_written(workspace, run):
    code, out, _ = run("init", "inputs/x-2024", "--scheme", "mof-2002")
    assert code == 1
    assert "mof-2020" in out
    assert not (workspace / "inputs").exists()


def test_a_name_that_windows_refuses_is_refused(workspace, run):
    assert run("init", "inputs/con")[0] == 2


def test_next_year_keeps_targets_and_clears_actuals(workspace, run):
    old = ROOT / "inputs" / "lukou-2023"
    assert run("init", "inputs/lukou-2024", "--from", old)[0] == 0
    new = workspace / "inputs" / "lukou-2024"
    data = tomli.loads((new / "township-discipline.toml").read_text(encoding="utf-8"))
    rows = {row["name"]: row for row in data["indicator"]}
    assert rows["办理案件数"]["weight"] == 15
    assert rows["办理案件数"]["target"] == "50件"
    assert not any(row.get("actual") or row.get("score") for row in rows.values())
    assert tomli.loads((new / "unit.toml").read_text(encoding="utf-8"))["year"] == 2024


def test_a_folder_that_is_no_dossier_cannot_be_carried_over(workspace, run):
    code, out, _ = run("init", "inputs/x-2024", "--from", ".")
    assert code == 1
    assert "unit.toml" in out


def test_schemas_are_written_with_chinese_titles(workspace, run):
    assert run("schema")[0] == 0
    schema = json.loads((workspace / ".schema" / "project.schema.json").read_text(encoding="utf-8"))
    assert "年初预算数" in json.dumps(schema, ensure_ascii=False)
    assert run("schema")[0] == 0  # they are ours to replace


TEXT = "\n[text]\noverview = \"预算{{ funds.budget }}，支出{{ funds.spent }}，{{ indicator('购书册数').actual }}。\"\n"


def test_standing_texts_do_not_keep_the_goals_of_spring_from_being_built(dossier, run, workspace):
    from tests.conftest import PROJECT

    folder = dossier(project=PROJECT + TEXT)
    assert run("check", folder)[0] == 0
    assert run("init", "inputs/library-2024", "--from", folder)[0] == 0
    new = workspace / "inputs" / "library-2024" / "books.toml"
    text = new.read_text(encoding="utf-8")
    assert "{{ funds.spent }}，{{ indicator('购书册数').actual }}" in text
    new.write_text(
        text.replace("[funds]", "[funds]\nbudget = 90\ninitial = 90", 1), encoding="utf-8"
    )
    _, out, _ = run("check", new.parent, "--format", "json")
    assert "I20" not in {p["code"] for p in json.loads(out)["problems"]}
    # At the end of the year the same text asks for what it quotes.
    unit = new.with_name("unit.toml")
    unit.write_text(
        unit.read_text(encoding="utf-8").replace('"goals"', '"evaluation"'), encoding="utf-8"
    )
    _, out, _ = run("check", new.parent, "--format", "json")
    assert "I20" in {p["code"] for p in json.loads(out)["problems"]}


def edit(path, old, new):
    document = docx.Document(str(path))
    places = [r for p in document.paragraphs for r in p.runs if old in r.text]
    assert places
    places[0].text = places[0].text.replace(old, new)
    document.save(str(path))


def test_files_edited_in_word_and_never_pulled_are_named(dossier, run, workspace):
    from tests.conftest import PROJECT

    folder = dossier(devices=PROJECT.replace("图书购置", "设备更新"))
    run("build", folder)
    written = sorted((workspace / "outputs" / "library-2023").glob("*.docx"))
    assert len(written) > 1
    edit(written[0], "为全县读者", "为全县师生")
    docx.Document(str(written[1])).save(str(written[1]))  # only saved again
    before = written[0].read_bytes()
    code, out, _ = run("init", "inputs/library-2024", "--from", folder)
    assert code == 0
    named = [line for line in out.splitlines() if "jixiao pull" in line]
    assert len(named) == 1
    assert f'jixiao pull "outputs/library-2023/{written[0].name}"' in named[0]
    assert written[0].read_bytes() == before


def test_after_a_pull_nothing_is_named(dossier, run, workspace):
    folder = dossier()
    run("build", folder)
    (path, *_) = sorted((workspace / "outputs" / "library-2023").glob("*.docx"))
    edit(path, "为全县读者", "为全县师生")
    assert run("pull", path, "--apply")[0] == 0
    run("build", folder)
    _, out, _ = run("init", "inputs/library-2024", "--from", folder)
    assert "jixiao pull" not in out
    assert "师生" in (workspace / "inputs" / "library-2024" / "books.toml").read_text("utf-8")


def test_a_dossier_that_was_never_built_names_no_files(dossier, run):
    _, out, _ = run("init", "inputs/library-2024", "--from", dossier())
    assert "jixiao pull" not in out


def problems(out: str) -> set[str]:
    return {problem["code"] for problem in json.loads(out)["problems"]}


def test_without_a_scheme_and_a_terminal_nothing_is_asked_and_all_is_there(workspace, run):
    assert run("init", "inputs/某县图书馆-2024")[0] == 0
    folder = workspace / "inputs" / "某县图书馆-2024"
    unit = tomli.loads((folder / "unit.toml").read_text(encoding="utf-8"))
    assert (unit["unit"]["name"], unit["year"], unit["scheme"]) == ("某县图书馆", 2024, "mof-2020")
    assert sorted(p.name for p in folder.glob("*.toml")) == ["project-1.toml", "unit.toml"]
    assert problems(run("check", folder, "--format", "json")[1]) <= {"C01", "A02", "A03", "C12"}
    assert run("build", folder, "--draft")[0] == 0


def test_projects_department_and_place_are_told_by_options(workspace, run):
    options = ["--project", "馆舍修缮", "--project", "图书购置", "--department", "--year", "2023"]
    code, out, _ = run("init", "inputs/x", "--unit", "某局", "--place", "湖南省某县", *options)
    assert code == 0
    assert "hunan-2023" in out
    folder = workspace / "inputs" / "x"
    names = [
        tomli.loads((folder / f"project-{n}.toml").read_text(encoding="utf-8"))["project"]["name"]
        for n in (1, 2)
    ]
    assert names == ["馆舍修缮", "图书购置"]
    assert (folder / "department.toml").is_file()
    assert run("build", folder, "--draft")[0] == 0


def test_a_department_that_nobody_wants_has_no_file(workspace, run):
    assert run("init", "inputs/x-2023", "--scheme", "hunan-2023", "--no-department")[0] == 0
    assert not (workspace / "inputs" / "x-2023" / "department.toml").exists()


def test_without_a_folder_and_without_a_terminal_the_folder_is_asked_for(workspace, run):
    code, _, err = run("init")
    assert code == 2
    assert "缺少 文件夹" in err


class Terminal(io.StringIO):
    """Somebody at the keyboard, or at the screen."""

    def isatty(self):
        return True


def at_terminal(monkeypatch, *answers):
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
    monkeypatch.setattr("generator.cli.init.is_terminal", lambda: True)


def test_at_a_terminal_a_clerk_is_asked(workspace, run, monkeypatch):
    answers = ("云边县档案馆", "", "二〇二四", "2024", "", "", "档案修复、大厅改造", "")
    at_terminal(monkeypatch, *answers)
    code, out, _ = run("init")
    assert code == 0
    assert "四位数字" in out
    folder = workspace / "inputs" / "云边县档案馆-2024"
    assert tomli.loads((folder / "project-2.toml").read_text("utf-8"))["project"]["name"] == (
        "大厅改造"
    )
    assert run("build", folder, "--draft")[0] == 0


def test_who_stops_in_the_middle_leaves_nothing(workspace, run, monkeypatch):
    at_terminal(monkeypatch, "云边县档案馆", "")
    before = sorted(workspace.rglob("*"))
    assert run("init", "inputs/x-2024")[0] == 130
    assert sorted(workspace.rglob("*")) == before


def test_with_an_option_nothing_is_asked_at_a_terminal_either(workspace, run, monkeypatch):
    at_terminal(monkeypatch)
    assert run("init", "inputs/x-2024", "--unit", "某局")[0] == 0


def test_last_years_word_file_becomes_this_years_folder(dossier, run, workspace):
    run("build", dossier())
    (form,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    code, out, _ = run("init", "inputs/library-2024", "--from", form)
    assert code == 0
    assert "2023 年度" in out
    new = workspace / "inputs" / "library-2024"
    (row, *_) = tomli.loads((new / "project-1.toml").read_text("utf-8"))["indicator"]
    assert (row["name"], row["target"], row.get("actual", "")) == ("购书册数", "≥20000册", "")
    assert tomli.loads((new / "unit.toml").read_text("utf-8"))["year"] == 2024
    assert "I20" not in problems(run("check", new, "--format", "json")[1])


def test_where_there_is_no_workspace_one_begins(dossier, run, workspace):
    run("build", dossier())
    (workspace / "jixiao.toml").unlink()
    (form,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    assert run("init", "new/inputs/library-2024", "--from", form)[0] == 0
    assert (workspace / "new" / "jixiao.toml").is_file()


def test_material_that_is_none_is_told(workspace, run):
    (workspace / "empty").mkdir()
    code, out, _ = run("init", "inputs/x-2024", "--from", "empty")
    assert code == 1
    assert "没有 unit.toml，也没有 .docx" in out


def test_the_first_check_tells_a_line_for_each_file(workspace, run):
    run("init", "inputs/某局-2024", "--project", "巡察工作经费", "--project", "设备更新")
    code, out, err = run("check", "inputs")
    lines = out.splitlines()
    assert code == 1
    assert len(lines) == 4
    assert (
        "巡察工作经费：还有 49 处没有填（基本信息 2、资金 3、目标 2、指标 36、章节 6）" in lines[0]
    )
    assert lines[2].endswith("unit.toml: 某局：还有 1 处没有填：缺少落款日期（第 18 行）")
    assert err.startswith("下一步：填上空着的 99 处（--all 逐条列出），再运行 jixiao check inputs")


def test_each_blank_is_told_on_request_with_the_basis_of_all_once(workspace, run):
    run("init", "inputs/某局-2024")
    out = run("check", "inputs", "--all")[1]
    assert out.count("缺少") > 30
    assert out.count("依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）") == 1
    assert "“产出/数量”缺少分值" in out


def test_programs_get_every_blank_and_their_count(workspace, run):
    run("init", "inputs/某局-2024")
    _, out, err = run("check", "inputs", "--format", "json")
    data = json.loads(out)
    counted = sum(own["count"] for own in data["blanks"])
    assert counted == len(data["problems"]) > 30
    assert err == ""


@pytest.mark.parametrize(
    ("place", "said"),
    [("火星", "没有找到“火星”这个地方"), ("成督", "是不是想写：成都"), ("四川", "")],
)
def test_a_place_that_nobody_knows_is_told(workspace, run, place, said):
    code, out, _ = run("init", workspace / "inputs" / "甲-2024", "--place", place)
    assert code == 0
    assert said in out
    assert ("没有找到" in out) == bool(said)
    assert "评分方案：" in out


def test_a_project_that_is_named_twice_is_one(workspace, run):
    folder = workspace / "inputs" / "甲-2024"
    code, _, _ = run("init", folder, "--project", "绿化", "--project", "绿化", "--project", "保洁")
    assert code == 0
    assert len([*folder.glob("project-*.toml")]) == 2


def test_a_path_that_is_typed_twice_is_said_once(dossier, run):
    folder = dossier()
    assert run("check", folder, folder)[2].count(str(folder.name)) == 1
