"""The year of a document without one in its title: where it is taken from, and that it is said."""

import pytest

from generator.read.draft import Draft
from generator.read.year import settle_years
from tests.foreign import NATIONAL, picture, read_word, understood

TITLE = "项目支出绩效自评表"


def found(*parts, shown="表.docx"):
    return understood(read_word(TITLE, *parts)._replace(shown=shown))


def test_the_name_of_the_file_comes_before_the_text():
    draft = found(NATIONAL, "2021年立项。", shown="材料/2022自评.docx")
    assert draft.year == 2022
    assert draft.remarks[-1].startswith("年度取自文件名“2022自评”") or any(
        "文件名“2022自评”" in remark for remark in draft.remarks
    )


def test_the_name_of_the_folder_will_do():
    assert found(NATIONAL, shown="2022年度材料/表.docx").year == 2022


def test_a_name_with_two_years_or_a_day_tells_nothing():
    assert found(NATIONAL, shown="2022-2023.docx").year is None
    assert found(NATIONAL, shown="20230412.docx").year is None


def test_of_several_years_the_one_named_most_is_taken():
    text = "2023年全年完成，2023年底验收，2023年支出，较2022年增加。依据财预〔2020〕10号。"
    draft = found(NATIONAL, text)
    assert draft.year == 2023
    assert any("说得最多的是 2023 年" in remark for remark in draft.remarks)


def test_years_that_are_named_alike_are_not_chosen_from():
    assert found(NATIONAL, "2022年立项，2023年完成。").year is None


def test_a_day_below_a_form_that_is_its_only_year_is_of_the_spring_behind_it():
    draft = found(NATIONAL, "2023年2月20日")
    assert draft.year == 2022
    assert any("落款日期 2023-02-20" in remark for remark in draft.remarks)


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023年收入80万元。2024年起量化指标。", 2023), ("2023年收入80万元。2024年量化指标。", None)],
)
def test_a_year_from_which_something_goes_on_is_not_that_of_the_paper(text, year):
    assert found(NATIONAL, text).year == year


def test_a_merged_cell_names_its_year_once():
    table = """
    2021年开工 | 一 | 2022年完工
    ^ | 二 | 三
    ^ | 四 | 五
    """
    assert found(picture(table)).year is None


SEALED = """
    单位意见 | 同意。\\n{}\\n2024年3月6日 | 财政意见 | {}
"""


def test_the_last_day_below_a_seal_in_a_cell_is_of_the_spring_behind_the_year():
    table = SEALED.format("（盖章）", "情况属实。\\n（公章）\\n2024年4月2日")
    draft = found(NATIONAL, picture(table), "2022年立项，2023年完成。")
    assert draft.year == 2023
    assert any("盖章的日期 2024-04-02" in remark for remark in draft.remarks)


def test_a_day_in_a_cell_without_a_seal_tells_nothing():
    table = SEALED.format("三月初填报", "同意")
    assert found(NATIONAL, picture(table), "2022年立项，2023年完成。").year is None


def test_neighbours_that_agree_give_their_year():
    drafts = [Draft(year=2023), Draft(), Draft(year=2023)]
    settle_years(drafts)
    assert drafts[1].year == 2023
    assert "同一批" in drafts[1].remarks[0]


def test_neighbours_that_do_not_agree_give_none():
    drafts = [Draft(year=2023), Draft(), Draft(year=2022)]
    settle_years(drafts)
    assert drafts[1].year is None


def test_inputs_that_are_there_give_their_year():
    drafts = [Draft()]
    settle_years(drafts, 2023)
    assert drafts[0].year == 2023
    assert "已有的填报" in drafts[0].remarks[0]


def test_the_day_on_which_a_form_was_filled_in_tells_the_year_before_in_spring():
    draft = found([["填报日期", "2024年3月5日"], ["项目名称", "河道清淤"]], NATIONAL)
    assert draft.year == 2023
    assert any("填报日期 2024-03-05" in remark for remark in draft.remarks)


def test_a_day_of_autumn_is_of_its_own_year_and_said_to_be_unsure():
    draft = found("填报单位：某县水利局　　填表日期：2023-08-20", NATIONAL)
    assert draft.year == 2023
    assert any("也可能是上一年度" in remark for remark in draft.remarks)
    assert found("填报日期：2023-11-20", NATIONAL).year == 2023


def test_a_year_in_the_text_comes_before_the_day_of_filling_in():
    assert found("2022年度项目全部完成。", "填报日期：2023年8月20日", NATIONAL).year == 2022


@pytest.mark.parametrize(("length", "year"), [(40, 2022), (41, None)])
def test_a_line_of_forty_signs_announces_the_year(length, year):
    line = "评价年度：2022年"
    line = "甲" * (length - len(line)) + line
    assert found(NATIONAL, line, "2023年完成。").year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年全年完成，2023年底验收，2022年立项。", 2023),
        ("2023年全年完成，2023年底验收，2023年支出，2022年立项，2022年批复。", None),
    ],
)
def test_a_year_is_named_twice_as_often_as_the_next_one(text, year):
    assert found(NATIONAL, text).year == year


@pytest.mark.parametrize(
    ("month", "year", "is_doubtful"),
    [(6, 2022, False), (7, 2023, True), (10, 2023, True), (11, 2023, False), (12, 2023, False)],
)
def test_the_month_of_signing_tells_the_year_or_leaves_a_doubt(month, year, is_doubtful):
    draft = found(NATIONAL, f"2023年{month}月20日")
    assert draft.year == year
    assert any("也可能是上一年度" in remark for remark in draft.remarks) is is_doubtful


def test_each_of_two_forms_has_the_year_of_its_own_title():
    draft = understood(
        read_word(
            TITLE, "（2023年度）", NATIONAL, "图书购置项目支出绩效自评表", "（2022年度）", NATIONAL
        )
    )
    assert draft.year == 2023
    assert [subject.year for subject in draft.subjects] == [2023, 2022]
