"""Figures of a paragraph that we wrote: those that adjoin are two, of two that overlap the first counts."""

from types import SimpleNamespace

import pytest

from generator.roundtrip.printed_text import printed


@pytest.mark.parametrize(
    ("second", "kept"),
    [((2, 4), ["budget", "spent"]), ((1, 4), ["budget"]), ((3, 3), ["budget"])],
    ids=["adjoining", "overlapping", "empty"],
)
def test_figures_that_adjoin_are_both_printed(second, kept):
    marks = {
        name: SimpleNamespace(start=start, end=end)
        for name, (start, end) in {"a": (0, 2), "b": second}.items()
    }
    passage = SimpleNamespace(words=SimpleNamespace(text="9526万元", marks=marks))
    book = {"a": SimpleNamespace(figure="budget"), "b": SimpleNamespace(figure="spent")}
    assert [quoted.figure for quoted in printed(passage, book).quoted] == kept
