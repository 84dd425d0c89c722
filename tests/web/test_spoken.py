"""On the page problems speak in the words of the form; what somebody wrote stays as it is."""

import pytest

from generator.base.problem import Place, Problem, Severity
from generator.load.page_words import packaged_page_words
from generator.model.subject import ProjectEntry
from generator.model.unit import UnitEntry
from generator.web.key_labels import field_name, key_label
from generator.web.spoken import Spoken


@pytest.mark.parametrize(
    ("said", "table", "page"),
    [
        ("请填写 reason，说明原因", "indicator", "请填写“偏差原因分析及改进措施”，说明原因"),
        ("请在 [unit] 里填写 date，如 2023-04-27", "", "请在“单位”里填写“落款日期”，如 2023-04-27"),
        ("与 [funds] spent 不一致", "goal", "与“资金”的“全年执行数”不一致"),
        ("缺少“name”（项目名称）", "project", "缺少项目名称"),
        ("请在此处写上 name = …", "project", "请填写“项目名称”"),
        ("缺少“from”", "", "缺少“from”"),
        ("请填写 explanation（执行偏低原因）", "funds", "请填写“执行偏低原因”"),
        ("写 stage = \"goals\"", "", "写“阶段”填“goals”"),
        ("确有理由的写 [[accept]] 说明", "", "确有理由的在“问题”里按“接受……”说明"),
        ("请先运行 jixiao check", "", "请先看“问题”"),
        ("换算成 funds.spent 的单位", "goal", "换算成“全年执行数”的单位"),
        ("或在 [text] 里写一段", "", "或在“报告各节”里写一段"),
        ("写在 [titles] 里的标题", "", "写在“文书标题”里的标题"),
        ("没有“reason”这一栏", "", "没有“reason”这一栏"),
        ('改成：{{ indicator("购书").actual }}', "", '改成：{{ indicator("购书").actual }}'),
        ("请另存为 .docx 或 .xlsx", "", "请另存为 .docx 或 .xlsx"),
        ("请改为引用：{{ fact(\"处分\") }}；", "", "请删去手写的数，按“插入数”放入 {{ fact(\"处分\") }}；"),
        ("可用 jixiao init 新建一个", "", "请按“新建填报”"),
        ("请用 --year 写明，如 --year 2023", "", "请在“导入”旁的“年度”一栏写明，或写进文件名，如 2023年度"),
        ("以后可用 jixiao adopt 做成自己的方案", "", "以后可在“审核”里用“采用”做成自己的方案"),
        ("写进 templates/wording/lexicon/ 的词表", "", "在“问题”里接受，或加进单位自己的词表"),
        ("不能按公式计算，缺少单位的自评得分 score", "", "不能按公式计算，缺少单位的自评得分"),
        ("各资金来源都没有分值 weight", "", "各资金来源都没有分值"),
    ],
)  # fmt: skip
def test_words_of_files_and_commands_are_those_of_the_form(said, table, page):
    assert Spoken(None).words(said, table) == page


def test_a_problem_keeps_everything_but_its_words():
    problem = Problem(
        "C02", Severity.WARNING, "没有写 reason", Place("a.toml", 3, 1, "indicator[购书].reason")
    )
    said = Spoken(None).problem(problem)
    assert said.message == "没有写“偏差原因分析及改进措施”"
    assert said._replace(message=problem.message) == problem


def test_a_section_of_the_report_goes_by_its_title():
    hint = "请填写 indicator.reason，或在 [text] 里写 problems-found"
    empty = Problem("C12", Severity.ERROR, "章节“存在的问题”没有内容", Place("a.toml"), hint)
    assert Spoken(None).problem(empty).hint.endswith("或在“报告各节”里写“存在的问题”")


def test_no_word_of_the_page_names_a_command():
    words = packaged_page_words().word
    assert words
    assert not [own.says for own in words if "jixiao" in own.page or "--" in own.page]


@pytest.mark.parametrize(
    ("model", "key", "label"),
    [
        (ProjectEntry, "indicator[购书册数].actual", "购书册数 实际完成值"),
        (ProjectEntry, "funds.sources[县级资金].spent", "县级资金 全年执行数"),
        (ProjectEntry, "goals[1].indicator[购书].target", "购书 年度指标值"),
        (ProjectEntry, "facts.处分", "处分"),
        (ProjectEntry, "indicator[购书]", "购书 绩效指标"),
        (UnitEntry, "unit.date", "落款日期"),
        (UnitEntry, "nowhere", ""),
    ],
)
def test_places_are_called_as_on_the_form(model, key, label):
    assert key_label(model, key) == label


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("indicator[挽回经济损失].actual", "实际完成值 挽回经济损失"),
        ("funds.spent", "全年执行数"),
        ("nothing", ""),
    ],
)
def test_a_field_is_named_by_its_column_and_its_row(key, name):
    assert field_name(ProjectEntry, key) == name
