"""Reports of every outline: taken in whole, built again in the same words and order."""

import re

import docx
import pytest

from generator.base.toml import read_toml
from generator.read.draft import Draft
from tests.foreign import NATIONAL, read_word, understood, word_bytes
from tests.read.narratives import NARRATIVES, Narrative

CASES = pytest.mark.parametrize("name", NARRATIVES)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("{", "").replace("}", "")


def left(draft: Draft) -> list[str]:
    return [u.quote for u in (*draft.unplaced, *(u for s in draft.subjects for u in s.unplaced))]


@CASES
def test_every_paragraph_is_used_or_furniture(name):
    (account,) = understood(read_word(*NARRATIVES[name].paragraphs)).accounts
    assert [e.text for e in account.entries if e.answer == "unread"] == []
    assert account.count("furniture") == len(NARRATIVES[name].paper)


def imported(run, workspace, case: Narrative, *parts):
    source = workspace / "报告.docx"
    source.write_bytes(word_bytes(*case.paragraphs, *parts))
    code, out, _ = run("import", source, "-o", workspace / "inputs/new")
    assert code == 0, out
    return workspace / "inputs/new", out


@CASES
def test_a_report_is_built_again_in_its_own_words_and_order(name, run, workspace):
    case = NARRATIVES[name]
    folder, out = imported(run, workspace, case)
    assert "没有导入" not in out
    code, out, _ = run("build", folder, "-o", workspace / "out")
    assert code == 0, out
    wanted = squeezed("".join((*case.title, *case.body)))
    built = [
        squeezed("".join(p.text for p in docx.Document(str(path)).paragraphs))
        for path in (workspace / "out").rglob("*.docx")
    ]
    assert any(wanted in text for text in built), (wanted, built)


def project(folder):
    file, problems = read_toml(folder / "project-1.toml", "")
    assert not problems
    return file.data


def test_sections_are_found_by_what_their_headings_mean(run, workspace):
    folder, _ = imported(run, workspace, NARRATIVES["seven sections"])
    data = project(folder)
    assert data["project"]["overview"].startswith("项目预算120万元")
    assert data["problem"] == [{"text": "部分路段设施老化。", "measure": "逐步更换老化设施。"}]
    assert data["result"] == {"use": "结果作为安排下年预算的依据。"}
    assert set(data["text"]) == {"opening", "analysis-funds", "section-1", "achieved"}


def test_problems_one_by_one_keep_their_numbers(run, workspace):
    case = Narrative(
        NARRATIVES["seven sections"].title,
        ("一、主要问题", "1.缺水", "2.缺人", "二、改进措施", "1.找水", "2.招人"),
        ("青河县园林中心", "2024年3月6日"),
    )
    folder, _ = imported(run, workspace, case)
    data = project(folder)
    assert data["problem"] == [
        {"text": "缺水", "measure": "找水"},
        {"text": "缺人", "measure": "招人"},
    ]
    rows = data["own-outline"]["section"]
    assert [(row["from"], row["items"]) for row in rows] == [
        ("problem.text", "{1}."),
        ("problem.measure", "{1}."),
    ]


FORM = ("项目支出绩效自评表", NATIONAL)


def with_form(*body: str) -> Narrative:
    return Narrative(("某县图书馆2023年图书购置项目支出绩效自评报告",), body)


def test_quantities_that_the_form_holds_are_quoted(run, workspace):
    case = with_form(
        "一、资金使用情况",
        "预算100万元，全年支出95万元，执行率95%。",
        "二、产出情况",
        "购书20500册，征求意见12次。",
    )
    folder, _ = imported(run, workspace, case, *FORM)
    text = project(folder)["text"]
    assert text["funds"] == (
        "预算{{ funds.budget }}，全年支出{{ funds.spent }}，执行率{{ funds.rate }}。"
    )
    assert text["section-1"] == '购书{{ indicator("购书册数").actual }}，征求意见12次。'


def test_what_is_quoted_prints_what_stood_there(run, workspace):
    case = with_form("一、资金使用情况", "预算100万元，全年支出950,000元，执行率95%。")
    folder, _ = imported(run, workspace, case, *FORM)
    assert run("build", folder, "--draft", "-o", workspace / "out")[0] == 0
    built = [
        "".join(p.text for p in docx.Document(str(path)).paragraphs)
        for path in (workspace / "out").rglob("*.docx")
    ]
    assert any("预算100万元，全年支出950,000元，执行率95%。" in text for text in built)


def test_what_differs_stays_typed_and_is_told(run, workspace):
    case = with_form("一、资金使用情况", "全年支出94万元，基本支出7万元。")
    folder, out = imported(run, workspace, case, *FORM)
    assert project(folder)["text"]["funds"] == "全年支出94万元，基本支出7万元。"
    assert "正文写作“94万元”，全年执行数是 95万元" in out
    assert "7万元”" not in out


def test_a_report_over_several_projects_keeps_its_sections_with_the_unit(run, workspace):
    case = Narrative(
        ("青河县园林中心2023年项目绩效评价报告",),
        (
            "一、项目基本情况",
            "项目支出预算100万元，其中：绿道养护70万元，公园保洁30万元。",
            "二、评价结论",
            "总体较好。",
        ),
    )
    folder, out = imported(run, workspace, case)
    assert "没有导入" not in out
    file, _ = read_toml(folder / "unit.toml", "")
    (report,) = file.data["report"]
    assert [row["title"] for row in report["own-outline"]["section"]] == [
        "{一}、项目基本情况",
        "{一}、评价结论",
    ]
    assert report["text"]["overview"] == (
        '项目支出预算{{ total("budget") }}，'
        '其中：绿道养护{{ project("project-1").funds.budget }}，'
        '公园保洁{{ project("project-2").funds.budget }}。'
    )
    assert run("build", folder, "--draft", "-o", workspace / "out")[0] == 0
    texts = [
        "".join(p.text for p in docx.Document(str(path)).paragraphs)
        for path in (workspace / "out").rglob("*.docx")
    ]
    assert any("二、评价结论总体较好。" in text for text in texts)


def test_a_letter_that_says_nothing_of_performance_is_no_report():
    draft = understood(read_word("各位同事：", "请于周五前报送材料。", "谢谢。", "再见。"))
    assert draft.subjects == []


def test_prose_about_performance_without_any_heading_is_kept_whole():
    lines = ("本年绩效较好。", "绿道养护了36公里。", "支出118.8万元。")
    draft = understood(read_word(*lines))
    (subject,) = draft.subjects
    (section,) = subject.sections
    assert section.text == "\n".join(lines)
    assert left(draft) == []


NUMBERED = (
    "1.项目由县水利局实施，当年安排资金二百万元。",
    "2.全年清淤八公里，群众普遍满意。",
    "资金全部支付。",
    "3.征地推迟，工期延长。",
    "4.下一步提前征地，加强管理。",
)


@pytest.mark.parametrize("title", ["某县水利局2023年项目绩效自评材料", "2023年度绩效自评报告"])
def test_a_report_whose_sections_have_numbers_alone_has_a_section_for_each(title):
    draft = understood(read_word(title, *NUMBERED))
    (subject,) = draft.subjects
    texts = [section.text for section in subject.sections]
    assert texts == [NUMBERED[0], "\n".join(NUMBERED[1:3]), *NUMBERED[3:]]
    assert [section.title for section in subject.sections] == [""] * 4


def test_numbers_that_do_not_count_up_part_nothing():
    draft = understood(read_word("2023年度绩效自评报告", NUMBERED[0], NUMBERED[3], NUMBERED[1]))
    assert len(draft.subjects[0].sections) == 1
