"""Letters in other colours: what is quoted of them."""

import pytest

from generator.rules.page.letters import colours
from tests.rules.page.laid import SENTENCE, pages, said


@pytest.mark.parametrize(("length", "quoted"), [(30, 30), (31, 30)])
def test_thirty_signs_are_quoted(length, quoted):
    report = pages(said(SENTENCE), said("好" * (length - 1) + "。", colour="FF0000"))
    assert [len(found.quote) for found in colours(report)] == [quoted]
