"""Goals and indicators of several years beside those of the year: the year's are the form's."""

import pytest

from generator.read.twin_blocks import find_twins, without
from tests.foreign import picture, read_word, understood
from tests.read.cells import desk, table

TITLE = "2022年项目支出绩效目标申报表"


def draft_of(text):
    return understood(read_word(TITLE, picture(text)))


def unread(draft):
    return [e.text for e in draft.accounts[0].entries if e.answer == "unread"]


TWINS = """
项目名称 | 戏台修缮 | < | < | < | < | < | <
项目资金（万元） | {0}资金总额 | 95 | < | 年度资金总额 | 38 | < | <
^ | 其中：财政拨款 | 95 | < | 其中：财政拨款 | 38 | < | <
总体目标 | {0}目标 | < | < | 年度目标 | < | < | <
^ | 修好两座戏台。 | < | < | 修好东戏台。 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 修缮戏台 | 2座 | 产出指标 | 数量指标 | 更换檩条 | ≥16根
^ | 质量指标 | 验收合格率 | 100% | ^ | 时效指标 | 完工时间 | 10月底
效益指标 | 社会效益指标 | 演出 | ≥90场 | 效益指标 | 社会效益指标 | 演出 | ≥20场
"""


@pytest.mark.parametrize("word", ["中期", "实施期", "三年", "项目周期"])
def test_the_indicators_of_the_year_are_the_forms(word):
    draft = draft_of(TWINS.format(word))
    (subject,) = draft.subjects
    rows = [(r["class"], r["name"], r["target"]) for r in subject.values["indicator"]]
    assert rows == [
        ("产出/数量", "更换檩条", "≥16根"),
        ("产出/时效", "完工时间", "10月底"),
        ("效益/社会效益", "演出", "≥20场"),
    ]
    kept = subject.values["fields"]
    assert [text for name, text in kept.items() if name.endswith("·修缮戏台")] == ["2座"]
    assert [text for name, text in kept.items() if name.endswith("·演出")] == ["≥90场"]
    assert subject.get(("goal", "expected")) == "修好东戏台。"
    assert unread(draft) == []


@pytest.mark.parametrize("word", ["中期", "实施期", "三年"])
def test_the_money_of_several_years_is_not_that_of_the_year(word):
    (subject,) = draft_of(TWINS.format(word)).subjects
    assert subject.get(("funds", "budget")) == 38
    assert [(s["budget"], s.get("spent")) for s in subject.get(("funds", "sources"))] == [
        (38, None)
    ]
    assert subject.values["fields"][f"{word}资金总额"] == "95"


def test_the_years_half_may_stand_first_and_the_block_may_have_a_label():
    draft = draft_of("""
    项目名称 | 戏台修缮 | < | < | < | < | < | < | <
    绩效指标 | 年度目标 | < | < | < | 三年目标 | < | < | <
    ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
    ^ | 产出指标 | 数量指标 | 更换檩条 | ≥16根 | 产出指标 | 数量指标 | 修缮戏台 | 2座
    ^ | 效益指标 | 社会效益指标 | 演出 | ≥20场 | 效益指标 | 社会效益指标 | 庙会 | ≥6场
    其他说明 | 木料自备。 | < | < | < | < | < | < | <
    """)
    (subject,) = draft.subjects
    assert [r["name"] for r in subject.values["indicator"]] == ["更换檩条", "演出"]
    assert subject.values["fields"]["三年目标·产出·数量·修缮戏台"] == "2座"
    assert subject.values["fields"]["三年目标·效益·社会效益·庙会"] == "≥6场"
    assert unread(draft) == []


def test_a_goal_of_the_year_takes_the_place_of_a_wider_one():
    form = "项目名称 | 戏台修缮 | <\n{} | {} | <\n{} | {} | <"
    whole, year = ("项目总目标", "三年修好四座戏台。"), ("年度目标", "修好东戏台。")
    for rows in ((*whole, *year), (*year, *whole)):
        (subject,) = draft_of(form.format(*rows)).subjects
        assert subject.get(("goal", "expected")) == year[1]
        assert subject.values["fields"] == {whole[0]: whole[1]}
        assert subject.conflicts == []


@pytest.mark.parametrize("title", ["2022年部门整体支出绩效自评表", "部门整体支出绩效自评表"])
def test_of_goals_by_year_the_forms_year_is_the_goal(title):
    draft = understood(
        read_word(
            title,
            picture("""
            部门名称 | 某县文旅局 | <
            部门总体目标 | 部门职责 | 负责文物修缮和群众演出。
            ^ | 总体绩效目标 | 文物安全，演出常办。
            财年 | 目标 | 实际完成情况
            2022 | 修好东戏台。 | 东戏台九月修好。
            2023 | 修好西戏台。 | ---
            """),
        )
    )
    (subject,) = draft.subjects
    assert subject.values["goal"] == {"expected": "修好东戏台。", "achieved": "东戏台九月修好。"}
    assert subject.values["fields"] == {
        "部门职责": "负责文物修缮和群众演出。",
        "总体绩效目标": "文物安全，演出常办。",
        "2023年·目标": "修好西戏台。",
    }
    assert draft.year == 2022
    assert unread(draft) == []


LATER = """
项目名称 | 戏台修缮 | < | < | < | < | < | <
{word}目标 | < | < | < | 年度目标 | < | < | <
{between}
一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 修缮戏台 | 2座 | 产出指标 | 数量指标 | 更换檩条 | ≥16根
^ | 质量指标 | 验收合格率 | 100% | ^ | 时效指标 | 完工时间 | 10月底
"""


@pytest.mark.parametrize(("rows", "is_said"), [(3, True), (4, False)])
def test_the_word_stands_within_four_rows_above(rows, is_said):
    between = "\n".join(
        f"修好戏台{n}。 | < | < | < | 修好东戏台{n}。 | < | < | <" for n in range(rows)
    )
    draft = draft_of(LATER.format(word="实施期", between=between))
    (subject,) = draft.subjects
    own = str(subject.values.get("fields", {}))
    assert ("实施期" in own) is is_said


def test_the_other_half_is_blank_from_its_header_to_its_last_row():
    twins = table("""
    名称 | 戏台 | < | 单位 | 文化站 | <
    一级指标 | 三级指标 | 指标值 | 一级指标 | 三级指标 | 指标值
    产出 | 修缮戏台 | 2座 | 产出 | 更换檩条 | 16根
    合计 | < | < | < | < | <
    """)
    left = without(twins, find_twins(twins, desk()))
    assert [[cell.text for cell in row[::3]] for row in left.grid] == [
        ["名称", "单位"],
        ["", "一级指标"],
        ["", "产出"],
        ["合计", "合计"],
    ]
