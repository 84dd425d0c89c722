"""What the forms of one paper tell of each other's money, by a piece of the name."""

import pytest

from generator.read.draft import Draft, SubjectDraft
from generator.rules.told_elsewhere import tellings, told_elsewhere
from tests.rules.forms import BOOK, form

WHY = "良种繁育方案压减，预算调减10万元"


def told(name, said=WHY, funds="|240|240|231||"):
    project = SubjectDraft("project", {"project": {"name": name}})
    other = SubjectDraft("department", {"fields": {"调整说明": f"基本支出为调资；{said}。"}})
    draft = Draft(subjects=[project, other])
    return [*told_elsewhere(form(name=name, funds=funds), project, tellings(draft, BOOK.words))]


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("马铃薯良种繁育", True),
        ("良种繁育", True),
        ("良种繁", False),  # a piece of three signs names nothing for sure
        ("农牧民技术培训", False),
    ],
)
def test_a_project_is_told_of_where_a_piece_of_its_name_stands(name, is_told):
    assert told(name) == ([WHY] if is_told else [])


@pytest.mark.parametrize(
    ("initial", "is_told"), [("240", True), ("240.01", False), ("220", True), ("230", False)]
)
def test_a_project_is_told_of_where_the_amount_of_its_change_stands(initial, is_told):
    said = told("农牧民技术培训", "项目支出调减10万元，因招标节约", f"{initial}|230|220||")
    assert bool(said) == is_told


def test_what_says_nothing_of_its_money_explains_nothing_of_it():
    assert told("马铃薯良种繁育", "良种繁育实施顺利") == []


def test_a_form_alone_is_told_of_by_nobody():
    alone = SubjectDraft("department", {"fields": {"调整说明": WHY}})
    assert tellings(Draft(subjects=[alone]), BOOK.words) == ()
