"""Names of numbers in sentences, and lists of projects: how long, how near, how many."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.listing import read_listing
from generator.read.placed_values import SectionText
from tests.foreign import book, understood
from tests.rules.papers import paper

TITLE = "2022年度便民服务项目支出绩效自评报告"


def names(sentence):
    draft = understood(paper([TITLE, "一、项目基本情况", sentence]))
    return [fact.name for fact in draft.ledger.facts if fact.unit == "期"]


@pytest.mark.parametrize(
    ("length", "name"),
    [(28, "举办" + "培" * 28), (29, "办" + "培" * 29), (30, "培" * 30), (31, "培" * 30)],
)
def test_a_name_is_known_by_its_last_thirty_signs(length, name):
    assert names(f"举办{'培' * length}30期。") == [name]


@pytest.mark.parametrize(("length", "is_name"), [(2, False), (3, True), (30, True), (31, False)])
def test_the_clause_before_a_target_may_be_its_name(length, is_name):
    clause = "培" * length
    assert names(f"{clause}，指标值为30期。") == [clause if is_name else ""]


def listed(said):
    section = SectionText("资金", 1, said, DocumentPlace(paragraph=1))
    return len(read_listing([section], book()))


@pytest.mark.parametrize(("between", "count"), [(22, 2), (23, 0)])
def test_projects_are_listed_where_the_sum_is_theirs_by_twenty_four_signs(between, count):
    said = f"项目{'支' * between}312.6万元，其中：甲类84万元，乙类228.6万元。"
    assert listed(said) == count


@pytest.mark.parametrize(
    ("parts", "count"), [("甲类312.6万元", 0), ("甲类84万元，乙类228.6万元", 2)]
)
def test_a_list_of_projects_has_two(parts, count):
    assert listed(f"项目支出312.6万元，其中：{parts}。") == count
