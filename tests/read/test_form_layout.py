"""What a template says of the layout of its form: tags in order, the words that name them, columns of rows."""

import pytest

from generator.model.form_layout import FormColumn
from generator.read.form_layout import form_layout
from tests.foreign import picture, read_word

FORM = """
项目名称 | {{ form.name }} | 主管部门 | {{ form.authority }}
资金（{{ form.money_unit }}）（{{ form.execution_weight }}分） | 全年预算数 | 全年执行数 | 得分（{{ form.execution_weight }}分*执行率）
^ | {{ form.budget }} | {{ form.spent }} | {{ form.execution_score }}
一级指标 | 三级指标 | 分值 | 年度指标值
{%tr for row in rows.indicators %} | < | < | <
{{ row.level1 }} | {{ row.name }} | {{ row.weight }} | {{ row.target }}
{%tr endfor %} | < | < | <
说明 | {{ field("说明") }} | < | <
负责人：{{ field("负责人") }} | < | 得分： | {{ form.total }}
"""


@pytest.fixture(name="layout")
def layout_of_a_form():
    return form_layout(read_word(picture(FORM)))


def test_tags_come_in_the_order_of_the_form_and_a_list_counts_once(layout):
    assert layout.order == (
        *("form.name", "form.authority", "form.budget", "form.spent", "form.execution_score"),
        *("rows.indicators", 'field("说明")', 'field("负责人")', "form.total"),
    )


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("form.name", "项目名称"),
        ("form.authority", "主管部门"),
        ("form.budget", "全年预算数"),
        ("form.execution_score", "得分"),
        ('field("说明")', "说明"),
        ('field("负责人")', "负责人"),
        ("form.total", "得分"),
    ],
)
def test_a_value_is_called_by_the_words_over_it_or_before_it(layout, tag, label):
    assert layout.labels[tag] == label


def test_a_block_is_called_by_the_words_that_stand_beside_all_of_its_rows(layout):
    assert layout.block("?", "form.spent") == "资金"
    assert layout.block("?", "form.name") == "?"


def test_columns_of_rows_have_the_words_over_the_loop(layout):
    assert layout.columns["rows.indicators"] == (
        FormColumn("level1", "一级指标"),
        FormColumn("name", "三级指标"),
        FormColumn("weight", "分值"),
        FormColumn("target", "年度指标值"),
    )
