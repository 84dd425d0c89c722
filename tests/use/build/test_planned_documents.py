"""Which files a dossier makes: alone, attached, bound together; in spring and at the year's end."""

import json
import shutil

import docx
import pytest

from tests.conftest import PROJECT, ROOT, UNIT


def written(workspace, folder="library-2023"):
    return sorted(path.name for path in (workspace / "outputs" / folder).glob("*.docx"))


def texts(path):
    document = docx.Document(str(path))
    found = [p.text for p in document.paragraphs if p.text]
    for table in document.tables:
        for row in table.rows:
            found += [cell.text for cell in row.cells if cell.text]
    return found


def only(workspace, folder="library-2023"):
    (path,) = (workspace / "outputs" / folder).glob("*.docx")
    return texts(path)


def test_the_form_is_attached_to_the_report_and_not_written_twice(dossier, run, workspace):
    assert run("build", dossier())[0] == 0
    assert written(workspace) == ["01 某县图书馆2023年图书购置绩效自评报告.docx"]
    found = only(workspace)
    assert "附件：项目支出绩效自评表" in found
    assert found.index("附件") > found.index("附件：项目支出绩效自评表")


def test_a_unit_may_ask_for_the_form_alone(dossier, run, workspace):
    unit = UNIT.replace("[unit]", 'documents = ["form"]\n[unit]')
    assert run("build", dossier(unit=unit))[0] == 0
    assert written(workspace) == ["01 2023年度项目支出绩效自评表（图书购置）.docx"]
    assert "附件" not in only(workspace)


OTHER = PROJECT.replace('name = "图书购置"', 'name = "报刊购置"')


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ('["form"]', ["自评表"]),
        ('["report"]', ["自评报告"]),
        ('["report", "form"]', ["自评报告"]),
        ("[]", []),
    ],
)
def test_a_project_may_name_its_own_documents(dossier, run, workspace, asked, made):
    folder = dossier(other=f"documents = {asked}\n{OTHER}")
    assert run("build", folder)[0] == 0
    own = [name for name in written(workspace) if "报刊购置" in name]
    assert [word for name in own for word in ("自评报告", "自评表") if word in name] == made
    assert sum("图书购置" in name for name in written(workspace)) == 1


def test_an_unknown_document_of_a_project_is_told(dossier, run):
    code, out, _ = run("build", dossier(other=f'documents = ["from"]\n{OTHER}'))
    assert code == 1
    assert "other.toml" in out
    assert "I25" in out


def test_an_unknown_document_is_told_with_the_nearest(dossier, run, workspace):
    unit = UNIT.replace("[unit]", 'documents = ["from"]\n[unit]')
    code, out, _ = run("build", dossier(unit=unit))
    assert code == 1
    assert "I25" in out
    assert "form" in out


def test_a_unit_may_take_another_outline(dossier, run, workspace):
    unit = UNIT + '\n[outlines]\nreport = "mof-2020"\n'
    assert run("build", dossier(unit=unit))[0] == 0
    found = only(workspace)
    assert "五、主要经验及做法、存在的问题及原因分析" in found
    assert "六、有关建议" in found
    assert not any("其他需要说明的问题" in text for text in found)


def test_the_owners_outline_is_the_default(dossier, run, workspace):
    assert run("build", dossier())[0] == 0
    wanted = [
        "一、项目基本情况",
        "二、绩效自评工作开展情况",
        "三、综合评价结论",
        "四、绩效目标实现情况分析",
        "五、存在的问题和改进措施",
        "六、结果应用",
    ]
    found = only(workspace)
    assert [text for text in found if text in wanted] == wanted


def test_in_spring_the_same_dossier_makes_its_goal_table_without_results(dossier, run, workspace):
    assert run("build", dossier(), "--stage", "goals")[0] == 0
    assert written(workspace) == ["01 2023年度项目支出绩效目标表（图书购置）.docx"]
    found = only(workspace)
    assert "≥20000册" in found
    assert "20500册" not in found


def test_the_files_of_both_stages_live_side_by_side(dossier, run, workspace):
    folder = dossier()
    for _ in range(2):
        assert run("build", folder)[0] == 0
        code, out, _ = run("build", folder, "--stage", "goals")
        assert code == 0
        assert "O03" not in out
    assert len(written(workspace)) == 2
    manifest = json.loads(
        (workspace / "outputs" / "library-2023" / ".jixiao-manifest.json").read_text("utf-8")
    )
    assert [file["file"] for file in manifest["files"]] == written(workspace)


SECOND = PROJECT.replace("图书购置", "设备更新").replace("100", "50").replace("95", "45")


def test_a_bundle_holds_every_document_and_nothing_else_is_written(dossier, run, workspace):
    unit = UNIT.replace("[unit]", "bundle = true\n[unit]")
    assert run("build", dossier(unit=unit, devices=SECOND))[0] == 0
    assert written(workspace) == ["某县图书馆2023年度绩效自评材料.docx"]
    found = only(workspace)
    assert [t for t in found if t.startswith("一、")] == ["一、项目基本情况"] * 2


REPORT_SCHEME = """
[[report]]
id = "evaluation"
title = "{{ unit.name }}项目绩效评价报告"
projects = ["devices"]

[report.text]
overview-basis = "依据年度预算批复。"
standard = "分四档。"
conclusion = "总体良好。"
problems = "无。"
"""


def test_a_report_over_some_projects_counts_and_adds_up_only_those(dossier, run, workspace):
    unit = UNIT.replace("mof-2020", "hebei-narrative-2020") + REPORT_SCHEME
    code, out, _ = run("build", dossier(unit=unit, devices=SECOND), "--draft")
    assert code == 0, out
    found = only(workspace)
    assert "2023年项目支出预算50万元，其中：设备更新50万元。全年专项经费收入合计50万元。" in found
    assert any("项目共1个" in text for text in found)


def test_a_chart_is_drawn_where_the_outline_asks_for_one(dossier, run, workspace):
    unit = UNIT.replace("mof-2020", "hebei-narrative-2020") + REPORT_SCHEME
    assert run("build", dossier(unit=unit, devices=SECOND), "--draft")[0] == 0
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    assert len(docx.Document(str(path)).inline_shapes) == 1


def test_a_text_over_the_whole_dossier_needs_the_department(dossier, run):
    unit = UNIT.replace("mof-2020", "hebei-goals-2021")
    code, out, _ = run("build", dossier(unit=unit))
    assert code == 1
    assert "I26" in out


def test_a_source_that_a_fixed_form_has_no_place_for_is_told(run, workspace):
    folder = workspace / "inputs" / "shg"
    shutil.copytree(ROOT / "inputs" / "shanhaiguan-2021", folder)
    project = folder / "inspection.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('name = "其他资金"', 'name = "上级资金"'), encoding="utf-8")
    _, out, _ = run("build", folder)
    assert "T06" in out
    assert "上级资金" in out


def test_contents_without_page_numbers_ask_to_be_updated_and_the_build_says_so(run, workspace):
    code, out, _ = run("build", ROOT / "inputs" / "shanhaiguan-2021", "-o", workspace / "o")
    assert code == 0
    assert "O13" in out
    (path,) = (workspace / "o").rglob("*.docx")
    xml = docx.Document(str(path)).element.xml
    assert 'w:fldCharType="begin" w:dirty="true"' in xml
    assert "第二部分　预算项目绩效目标" in texts(path)


def test_every_project_table_of_a_text_bears_its_number(run, workspace):
    run("build", ROOT / "inputs" / "shanhaiguan-2021", "-o", workspace / "o")
    (path,) = (workspace / "o").rglob("*.docx")
    headings = [t for t in texts(path) if t.endswith("绩效目标表")]
    assert [h[:2] for h in headings[-5:]] == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize(
    "scheme",
    [
        "mof-2020",
        "mof-2021",
        "hunan-2023",
        "hunan-ziyang-2022",
        "hubei-2020",
        "hubei-hongshan-2020",
        "ningxia",
        "hebei-narrative-2020",
    ],
)
def test_every_scheme_makes_a_goal_table_in_spring(dossier, run, workspace, scheme):
    unit = UNIT.replace("mof-2020", scheme)
    code, out, _ = run("build", dossier(unit=unit), "--stage", "goals", "--draft")
    assert code == 0, out
    assert any("目标表" in name for name in written(workspace))


def test_a_clean_copy_has_no_bookmarks_no_author_and_no_stamp(dossier, run, workspace):
    assert run("build", dossier(change={"spent = 95\n": ""}), "--draft", "--clean")[0] == 0
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    document = docx.Document(str(path))
    assert "bookmarkStart" not in document.element.xml
    assert document.core_properties.author == ""
    assert document.sections[0].header.paragraphs[0].text == ""
    assert "草稿" not in path.name


def test_house_style_of_the_workspace_reaches_every_file(dossier, run, workspace):
    (workspace / "jixiao.toml").write_text("[style]\nline = 28\nbold = [2]\n", encoding="utf-8")
    assert run("build", dossier())[0] == 0
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    styles = docx.Document(str(path)).styles
    assert styles["公文正文"].paragraph_format.line_spacing.pt == 28
    assert styles["Heading 2"].font.bold


@pytest.mark.parametrize(
    ("asked", "expected"),
    [('["goals"]', (1, True)), ("[]", (0, False))],  # a table of the spring; nothing at all
)
def test_a_build_that_writes_nothing_is_a_success_only_where_nothing_was_asked_for(
    dossier, run, workspace, asked, expected
):
    folder = dossier(project=f"documents = {asked}\n{PROJECT}")
    code, out, said = run("build", folder)
    assert (code, "O33" in out) == expected
    assert ("可以报送" in out + said) == (code == 0)
    assert written(workspace) == []
