"""A report in the rows of a worksheet has the same sections as in the paragraphs of Word."""

import pytest

from tests.foreign import read_excel, read_word, understood
from tests.read.narratives import NARRATIVES

FORM = [
    ["2023年度项目支出绩效自评表", "", "", "", ""],
    ["项目名称", "河道清淤", "实施单位", "某县水利局", ""],
    ["指标名称", "指标值", "完成值", "权重", "得分"],
    ["清淤长度", "8公里", "8公里", "50", "50"],
]
PROSE = ["一、存在的问题", "征地推迟，工期延长。", "二、改进措施", "提前开展征地。"]


def sections(draft):
    kept = [*draft.report, *(s for subject in draft.subjects for s in subject.sections)]
    return [(s.title, s.text) for s in kept]


@pytest.mark.parametrize("name", NARRATIVES)
def test_a_report_in_a_sheet_is_read_as_in_word(name):
    paragraphs = [p for p in NARRATIVES[name].paragraphs if isinstance(p, str)]
    sheet, word = (
        understood(read_excel([[p] for p in paragraphs])),
        understood(read_word(*paragraphs)),
    )
    assert sections(sheet) == sections(word)
    assert sections(sheet)


@pytest.mark.parametrize("sheets", [[[*FORM, *([p] for p in PROSE)]], [FORM, [["\n".join(PROSE)]]]])
def test_below_a_form_or_in_one_cell(sheets):
    draft = understood(read_excel(*sheets))
    (subject,) = draft.subjects
    assert sections(draft) == [
        ("存在的问题", "征地推迟，工期延长。"),
        ("改进措施", "提前开展征地。"),
    ]
    assert [row["name"] for row in subject.values["indicator"]] == ["清淤长度"]
    assert [e for e in draft.accounts[0].entries if e.answer == "unread"] == []


def test_a_heading_with_one_text_below_stays_a_field():
    draft = understood(read_excel([*FORM, ["五、其他情况"], ["已移交管护。"]]))
    assert sections(draft) == []
