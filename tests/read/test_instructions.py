"""What asks is furniture only where nothing answers beside it: no sentence of a unit is ever set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import book, read_word, understood

PHRASES = book().phrases
# What forms print to be filled in, and what units write: each with the other on either side.
ASKED = [
    "请在此处填写完成情况，没有请填无。",
    "（100字以内）",
    "（请按实际填写）",
    "请简要说明项目实施情况，主要成效。",
    "对照年度目标，说明完成情况（100字以内）。",
    "例如：办理案件12件。",
    "必填。",
    "限300字以内。",
    *(f"{word}。" for use in ("instruction", "standing") for word in PHRASES.words(use)),
]
SAID = st.lists(
    st.sampled_from(
        [
            "全县清淤河道八公里",
            "群众普遍满意",
            "图书全部上架，借阅方便",
            "完成率达到年初的要求",
            "严格落实各项措施",
            "未达到年初目标，主要原因是征地延误",
            "对照年度目标，全部完成",
            "招标晚，工期推迟到第二年",
            "新建泵站3座",
        ]
    ),
    min_size=1,
    max_size=3,
).map(lambda sentences: "。".join(sentences) + "。")


@given(asked=st.sampled_from(ASKED), said=SAID, is_behind=st.booleans(), gap=st.sampled_from("\n "))
def test_a_sentence_beside_an_instruction_is_the_value(asked, said, is_behind, gap):
    text = f"{asked}{gap}{said}" if is_behind else f"{said}{gap}{asked}"
    assert not PHRASES.is_instruction(text)
    assert said.rstrip("。") in PHRASES.answer(text)


@pytest.mark.parametrize("asked", ASKED)
def test_what_only_asks_is_an_instruction(asked):
    assert PHRASES.is_instruction(asked)


@pytest.mark.parametrize("asked", ASKED[:7])
@pytest.mark.parametrize(
    "label", ["项目概况", "年度总体目标", "存在问题", "改进措施", "备注", "项目意义"]
)
def test_an_answer_beside_an_instruction_is_read_from_a_form(asked, label):
    said = "全县清淤河道八公里"
    draft = understood(
        read_word(
            "2023年度项目支出绩效自评表", [["项目名称", "河道清淤"], [label, f"{asked}{said}。"]]
        )
    )
    entry = next(e for e in draft.accounts[0].entries if said in e.text)
    assert entry.answer == "used"
    assert said in str(draft.subjects[0].values)
    assert "填写" not in str(draft.subjects[0].values)


@pytest.mark.parametrize(
    ("note", "is_of_the_form"),
    [
        ("注：1.三级指标分值由部门确定，得分不得超过上限。", True),
        ("注：其他资金包括自筹资金、以前年度结转资金。", True),
        ("填表说明：本表一式三份。", True),
        ("备注：征地推迟，两项指标没有完成", False),
        ("注：满意度没有调查，按六成计分。", False),
        ("注：其他资金包括自筹资金。征地推迟，工期延长。", False),
    ],
)
def test_a_note_is_of_the_form_or_is_kept(note, is_of_the_form):
    rows = [["项目名称", "河道清淤"], ["实施单位", "某县水利局"], [note, "<"]]
    for parts in ([rows], [rows[:2], note]):
        draft = understood(read_word("2023年度项目支出绩效自评表", *parts))
        entry = next(e for e in draft.accounts[0].entries if e.text == note)
        assert entry.answer == ("furniture" if is_of_the_form else "used")


def test_words_in_a_row_that_waits_to_be_filled_are_listed():
    rows = [
        ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "佐证材料"],
        ["产出", "数量", "清淤长度", "8公里", "8公里", "50", "50", "验收单"],
        ["产出", "数量", "指标2：", "", "", "", "", "合同在档案室"],
    ]
    draft = understood(read_word("2023年度项目支出绩效自评表", rows))
    entry = next(e for e in draft.accounts[0].entries if e.text == "合同在档案室")
    assert entry.answer == "unread"


def test_a_sentence_where_a_label_would_stand_is_no_furniture():
    rows = [
        ["项目名称", "河道清淤", "实施单位", "某县水利局"],
        ["工期推迟。征地没有完成。", "年初预算", "20", ""],
        ["^", "全年执行数", "18", ""],
    ]
    draft = understood(read_word("2023年度项目支出绩效自评表", rows))
    entry = next(e for e in draft.accounts[0].entries if e.text.startswith("工期"))
    assert entry.answer != "furniture"


@pytest.mark.parametrize(
    ("text", "is_asking"),
    [
        ("项" * 22 + "概述（500字以内）", True),
        ("项" * 23 + "概述（500字以内）", False),
        ("请说明情况，有关主要工作成效", True),
        ("请说明情况，某有关主要工作成效", False),
    ],
    ids=["a heading of 24 signs", "of 25", "a noun of eight signs", "of nine"],
)
def test_a_heading_before_a_limit_and_a_noun_at_the_end_only_ask(text, is_asking):
    page = read_word("2023年度项目支出绩效自评表", [["项目名称", "图书购置"], ["实施情况", text]])
    entries = [e for e in understood(page).accounts[0].entries if e.text == text]
    assert [entry.answer == "furniture" for entry in entries] == [is_asking]
