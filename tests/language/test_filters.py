"""What filters make of values: right on both sides of every boundary, and the same figure as before."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.figures.figure import number_figure, text_figure
from generator.language.capital import capital_amount
from generator.language.filters import apply_filter
from generator.language.program_run import Run
from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import Words
from generator.model.spans import Span
from generator.prose.prose_gap import DRAFT, GAP
from generator.prose.prose_render import render
from tests.language.samples import NAMES, SPENT, UNITS

BOOK = {"p/spent": number_figure("p/spent", Decimal("1234567.895"), "万元")}
RUN = Run(UNITS, BOOK)


def number(value, unit):
    return number_figure("p/x", Decimal(value), unit)


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (number("10", "分"), "0.00", "10.00分"),
        (number("95.5", "%"), "0.00 %", "95.50 %"),
        (number("95.5", "%"), "0%", "96%"),
        (number("95.4999", "%"), "0", "95%"),
        (number("-0.5", "万元"), "0", "-1万元"),
        (number("1234567.895", "万元"), "#,##0.00", "1,234,567.90万元"),
        (number("999.994", "万元"), "#,##0.00", "999.99万元"),
        (number("-1234.5", "元"), "#,##0.0", "-1,234.5元"),
        (number("1.5", "万元"), "#,##0元", "15,000元"),
        (number("15000", "元"), "0.00万元", "1.50万元"),
        (text_figure("p/t", "≥20000册"), "0.0", "≥20000.0册"),
        (text_figure("p/t", "≥20000册"), "#,##0", "≥20,000册"),
    ],
)
def test_a_number_is_written_in_a_form(value, form, said):
    made = apply_filter("format", value, [form], RUN)
    assert (made.shown, made.id) == (said, value.id)


@pytest.mark.parametrize(
    "form", ["", "1.00", "0.", "0.000000000", "##0", "%", "0.00长长长长长长长长长长"]
)
def test_a_form_that_there_is_not_is_told_with_those_that_there_are(form):
    with pytest.raises(LanguageError) as error:
        apply_filter("format", SPENT, [form], RUN)
    assert '|format("0.00")' in error.value.hint


@pytest.mark.parametrize(
    ("text", "sign", "bare", "unit"),
    [
        ("≥20000册", "≥", "20000", "册"),
        ("不少于12.5公里", "≥", "12.5", "公里"),
        ("≤3天", "≤", "3", "天"),
        ("90%", "", "90", "%"),
        ("=100%", "=", "100", "%"),
        ("5", "", "5", ""),
        ("效果明显", "定性", "效果明显", ""),
        ("2023年6月底前", "定性", "2023年6月底前", ""),
    ],
)
def test_a_target_is_parted_into_sign_number_and_unit(text, sign, bare, unit):
    target = Words.of((Span(text, "p/t"),), "row.target")
    made = [
        apply_filter(name, target, own, RUN)
        for name, own in (("sign", ["定性"]), ("number", []), ("unit", []))
    ]
    assert made == [sign, bare, unit]
    assert {own.key for own in made} == {"row.target"}


def test_a_cell_whose_heading_names_the_unit_is_measured_by_its_figure():
    cell = Words.of((Span("1234567.895", "p/spent"),), "form.spent")
    assert apply_filter("to", cell, ["元"], RUN) == "12345678950"
    assert apply_filter("to", cell, ["元"], RUN).figure == "p/spent"
    assert apply_filter("format", cell, ["#,##0.00"], RUN) == "1,234,567.90"
    assert apply_filter("unit", cell, [], RUN) == "万元"
    assert apply_filter("capital", cell, [], RUN).startswith("壹佰贰拾叁亿")


def test_a_cell_that_the_form_prints_in_another_unit_is_measured_as_it_stands():
    cell = Words.of((Span("12345678950", "p/spent"),), "form.spent")
    assert apply_filter("format", cell, ["#,##0.00"], RUN) == "12,345,678,950.00"
    assert apply_filter("unit", cell, [], RUN) == "元"
    assert apply_filter("to", cell, ["万元"], RUN) == "1234567.895"
    assert apply_filter("format", cell, ["0.0万元"], RUN) == "1234567.9万元"


def test_what_a_form_rounded_is_written_from_its_exact_value():
    cell = Words.of((Span("1234567.90", "p/spent"),), "form.spent")
    assert apply_filter("format", cell, ["0.000"], RUN) == "1234567.895"


@pytest.mark.parametrize("name", ["to", "format", "number", "unit", "sign", "capital", "date"])
@pytest.mark.parametrize("blank", ["", GAP])
def test_nothing_stays_nothing_and_a_gap_stays_a_gap(name, blank):
    own = {"to": ["元"], "format": ["0"], "date": ["汉字"]}.get(name, [])
    assert apply_filter(name, Words.of((Span(blank),) if blank else (), "a"), own, RUN) == blank


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("YYYY-MM-DD", "2023-04-07"),
        ("YYYY.M.D", "2023.4.7"),
        ("YYYY年M月D日", "2023年4月7日"),
        ("汉字", "二〇二三年四月七日"),
    ],
)
def test_a_day_is_written_in_a_form(form, said):
    assert apply_filter("date", text_figure("unit/date", "2023年4月7日"), [form], RUN).shown == said


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        ("0", "零元整"),
        ("0.004", "零元整"),
        ("0.005", "壹分"),
        ("0.1", "壹角整"),
        ("0.99", "玖角玖分"),
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("10.5", "壹拾元零伍角整"),
        ("11.05", "壹拾壹元零伍分"),
        ("11.5", "壹拾壹元伍角整"),
        ("105", "壹佰零伍元整"),
        ("9999", "玖仟玖佰玖拾玖元整"),
        ("10000", "壹万元整"),
        ("10001", "壹万零壹元整"),
        ("11000", "壹万壹仟元整"),
        ("100500", "壹拾万零伍佰元整"),
        ("99999999", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整"),
        ("100000000", "壹亿元整"),
        ("100010000", "壹亿零壹万元整"),
        ("100000001", "壹亿零壹元整"),
        ("-95.5", "负玖拾伍元伍角整"),
    ],
)
def test_an_amount_is_written_in_capitals(yuan, said):
    assert capital_amount(Fraction(Decimal(yuan))) == said


@pytest.mark.parametrize(
    ("tag", "told", "hint"),
    [
        ("{{ funds.spent|round(1) }}", "|round", 'format("0.00")'),
        ("{{ name|default('x') }}", "|default", "is defined"),
        ("{{ name|uper }}", "|uper", ""),
        ("{{ name|formt('0') }}", "|formt", "format"),
        ("{{ name ~ word }}", "~", "花括号外面"),
        ("{{ funds.spent + funds.spent }}", "+", "不能加"),
        ("{% if funds.nope >= 3 %}{% endif %}", ">=", "不能比大小"),
        ("{% set a = 1 %}", "{% set %}", "输入文件"),
        ("{% raw %}{% endraw %}", "{% raw %}", '{{ "{{" }}'),
        ("{% fi %}", "{% fi %}", "endif"),
        ("{{ name is none }}", "is none", "is defined"),
        ("{{ name|merge }}", "|merge", "删去"),
        ("{{ loop.first }}", "loop.first", ""),
        ("{% for x in many %}{{ loop.index }}{% endfor %}", "loop.index", "loop.first"),
        ("{{ look }}", "不是可以印出", ""),
        ("{{ look.actual }}", "actual", '("……")'),
        ("{{ look('渠首').actual }}", "渠首", "渠道"),
        ("{{ funds.spnt }}", "spnt", "spent"),
        ("{{ funds.spent.number.x }}", "x", "number"),
        ("{{ rows.name }}", "name", "逐行"),
        ("{{ name|capital }}", "不是一个数", ""),
        ("{{ funds.rate|capital }}", "不是金额", ""),
        ("{{ funds.spent|to('件') }}", "不能换算", ""),
        ("{{ word|date('YYYY') }}", "不是日期", ""),
        ("{{ many|join }}", "括号里", "join"),
        ("{{ rows|join('、') }}", "不是文字", "name"),
        ("{{ many|of('产出') }}", "没有类别", ""),
        ("{{ rows|goal(1) }}", "不分目标", ""),
        ("{{ rows|goal('一') }}", "第几个", ""),
        ("{{ “词” }}", "全角", '"'),
        ("{{ name", "没有写完整", ""),
        ("{# 注", "注释", ""),
        ("{% for x in name %}{% endfor %}", "不是成行", ""),
        ("{% if many == rows %}{% endif %}", "不能比较", ""),
        ("{% if look %}{% endif %}", "具体的一项", ""),
    ],
)
def test_what_is_written_otherwise_is_told_with_what_is_written_instead(tag, told, hint):
    with pytest.raises(LanguageError) as error:
        render(tag, NAMES, UNITS)
    assert told in error.value.message
    assert hint in error.value.hint
    assert 0 <= error.value.at <= len(tag)


def test_a_figure_reads_as_what_it_shows():
    text = (
        "{% if funds.spent == '95.5万元' %}是{% endif %}{% if '95' in funds.spent %}有{% endif %}"
    )
    assert "".join(span.text for span in render(text, NAMES, UNITS)) == "是有"


def test_what_is_missing_in_a_draft_is_a_gap_and_otherwise_nothing():
    text = "{{ nope }}{{ nope.x|capital }}{% if nope %}有{% endif %}{% for x in nope %}{% endfor %}{{ '无' if nope == '' else '空' }}"
    spans = render(text, {**NAMES, DRAFT: True}, UNITS)
    assert "".join(span.text for span in spans) == f"{GAP}{GAP}空"


def test_all_faults_of_a_text_are_told_each_at_its_own_place():
    from generator.prose.prose_render import render_file

    problems = render_file(
        "a.j2", "{{ a }}\n好{{ b }}{{ word|round }}\n{% set c %}", NAMES, UNITS
    ).problems
    assert [(p.place.line, p.place.column) for p in problems] == [(2, 17), (3, 4)]
    problems = render_file("a.j2", "{{ a }}\n好{{ b }}{{ funds.c }}", NAMES, UNITS).problems
    assert [(p.quote, p.place.line, p.place.column) for p in problems] == [
        ("a", 1, 4),
        ("b", 2, 5),
        ("c", 2, 18),
    ]


CELL = Words.of((Span("1234567.9", "p/spent"),), "form.spent")  # a cell does not show its unit


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ((("to", ("元",)), ("format", ("#,##0.00",))), "12,345,678,950.00"),
        ((("to", ("元",)), ("format", ("0.0 亿元",))), "123.5 亿元"),
        ((("to", ("元",)), ("number", ())), "12345678950"),
        ((("to", ("亿元",)), ("to", ("元",)), ("format", ("0",))), "12345678950"),
        ((("to", ("亿元",)), ("unit", ())), "亿元"),
        ((("to", ("亿元",)), ("capital", ())), "壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰伍拾元整"),
    ],
)
def test_a_cell_that_was_converted_stays_converted_whatever_follows(filters, said):
    value = CELL
    for name, arguments in filters:
        value = apply_filter(name, value, arguments, RUN)
    assert value == said
    assert value.figure == "p/spent"


@pytest.mark.parametrize("value", [CELL, BOOK["p/spent"]])
def test_nothing_is_converted_into_no_unit(value):
    with pytest.raises(LanguageError, match="单位"):
        apply_filter("to", value, [""], RUN)


RATE = number_figure("p/rate", Decimal("95.14"), "%", formula="342.5 ÷ 360")
TYPED = number_figure("p/typed", Decimal("95.14"), "%")


@pytest.mark.parametrize(
    ("figure", "form", "said"),
    [
        (RATE, "0.00 %", "95.14 %"),
        (RATE._replace(value=Decimal("95")), "0.00 %", "95.00 %"),
        (TYPED, "0.0000 %", "95.1400 %"),
        (RATE._replace(value=Decimal("95.1389")), "0.0000 %", "95.1389 %"),
    ],
)
def test_digits_that_are_known_are_printed(figure, form, said):
    assert apply_filter("format", figure, [form], RUN).shown == said


def test_digits_that_nobody_worked_out_are_not_made_up():
    with pytest.raises(LanguageError, match="后2位"):
        apply_filter("format", RATE, ["0.000 %"], RUN)
