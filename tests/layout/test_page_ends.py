"""Where pages end, told from heights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.page_ends import PageRules, Slab, pages_of

RULES = PageRules(room=1000, spare=0, early=0)


def row(height, *, keeps=False, cuts=0, heads=0, splits=False):
    return Slab(height, keeps, heads, cuts, splits, is_row=True)


def firsts(slabs, rules=RULES):
    return [turn.first for turn in pages_of(slabs, rules).turns]


@pytest.mark.parametrize(
    ("slabs", "ends"),
    [
        ([], []),
        ([row(500), row(500)], []),
        ([row(500), row(501)], [1]),
        ([row(400), row(400, keeps=True), row(400)], [1]),  # the second stays with the third
        ([row(400, keeps=True), row(400, keeps=True), row(400)], [2]),  # a chain higher than a page
        ([row(1200), row(100)], [1]),  # what is higher than a page has one
        ([row(400), row(400), row(400, heads=300), row(200), row(200)], [2, 4]),
        ([row(400), row(1500, splits=True), row(200)], [2]),  # it goes on on the second page
        ([row(2300, splits=True), row(600), row(200)], [2]),
        ([row(2300, splits=True, heads=1000), row(600)], [1]),  # heads as high as a page
    ],
)
def test_pages_end_before_what_has_no_room(slabs, ends):
    assert firsts(slabs) == ends


@pytest.mark.parametrize(("early", "ends"), [(0, [4]), (199, [4]), (200, [3]), (400, [3])])
def test_pages_end_between_groups_where_that_leaves_little_free(early, ends):
    slabs = [row(300), row(300), row(100), row(200), row(200, cuts=1)]
    assert firsts(slabs, RULES._replace(early=early)) == ends


def test_of_two_ends_that_cut_as_much_the_later_one_is_taken():
    slabs = [row(300), row(300, cuts=1), row(300, cuts=1), row(300, cuts=1)]
    assert firsts(slabs, RULES._replace(early=900)) == [3]


def test_programs_may_differ_a_little():
    slabs = [row(500), row(500)]
    assert firsts(slabs, RULES._replace(spare=1)) == [1]


def test_so_many_rows_stay_together_that_no_program_finds_room_for_them():
    slabs = [row(980), row(10), row(30), row(10)]
    (turn,) = pages_of(slabs, RULES._replace(spare=15)).turns
    assert (turn.first, turn.chain) == (1, 2)


@given(
    st.lists(
        st.builds(
            row,
            st.integers(1, 3000),
            keeps=st.booleans(),
            heads=st.integers(0, 1200),
            splits=st.booleans(),
        ),
        max_size=30,
    )
)
def test_whatever_stands_there_it_ends(slabs):
    pages = pages_of(slabs, RULES._replace(early=200))
    firsts = [turn.first for turn in pages.turns]
    assert firsts == sorted(set(firsts))
    assert all(turn.first <= turn.chain < len(slabs) for turn in pages.turns)


@given(
    st.lists(
        st.builds(row, st.integers(1, 900), keeps=st.booleans(), cuts=st.integers(0, 3)),
        max_size=30,
    )
)
def test_pages_hold_what_stands_on_them(slabs):
    pages = pages_of(slabs, RULES._replace(early=200))
    starts = [0, *(turn.first for turn in pages.turns)]
    assert starts == sorted(set(starts))
    for first, end in zip(starts, (*starts[1:], len(slabs)), strict=True):
        assert sum(slab.height for slab in slabs[first:end]) <= RULES.room
    assert pages.used == sum(slab.height for slab in slabs[starts[-1] :])
