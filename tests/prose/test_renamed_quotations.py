"""Quotations take the new name of what they quote; what only looks like one stays."""

import pytest

from generator.prose.renamed_quotations import Renamed, follow

OTHERS = frozenset({("产出", "质量", "上架率"), ("效益", "社会效益", "借阅人次")})
OWN = Renamed(
    "indicator", "books", False, ("产出", "数量", "购书册数"), ("产出", "数量", "购书数"), OTHERS
)


@pytest.mark.parametrize(
    ("text", "owner", "now"),
    [
        ('购书{{ indicator("购书册数").actual }}。', "books", '购书{{ indicator("购书数").actual }}。'),
        ("{{indicator('购书册数').actual}}", "books", "{{indicator('购书数').actual}}"),
        ('{{ indicator("数量/购书册数").actual }}', "books", '{{ indicator("数量/购书数").actual }}'),
        ('{% if indicator("购书册数").actual %}有{% endif %}', "books", '{% if indicator("购书数").actual %}有{% endif %}'),
        ('{{ project("books").indicator("购书册数").actual }}', "hall", '{{ project("books").indicator("购书数").actual }}'),
        ('{{ project("books").indicator("购书册数").actual }}', "", '{{ project("books").indicator("购书数").actual }}'),
        ('{{ indicator("购书册数").actual|join(", ") }}', "books", '{{ indicator("购书数").actual|join(", ") }}'),
    ],
)  # fmt: skip
def test_a_quotation_follows(text, owner, now):
    assert follow(text, owner, [OWN]) == (now, 1)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ('购书册数、indicator("购书册数")', "books"),
        ('{{ indicator("购书册数").actual }}', "hall"),
        ('{{ project("hall").indicator("购书册数").actual }}', "books"),
        ('{{ department.indicator("购书册数").actual }}', "books"),
        ('{{ fact("购书册数") }}', "books"),
        ('{{ indicator("质量/购书册数").actual }}', "books"),
        ('{{ indicator("购书册数', "books"),
    ],
)
def test_what_is_no_quotation_of_it_stays(text, owner):
    assert follow(text, owner, [OWN]) == (text, 0)


def test_a_name_that_another_row_has_goes_with_its_class():
    own = OWN._replace(now=("产出", "数量", "借阅人次"))
    said = follow('{{ indicator("购书册数").actual }}', "books", [own])
    assert said.text == '{{ indicator("数量/借阅人次").actual }}'


def test_rows_of_the_same_name_cannot_be_told_apart_and_stay():
    own = OWN._replace(others=frozenset({("效益", "社会效益", "购书册数")}))
    text = '{{ indicator("购书册数").actual }}'
    assert follow(text, "books", [own]).number == 0


def test_the_rows_of_money_and_of_the_department_follow():
    source = Renamed("source", "department", True, ("县级资金",), ("区级资金",))
    assert follow('{{ funds.source("县级资金").spent }}', "department", [source]).number == 1
    assert follow('{{ department.funds.source("县级资金").spent }}', "", [source]).number == 1


def test_a_name_with_quotes_is_written_between_the_others():
    own = OWN._replace(now=("产出", "数量", '"新"书'))
    said = follow('{{ indicator("购书册数").actual }}', "books", [own])
    assert said.text == "{{ indicator('\"新\"书').actual }}"
