"""Grids of all shapes: whatever is merged, split, blank or repeated, the same indicators are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.foreign_document import ReadTable
from tests.foreign import read_excel, read_word, understood

CLASSES = (("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("效益指标", "社会效益指标"),
           ("效益指标", "生态效益指标"), ("满意度指标", "服务对象满意度指标"))  # fmt: skip
PATHS = {one: one.removesuffix("指标") for pair in CLASSES for one in pair}
NOUNS = ("养护里程", "培训人次", "检测批次", "修复面积", "办结件数", "巡查次数", "设备完好率", "群众知晓率", "走访户数", "投放台数")  # fmt: skip
TARGETS = (("≥12公里", "12.6公里"), ("≥300人次", "318人次"), ("100%", "98%"), ("≤5件", "3件"), ("6月底前", "5月20日"),
           ("明显改善", "有所改善"), ("40台", "40台"), ("≥95%", "96.5%"))  # fmt: skip
HEADINGS = {
    "level1": "一级指标", "level2": "二级指标", "name": "三级指标", "target": "年度指标值",
    "actual": "实际完成值", "weight": "分值", "score": "得分", "reason": "偏差原因分析及改进措施",
}  # fmt: skip
# Over which columns a header of two rows may put one word.
OVER = {
    "绩效指标": ("level1", "level2", "name"),
    "指标值": ("target", "actual"),
    "计分": ("weight", "score"),
}


@st.composite
def rows_of_indicators(draw):
    names = draw(st.lists(st.sampled_from(NOUNS), min_size=2, max_size=8, unique=True))
    picks = sorted(
        draw(st.lists(st.integers(0, len(CLASSES) - 1), min_size=len(names), max_size=len(names)))
    )
    rows = []
    for name, pick in zip(names, picks, strict=True):
        target, actual = draw(st.sampled_from(TARGETS))
        weight = draw(st.sampled_from((5, 8, 10, 12, 15, 20)))
        score = weight - draw(st.sampled_from((0, 0, 0, 1, 2)))
        reason = "进度偏慢，下年补齐。" if score < weight else ""
        rows.append((*CLASSES[pick], name, target, actual, str(weight), str(score), reason))
    return rows


def merged(column, is_merged):
    """Write a class once, the rest of its rows joined to it or blank."""
    last, written = None, []
    for text in column:
        written.append(("^" if is_merged else "") if text == last else text)
        last = text
    return written


def header(order, depth):
    """A header of one to three rows; lower rows name columns under wider words."""
    own = [HEADINGS[role] for role in order]
    if depth == 1:
        return [own]
    upper, lower, last = [], [], None
    for role, text in zip(order, own, strict=True):
        wide = next((word for word, roles in OVER.items() if role in roles), None)
        upper.append("<" if wide and wide == last else wide or text)
        lower.append(text if wide else "^")
        last = wide
    if depth == 2:
        return [upper, lower]
    return [upper, lower, ["^"] * len(order)]


@st.composite
def grids(draw):
    rows = draw(rows_of_indicators())
    order = list(HEADINGS)
    if draw(st.booleans()):
        order = ["level1", "level2", "name", "weight", "target", "actual", "score", "reason"]
    is_merged = draw(st.booleans())
    columns = dict(zip(HEADINGS, map(list, zip(*rows, strict=True)), strict=True))
    columns["level1"] = merged(columns["level1"], is_merged)
    pairs = merged([row[:2] for row in rows], is_merged)
    columns["level2"] = [p[1] if isinstance(p, tuple) else p for p in pairs]
    body = [list(cells) for cells in zip(*(columns[role] for role in order), strict=True)]
    if draw(st.booleans()) and not is_merged:
        body.insert(draw(st.integers(0, len(body))), [""] * len(order))
    top = header(order, draw(st.integers(1, 3)))
    if draw(st.booleans()):
        top = [["绩效指标" if not at else "^", *row] for at, row in enumerate(top)]
        body = [["^", *row] for row in body]
    width = len(top[0])
    field = ["项目名称", "某项目", *["<"] * (width - 2)]
    return rows, [field, *top, *body], draw(st.sampled_from((read_word, read_excel)))


def said(row):
    return (
        row["class"], row["name"], row["target"], row.get("actual"), row.get("weight"),
        row["stated"]["score"], row.get("reason", ""),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(grids())
def test_the_same_indicators_are_read_from_every_grid(grid):
    rows, table, read = grid
    (subject,) = understood(read(table)).subjects
    assert [said(row) for row in subject.values["indicator"]] == [
        (f"{PATHS[one]}/{PATHS[two]}", name, target, actual, int(weight), int(score), reason)
        for one, two, name, target, actual, weight, score, reason in rows
    ]


@settings(max_examples=60, deadline=None)
@given(grids(), st.data())
def test_the_account_adds_up_and_no_header_is_a_value(grid, data):
    _, table, read = grid
    at = data.draw(st.integers(0, 3))
    table = [[("栏" * (1 + at) + cell[:1]) if cell in HEADINGS.values() and len(cell) % 4 == at else cell for cell in row] for row in table]  # fmt: skip
    document = read(table)
    draft = understood(document)
    (account,) = draft.accounts
    places = {c.place for b in document.blocks if isinstance(b, ReadTable) for row in b.grid for c in row if c.text.strip()}  # fmt: skip
    assert {entry.place for entry in account.entries} == places
    written = {str(value) for s in draft.subjects for row in s.values.get("indicator", ()) for value in row.values()}  # fmt: skip
    headings = {
        cell for row in table[1:4] for cell in row if "栏" in cell or cell in HEADINGS.values()
    }
    assert not written & headings


@pytest.mark.parametrize("mark", ["（续）", "(续)", "︵续︶", "\n︵\n续\n︶"])
def test_a_label_that_a_page_end_cut_is_one_cell_again(mark):
    rows = [["一级指标", "三级指标"], ["产出指标", "册数"], [f"产出指标{mark}", "人次"]]
    grid = read_word(rows).blocks[0].grid
    assert grid[2][0] is grid[1][0]
