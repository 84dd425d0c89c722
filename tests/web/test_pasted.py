"""A block that is pasted into the grid is spread by the columns of the form."""

from tests.web.page_sources import needs_node, said

pytestmark = needs_node

_PASTED = """
const { pasted } = use("pasted");
const keys = ["class", "name", "target"];
const titles = ["指标类别", "三级指标名称", "年度指标值"];
const headings = ["一级指标　二级指标", "三级指标", "年初目标"];
const laid = (classes, levels) => ({
  sheet: { classes, columns: keys.map((key, n) => ({ key, title: titles[n] })),
    rows: [{ keys: ["indicator", 0], cells: keys.map((key) => ({ keys: ["indicator", 0, key], value: "", row: "" })) }] },
  views: keys.map((key, cell) => ({ cell, title: headings[cell], levels: cell ? undefined : levels })),
});
say(asked.map(([classes, levels, block]) => {
  const found = pasted(laid(classes, ["一级指标", "二级指标"].slice(0, levels).map((heading) => ({ heading }))), { row: 0, column: 0 }, block);
  const first = Object.fromEntries(found.wishes.map((one) => [one.keys[2], one.now]));
  return [first, ...found.rows.map((one) => one.row)].map((row) => keys.map((key) => row[key] ?? ""));
}));
"""
_KNOWN = ["产出/数量", "产出/质量", "满意度/服务对象满意度"]
_TWO = [["产出指标", "数量指标", "场次", "20场"], ["产出指标", "质量指标", "好评", "9成"]]
_BLANK = [
    ["产出指标", "数量指标", "场次", "20场"],
    ["", "", "册数", "9册"],
    ["", "质量指标", "好评", ""],
]
_CASES: list[tuple[list[str], int, list[list[str]], list[list[str]]]] = [
    (_KNOWN, 2, _TWO, [["产出/数量", "场次", "20场"], ["产出/质量", "好评", "9成"]]),
    (_KNOWN, 1, _TWO, [["产出/数量", "场次", "20场"], ["产出/质量", "好评", "9成"]]),
    ([""], 2, _TWO, [["产出指标/数量指标", "场次", "20场"], ["产出指标/质量指标", "好评", "9成"]]),
    (
        _KNOWN,
        2,
        _BLANK,
        [["产出/数量", "场次", "20场"], ["产出/数量", "册数", "9册"], ["产出/质量", "好评", ""]],
    ),
    (_KNOWN, 2, [["我们的", "另一类", "场次", "1"]], [["我们的/另一类", "场次", "1"]]),
    (_KNOWN, 2, [["产出/数量", "场次", "1"]], [["产出/数量", "场次", "1"]]),
    (_KNOWN, 2, [["质量指标", "场次", "1"]], [["产出/质量", "场次", "1"]]),
    (_KNOWN, 1, [["我们的", "场次", "1"]], [["我们的", "场次", "1"]]),
]
# What stands over the columns says where they go; the cell one pasted at is in the first column.
_HEADED: list[tuple[int, list[list[str]], list[list[str]]]] = [
    (2, [["三级指标", "年初目标"], ["场次", "1"]], [["", "场次", "1"]]),
    (2, [["年 度指标值：", "三级指标名称"], ["1", "场次"]], [["", "场次", "1"]]),
    (1, [["三级指标", "目标"], ["场次", "1"]], [["三级指标", "目标", ""], ["场次", "1", ""]]),
    (1, [["三级指标", "年初目标"]], [["三级指标", "年初目标", ""]]),
    (2, [["年度指标"], ["1"], ["2"]], [["", "", "1"], ["", "", "2"]]),
    (2, [["备注", "三级指标", "年初目标"], ["x", "场次", "1"]], [["", "场次", "1"]]),
    (
        2,
        [["一级指标", "二级指标", "三级指标"], *[line[:3] for line in _BLANK[:2]]],
        [["产出/数量", "场次", ""], ["产出/数量", "册数", ""]],
    ),
    (1, [["年初目标", "指标类别"], ["1", "质量指标"]], [["产出/质量", "", "1"]]),
    (  # a column that only counts the lines has no place
        2,
        [["序号", "三级指标", "年初目标"], ["1", "场次", "7"], ["2", "册数", "9"]],
        [["", "场次", "7"], ["", "册数", "9"]],
    ),
    (
        1,
        [["3", "产出/数量", "场次"], ["4", "产出/质量", "册数"]],
        [["产出/数量", "场次", ""], ["产出/质量", "册数", ""]],
    ),
]


def test_a_class_takes_as_many_cells_as_the_form_has_columns_for_it():
    asked = [[known, levels, block] for known, levels, block, _ in _CASES]
    assert said(_PASTED, asked) == [wanted for *_, wanted in _CASES]


def test_a_row_of_headings_says_where_the_columns_go_and_is_no_data():
    found = said(_PASTED, [[_KNOWN, levels, block] for levels, block, _ in _HEADED])
    assert found == [wanted for *_, wanted in _HEADED]
