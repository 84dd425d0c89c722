"""A very large document is read up to a bound, and what was not read is said."""

from itertools import count

from generator.read.bounds import out_of_time, within_bounds
from generator.read.whole_document import recognise
from tests.foreign import book, read_word

ROWS = [[f"{row}-{column}" for column in range(5)] for row in range(10)]


def test_a_document_within_the_bounds_is_read_whole():
    document = read_word("标题", ROWS, "后文")
    assert within_bounds(document, 1 + 50 + 1) == (document, ())


def test_of_a_large_table_the_first_rows_are_read():
    document = read_word("标题", ROWS, "后文")
    cut, (problem,) = within_bounds(document, 1 + 25)
    assert len(cut.blocks[1].grid) == 5
    assert len(cut.blocks) == 2
    assert problem.code == "D21"
    assert "读到表 1第 5 行，还有 26 格（段）没有读" in problem.message


def test_what_there_is_no_time_for_is_listed():
    document = read_word("标题", "第一段正文没有读完的内容", "第二段正文没有读完的内容")
    ticks = count(0, 15)
    draft = recognise(document, book(), frozenset(), lambda: float(next(ticks)))
    assert draft.stopped_at == document.blocks[1].place
    left = {one.quote for one in draft.unplaced}
    assert left >= {block.text for block in document.blocks[1:]}
    (problem,) = out_of_time("表.docx", draft.stopped_at)
    assert "从第 2 段起没有读" in problem.message


def test_in_the_middle_of_a_huge_table_there_may_be_no_time_either():
    rows = [["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"]]
    rows += [["产出", f"清淤{n}段", "≥3处", "3处", "1", "1"] for n in range(60)]
    document = read_word("2023年度项目支出绩效自评表", rows)
    ticks = count()
    draft = recognise(document, book(), frozenset(), lambda: float(next(ticks)))
    (subject,) = draft.subjects
    assert 5 < len(subject.values["indicator"]) < 30
    assert draft.stopped_at is not None
    assert draft.stopped_at.row > 5
    (account,) = draft.accounts
    assert sum(e.answer == "unread" for e in account.entries) > 100
