"""A column of remarks is what was reached only if nothing else is and its figures are like the targets'."""

import pytest

from generator.load.plain_text import read_text_lines
from tests.foreign import read_excel, read_word, understood

FIGURES = ["完成8.2公里", "2023年10月20日完工", "2900人"]
PLAIN = ["8.2公里", "10月20日", "实际2900人，人口外流"]
CAUSES = ["征地推迟", "工期延长，未按时完工", ""]
HEADS = ["完成情况说明", "说明", "备注", "自评说明"]


def read(head, said, *, actual=False, how=read_word):
    more = ("实际完成值", "8公里", "10月底", "3000人") if actual else None
    lines = [
        ["产出指标", "数量指标", "清淤长度", "≥8公里", "30", "30"],
        ["产出指标", "时效指标", "完工时间", "2023年10月底", "20", "20"],
        ["效益指标", "社会效益", "受益人口", "≥3000人", "40", "38"],
    ]
    rows = [["一级指标", "二级指标", "三级指标", "年度指标值", "分值", "得分", head]]
    rows += [[*line, text] for line, text in zip(lines, said, strict=True)]
    if more:
        rows = [[*row[:4], value, *row[4:]] for row, value in zip(rows, more, strict=True)]
    title = "2023年度项目支出绩效自评表"
    draft = understood(how(title, rows) if how is read_word else how([[title], *rows]))
    return draft.subjects[0]


@pytest.mark.parametrize("how", [read_word, read_excel])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("said", [FIGURES, PLAIN])
def test_figures_like_the_targets_are_what_was_reached(head, said, how):
    subject = read(head, said, how=how)
    rows = subject.values["indicator"]
    assert [row["actual"] for row in rows] == said
    assert not any("reason" in row for row in rows)
    assert any(head in remark and "没有把握" in remark for remark in subject.remarks)


@pytest.mark.parametrize("head", ["偏差原因分析", "扣分原因", "改进措施"])
def test_under_a_heading_of_reasons_figures_are_part_of_them(head):
    assert not any("actual" in row for row in read(head, FIGURES).values["indicator"])


@pytest.mark.parametrize("head", HEADS)
def test_causes_stay_causes(head):
    assert not any("actual" in row for row in read(head, CAUSES).values["indicator"])


@pytest.mark.parametrize("head", HEADS)
def test_beside_a_column_of_actuals_remarks_stay_remarks(head):
    rows = read(head, FIGURES, actual=True).values["indicator"]
    assert [row["actual"] for row in rows] == ["8公里", "10月底", "3000人"]


@pytest.mark.parametrize(
    ("last", "key", "value"),
    [
        ("总分：88 | 等级：良", ("stated", "total"), 88),
        ("评价等级：良", ("stated", "grade"), "良"),
        ("年初预算数：100万元 | 全年预算数：120万元", ("funds", "budget"), 120),
        ("联系人：张三 | 联系电话：1234567", ("fields", "联系人"), "张三"),
    ],
)
def test_labels_with_their_values_below_the_rows_are_no_indicators(last, key, value):
    lines = ["2023年度项目支出绩效自评表", "指标名称 | 指标值 | 完成值 | 权重 | 得分"]
    lines += ["清淤长度 | 8公里 | 8公里 | 50 | 50", last]
    text = "\n".join("\t".join(cell.strip() for cell in line.split("|")) for line in lines)
    (subject,) = understood(read_text_lines(text, "自评.txt")).subjects
    assert [row["name"] for row in subject.values["indicator"]] == ["清淤长度"]
    assert subject.get(key) == value
