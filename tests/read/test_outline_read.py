"""Whatever a report's headings are, its own outline says it again: every word, in its order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.document_place import DocumentPlace
from generator.model.outline import Section
from generator.model.own_outline import OwnOutline
from generator.narrative.heading_numbers import Numbering
from generator.narrative.outlined_report import words_of
from generator.read.draft import SubjectDraft
from generator.read.outline_read import outline_of
from generator.read.own_sections import keep_sections
from generator.read.placed_values import SectionText
from tests.foreign import book, read_word, understood

BOOK = book()
TITLE = "某局2023年度绿道养护项目支出绩效自评报告"
LINES = st.sampled_from(
    [
        "一、项目概况", "二、存在的问题", "三、改进措施", "（一）资金情况", "（二）绩效目标完成情况。",
        "（三）项目概况。全长36公里。", "1.自评结果应用情况", "2.第二条", "（1）再细一层", "附件：1.自评表",
        "全年支出95万元。", "结果用于安排预算。", "1.缺人手", "2.缺设备", "一是抓养护。", "- 短横线", "# 井号",
        "主要问题", "五、结果公开情况", "十、有别的事吗", "3、 顿号后有空格", "第二部分　收尾",
    ]
)  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said_again(subject: SubjectDraft) -> str:
    """Write the report as its own outline prints it."""
    own = OwnOutline.from_data(subject.values["own-outline"])
    result = subject.values.get("result", {})
    texts = {
        **subject.values.get("project", {}),
        **result,
        "problems": subject.get(("problem",)) or (),
    }
    written = subject.values.get("text", {})
    numbering = Numbering(own.as_outline().numbers)
    said = []
    for row, section in zip(own.section, own.as_outline().section, strict=True):
        words = written.get(row.id) or (words_of(row, texts) if row.from_ else "")
        said.append(f"{heading(section, numbering)}{words}")
    return "".join(said)


def heading(section: Section, numbering: Numbering) -> str:
    if section.untitled:
        return ""
    stop = "。" if section.level == 3 else ""
    return f"{numbering.next(section.level, section.number)}{section.title}{stop}"


@given(st.lists(LINES, max_size=14))
def test_a_report_is_said_again_word_for_word(lines):
    draft = understood(read_word(TITLE, *lines))
    (account,) = draft.accounts
    kept = [e.text for e in account.entries[1:] if e.answer == "used"]
    wanted = "".join(kept)
    (subject,) = [s for s in draft.subjects if s.sections] or [None]
    if subject is None:
        assert not wanted
        return
    keep_sections(subject, BOOK, {}, "report")
    assert squeezed(said_again(subject)) == squeezed(wanted)


@given(st.lists(LINES, max_size=14))
def test_every_paragraph_has_one_answer(lines):
    draft = understood(read_word(TITLE, *lines))
    (account,) = draft.accounts
    counts = account.as_data()
    assert len(account.entries) == len(lines) + 1
    assert counts["cells"] == counts["used"] + counts["furniture"] + counts["unread"]
    listed = {u.place for u in (*draft.unplaced, *(u for s in draft.subjects for u in s.unplaced))}
    assert {e.place for e in account.entries if e.answer == "unread"} <= listed


@pytest.mark.parametrize(
    ("levels", "kept"),
    [
        ([1, 1], [1, 1]),
        ([1, 2], [1, 2]),
        ([2, 3], [1, 2]),
        ([1, 2, 3], [1, 2]),
        ([1, 2, 3, 2], [1, 2, 2]),
    ],
)
def test_headings_of_two_levels_are_kept(levels, kept):
    here = DocumentPlace(paragraph=1)
    sections = [
        SectionText(f"标题{n}", level, "有话。", here, head=f"标题{n}")
        for n, level in enumerate(levels)
    ]
    outline = outline_of(sections, BOOK, {})
    assert [section.level for section in outline.sections] == kept


def test_a_heading_that_runs_in_is_of_a_third_level_and_numbers_as_such():
    here = DocumentPlace(paragraph=1)
    sections = [
        SectionText("概况", 1, "有话。", here, number="一、", head="一、概况"),
        SectionText(
            "资金", 1, "够。", here, number="（一）", head="（一）资金。够。", runs_in=True
        ),
        SectionText(
            "目标", 1, "有。", here, number="（二）", head="（二）目标。有。", runs_in=True
        ),
    ]
    outline = outline_of(sections, BOOK, {})
    assert [section.level for section in outline.sections] == [1, 3, 3]
