"""Words of comparison are data; signs are not."""

import pytest

from generator.base.comparison_words import Compared, Comparisons
from generator.base.measure import Operator
from generator.model.units import Comparison, NumberWords, Units
from generator.read.printed_quantity import quantities_in
from tests.foreign import book

OWN = Comparisons(
    [
        Compared(Operator.AT_LEAST, ("起码", "起码要"), ("打底",)),
        Compared(Operator.AT_MOST, (), (), ("内",)),
        Compared(None, ("控制在",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("起码80件", (Operator.AT_LEAST, "80件")),
        ("起码要80件", (Operator.AT_LEAST, "80件")),
        ("80件打底", (Operator.AT_LEAST, "80件")),
        ("≥80件", (Operator.AT_LEAST, "80件")),
        ("5个工作日内", (Operator.AT_MOST, "5个工作日")),
        ("80件内", None),
        ("≤80件打底", None),
        ("控制在80件", None),
        ("80件", (None, "80件")),
    ],
)
def test_words_are_taken_off(text, split):
    assert OWN.split(text) == split


def test_without_data_only_signs_compare():
    assert Comparisons().split(">=3") == (Operator.AT_LEAST, "3")
    assert Comparisons().split("不低于3") == (None, "不低于3")


def test_a_folder_adds_words():
    more = Comparison(sign="≥", before=("起码",), behind=(), behind_time=(), source="本县")
    measure = Units(comparisons=(more,)).measure("起码80件")
    assert (measure.operator, measure.low) == (Operator.AT_LEAST, 80)


def test_what_makes_a_number_something_else_is_data():
    words = NumberWords(
        not_quantity=("房",),
        seldom_quantity=(),
        about_before=("差不多",),
        about_behind=("把",),
        source="本县",
    )
    own = Units(words=(words,))
    assert [q.value for q in quantities_in("住在3房，办案5件", own)] == [5]
    assert [q.is_about for q in quantities_in("差不多5件，6把件，7件", own)] == [True, True, False]
    packaged = book().units
    assert [q.value for q in quantities_in("2023年办案5件，第3条", packaged)] == [5]
