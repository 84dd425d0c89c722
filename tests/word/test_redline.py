"""The new version with tracked changes: it holds both versions, and marks no more than what changed."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.problem import Severity
from generator.model.blocks import Heading, Paragraph
from generator.model.spans import Span
from generator.word.redline.redlined import accept_all, redline, reject_all
from tests.word.redlines import (
    AUTHOR,
    DAY,
    assert_holds_both,
    bookmarks_in,
    compared,
    count,
    document,
    empty,
    redlined,
    root_of,
    stories,
    struck,
    written,
    xml_of,
)
from tests.word.samples import REPORT, part, report_of, write, write_report
from tests.word.soffice import saved
from tests.word.structure import W

AGREED = "当年财政拨款全部到位，预算执行率为"


def report(*paragraphs):
    """Write a report whose body says something under keys: (key, spans)."""
    body = [
        Paragraph(tuple(Span(*s) if isinstance(s, tuple) else Span(s) for s in spans), "b", key=key)
        for key, *spans in paragraphs
    ]
    heading = Heading(1, "一、", (Span("项目基本情况"),), "a", "a")
    return write(part(REPORT, report_of()._replace(body=(heading, *body))))


def test_two_files_that_say_the_same_give_the_new_file_unchanged():
    old, new = write_report("甲"), write_report("甲")
    result = redline(old, new, author=AUTHOR, day=DAY)
    assert result.data == new
    assert result.problems == ()


def test_the_same_input_gives_the_same_bytes():
    old, new = write_report("甲"), write_report("乙")
    assert redlined(old, new) == redlined(old, new)


def test_numbers_change_as_wholes_and_words_by_character(tmp_path):
    old = document(f"{AGREED}96.5%，剩余1,200元，已经结转。")
    new = document(f"{AGREED}97.25%，剩余1,300元，已经上缴。")
    data = compared(old, new, tmp_path)
    assert struck(data) == ["96.5", "1,200", "结转"]
    assert written(data) == ["97.25", "1,300", "上缴"]


def test_changes_with_hardly_anything_between_them_are_one():
    data = redlined(document("完成于2023年4月27日。"), document("完成于2024年5月30日。"))
    assert struck(data) == ["2023年4月27"]
    assert written(data) == ["2024年5月30"]


def test_a_sentence_with_hardly_a_word_in_common_is_replaced_as_a_whole(tmp_path):
    old, new = report(("p", "部分案件未能按时办结。")), report(("p", "年内加强了对资金的监管。"))
    data = compared(old, new, tmp_path)
    assert struck(data) == ["部分案件未能按时办结"]
    assert written(data) == ["年内加强了对资金的监管"]


def test_deleted_words_keep_their_look_and_inserted_ones_the_new_look():
    made = []
    for text, is_bold in (("甲乙丙丁", True), ("甲乙戊丁", False)):
        one = empty()
        one.add_paragraph().add_run(text).bold = is_bold
        made.append(saved(one))
    root = root_of(redlined(*made))
    (gone,) = root.iter(f"{W}del")
    (come,) = root.iter(f"{W}ins")
    assert gone.find(f"{W}r/{W}rPr/{W}b") is not None
    assert come.find(f"{W}r/{W}rPr/{W}b").get(f"{W}val") == "0"


def test_a_change_of_look_alone_is_no_change():
    plain, bold = empty(), empty()
    plain.add_paragraph("甲乙")
    bold.add_paragraph().add_run("甲乙").bold = True
    assert redlined(saved(plain), saved(bold)) == saved(bold)


def test_marks_say_who_and_when():
    data = redlined(document("甲"), document("乙"))
    marks = list(root_of(data).iter(f"{W}ins", f"{W}del"))
    assert {m.get(f"{W}author") for m in marks} == {AUTHOR}
    assert {m.get(f"{W}date") for m in marks} == {"2024-05-06T00:00:00Z"}


LIST = ["部分案件未能在当年办结。", "资金拨付进度偏慢。", "绩效指标设置不够细化。"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LIST, LIST[1:]),
        (LIST, LIST[:2]),
        (LIST, [LIST[0], LIST[2]]),
        (LIST[1:], LIST),
        (LIST[:2], LIST),
        (LIST[:1], LIST),
        (LIST, LIST[:1]),
        (LIST, LIST[::-1]),
        (LIST, ["全部重写。"]),
        ([], LIST),
        (LIST, []),
        (["", "", *LIST], [*LIST, "", ""]),
    ],
)
def test_paragraphs_come_and_go(old, new, tmp_path):
    data = compared(document(*old), document(*new), tmp_path)
    is_same = "".join(old) == "".join(new)
    assert bool(struck(data) or written(data)) is not is_same


def test_a_paragraph_that_stays_is_not_marked():
    data = redlined(document(*LIST), document(LIST[0], "新增一段。", *LIST[1:]))
    assert struck(data) == []
    assert written(data) == ["新增一段。"]


def test_paragraphs_keep_their_partners_when_their_keys_move(tmp_path):
    old = report(("b/p1", LIST[0]), ("b/p2", LIST[1]))
    new = report(("b/p1", "新增一段。"), ("b/p2", LIST[0]), ("b/p3", LIST[1]))
    data = compared(old, new, tmp_path)
    assert struck(data) == []
    assert written(data) == ["新增一段", "。"]


def test_a_changed_heading_is_marked_and_stays_a_heading(tmp_path):
    data = compared(write_report("产出情况"), write_report("产出完成情况"), tmp_path)
    headings = [p for p in docx.Document(io.BytesIO(accept_all(data))).paragraphs if p.style]
    assert [p.text for p in headings if p.style.name == "Heading 2"] == ["（一）产出完成情况"]


def test_the_last_paragraph_gets_back_its_own_properties(tmp_path):
    first, both = empty(), empty()
    for made in (first, both):
        made.add_paragraph("甲乙丙丁")
    both.add_paragraph("结尾一段", style="Heading 1")
    old, new = saved(both), saved(first)
    for mine, yours in ((old, new), (new, old)):
        data = compared(mine, yours, tmp_path)
        styles = [
            [p.style.name for p in docx.Document(io.BytesIO(version)).paragraphs]
            for version in (accept_all(data), yours, reject_all(data), mine)
        ]
        assert styles[0] == styles[1]
        assert styles[2] == styles[3]


def test_every_bookmark_stays_inside_changed_paragraphs(tmp_path):
    old = report(("b/p1", "支出", ("16万元", "p/spent"), "，执行率", ("100%", "p/rate"), "。"))
    new = report(("b/p1", "共支出", ("15万元", "p/spent"), "，执行率", ("93.75%", "p/rate"), "。"))
    data = compared(old, new, tmp_path)
    assert bookmarks_in(data) == bookmarks_in(new)
    assert len(set(bookmarks_in(data))) == len(bookmarks_in(data))


def test_a_figure_that_was_struck_out_stands_inside_its_bookmark():
    old = report(("b/p1", "共", ("16", "p/a"), "件，", ("22", "p/b"), "起。"))
    new = report(("b/p1", "共", ("", "p/a"), "件，", ("23", "p/b"), "起。"))
    xml = xml_of(redlined(old, new))
    between = xml.partition("共")[2].partition("件")[0]
    assert between.index("bookmarkStart") < between.index("<w:del ")


def test_headers_are_compared_too(tmp_path):
    old = document("甲", header="某县2023年度")
    new = document("甲", header="某县2024年度")
    data = compared(old, new, tmp_path)
    assert count(data, "ins") == 0
    assert struck(data, "word/header1.xml") == ["2023"]
    assert written(data, "word/header1.xml") == ["2024"]


def test_a_header_that_was_not_there_is_inserted():
    data = redlined(document("甲"), document("甲", header="某县"))
    assert written(data, "word/header1.xml") == ["某县"]
    assert set(stories(reject_all(data))["word/header1.xml"]) == {""}


def test_fields_are_left_alone(tmp_path):
    data = compared(write_report("甲"), write_report("乙"), tmp_path)
    for number in (1, 2):
        assert count(data, "fldChar", f"word/footer{number}.xml") == 3
        assert count(data, "ins", f"word/footer{number}.xml") == 0


def with_field(text, result):
    made = empty()
    paragraph = made.add_paragraph(text)
    simple = docx.oxml.OxmlElement("w:fldSimple")
    simple.set(docx.oxml.ns.qn("w:instr"), " PAGE ")
    run = docx.oxml.OxmlElement("w:r")
    shown = docx.oxml.OxmlElement("w:t")
    shown.text = result
    run.append(shown)
    simple.append(run)
    paragraph._p.append(simple)
    return saved(made)


def test_what_a_field_shows_is_no_change():
    new = with_field("第", "2")
    assert redlined(with_field("第", "1"), new) == new


def test_a_field_comes_and_goes_as_a_whole(tmp_path):
    old, new = document("第1页，共两页"), with_field("第1页", "7")
    assert struck(compared(old, new, tmp_path)) or written(compared(old, new, tmp_path))
    back = compared(new, old, tmp_path)
    assert struck(back) or written(back)


def test_foreign_changes_in_the_versions_are_taken_as_accepted(tmp_path):
    first, second, third = document("甲乙丙"), document("甲乙丁"), document("甲戊丁")
    marked = redlined(first, second)
    result = redline(marked, third, author=AUTHOR, day=DAY)
    assert_holds_both(second, third, result.data)
    assert [p.severity for p in result.problems] == [Severity.NOTE]
    assert redlined(second, marked) == accept_all(marked)


def test_a_style_that_the_new_file_does_not_know_is_left_out(tmp_path):
    strange = empty()
    strange.styles.add_style("独有", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    strange.add_paragraph("甲乙丙丁", style="独有")
    strange.add_paragraph("末段")
    data = compared(saved(strange), document("末段"), tmp_path)
    assert "独有" not in xml_of(data)


words = st.text("甲乙丙丁1289.%，。 ab", max_size=12)


@given(st.lists(words, max_size=7), st.lists(words, max_size=7))
def test_any_paragraphs_can_be_had_back(old, new):
    mine, yours = document(*old), document(*new)
    assert_holds_both(mine, yours, redlined(mine, yours))


spans = st.lists(st.tuples(words, st.sampled_from(["", "", "p/a", "p/b", "p/c"])), max_size=5)
paragraphs = st.lists(st.tuples(st.sampled_from("abcdef"), spans), max_size=5)


@given(paragraphs, paragraphs)
def test_any_anchored_paragraphs_can_be_had_back(old, new):
    mine, yours = (report(*((key, *spans) for key, spans in made)) for made in (old, new))
    assert_holds_both(mine, yours, redlined(mine, yours))
