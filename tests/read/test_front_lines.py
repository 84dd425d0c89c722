"""Lines before a title is known: what may be a part of it, what is prose, what is listed."""

from types import SimpleNamespace

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.front_lines import FrontLines


def front(*lines):
    tally = SimpleNamespace(use=lambda *_: None)
    desk = SimpleNamespace(tally=tally, draft=SimpleNamespace(unplaced=[]))
    kept = FrontLines(desk)
    for number, line in enumerate(lines, 1):
        kept.add(ReadParagraph(line, DocumentPlace(paragraph=number)))
    return kept, desk.draft


@pytest.mark.parametrize(("length", "is_title"), [(45, True), (46, False)])
def test_a_title_has_forty_five_signs_at_most(length, is_title):
    line = "建" * length
    assert front(line)[0].title_first() == (line if is_title else "")
    assert front(line)[0].title_before() == (line if is_title else "")


@pytest.mark.parametrize(("length", "is_listed"), [(4, False), (5, True)])
def test_a_line_of_four_signs_is_not_listed(length, is_listed):
    kept, draft = front("建" * length)
    kept.leave()
    assert bool(draft.unplaced) is is_listed


@pytest.mark.parametrize(("count", "is_prose"), [(2, False), (3, True)])
def test_three_sentences_about_performance_are_prose(count, is_prose):
    assert front(*["绩效较好。"] * count)[0].is_prose is is_prose
