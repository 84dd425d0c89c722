"""Which table is what, where its columns, its rows or its words are just enough."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.answer_column import find_answers
from generator.read.draft import SubjectDraft
from generator.read.duties import read_duties
from generator.read.evidence_cells import CellLens
from generator.read.funds_columns import rate_of
from generator.read.header_rows import HeaderRows
from generator.read.matrix import find_matrix
from generator.read.pages_beside import pages_of
from generator.read.pair_row import are_amounts
from generator.read.printed_quantity import quantities_in
from generator.read.project_list import is_header
from generator.read.reading_order import Desk
from generator.read.record_table import find_records
from generator.read.twin_blocks import find_twins
from tests.foreign import book, picture
from tests.rules.papers import paper


def table(text):
    (found,) = paper([picture(text)]).blocks
    return found


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        (("2", 1, "2"), "200"),
        (("2.01", 1, "2.01"), "2.01"),  # no fraction is so much
        (("0.9391", 1, "0.95"), "93.91"),
        (("0.939", 1, "0.95"), "0.939"),  # not near enough to the amounts
    ],
)
def test_a_fraction_near_that_of_the_amounts_is_a_rate(text, rate):
    shown, budget, spent = text
    assert rate_of(shown, Decimal(budget), Decimal(spent)) == Decimal(rate)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("类别 | 人员经费 | 公用经费\n预算数 | 10 | 20", True),
        ("类别 | 人员经费\n甲类 | 10", False),
        ("类别 | 甲费 | 乙费\n" + "栏" * 60 + " | 10 | 20", True),
        ("类别 | 甲费 | 乙费\n" + "栏" * 61 + " | 10 | 20", False),
    ],
    ids=["three columns", "two", "a label of sixty signs", "one more"],
)
def test_rows_by_columns(text, is_one):
    assert (find_matrix(table(text), 0, book()) is not None) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("名称 | 地点 | 备注\n甲 | 乙地方 | 丙\n丁 | 戊 | 己", True),
        ("名称 | 地点\n甲 | 乙地方\n丁 | 戊", False),
    ],
)
def test_records_have_three_columns(text, is_one):
    assert (find_records(table(text), 0, book()) is not None) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(12, True), (13, False)])
def test_a_heading_over_questions_has_twelve_signs_at_most(length, is_one):
    head = "核查事项" + "项" * (length - 4)
    text = f"{head} | 自评结果\n是否公开 | 是\n是否验收 | 否"
    assert (find_answers(table(text), 0, book()) is not None) is is_one


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数", True),
        ("项目名称 | 主管部门 | 全年预算数", False),
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 某某", True),
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 某某 | 某甲", False),
    ],
    ids=["four columns", "three", "one unknown of five", "two of six"],
)
def test_a_list_of_projects_names_four_columns(header, is_one):
    assert is_header(table(header), 0, book()) is is_one


def pages(title, above=0, width=2):
    joined = "< | " * (width - 1)
    rows = ["说明 | < | < | <"] * above
    rows += [f"{title} | {joined}{title} | {'<' if width > 1 else ''}".rstrip(" |")]
    return len(
        list(pages_of(table("\n".join([*rows, " | ".join("甲乙丙丁"[: 2 * width])])), book()))
    )


@pytest.mark.parametrize(("above", "count"), [(0, 2), (7, 2), (8, 1)])
def test_forms_beside_each_other_begin_in_the_first_eight_rows(above, count):
    assert pages("项目支出绩效自评表", above) == count


@pytest.mark.parametrize(("length", "count"), [(60, 2), (61, 1)])
def test_what_begins_a_form_has_sixty_signs_at_most(length, count):
    title = "项目支出绩效自评表"
    assert pages("某" * (length - len(title)) + title) == count


@pytest.mark.parametrize(("width", "count"), [(2, 2), (1, 1)])
def test_a_form_is_two_columns_wide(width, count):
    assert pages("项目名称", width=width) == count


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("年初预算数 | 10 | 全年执行数 | 9", True),
        ("年初预算数 | 10", False),
        ("年初预算数 | 10 | 某某指标 | 9", False),
    ],
)
def test_a_row_of_amounts_has_two_of_them(row, expected):
    assert are_amounts(list(table(row).cells(0)), CellLens(book())) is expected


@pytest.mark.parametrize(("text", "count"), [("使用99年", 1), ("使用100年", 0)])
def test_years_up_to_a_hundred_are_a_span_of_time(text, count):
    assert len(list(quantities_in(text, book().units))) == count


@pytest.mark.parametrize(
    ("text", "unit"),
    [("栽植86万株", "万株"), ("整治86万公里", "万公里"), ("建成86万人次", "万人次")],
)
def test_what_is_counted_in_ten_thousands_is_no_money(text, unit):
    assert [found.unit for found in quantities_in(text, book().units)] == [unit]


ROW = "数量指标 | 修剪 | 3次 | 4次"


@pytest.mark.parametrize(
    ("header", "named", "shaped"),
    [
        ("三级指标 | 指标值 | 完成值", 1, 0),
        ("三级指标 | 指标值 | 某栏", 0, 0),
        (f"甲栏 | 乙栏 | 丙栏 | 丁栏\n{ROW}", 0, 1),
        ("甲栏 | 乙栏 | 丙栏\n数量指标 | 修剪 | 3次", 0, 0),
        (f"{'甲' * 24} | 乙栏 | 丙栏 | 丁栏\n{ROW}", 0, 1),
        (f"{'甲' * 25} | 乙栏 | 丙栏 | 丁栏\n{ROW}", 0, 0),
    ],
    ids=["three roles", "two", "four words", "three words", "of 24 signs", "of 25"],
)
def test_a_header_by_its_words_or_by_its_shape(header, named, shaped):
    rows = HeaderRows(table(header), CellLens(book()))
    assert (rows.named(0), rows.shaped(0)) == (named, shaped)


@pytest.mark.parametrize(
    ("line", "names"),
    [("一、" + "职" * 40, ["职" * 40]), ("一、" + "职" * 41, []), ("（一）职责", [])],
    ids=["forty signs", "one more", "the second style"],
)
def test_a_duty_is_a_heading_of_the_first_style(line, names):
    subject = SubjectDraft("department")
    read_duties(line, DocumentPlace(paragraph=1), subject, book().phrases)
    assert [duty["name"] for duty in subject.values.get("duty", [])] == names


@pytest.mark.parametrize(
    ("half", "is_twin"),
    [("三级指标 | 指标值 | 完成值", True), ("三级指标 | 指标值", False)],
)
def test_a_header_that_says_three_words_twice_is_that_of_twins(half, is_twin):
    page = f"{half} | {half}\n" + " | ".join("甲乙丙丁戊己"[: 2 * len(half.split("|"))])
    assert (find_twins(table(page), Desk(book())) is not None) is is_twin
