"""Which member of one row is which of another: by names, by words, by likeness, by place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.sequence_match import Signs, Tie, match, rising
from generator.roundtrip.words_in_common import ALIKE, holds, likeness

WORDS = ("资金拨付及时。", "读者反映良好。", "下一步延长开放时间。", "为全县购置图书。", "甲", "")
SIGNS = st.lists(
    st.builds(
        Signs,
        st.frozensets(st.sampled_from("abcd"), max_size=2),
        st.sampled_from(WORDS),
        st.sampled_from(("p", "t")),
        st.booleans(),
    ),
    max_size=7,
)


def row(*words: str, **names: str) -> list[Signs]:
    """Texts; those given by name bear an anchor of that name."""
    return [
        *(Signs(frozenset(), said, "p", is_text=True) for said in words),
        *(Signs(frozenset(name), said, "p", is_text=True) for name, said in names.items()),
    ]


def ties(left, right) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [tuple(tie) for tie in match(left, right)]


def one_to_one(*pairs: tuple[int, int]):
    return [((a,), (b,)) for a, b in pairs]


class TestProperties:
    @given(SIGNS, SIGNS)
    def test_nobody_is_in_two_ties(self, left, right):
        found = match(left, right)
        for side, length in (("left", len(left)), ("right", len(right))):
            members = [n for tie in found for n in getattr(tie, side)]
            assert len(members) == len(set(members))
            assert all(0 <= n < length for n in members)
        assert all(tie.left and tie.right for tie in found)

    @given(SIGNS, SIGNS)
    def test_ties_stand_in_the_order_of_the_left_row(self, left, right):
        found = match(left, right)
        assert found == sorted(found)

    @given(st.lists(st.sampled_from(WORDS), max_size=7))
    def test_a_row_is_itself(self, words):
        own = row(*words)
        assert ties(own, own) == one_to_one(*((n, n) for n in range(len(own))))

    @given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.randoms())
    def test_names_lead_anywhere(self, names, random):
        left = [Signs(frozenset(name), f"{name}原来的话", "p") for name in names]
        moved = list(names)
        random.shuffle(moved)
        right = [Signs(frozenset(name), f"{name}改过的", "p") for name in moved]
        expected = [((n,), (moved.index(name),)) for n, name in enumerate(names)]
        assert ties(left, right) == expected

    @given(st.lists(st.integers(0, 20), max_size=12))
    def test_the_longest_row_that_rises_does(self, numbers):
        places = sorted(rising(numbers))
        chosen = [numbers[place] for place in places]
        assert all(a < b for a, b in pairwise(chosen))
        best = [1] * len(numbers)
        for n, value in enumerate(numbers):
            best[n] = 1 + max((best[m] for m in range(n) if numbers[m] < value), default=0)
        assert len(places) == max(best, default=0)


class TestNames:
    def test_a_name_is_surer_than_words(self):
        left = row(a="资金拨付及时。", b="读者反映良好。")
        right = row(b="资金拨付及时。", a="读者反映良好。")
        assert ties(left, right) == one_to_one((0, 1), (1, 0))

    def test_of_a_name_that_was_copied_the_one_with_the_same_words_counts(self):
        left = row(a="资金拨付及时。")
        right = [*row(a="资金拨付及时，另有说明。"), *row(a="资金拨付及时。")]
        assert ties(left, right) == one_to_one((0, 1))

    def test_two_that_were_joined_share_a_partner(self):
        left = row(a="资金拨付及时。", b="读者反映良好。")
        joined = Signs(frozenset("ab"), "资金拨付及时。读者反映良好。", "p")
        assert ties(left, [joined]) == [((0, 1), (0,))]

    def test_a_second_name_without_its_words_does_not_join(self):
        left = row(a="资金拨付及时。", b="读者反映良好。")
        right = [Signs(frozenset("ab"), "资金拨付及时。", "p")]
        assert ties(left, right) == one_to_one((0, 0))

    def test_two_that_were_joined_without_names(self):
        left = row("资金拨付及时。", "读者反映良好。")
        assert ties(left, row("资金拨付及时。读者反映良好。")) == [((0, 1), (0,))]

    def test_one_that_was_parted_has_both_halves(self):
        left = row("资金拨付及时。读者反映良好。")
        assert ties(left, row("资金拨付及时。", "读者反映良好。")) == [((0,), (0, 1))]

    def test_a_new_neighbour_is_no_half(self):
        left = row("资金拨付及时。读者反映良好。")
        right = row("资金拨付及时。读者反映良好。", "下一步延长开放时间。")
        assert ties(left, right) == one_to_one((0, 0))


class TestLikeness:
    @pytest.mark.parametrize(
        ("one", "other", "are_tied"),
        [
            ("甲乙丙丁", "甲乙戊己", True),  # 2 of 4 in common: just 0.5
            ("甲乙丙丁庚", "甲乙戊己辛", False),  # 2 of 5
            ("甲乙丙丁庚", "甲乙丙己辛", True),  # 3 of 5
        ],
    )
    def test_half_of_the_words_in_common_is_enough(self, one, other, are_tied):
        assert (likeness(one, other) >= ALIKE) == are_tied
        # Neither is a text, so that the place alone does not tie them.
        left = [Signs(frozenset(), one, "row")]
        right = [Signs(frozenset(), other, "row")]
        assert ties(left, right) == (one_to_one((0, 0)) if are_tied else [])

    @pytest.mark.parametrize(
        ("half", "is_joined"),
        [("甲乙丙丁戊己辰巳午未", True), ("甲乙丙丁戊寅辰巳午未", False)],
        ids=["six of ten", "five of ten"],
    )
    def test_most_of_a_half_has_to_be_there(self, half, is_joined):
        whole = "子子子子子子子子子子甲乙丙丁戊己"
        found = ties(row(whole), row("子" * 10, half))
        assert found == ([((0,), (0, 1))] if is_joined else one_to_one((0, 0)))

    @pytest.mark.parametrize(
        ("shared", "length", "is_held"),
        [(6, 10, True), (5, 10, False), (12, 20, True), (11, 20, False)],
    )
    def test_six_of_ten_signs_in_one_stretch_are_most_of_some_words(self, shared, length, is_held):
        whole = "子丑寅卯辰巳午未申酉戌亥"[:shared]
        words = whole + "x" * (length - shared)
        assert holds(whole, words) == is_held
        joined = ties(row("庚" * 30 + whole), row("庚" * 30, words))
        assert joined == ([((0,), (0, 1))] if is_held else one_to_one((0, 0)))

    @pytest.mark.parametrize(("half", "is_joined"), [("戊", False), ("戊己", True)])
    def test_one_sign_is_no_half(self, half, is_joined):
        found = ties(row("子子子子子子戊己"), row("子子子子子子", half))
        assert found == ([((0,), (0, 1))] if is_joined else one_to_one((0, 0)))

    def test_the_most_alike_are_tied_first(self):
        left = row("为全县读者购置图书。", "为全县读者购置设备。")
        right = row("为全县读者购置新设备。", "为全县读者购置新图书。")
        assert (((0,), (1,)) in ties(left, right)) or (((1,), (0,)) in ties(left, right))

    def test_kinds_do_not_mix(self):
        left = [Signs(frozenset(), "资金拨付及时。", "p")]
        right = [Signs(frozenset(), "资金拨付及时。", "t")]
        assert ties(left, right) == []

    def test_words_that_moved_are_known_when_there_are_enough_of_them(self):
        left = row("甲乙丙丁", "资金拨付及时。", "读者反映良好。")
        right = row("资金拨付及时。", "读者反映良好。", "甲乙丙丁")
        assert ties(left, right) == one_to_one((0, 2), (1, 0), (2, 1))
        short = [signs._replace(words=signs.words[:3]) for signs in (left[0],)]
        moved = [*right[:2], short[0]]
        assert ties([*short, *left[1:]], moved) == one_to_one((1, 0), (2, 1))


class TestPlace:
    def test_a_text_written_anew_stays_the_same_one(self):
        left = row("资金拨付及时。", "子丑寅卯", "读者反映良好。")
        right = row("资金拨付及时。", "甲乙丙丁", "读者反映良好。")
        assert ties(left, right) == one_to_one((0, 0), (1, 1), (2, 2))

    def test_one_for_two_is_not_the_same(self):
        left = row("资金拨付及时。", "子丑寅卯", "读者反映良好。")
        right = row("资金拨付及时。", "甲乙丙丁", "戊己庚辛", "读者反映良好。")
        assert ties(left, right) == one_to_one((0, 0), (2, 3))

    def test_a_row_of_other_words_is_another_row(self):
        left = [signs._replace(is_text=False) for signs in row("资金拨付及时。", "子丑寅卯")]
        right = [signs._replace(is_text=False) for signs in row("资金拨付及时。", "甲乙丙丁")]
        assert ties(left, right) == one_to_one((0, 0))


def test_a_tie_holds_numbers():
    assert match(row("甲"), row("甲")) == [Tie((0,), (0,))]
