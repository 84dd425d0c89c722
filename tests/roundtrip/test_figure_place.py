"""Which number in a person's text is a figure's."""

import pytest

from generator.roundtrip.figure_place import figure_within, places_of, whole_number


@pytest.mark.parametrize(
    ("text", "place", "old", "expected"),
    [
        ("支出95万元", (2, 6), "95万元", "95万元"),
        ("支出约95万元", (2, 7), "95万元", "95万元"),
        ("支出95万元整", (2, 7), "95万元", "95万元"),
        ("支出195万元", (2, 7), "95万元", "195万元"),
        ("共16批", (1, 2), "1", "16"),
        ("共16批", (2, 3), "6", "16"),
        ("满意5%，", (2, 4), "5%", "5%"),
        ("达1.5倍", (3, 4), "5", "1.5"),
    ],
)
def test_what_belongs_to_the_number_in_an_anchor(text, place, old, expected):
    start, end = figure_within(text, *place, old)
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("16批", (0, 1), (0, 2)),
        ("1.6批", (0, 1), (0, 3)),
        ("1,600批", (2, 5), (0, 5)),
        ("6。5", (0, 1), (0, 1)),
        ("第6.", (1, 2), (1, 2)),
    ],
)
def test_digits_beside_a_number_belong_to_it(text, place, expected):
    assert whole_number(text, *place, text[slice(*place)]) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("95万元，又95万元", "95万元", [(0, 4), (6, 10)]),
        ("195万元，0.95万元，1,95万元", "95万元", []),
        ("15人、5人", "5人", [(4, 6)]),
        ("共3.14", "3.1", []),
        ("共3.1。", "3.1", [(1, 4)]),
        ("良好", "好", [(1, 2)]),
    ],
)
def test_a_value_stands_where_it_is_no_part_of_a_longer_number(text, value, expected):
    assert list(places_of(text, value)) == expected
