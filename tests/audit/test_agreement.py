"""A unit whose name the line for who filled the form in writes with a slip of the pen."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft
from generator.read.given_answers import Account, Entry
from generator.use.audit.agreement import check_unit_names
from tests.foreign import book, packaged_wording

_AT = DocumentPlace(paragraph=9)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("审核人：孙立　　填表人：青山县林草和草原局  赵敏", "青山县林草和草原局"),
        ("填表人：青山县林草和草原局", "青山县林草和草原局"),
        ("填表人：青山县林业和草原局  赵敏", ""),
        ("填表人：林业和草原局  赵敏", ""),  # shorter, and not otherwise
        ("填表人：青山县财政局  赵敏", ""),
        ("填表人：赵敏", ""),
    ],
)
def test_who_filled_the_form_in_is_of_the_unit(line, told):
    draft = Draft(
        {"name": "青山县林业和草原局"},
        accounts=[Account("自评.docx", (Entry(_AT, line, "used", "line"),))],
    )
    found = [*check_unit_names([draft], book(), packaged_wording().apart)]
    assert [(f.id, f.left, f.where) for f in found] == (
        [("unit-near", told, _AT.in_file("自评.docx"))] if told else []
    )
