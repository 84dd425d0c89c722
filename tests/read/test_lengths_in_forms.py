"""How long a grade, a title, a date, a line may be, and how many fields make a form."""

import pytest

from tests.foreign import picture, understood
from tests.rules.papers import paper

TITLE = "2023年度项目支出绩效自评表"
FORM = """
项目名称 | 图书购置 | 实施单位 | 某县图书馆
{}
三级指标 | 年度指标值 | 实际完成值 | 得分
维修长度 | 9公里 | 9公里 | 90
"""
PLAIN = FORM.format("填表人 | 张三 | < | <")


def read(*parts):
    draft = understood(paper(list(parts)))
    return draft, (draft.subjects[0] if draft.subjects else None)


def form(row):
    return picture(FORM.format(row))


@pytest.mark.parametrize(("length", "is_grade"), [(8, True), (9, False)])
def test_a_grade_has_eight_signs_at_most(length, is_grade):
    _, subject = read(TITLE, form(f"自评等级 | {'好' * length} | < | <"))
    assert (subject.get(("stated", "grade")) is not None) is is_grade


@pytest.mark.parametrize(("length", "is_grade"), [(4, True), (5, False)])
def test_a_word_beside_the_total_is_a_grade_up_to_four_signs(length, is_grade):
    _, subject = read(TITLE, picture(f"{PLAIN}总分 | 90 | {'好' * length} |"))
    assert (subject.get(("stated", "grade")) is not None) is is_grade


@pytest.mark.parametrize(("length", "is_title"), [(60, True), (61, False)])
def test_a_title_in_a_cell_has_sixty_signs_at_most(length, is_title):
    title = "2023年项目支出绩效自评表"
    title = "某" * (length - len(title)) + title
    draft, subject = read(picture(f"{title} | < | < | <{PLAIN}"))
    assert (not draft.unplaced + subject.unplaced) is is_title


@pytest.mark.parametrize(("above", "is_title"), [(2, True), (3, False)])
def test_a_title_that_is_not_merged_stands_in_the_first_three_rows(above, is_title):
    rows = "说明 | 甲 | 乙 | 丙\n" * above
    draft, subject = read(picture(f"{rows}2023年项目支出绩效自评表 |  |  |{PLAIN}"))
    listed = [one.quote for one in draft.unplaced + subject.unplaced]
    assert ("2023年项目支出绩效自评表" not in listed) is is_title


@pytest.mark.parametrize(
    ("text", "is_date"), [("2023年12月31日", True), ("2023年12月31日止", False)]
)
def test_a_day_that_stands_alone_is_that_of_the_form(text, is_date):
    draft, _ = read(TITLE, form(f"{text} | < | < | <"))
    assert ("date" in draft.unit) is is_date


@pytest.mark.parametrize(("length", "is_read"), [(100, True), (101, False)])
def test_a_line_above_a_form_has_a_hundred_signs_at_most(length, is_read):
    unit = "甲" * (length - 8) + "图书馆"
    draft, _ = read(TITLE, f"填报单位：{unit}", picture(PLAIN))
    assert (draft.unit["name"] == unit) is is_read


@pytest.mark.parametrize(("length", "is_parted"), [(120, True), (121, False)])
def test_a_cell_of_a_hundred_and_twenty_signs_may_hold_several_labels(length, is_parted):
    text = "主管部门：某县文化局　　　备注："
    _, subject = read(TITLE, form(f"{text}{'甲' * (length - len(text))} | < | < | <"))
    assert (subject.get(("project", "authority")) == "某县文化局") is is_parted


@pytest.mark.parametrize(("rows", "count"), [(1, 0), (2, 1)])
def test_two_fields_of_a_page_about_performance_are_a_form(rows, count):
    page = picture("值班人 | 张三\n值班电话 | 12345")[:rows]
    assert len(read("2023年度绩效情况", page)[0].subjects) == count


@pytest.mark.parametrize(("text", "count"), [("支出95万元", 1), ("支出9万元", 0)])
def test_a_cell_of_six_signs_may_be_a_sentence(text, count):
    draft, _ = read(TITLE, form(f"其他说明 | {text} | < | <"))
    assert sum(fact.role == "spent" for fact in draft.ledger.facts) == count


@pytest.mark.parametrize(
    ("label", "value", "is_read"), [(14, 4, True), (15, 4, False), (4, 60, True), (4, 61, False)]
)
def test_a_label_of_fourteen_signs_and_its_value_of_sixty_stand_in_one_cell(label, value, is_read):
    name, said = "栏" * label, "甲" * value
    _, subject = read(TITLE, form(f"{name}：{said} | < | < | <"))
    assert (subject.values.get("fields", {}).get(name) == said) is is_read


@pytest.mark.parametrize(("length", "is_head"), [(24, True), (25, False)])
def test_a_heading_of_goals_has_twenty_four_signs_at_most(length, is_head):
    head = "预期目标" + "标" * (length - 4)
    rows = f"""
    项目名称 | 图书购置 | < | <
    年度总体目标 | {head} | < | 实际完成情况
    ^ | 全年购书。 | < | 已购书。
    三级指标 | 年度指标值 | 实际完成值 | 得分
    维修长度 | 9公里 | 9公里 | 90
    """
    _, subject = read(TITLE, picture(rows))
    assert (subject.get(("goal", "expected")) == "全年购书。") is is_head


@pytest.mark.parametrize(("cells", "spent"), [("100 | 95 | 95%", 95), ("95 | 95% |", None)])
def test_a_rate_stands_behind_the_two_amounts_that_it_is_of(cells, spent):
    rows = f"""
    项目名称 | 图书购置 | < | <
    年度资金总额 | {cells}
    三级指标 | 年度指标值 | 实际完成值 | 得分
    维修长度 | 9公里 | 9公里 | 90
    """
    _, subject = read(TITLE, picture(rows))
    assert subject.get(("funds", "spent")) == spent
