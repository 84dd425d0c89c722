"""Tables inside a form by how many columns they have: records, lists of goals, rows by columns, paired money."""

import pytest

from generator.read.goal_blocks import _pairs_of
from generator.read.goal_cells import _pair
from generator.read.goal_list import read_list
from generator.read.label_pairs import PairReader
from generator.read.matrix import find_matrix
from generator.read.paired_funds import find_paired
from generator.read.record_table import find_records
from tests.foreign import book
from tests.read.cells import desk, table


@pytest.mark.parametrize(
    ("head", "row", "is_one"),
    [
        ("事项 | 时间 | 地点", "验收会 | 三月上旬 | 县城", True),
        ("事项 | 时间", "验收会 | 三月上旬", False),
    ],
)
def test_records_have_three_columns(head, row, is_one):
    found = find_records(table(f"{head}\n{row}\n{row}"), 0, book())
    assert (found is not None) is is_one


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        ("验收会 | 评审会 | 总结会", False),
        ("验收会 | 评审会 | 已开三次会，都有记录。", True),
        ("验收会 | 评审会 | 总结会\n验收会 | 评审会 | 总结会", True),
    ],
)
def test_a_record_that_looks_like_labels_is_not_alone(row, is_one):
    found = find_records(table(f"事项 | 时间 | 地点\n{row}"), 0, book())
    assert (found is not None) is is_one


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        (
            "年度目标 | 序号 | 目标内容 | 责任科室\n^ | 1 | 清淤八公里 | 水利股\n^ | 2 | 护岸三处 | 工管股",
            3,
        ),
        ("年度目标 | 目标内容 | 责任科室\n^ | 清淤八公里 | 水利股\n^ | 护岸三处 | 工管股", None),
        ("年度目标 | 序号 | 目标内容 | 责任科室\n^ | 1 | 清淤八公里 | 水利股", None),
    ],
)
def test_a_list_of_goals_has_three_columns_and_two_rows(rows, end):
    assert read_list(table(rows), 0, desk()) == end


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        ("科室 | 上半年 | 下半年\n水利股 | 12 | 15\n工管股 | 20 | 30", True),
        ("科室 | 上半年\n水利股 | 12\n工管股 | 20", False),
    ],
)
def test_rows_by_columns_have_two_columns_of_figures(rows, is_one):
    assert (find_matrix(table(rows), 0, book()) is not None) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(60, True), (61, False)])
def test_a_row_of_figures_is_named_in_sixty_signs(length, is_one):
    rows = f"科室 | 上半年 | 下半年\n{'股' * length} | 12 | 15"
    assert (find_matrix(table(rows), 0, book()) is not None) is is_one


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        ("项目资金 | 年初安排 | < | 实际支出 | <\n^ | 全年预算数 | 120 | 全年执行数 | 90", True),
        ("年初安排 | < | 实际支出 | <\n全年预算数 | 120 | 全年执行数 | 90", True),
        ("项目资金 | 年初安排 | <\n^ | 全年预算数 | 120", False),
        (
            "年初安排 | < | 实际支出 | < | 执行率\n全年预算数 | 120 | 全年执行数 | 90 | 75%",
            True,
        ),
        ("年初安排 | < | 实际支出 | < | 执行率\n全年预算数 | 120 | 全年执行数 | 90 | ^", False),
    ],
)
def test_money_in_pairs_has_two_heads_of_one_row(rows, is_one):
    assert (find_paired(table(rows), 0, book()) is not None) is is_one


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        ("项目资金 | 上半年 | 下半年\n^ | 12 | 15", True),
        ("项目资金 | 上半年\n^ | 12", False),
        ("项目资金 | 上半年 | 下半年\n^ | 12 | 15\n^ | 20 | 30", False),
    ],
)
def test_one_row_of_figures_has_no_name_but_that_of_its_block(rows, is_one):
    assert (find_matrix(table(rows), 0, book()) is not None) is is_one


@pytest.mark.parametrize(
    ("row", "count"), [("目标1 | 清淤八公里", 2), ("目标1 | 清淤八公里 | 完工", 0), ("清淤 | <", 0)]
)
def test_a_row_below_a_heading_is_a_pair(row, count):
    width = row.count("|")
    own = table(f"年度目标{' | <' * width}\n{row}")
    assert len(_pair(own, 1, own.grid[0][0])) == count


@pytest.mark.parametrize(
    ("second", "texts"),
    [("实际 | 清淤九公里", ["清淤八公里", "清淤九公里"]), ("实际 | ", ["清淤八公里", ""])],
)
def test_what_was_not_reached_yet_is_a_blank_beside_its_label(second, texts):
    own = table(f"绩效目标 | 预期 | 清淤八公里\n^ | {second}")
    pairs = _pairs_of(own, range(2), own.grid[0][0], book())
    assert [cell.text for _, _, cell in pairs or ()] == texts


@pytest.mark.parametrize(("columns", "is_merged"), [(6, True), (7, False)])
def test_a_table_of_six_columns_has_nothing_to_merge(columns, is_merged):
    own = table(" | ".join(["名称"] * columns))
    assert PairReader(own, desk(), "word", None)._is_merged is is_merged
