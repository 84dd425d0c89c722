"""A cell has one name: as the heading that it stands under, wherever the page speaks of it."""

from tests.web.page_sources import needs_node, said

pytestmark = needs_node

_HEADED = """
const { cellTitle } = use("columns");
say(asked.map(([heading, levels, title]) =>
  cellTitle({ title: heading, levels: Array(levels).fill({}) }, { title })));
"""
_NAMED = """
const { titleAt, titleOf } = use("titled");
const cell = (key, more = {}) => ({ key, keys: key.split("."), value: "", row: "", ...more });
const sheet = {
  columns: [{ key: "class", title: "指标类别" }, { key: "target", title: "年度指标值" }],
  rows: [
    { name: "册数", keys: ["i", "0"], cells: [cell("i.0.class"), cell("i.0.target")] },
    { name: "", keys: ["i", "1"], cells: [cell("i.1.class", { value: "产出/数量" }), cell("i.1.target")] },
  ],
  form: [{ kind: "indicators", rows: [], columns: [{ keys: ["target"], heading: "年初目标值（A）" }] }],
  fields: [cell("funds.spent", { title: "支出数 合计" })],
  funds: { columns: [{ title: "全年执行数" }, { title: "预算数" }], rows: [{ name: "资金总额", cells: [cell("funds.spent"), cell("funds.budget")] }] },
  lists: [{ rows: [{ label: "第 1 条", cells: [cell("answers.0", { title: "答复" })] }] }],
  texts: [cell("leader", { title: "负责人" })], own: [], goals: [], prose: [], sections: [], placed: [],
};
say(asked.map(([key, row]) => row === null ? titleAt(sheet, key) : titleOf(sheet, key.split("."), { row })));
"""
_HEADINGS = [
    ("指标值", 0, "年度指标值", "指标值"),
    ("年初目标值（A）", 0, "年度指标值", "年初目标值"),
    ("实际完成值（B）", 0, "实际完成值", "实际完成值"),
    ("指标值（件）", 0, "年度指标值", "指标值（件）"),
    ("三级指标", 0, "三级指标名称", "三级指标名称"),
    ("", 0, "分值", "分值"),
    ("指标", 1, "指标类别", "指标类别"),
    ("类别", 1, "指标类别", "类别"),
    ("一级指标、二级指标", 2, "指标类别", "指标类别"),
]
# By the key of a problem (None), or by the keys of a wish and the row that it was typed in.
_NAMES: list[tuple[str, str | None, str]] = [
    ("i.0.target", None, "年初目标值 册数"),
    ("i.0.target", "人次", "年初目标值 人次"),
    ("i.0.class", "", "指标类别 册数"),
    ("i.1.target", None, "年初目标值 产出/数量（未命名）"),
    ("funds.spent", "", "支出数 合计"),
    ("funds.budget", None, "预算数 资金总额"),
    ("answers.0", None, "答复 第 1 条"),
    ("leader", "", "负责人"),
    ("i.0", None, ""),
    ("", None, ""),
]


def test_a_cell_is_called_as_its_heading():
    assert said(_HEADED, [case[:3] for case in _HEADINGS]) == [case[3] for case in _HEADINGS]


def test_conflicts_and_problems_call_a_cell_as_the_grid_does():
    assert said(_NAMED, [case[:2] for case in _NAMES]) == [case[2] for case in _NAMES]
