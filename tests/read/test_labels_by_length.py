"""Names, titles, quotes and headings of points: how much of a text they may be."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.form_facts import said_of_itself
from generator.read.own_fields import OwnFields
from generator.read.placed_values import Unplaced
from generator.read.reading_order import Desk
from generator.read.title_names import name_in_title
from tests.foreign import book

PLACE = DocumentPlace(paragraph=1)


@pytest.mark.parametrize(("length", "is_known"), [(40, True), (41, False)])
def test_a_heading_of_forty_signs_means_what_its_words_mean(length, is_known):
    title = "存在的问题"
    title = "建" * (length - len(title)) + title
    assert bool(book().meaning(title)) is is_known


@pytest.mark.parametrize(("length", "kept"), [(40, 40), (41, 40)])
def test_a_field_is_called_by_forty_signs(length, kept):
    assert OwnFields(Desk(book())).name_of("栏" * length) == "栏" * kept


@pytest.mark.parametrize(("length", "shown"), [(60, "字" * 60), (61, "字" * 60 + "……")])
def test_what_is_listed_is_quoted_by_sixty_signs(length, shown):
    assert Unplaced(PLACE, "字" * length, "没有认出").short == shown


@pytest.mark.parametrize(("length", "count"), [(60, 1), (61, 0)])
def test_points_stand_in_headings_of_sixty_signs(length, count):
    text = "建" * (length - 5) + "（50分）"
    assert len(list(said_of_itself(text, PLACE, book()))) == count


@pytest.mark.parametrize(
    ("title", "name"),
    [("2023年度渔港项目绩效自评报告", ""), ("2023年度管渔港项目绩效自评报告", "管渔港")],
)
def test_a_name_in_a_title_has_three_signs(title, name):
    assert name_in_title(title, book().phrases) == name
