"""Settings of a form: numbers as they are written, signs, what goes before what."""

from decimal import Decimal
from fractions import Fraction

import pytest
import tomli

from generator.model.form_printing import (
    Constant,
    NumberFormat,
    Printing,
    Signs,
    without_points,
)
from tests.conftest import ROOT

CASES = tomli.loads((ROOT / "tests/model/number_formats.toml").read_text(encoding="utf-8"))["case"]


def name_of(case):
    return " ".join(f"{value}" for value in case.values())


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_number_is_written_as_its_form_wants_it(case):
    settings = {k: case[k] for k in ("places", "grouped", "trimmed") if k in case}
    exact = Fraction(case["exact"]) if "exact" in case else None
    assert NumberFormat.from_data(settings).write(Decimal(case["value"]), exact) == case["written"]


def test_a_column_of_one_table_goes_before_the_column_of_all():
    own, common = NumberFormat(places=1), NumberFormat(places=2)
    printing = Printing(numbers={"rate": common, "funds.rate": own})
    assert printing.number("funds", "rate") is own
    assert printing.number("form", "rate") is common
    assert printing.number("form", "score") is None


def test_fixed_words_are_of_their_rows_and_columns():
    named = Constant(table="funds", columns=("score",), rows=("其他资金",), text="—")
    everywhere = Constant(table="funds", columns=("score", "weight"), text="/")
    printing = Printing(constant=(named, everywhere))
    assert printing.constant_of("funds", "其他资金", "score") == "—"
    assert printing.constant_of("funds", "财政拨款", "score") == "/"
    assert printing.constant_of("funds", "财政拨款", "rate") == ""
    assert printing.constant_of("indicators", "财政拨款", "score") == ""


def test_inline_settings_go_before_those_of_the_form_file():
    file = Printing(
        money_unit="元", level1_points="below", numbers={"rate": NumberFormat(places=0)}
    )
    inline = Printing(money_unit="万元", numbers={"score": NumberFormat(places=1)})
    both = inline.over(file)
    assert (both.money_unit, both.level1_points) == ("万元", "below")
    assert {name: form.places for name, form in both.numbers.items()} == {"rate": 0, "score": 1}


def test_labels_of_classes_are_laid_over_each_other_one_by_one():
    file = Printing(labels={"产出": "产出", "效益": "效益"})
    inline = Printing(labels={"产出": "A 产出"})
    assert inline.over(file).labels == {"产出": "A 产出", "效益": "效益"}


def test_a_writing_of_a_sign_is_known_for_what_it_means():
    signs = Signs(at_least="大于等于", equal="═")
    assert [signs.meant_by(text) for text in ("大于等于", "═", "≤", "约")] == ["≥", "=", "≤", "约"]


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("产出指标（{{ weight }}分）", "产出指标"),
        ("产出\n(分值{{ weight }})", "产出"),
        ("产出（数量）（{{ weight }}分）", "产出（数量）"),
        ("产出 {{ weight }}分", "产出 {{ weight }}分"),
        ("产出（数量）", "产出（数量）"),
    ],
)
def test_the_bracket_for_points_that_nobody_knows_is_left_out(label, bare):
    assert without_points(label) == bare


@pytest.mark.parametrize(
    ("labels", "is_inner", "behind"),
    [
        ({"产出": "产出（{{ weight }}分）", "效益": "效益（{{ weight }}分）"}, False, "（{{ weight }}分）"),
        ({"产出": "产出（{{ weight }}分）", "效益": "效益（{{ weight }}分）"}, True, ""),
        ({"产出/数量": "数量\n[{{ weight }}分]", "产出/质量": "质量\n[{{ weight }}分]"}, True, "\n[{{ weight }}分]"),
        ({"产出": "产出（{{ weight }}分）", "效益": "效益"}, False, ""),
        ({"产出": "产出（{{ weight }}分）指标", "效益": "效益（{{ weight }}分）指标"}, False, ""),
        ({"产出": "产出（{{ weight }}分）"}, False, ""),  # one is no pattern
        ({"产出": "产出", "效益": "效益"}, False, ""),
    ],
)  # fmt: skip
def test_the_points_that_all_labels_of_a_level_end_with_are_those_of_other_classes(
    labels, is_inner, behind
):
    assert Printing(labels=labels).points_behind(is_inner=is_inner) == behind
