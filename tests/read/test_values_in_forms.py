"""How official forms write values: boxes that are ticked, numbers before names, codes, several labels."""

import pytest

from generator.read.printed_values import (
    indicator_name,
    labelled_parts,
    without_code,
)
from tests.foreign import book, picture, read_word, understood

PHRASES = book().phrases


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("优□√  良□  中□  差□", "优"),
        ("优□ 良☑ 中□ 差□", "良"),
        ("□优 ☑良 □中 □差", "良"),
        ("优（√）良（ ）中（ ）差（ ）", "优"),
        ("优□ 良□ 中□ 差□", ""),
        ("优☑ 良☑", ""),
    ],
)
def test_the_word_that_is_ticked_is_taken(text, word):
    assert "".join(PHRASES.ticked(text) if word else ()) == word


def test_a_text_without_boxes_has_no_options():
    assert PHRASES.ticked("优") is None


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1、部门预算项目☑  2、财政专项□  3、对下转移支付（含县）□", ("部门预算项目",)),
        ("□新增 ☑延续 □一次性", ("延续",)),
        ("（1）常年性■（2）一次性□", ("常年性",)),
        ("是□ 否□", ()),
        ("甲☑ 乙☑ 丙□", ("甲", "乙")),
    ],
)
def test_options_are_read_with_their_boxes(text, chosen):
    assert PHRASES.ticked(text) == chosen


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("对照年度目标，说明完成情况（100字以内）", "instruction"),
        ("1.执行率未达到90%的需说明原因（100字以内）；2.年中调整的应单独说明。", "instruction"),
        ("请填写实际完成情况", "instruction"),
        ("指标1：", "placeholder"),
        ("目标2", "placeholder"),
        ("……", "placeholder"),
        ("附件2", "form-number"),
        ("公开14表", "form-number"),
        ("第 1 页 共 3 页", "page-number"),
        ("注：1.分值统一设置。", "note"),
        ("完成维修3栋，受益960人。", ""),
        ("说明年度工作完成较好", ""),
    ],
)
def test_furniture_is_known_by_its_words(text, kind):
    told = {
        "instruction": PHRASES.is_instruction(text),
        "placeholder": PHRASES.is_placeholder(text),
        "form-number": PHRASES.is_form_number(text),
        "page-number": PHRASES.is_page_number(text),
        "note": PHRASES.is_note(text),
    }
    assert [name for name, is_so in told.items() if is_so] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("指标1：新建场地数量", "新建场地数量"),
        ("指标 12.验收合格率", "验收合格率"),
        ("指标2：", ""),
        ("指标完成率", "指标完成率"),
        ("1公里以内覆盖率", "1公里以内覆盖率"),
    ],
)
def test_an_indicator_is_named_without_its_number(text, name):
    assert indicator_name(text) == name


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("某省体育局（088）", ("某省体育局", "088")),
        ("088-某省体育局", ("某省体育局", "088")),
        ("[222001]某县文化局", ("某县文化局", "222001")),
        ("某省体育局（本级）", ("某省体育局（本级）", "")),
        ("某局第2所", ("某局第2所", "")),
    ],
)
def test_the_code_of_a_body_is_no_part_of_its_name(text, parted):
    assert without_code(text) == parted


def test_a_line_with_several_labels_is_cut_before_each():
    line = "填报单位（盖章）：某省体育局　　填报日期：2024年3月15日  单位：万元"
    assert labelled_parts(line) == [
        "填报单位（盖章）：某省体育局",
        "填报日期：2024年3月15日",
        "单位：万元",
    ]
    assert labelled_parts("项目名称：场地 建设") == ["项目名称：场地 建设"]


@pytest.mark.parametrize("text", ["", " 　", "——", "无", "\x1b", "\ufdd0 "])
def test_a_blank_a_dash_and_what_cannot_be_kept_say_nothing(text):
    assert PHRASES.says_nothing(text)


def test_a_zero_says_something():
    assert not PHRASES.says_nothing("0")


def test_a_word_is_no_blank_though_it_says_nothing():
    assert PHRASES.says_nothing("无")
    assert not PHRASES.is_blank("无")
    assert PHRASES.is_blank("——")


def test_a_folder_adds_words_that_say_nothing():
    from generator.model.labels import Labels, PhraseLabel
    from generator.read.form_words import Vocabulary

    more = Vocabulary(Labels(phrase=(PhraseLabel(use="nothing", words=("从略",)),)))
    assert more.says_nothing(" 从 略。")
    assert not PHRASES.says_nothing("从略")


def test_an_amount_in_capitals_is_a_field_and_no_amount():
    rows = picture("""
        项目名称 | 渠道整治 | 资金总额（大写） | 捌拾万元整
        全年预算数（万元） | 80 | 全年执行数（万元） | 76
        一级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 整治渠道 | ≥9公里 | 9公里
    """)
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    assert (subject.get(("funds", "budget")), subject.get(("funds", "spent"))) == (80, 76)
    assert "捌拾万元整" in subject.get(("fields",)).values()
