"""One slip is one fault, at its character; what comes near a slip is none."""

import pytest

from generator.language.cut import cut, holds_tags
from generator.language.statements import read_program


def faults(text):
    return [(fault.at, fault.message) for fault in read_program(cut(text), 3).faults]


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("支出｛｛ funds.spent ｝｝", 2, "全角"),
        ("支出{ { funds.spent } }", 2, "不能空格"),
        ("支出｛{ funds.spent }}", 2, "全角"),
        ("{％ if name ％}好", 0, "全角"),
        ("好 }} 了", 2, "前面没有"),
        ("好 %} 了", 2, "前面没有"),
        ("支出{{ funds.spent，以上为证。", 4, "少了“}}”"),
        ("支出{{ funds.spent }，以上为证。", 4, "少了“}}”"),
        ("支出{{ funds.spent，\n下一段{{ name }}", 4, "少了“}}”"),
        ("支出{{ funds.spent，name }}", 16, "全角"),
    ],
)
def test_a_tag_that_is_not_whole_is_told_where_it_stands(text, at, said):
    (fault,) = faults(text)
    assert fault[0] == at
    assert said in fault[1]
    assert holds_tags(text)


@pytest.mark.parametrize(
    "text", ["一个{花}括号", "95%（含）", "{ 甲 }", "｛甲｝", "{ { 甲 } }", "{ { x } }"]
)
def test_single_braces_are_words(text):
    assert faults(text) == []
    assert not holds_tags(text)


@pytest.mark.parametrize(
    ("opening", "closing", "times", "said"),
    [
        ("{% if a %}", "{% endif %}", 13, "嵌套太深"),
        ("{% if a %}", "{% endif %}", 3000, "嵌套太深"),
        ("{% for x in a %}", "{% endfor %}", 4, "最多套3层"),
        ("{% for x in a %}", "{% endfor %}", 400, "最多套3层"),
    ],
)
def test_what_is_nested_too_deep_is_told_once(opening, closing, times, said):
    ((_, message),) = faults(opening * times + "好" + closing * times)
    assert said in message


@pytest.mark.parametrize(
    ("opening", "closing", "times"),
    [("{% if a %}", "{% endif %}", 12), ("{% for x in a %}", "{% endfor %}", 3)],
)
def test_what_is_nested_as_deep_as_may_be_is_read(opening, closing, times):
    assert faults(opening * times + "好" + closing * times) == []


@pytest.mark.parametrize(
    "text",
    [
        "{% if a ， b %}好{% elif c %}坏{% else %}不好不坏{% endif %}",
        "{% for x in a ， b %}好{% endfor %}",
        "{% if a < 3 %}好{% else %}坏{% endif %}",
    ],
)
def test_what_closes_a_tag_that_cannot_be_read_is_not_told_as_well(text):
    assert len(faults(text)) == 1


@pytest.mark.parametrize(
    "text", ["好{{ {{ name }} }}好", "{{{{ name }}}}", "{% if {% if a %} %}{% endif %}"]
)
def test_a_tag_within_a_tag_is_one_fault(text):
    assert len(faults(text)) == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('|format("%.2f")', "数的写法"),
        ('|date("%Y")', "日期的写法"),
        ('|to("")', "单位"),
        ("|format(2)", "引号和文字"),
        ('|goal("2")', "第几个"),
        ("|goal(true)", "第几个"),
    ],
)
def test_what_stands_in_the_brackets_of_a_filter_is_told_whatever_the_data_is(written, said):
    ((_, message),) = faults(f"{{% if no_such %}}{{{{ nothing{written} }}}}{{% endif %}}")
    assert said in message


@pytest.mark.parametrize(
    "written", ['|format("0.00")', '|date("汉字")', '|to("元")', "|goal(2)", "|format(a)"]
)
def test_what_may_stand_there_is_read(written):
    assert faults(f"{{{{ nothing{written} }}}}") == []
