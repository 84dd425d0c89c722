"""Something declared that a sentence quotes and nobody filled in is blank, not unknown."""

import pytest

from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace
from tests.use.check.test_own_values import problems_of

OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)
SENTENCE = "支出{{ funds.spent }}，目标基本实现。"


@pytest.fixture
def told(dossier, workspace):
    """Blank one thing, quote another; return codes and messages."""

    def check(quoted, **blanked):
        own_workspace(workspace)
        change = {SENTENCE: f"见{quoted}。", **dict(blanked.values())}
        unit = UNIT.replace("mof-2020", "county-2020")
        folder = dossier(unit, OWN_PROJECT, change=change)
        return [(p.code, p.message) for p in problems_of(folder)]

    return check


PHONE = ('"联系电话" = "0731-12345678"', '"联系电话" = ""')
METHOD = ('"评价方式" = "第三方评价"', '# "评价方式" =')
COSTS = ('"预算" = 2, "支出" = 1.5', '"支出" = 1.5')


@pytest.mark.parametrize(
    ("quoted", "old", "says"),
    [
        ("{{ field('联系电话') }}", PHONE, "自设栏目“联系电话”还没有填"),
        ("{{ choice('评价方式') }}", METHOD, "选项栏目“评价方式”还没有填"),
        ("{{ table('三公经费')['公务接待费']['预算'] }}", COSTS, "“预算”还没有填"),
    ],
)
def test_what_is_declared_and_blank_is_told_as_blank(quoted, old, says, told):
    found = told(quoted, one=old)
    assert [code for code, message in found if says in message] == ["C01"]
    assert not [message for code, message in found if code == "I20"]


@pytest.mark.parametrize(
    "quoted", ["{{ field('联系电活') }}", "{{ table('三公经费')['公务接待费']['预祘'] }}"]
)
def test_what_nobody_declares_is_unknown(quoted, told):
    found = told(quoted, one=PHONE)
    assert any(code == "I20" for code, _ in found)
    assert not any("还没有填" in message for _, message in found)


def test_to_ask_whether_it_is_filled_in_is_no_fault(told):
    asked = "{% if field('联系电话') is defined %}电话{% endif %}支出"
    assert told(asked, one=PHONE) == []
