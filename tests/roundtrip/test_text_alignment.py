"""Two texts laid beside each other: everything of either has one place, and nothing two."""

from hypothesis import example, given
from hypothesis import strategies as st

from generator.roundtrip.text_alignment import align
from tests.roundtrip.stories import blocks, changed, nodes, stories

TWO = stories().flatmap(lambda story: st.tuples(st.just(story), changed(story)))

# The second paragraph is gone, and a cell of the copied table says what it said: it went there.
INTO_A_CELL = (
    [("资金拨付及时。", 0), ("资金拨付及时。", 0), [[("资金拨付及时。", 9)]]],
    [
        ("资金拨付及时。手写。", 0),
        ("资金拨付及时。", 0),
        [[("资金拨付及时。", 9)]],
        [[("资金拨付及时。", 9)]],
    ],
)


def covered(node, found, elsewhere) -> bool:
    """Tell whether a member is under one that stands alone, and did not go or come by itself."""
    return any(node is below for own in found for below in under(own, elsewhere))


def under(node, elsewhere):
    yield node
    for child in node.members():
        if child not in elsewhere:
            yield from under(child, elsewhere)


@given(TWO)
@example(INTO_A_CELL)
def test_every_member_of_both_texts_has_a_place(two):
    left, right = blocks(two[0]), blocks(two[1])
    found = align(left, right)
    pairs = [*found.grids, *found.lines, *found.slots]
    mine = [a for a, _ in pairs] + [p for group in found.groups for p in group.left]
    yours = [b for _, b in pairs] + [p for group in found.groups for p in group.right]
    went, came = {a for a, _ in found.away}, {b for _, b in found.away}
    for node in nodes(left):
        assert (mine.count(node) == 1) != covered(node, found.gone, went)
    for node in nodes(right):
        assert (node in yours) != covered(node, found.added, came)


@given(stories())
def test_a_text_lies_on_itself(story):
    left, right = blocks(story), blocks(story)
    found = align(left, right)
    assert found.gone == found.added == found.moved == []
    assert [(len(g.left), len(g.right)) for g in found.groups] == [(1, 1)] * len(found.groups)
    partners = found.partners()
    expected = dict(zip(nodes(left), nodes(right), strict=True))
    assert partners == expected


@given(TWO)
def test_what_moved_is_tied(two):
    left, right = blocks(two[0]), blocks(two[1])
    found = align(left, right)
    tied = {p for group in found.groups for p in group.right}
    tied |= {b for _, b in (*found.grids, *found.lines, *found.slots)}
    assert set(found.moved) <= tied


def test_two_cells_that_changed_places_are_found():
    left = blocks([[[("资金拨付及时。", 1), ("读者反映良好。", 2)]]])
    right = blocks([[[("读者反映良好。", 2), ("资金拨付及时。", 1)]]])
    found = align(left, right)
    assert [(a.text, b.text) for a, b in found.slots] == [
        ("资金拨付及时。", "资金拨付及时。"),
        ("读者反映良好。", "读者反映良好。"),
    ]


def test_as_many_cells_as_before_are_the_same_whatever_they_say():
    left = blocks([[[("资金拨付及时。", 1), ("读者反映良好。", 0)]]])
    right = blocks([[[("读者反映良好。", 1), ("", 0)]]])
    found = align(left, right)
    assert [(a.text, b.text) for a, b in found.slots] == [
        ("资金拨付及时。", "读者反映良好。"),
        ("读者反映良好。", ""),
    ]
