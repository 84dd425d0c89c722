"""Stretches of a text are marked as figures, and come out again as spans."""

import pytest

from generator.model.spans import Span
from generator.prose.figure_marks import marked, split_spans


@pytest.mark.parametrize(
    ("figures", "spans"),
    [
        ([], [Span("支出95万元")]),
        ([(2, 6, "a")], [Span("支出"), Span("95万元", "a")]),
        ([(0, 6, "a"), (2, 4, "b")], [Span("支出"), Span("95", "b"), Span("万元")]),
        ([(0, 2, "a"), (2, 6, "b")], [Span("支出", "a"), Span("95万元", "b")]),
        ([(3, 3, "a")], [Span("支出95万元")]),
    ],
)
def test_of_stretches_in_each_other_the_inner_one_counts(figures, spans):
    assert [*split_spans(marked("支出95万元", figures))] == spans
