"""A cell of a template read backwards."""

import pytest

from generator.read.tag_pattern import loop_over, tag_pattern

UNIT, DAY = "form.unit", "signature.date"
CODE = 'field("代码")'
CODED = f"{{{{ form.authority }}}}{{% if {CODE} %}}（{{{{ {CODE} }}}}）{{% endif %}}"


@pytest.mark.parametrize(
    ("template", "said", "found"),
    [
        ("{{ form.unit }}", "云边县图书馆", {UNIT: "云边县图书馆"}),
        ("填报单位：{{ form.unit }}", "填报单位：云边县图书馆", {UNIT: "云边县图书馆"}),
        ("填报单位：{{ form.unit }}", "填报单位 ： 云边县图书馆", {UNIT: "云边县图书馆"}),
        ("填报单位：{{ form.unit }}", "填报单位：", {UNIT: ""}),
        ("填报单位：{{ form.unit }}", "编报单位：云边县图书馆", None),
        (
            "单位：{{ form.unit }}　日期：{{ signature.date }}",
            "单位：云边县图书馆\n日期：2024年1月2日",
            {UNIT: "云边县图书馆", DAY: "2024年1月2日"},
        ),
        ("{{ form.spent }}万元", "9.50万元", {"form.spent": "9.50"}),
        ("{{ form.spent }}万元", "9.50元", None),
        ("（{{ form.rate }}）", "（95%）", {"form.rate": "95%"}),
        (CODED, "云边县文旅局（215）", {"form.authority": "云边县文旅局", CODE: "215"}),
        (CODED, "云边县文旅局", {"form.authority": "云边县文旅局", CODE: ""}),
    ],
)
def test_a_form_says_what_stands_in_the_place_of_tags(template, said, found):
    assert tag_pattern(template).read(said) == found


def test_a_column_of_a_row_is_known_with_its_merge():
    pattern = tag_pattern("{{ row.level1|merge }}")
    assert (pattern.column, pattern.is_merged) == ("level1", True)
    assert not tag_pattern("{{ form.unit }}").column


def test_what_is_printed_once_is_no_fixed_word():
    assert not tag_pattern("{% if loop.first %}绩效指标{% endif %}{{ row.block|merge }}").fixed


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("{%tr for row in rows.indicators %}", "rows.indicators"),
        ("{%tr for row in goals[1].indicators %}", "goals[1].indicators"),
        ("{%tr endfor %}", None),
    ],
)
def test_a_loop_says_what_it_goes_over(text, over):
    assert loop_over(text) == over


def test_tags_side_by_side_are_told_apart_by_what_is_known():
    text = "{{ form.unit }}{{ form.year }}年{{ form.name }}项目"
    known = {"form.name": "护林防火"}
    assert tag_pattern(text, known).read("青岭县林场2023年护林防火项目") == {
        UNIT: "青岭县林场",
        "form.year": "2023",
        "form.name": "护林防火",
    }
    assert tag_pattern(text, known).read("青岭县林场2023年苗圃扩建项目") is None
