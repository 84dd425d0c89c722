"""What a form has no column for: where it asks for scores alone, they are the unit's own."""

import pytest
import tomli

from generator.use.adopt.reason_places import has_scores_alone
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
FORM = """
    项目名称 | < |  | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | {head}
    产出指标 | 数量指标 |  |  | {blank}
    效益指标 | 社会效益指标 |  |  | {blank}
"""


def form(*heads):
    rows = FORM.strip().splitlines()
    width = len(heads) - 1
    rows[0] += " | <" * width
    text = "\n".join(rows).format(head=" | ".join(heads), blank=" | ".join([""] * len(heads)))
    return word_bytes(TITLE, picture(text))


@pytest.mark.parametrize(
    ("heads", "are_alone"),
    [
        (("实际完成值", "分值", "得分"), False),
        (("实际完成值", "自评得分"), True),
        (("实际完成值", "分值"), False),
        (("实际完成值",), False),
    ],
)
def test_scores_are_out_of_points_where_there_is_a_column_for_them(planned, heads, are_alone):
    assert has_scores_alone(planned(form(*heads))) is are_alone


def test_the_scores_of_a_blank_form_without_points_are_those_of_the_unit(run, workspace):
    (workspace / "form.docx").write_bytes(form("实际完成值", "自评得分"))
    run("adopt", workspace / "form.docx", "-o", workspace)
    made = tomli.loads((workspace / "templates/schemes/form.toml").read_text("utf-8"))
    assert made["open-score"]["always"] == {"basis": "form"}
