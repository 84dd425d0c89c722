"""Our anchors put in order, and nobody else's touched."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.edited.anchor_marks import tidy_anchors
from tests.word.edited.paragraphs import PARAGRAPHS, WN, W, is_ours, ours

ONE, TWO = ours(1), ours(2)
MARKS = st.lists(
    st.tuples(st.booleans(), st.integers(1, 4), st.sampled_from([ONE, TWO, "own", "_Toc1"])),
    max_size=10,
)


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def tidied(*marks: str) -> list[str]:
    root = etree.fromstring(f'<w:p xmlns:w="{WN}">{"".join(marks)}</w:p>')
    tidy_anchors(root)
    return [m.get(f"{W}name") or f"/{m.get(f'{W}id')}" for m in root]


@given(MARKS)
def test_every_anchor_of_ours_is_whole_and_stands_once(drawn):
    root = etree.fromstring(
        f'<w:p xmlns:w="{WN}">'
        + "".join(start(n, name) if is_start else end(n) for is_start, n, name in drawn)
        + "</w:p>"
    )
    tidy_anchors(root)
    open_, names = {}, []
    for mark in root:
        number = mark.get(f"{W}id")
        if mark.tag == f"{W}bookmarkStart":
            open_.setdefault(number, []).append(mark.get(f"{W}name"))
            names.append(mark.get(f"{W}name"))
        else:
            assert open_.get(number), "an end without a beginning"
            open_[number].pop()
    assert not any(is_ours(name) for left in open_.values() for name in left)
    assert all(names.count(name) == 1 for name in names if is_ours(name))


@given(PARAGRAPHS)
def test_what_is_in_order_stays_as_it_is(paragraph):
    before = etree.tostring(paragraph)
    tidy_anchors(paragraph)
    assert etree.tostring(paragraph) == before


def test_an_anchor_begun_twice_under_one_number_stays_once():
    assert tidied(start(1, ONE), start(1, ONE), end(1)) == [ONE, "/1"]


def test_the_copy_of_an_anchor_goes_with_both_halves():
    assert tidied(start(1, ONE), end(1), start(2, ONE), end(2)) == [ONE, "/1"]


def test_a_half_without_another_goes():
    assert tidied(start(1, ONE), end(2)) == []


def test_a_half_of_somebody_elses_stays_open():
    assert tidied(start(1, "own")) == ["own"]


def test_two_bookmarks_of_others_under_one_name_are_their_affair():
    assert tidied(start(1, "own"), end(1), start(2, "own"), end(2)) == ["own", "/1", "own", "/2"]
