"""Two texts laid beside each other: everything of either has one place, and nothing two."""

from hypothesis import example, given
from hypothesis import strategies as st

from generator.roundtrip.text_alignment import align, clusters
from tests.roundtrip.stories import blocks, changed, nodes, stories

TWO = stories().flatmap(lambda story: st.tuples(st.just(story), changed(story)))
THREE = stories().flatmap(lambda story: st.tuples(st.just(story), changed(story), changed(story)))

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


@given(THREE)
def test_every_paragraph_of_ours_that_is_there_is_in_one_cluster(three):
    base, theirs, ours = (blocks(story) for story in three)
    first, second = align(base, theirs), align(base, ours)
    found = clusters(first, second)
    left = [p for cluster in found for p in cluster.left]
    assert len(left) == len(set(left))
    assert set(left) == {p for group in first.groups for p in group.left}
    right = [p for cluster in found for p in cluster.right]
    assert len(right) == len(set(right))
    assert set(right) == {p for group in first.groups for p in group.right}


@given(THREE)
def test_every_paragraph_of_the_new_version_is_in_one_cluster_at_most(three):
    base, theirs, ours = (blocks(story) for story in three)
    first, second = align(base, theirs), align(base, ours)
    found = clusters(first, second)
    there = {p for group in first.groups for p in group.left}
    now = [p for cluster in found for p in cluster.passages if p is not None]
    assert len(now) == len(set(now))
    for group in second.groups:
        if group.left[0] in there:
            assert set(group.right) <= set(now)
    for cluster in found:
        assert len(cluster.now) == len(cluster.left)


@given(THREE)
def test_paragraphs_that_were_joined_are_weighed_together(three):
    base, theirs, ours = (blocks(story) for story in three)
    first, second = align(base, theirs), align(base, ours)
    homes = {p: n for n, c in enumerate(clusters(first, second)) for p in c.left}
    for groups in (first.groups, second.groups):
        for group in groups:
            assert len({homes[p] for p in group.left if p in homes}) <= 1


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
