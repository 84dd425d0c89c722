"""What each sign of a column weighs, as the reading explains it."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell
from generator.read.columns import Choice, Strip
from generator.read.columns_assign import alone, assign, end_points
from generator.read.evidence_cells import CellLens
from generator.read.evidence_contents import Profile
from tests.foreign import book

HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
ROWS = (
    ("产出指标", "数量指标", "修剪面积", "≥36公顷", "40公顷", "20", "20"),
    ("产出指标", "质量指标", "成活率", "≥95%", "96%", "30", "30"),
    ("效益指标", "社会效益指标", "游客人数", "≥3万人次", "3.2万人次", "40", "38"),
)


def strips(heads=HEADS, rows=ROWS, split=()):
    for column, head in enumerate(heads):
        cells = tuple(
            ReadCell(row[column], DocumentPlace(table=1, row=n, column=column + 1), n, column)
            for n, row in enumerate(rows, 1)
        )
        place = DocumentPlace(table=1, row=1, column=column + 1)
        headings = (head,) if isinstance(head, str) else head
        yield Strip(column, column + 1, headings, cells, place, is_split=column in split)


def chosen(heads=HEADS, **said):
    columns = list(strips(heads, **said))
    return assign(columns, range(len(columns[0].cells)), CellLens(book()))


def words(choice):
    return dict(choice.evidence)["words"]


def test_a_known_heading_weighs_seven():
    assert {words(choice) for choice in chosen()} == {7.0}


def like(heading, role):
    assert not book().columns.role(heading)
    return book().columns.likeness(heading)[role]


TARGET = HEADS.index("年度指标值")
UNLIKE = "年度指标数值"


def reworded(heading):
    return [heading if n == TARGET else head for n, head in enumerate(HEADS)]


def test_a_heading_alike_weighs_six_times_its_likeness():
    choice = chosen(reworded(UNLIKE))[TARGET]
    assert choice.role == "target"
    assert words(choice) == pytest.approx(6.0 * like(UNLIKE, "target"))


def test_a_heading_over_several_columns_weighs_about_a_third():
    choice = chosen(reworded(UNLIKE), split={TARGET})[TARGET]
    assert words(choice) == pytest.approx(6.0 * 0.35 * like(UNLIKE, "target"))


@pytest.mark.parametrize(("heading", "worth"), [("甲栏", 0.6), ("项目负责人", 3.0)])
def test_a_heading_of_something_else_speaks_for_no_role(heading, worth):
    rows = [(*row, "—") for row in ROWS]
    choice = chosen([*HEADS, heading], rows=rows)[-1]
    assert (choice.role, words(choice)) == ("", worth)


TEXTS = Profile(
    strip=next(iter(strips())),
    looks=(),
    starts=frozenset(range(10)),
    rows=10,
    filled=10,
    blank=0.0,
    shares={"text": 1.0},
    placeholders=0.0,
    signed=0.0,
    length=9.0,
    distinct=1.0,
    is_sequence=False,
    most=Decimal(0),
    sum=Decimal(0),
)


@pytest.mark.parametrize(
    ("blank", "worth"), [(0.65, 1.975 - 4.0), (0.7, 2.05)], ids=["just below two", "just above"]
)
def test_against_a_known_heading_only_strong_cells_speak(blank, worth):
    column = TEXTS._replace(blank=blank)
    assert alone("reason", column, {}, is_known=True) == pytest.approx(worth)
    assert alone("reason", column, {}, is_known=False) == pytest.approx(1 + 1.5 * blank)
    assert alone("reason", column, {"reason": 7.0}, is_known=True) == pytest.approx(8 + 1.5 * blank)


@pytest.mark.parametrize(
    ("roles", "points"),
    [
        ("name target actual score weight", 0.0),
        ("target actual score weight", -6.0),
        ("name", -2.0),
        ("name actual score", -1.5),
        ("name target actual weight", -3.0),
        ("name target actual weight deduction", 0.0),  # what was taken off says the score
        ("name target actual", -1.5),
    ],
)
def test_a_table_of_indicators_names_them_and_says_something_of_them(roles, points):
    assert end_points(roles.split()) == points


@pytest.mark.parametrize(("margin", "is_sure"), [(1.2, True), (1.19, False)])
def test_a_column_is_sure_where_nothing_else_comes_near(margin, is_sure):
    assert Choice(next(iter(strips())), "name", margin=margin).is_sure is is_sure


def test_points_in_two_rows_of_headings_are_parted_into_points():
    heads = (*HEADS[:6], ("得分", "自评"), ("得分", "初审"), ("得分", "复核"))
    rows = tuple((*row, "样张甲", "") for row in ROWS)
    choices = chosen(heads, rows=rows, split=(6, 7, 8))
    assert [c.role for c in choices if c.strip.start in (6, 7)] == ["score", ""]
