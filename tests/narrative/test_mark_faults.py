"""Marks written wrongly are told at their line, with the right way to write them; others are not."""

import pytest

from generator.narrative.mark_faults import mark_faults, marks_in, wanted_places

GOOD = """甲[^1]。
[^1]: 注{{ year }}。
表：题注
| 名称 | 数 |
| :--- | ---: |
{% for p in projects.all %}
| {{ p.name }} | {{ p.funds.spent | to("元") }} |
{% endfor %}
![现场](pictures/a.png)
[分页]
按【2023】1号文件，增加！【注】"""


def told(text):
    return [(fault.line, fault.column, fault.message) for fault in mark_faults(text)]


@pytest.mark.parametrize("text", [GOOD, "", "甲|乙", "{{ a | to('元') }}", "数组[1]和[a]"])
def test_what_is_right_or_no_mark_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("文字\n| 甲 | 乙\n| 丙 | 丁 |\n| 一 | 二 |", 2, 1, "这一行写得不对"),
        ("甲 | 乙 |", 1, 1, "这一行写得不对"),
        ("{{ a }} | 乙 |", 1, 1, "这一行写得不对"),
        ("｜甲｜乙｜", 1, 1, "这一行写得不对"),
        ("| 只有一行 |", 1, 1, "只有一行"),
        ("| 甲 | 乙 |\n| 一 |", 2, 1, "有 1 格，第一行有 2 格"),
        ("| 甲 | 乙 |\n| --- |\n| 一 | 二 |", 2, 1, "有 1 格"),
        ("  看图![甲](pictures/a.png)", 1, 5, "图片、图表的记号"),
        ("![甲]（pictures/a.png）", 1, 1, "图片、图表的记号"),
        ("！[甲](pictures/a.png)", 1, 1, "图片、图表的记号"),
        ("![甲", 1, 1, "图片、图表的记号"),
        ("甲[^1]。", 1, 2, "[^1] 没有写内容"),
        ("[^1]: 注", 1, 1, "没有引用脚注 [^1]"),
        ("甲[^1]\n[^1]: 一\n[^1]: 二", 3, 1, "[^1] 写了两次"),
        ("甲[^1]\n[^1]:", 2, 1, "[^1] 没有内容"),
        ("甲［^1］", 1, 2, "脚注的记号“［^1］”"),
        ("甲[^ 1]", 1, 2, "脚注的记号“[^ 1]”"),
        ("# 标题[^1]\n[^1]: 注", 1, 5, "标题、题注和脚注里不能加脚注"),
        ("甲[^1]\n[^1]: 注[^2]\n[^2]: 注", 2, 8, "标题、题注和脚注里不能加脚注"),
        ("【分页】", 1, 1, "分页的记号"),
        ("[分 页]", 1, 1, "分页的记号"),
        ("文字[分页]", 1, 3, "分页的记号"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text, line, column, words):
    assert any((a, b) == (line, column) and words in c for a, b, c in told(text)), told(text)


@pytest.mark.parametrize("text", ["| 甲 | 乙 |", "![甲](pictures/a.png)", "[分页]", "甲[^1]"])
def test_a_cell_can_hold_no_marks(text):
    assert [fault.message for fault in marks_in(text)] == [
        "这一项不能放表格、图片、脚注，会照样印出"
    ]


@pytest.mark.parametrize("text", ["甲", "甲|乙", "[1]", "文字！"])
def test_words_of_a_cell_are_let_be(text):
    assert list(marks_in(text)) == []


def test_what_is_placed_is_found_with_its_place():
    assert [
        tuple(place) for place in wanted_places("甲\n ![题]( 资金表 )\n![](pictures/a.png)")
    ] == [
        (2, 7, "资金表"),
        (3, 5, "pictures/a.png"),
    ]
