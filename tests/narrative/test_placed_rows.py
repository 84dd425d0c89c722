"""Tables and charts of the inputs, through the command that checks them and the one that builds."""

import pytest

HEAD = '[[insert]]\nname = "甲"\n'
GOOD = 'head = ["名称", "数"]\nrows = [["{{ year }}", "{{ funds.spent }}"]]\n'


@pytest.fixture
def checked(dossier, run):
    def check(insert, more=""):
        from tests.conftest import PROJECT

        folder = dossier(project=f"{PROJECT}\n{HEAD}{insert}\n{more}")
        return run("check", folder)[1]

    return check


@pytest.mark.parametrize("over", ["projects", "indicators", "classes", "facts", "years"])
def test_every_kind_of_list_can_be_shown(checked, over):
    value = {
        "projects": "{{ funds.spent }}",
        "indicators": "{{ score }}",
        "classes": "{{ weight }}",
        "facts": "{{ value }}",
        "years": '{{ value("支出") }}',
    }[over]
    insert = f"kind = 'columns'\nover = '{over}'\nhead = ['名称', '数']\nrows = [['{{{{ name }}}}', '{value}']]"
    assert "I32" not in checked(insert, '[facts]\n"2021年支出" = "80万元"\n"2022年支出" = "90万元"')


@pytest.mark.parametrize(
    ("insert", "words"),
    [
        (GOOD.replace('"{{ year }}", ', ""), "这一行有 1 格，栏目（head）有 2 个"),
        (f"over = 'projects'\n{GOOD[:-2]}, ['1', '2']]", "rows 只写一行"),
        (f"over = 'facts'\n{GOOD}", "没有可以逐项列出的内容"),
        (f"kind = 'lines'\n{GOOD.replace('{{ funds.spent }}', '很多')}", "“很多”不是一个数"),
        (
            "kind = 'pie'\nhead = ['甲', '乙', '丙']\nrows = [['一', '2', '3']]",
            "饼图只能有两栏",
        ),
        (f"{GOOD}{HEAD}{GOOD}", "有两张表或图叫作“甲”"),
    ],
)
def test_what_is_wrong_with_one_is_told(checked, insert, words):
    assert words in checked(insert)


def test_a_name_that_is_not_there_is_told_at_its_cell(checked):
    out = checked(GOOD.replace("funds.spent", "funds.spnt"))
    assert "I20" in out
