"""The account of a template: what it leaves out of the data is told at its cell, and nothing else is."""

from dataclasses import replace

import pytest

from generator.word.word_render import Renderer
from tests.word.samples import MANNER, form_document, part, report_of, row_of
from tests.word.test_tags_printed import FIRST, row_loop, rows, template


def told(path, blocks=None, manner=MANNER):
    result = Renderer().render([part(path, blocks or form_document(rows()))], manner)
    assert result.data is not None, result.problems
    return [(p.code, p.message, p.hint) for p in result.problems]


@pytest.mark.parametrize(
    "cells",
    [
        row_loop("rows.indicators"),
        [*row_loop('rows.indicators|of("产出")'), *row_loop('rows.indicators|of("效益")')],
        [
            *row_loop("rows.indicators|goal(1)"),
            *row_loop("rows.indicators|goal(2)"),
            *row_loop("rows.indicators|without_goal"),
        ],
        [["{{ form.name }}", ""]],
    ],
)
def test_where_every_row_is_printed_nothing_is_told(tmp_path, cells):
    assert told(template(tmp_path, cells=cells)) == []


def test_rows_that_no_loop_prints_are_named_at_the_first_loop(tmp_path):
    path = template(tmp_path, cells=[["一", "二"], *row_loop('rows.indicators|of("产出")')])
    ((code, message, _),) = told(path)
    assert code == "T09"
    assert message.startswith("表1第2行第1列：")
    assert message.endswith("：丁、戊")


@pytest.mark.parametrize(
    ("last", "more", "left"),
    [
        (2, "", ["：丁、戊"]),
        (3, "", ["：戊"]),
        (4, "", []),
        (2, "{{ rows.indicators|join('、', 'name') }}", []),
    ],
)
def test_rows_behind_the_last_that_is_taken_by_its_number_are_named(tmp_path, last, more, left):
    first = "{{ rows.indicators[0].name }}"
    path = template(
        tmp_path, cells=[[first, f"{{{{ rows.indicators[{last}].name }}}}"], [more, ""]]
    )
    found = told(path)
    assert [message[-len(end) :] for (_, message, _), end in zip(found, left, strict=True)] == left
    assert {code for code, _, _ in found} <= {"T09"}


def test_rows_that_a_condition_leaves_out_are_named_too(tmp_path):
    loop = [
        "{%p for row in rows.indicators %}",
        f'{{%p if row.level1 == "{FIRST}" %}}',
        "{{ row.name }}",
    ]
    ((code, message, _),) = told(template(tmp_path, *loop, "{%p endif %}", "{%p endfor %}"))
    assert code == "T09"
    assert "丁、戊" in message


def test_a_filter_that_finds_nothing_is_told_with_what_there_is(tmp_path):
    cells = [*row_loop("rows.indicators"), *row_loop('rows.indicators|of("产岀")')]
    ((code, message, hint),) = told(template(tmp_path, cells=cells))
    assert code == "T08"
    assert "表1第4行第1列" in message
    assert "有 5 行" in message
    assert FIRST in hint


def test_a_goal_that_there_is_not_is_told_with_those_that_there_are(tmp_path):
    cells = [*row_loop("rows.indicators"), *row_loop("rows.indicators|goal(9)")]
    ((code, _, hint),) = told(template(tmp_path, cells=cells))
    assert (code, hint.rpartition("；")[2]) == ("T08", "分属目标 1、2")


def test_a_condition_that_just_misses_is_told_with_what_is_meant(tmp_path):
    loop = [
        "{%p for row in rows.indicators %}",
        "{{ row.name }}",
        '{%p if row.level1 == "产出指标" %}',
        "一",
    ]
    ((code, message, hint),) = told(template(tmp_path, *loop, "{%p endif %}", "{%p endfor %}"))
    assert code == "T10"
    assert message.startswith("正文第3段：")
    assert FIRST in hint


def test_a_condition_for_what_the_data_has_not_is_none_of_our_business(tmp_path):
    loop = [
        "{%p for row in rows.indicators %}",
        "{{ row.name }}",
        '{%p if row.level1 == "满意度" %}',
        "一",
    ]
    assert told(template(tmp_path, *loop, "{%p endif %}", "{%p endfor %}")) == []


@pytest.mark.parametrize("name", ["projects", "goals"])
def test_a_loop_over_what_a_report_never_has_is_told(tmp_path, name):
    path = template(tmp_path, f"{{%p for one in {name} %}}", "一", "{%p endfor %}")
    ((code, message, _),) = told(path, report_of())
    assert (code, message) == ("T08", f"正文第1段：“{name}”在这份文书里没有一行")


def test_a_copy_to_hand_in_tells_nothing_of_what_its_template_leaves_out(tmp_path):
    path = template(tmp_path, cells=row_loop('rows.indicators|of("产出")'))
    assert told(path, manner=MANNER._replace(is_clean=True)) == []


def with_sources(*names):
    made = tuple(row_of("funds", name, key=f"funds[{name}]") for name in names)
    blocks = form_document(rows())
    return blocks._replace(form=replace(blocks.form, rows={**blocks.form.rows, "funds": made}))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("当年财政拔款",), "当年财政拨款"),
        (("当年财政拨款",), ""),
        (("上年结转资金",), ""),  # this unit has none, and nothing like it
        (("当年财政拨款", "当年财政拔款"), ""),  # a form that has a place for each
    ],
)
def test_a_source_that_is_nearly_there_is_told_and_one_that_a_unit_has_not_is_none_of_our_business(
    tmp_path, asked, told
):
    cells = [[f'{{{{ sources["{name}"].name }}}}'] for name in asked]
    found = only_names(template(tmp_path, cells=cells), with_sources("当年财政拨款", "其他资金"))
    assert [hint.removeprefix("是不是想写：") for _, _, hint in found] == ([told] if told else [])


def only_names(path, blocks):
    return [one for one in told(path, blocks) if one[0] == "T10"]
