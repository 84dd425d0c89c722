"""Room that goes from one column to another."""

from hypothesis import given
from hypothesis import strategies as st

from generator.layout.search import in_units, search

widths = st.lists(st.integers(1, 3000), min_size=2, max_size=8)


@given(widths, st.integers(20, 120))
def test_units_add_up_and_keep_the_order_of_widths(widths, total):
    least = [1] * len(widths)
    units = in_units(widths, total, least)
    assert sum(units) == total
    assert min(units) >= 1
    for one, wide in enumerate(widths):
        for other, narrow in enumerate(widths):
            assert (
                wide <= narrow or units[one] >= units[other] or units[other] == 1 or min(units) == 1
            )


@given(st.lists(st.integers(2, 20), min_size=2, max_size=6), st.data())
def test_the_least_cost_of_a_smooth_slope_is_found(goal, data):
    start = tuple(data.draw(st.permutations(goal)))

    def cost(units, _enough):
        return float(sum(abs(own - wish) for own, wish in zip(units, goal, strict=True)))

    assert search(start, (1,) * len(goal), cost) == (tuple(goal), 0)


def test_no_column_gets_narrower_than_it_may():
    found, _ = search((10, 10, 10), (8, 9, 1), lambda units, _enough: -units[2])
    assert found == (8, 9, 13)


def test_room_stays_where_nothing_is_won():
    assert search((3, 9), (1, 1), lambda _units, _enough: 0.0)[0] == (3, 9)
