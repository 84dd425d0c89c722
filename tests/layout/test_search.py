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

    assert search(start, (1,) * len(goal), cost, cost) == (tuple(goal), 0)


def third_column(units, _enough):
    return -units[2]


def nothing(_units, _enough):
    return 0.0


def test_no_column_gets_narrower_than_it_may():
    found, _ = search((10, 10, 10), (8, 9, 1), third_column, third_column)
    assert found == (8, 9, 13)


def test_room_stays_where_nothing_is_won():
    assert search((3, 9), (1, 1), nothing, nothing)[0] == (3, 9)


def test_a_gentle_cost_leads_past_what_is_wrong_in_between():
    def height(units, _enough):
        return abs(units[0] - 15)

    def strict(units, enough):
        return height(units, enough) + 50 * (units[0] in range(11, 15))

    assert search((10, 10), (1, 1), strict, strict)[0] == (10, 10)
    assert search((10, 10), (1, 1), height, strict)[0] == (15, 5)
