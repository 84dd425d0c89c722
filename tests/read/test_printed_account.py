"""What a template prints in the place of something else is quoted in thirty signs."""

from types import SimpleNamespace

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft
from generator.read.printed_account import tell_unprinted


@pytest.mark.parametrize(("length", "quoted"), [(30, 30), (31, 30)])
def test_words_of_a_template_are_quoted_in_thirty_signs(length, quoted):
    subject = SubjectDraft("project")
    one = SimpleNamespace(place=DocumentPlace(paragraph=1), fixed="好" * length, text="差")
    tell_unprinted(Draft(), subject, SimpleNamespace(unprinted=[one], taken={}))
    assert [left.reason.count("好") for left in subject.unplaced] == [quoted]
