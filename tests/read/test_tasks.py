"""Tasks of a department beside amounts, and words beside amounts that name no money."""

from tests.foreign import picture, read_word, understood

TITLE = "2023年度部门整体支出绩效自评表"


def draft_of(grid):
    return understood(read_word(TITLE, picture(grid)))


def test_amounts_of_tasks_are_no_funds_of_the_department():
    draft = draft_of("""
    部门名称 | 某旗林业局 | < | < | <
    年度主要任务 | 任务名称 | 主要内容 | 预算数（万元） | 执行数（万元）
    ^ | 造林 | 新造林300亩 | 61 | 60
    ^ | 防火 | 巡护8条线路 | 22 | 21
    """)
    (subject,) = draft.subjects
    assert subject.values["duty"] == [
        {"name": "造林", "responsibility": "新造林300亩"},
        {"name": "防火", "responsibility": "巡护8条线路"},
    ]
    assert "funds" not in subject.values
    assert [u.quote for u in subject.unplaced] == ["61", "60", "22", "21"]


def test_words_before_the_name_of_an_amount_are_listed():
    draft = draft_of("""
    部门名称 | 某旗林业局 | < | < | <
    项目资金（万元） | 资金类别 | 承担单位 | 全年预算数 | 全年执行数
    ^ | 年度资金总额 | < | 83 | 81
    ^ | 甲站负责 | 造林补助 | 61 | 60
    ^ | 乙站负责 | 防火经费 | 22 | 21
    """)
    (subject,) = draft.subjects
    assert [row["name"] for row in subject.values["funds"]["sources"]] == ["造林补助", "防火经费"]
    left = [u.quote for u in (*draft.unplaced, *subject.unplaced)]
    assert left == ["甲站负责", "乙站负责"]
