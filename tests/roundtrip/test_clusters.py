"""Paragraphs of three versions that belong together: each is in one cluster, and none in two."""

from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.clusters import clusters
from generator.roundtrip.text_alignment import align
from tests.roundtrip.stories import blocks, changed, stories

THREE = stories().flatmap(lambda story: st.tuples(st.just(story), changed(story), changed(story)))


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
