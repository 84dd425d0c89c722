"""What is wrong in many places is told once, with the first names and places."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.rules.finding import Finding
from generator.rules.page.gathered import gathered


@pytest.mark.parametrize(("count", "name"), [(3, "甲、乙、丙"), (4, "甲、乙、丙等")])
def test_three_names_are_given_and_of_more_only_that_there_are(count, name):
    places = [DocumentPlace(paragraph=n) for n in range(1, count + 1)]
    found = [
        Finding("cell-lone", at, name=own) for at, own in zip(places, "甲乙丙丁", strict=False)
    ]
    assert [one.name for one in gathered(found, 10)] == [name]


@pytest.mark.parametrize(("most", "is_more"), [(3, False), (2, True)])
def test_of_more_places_than_there_is_room_for_only_that_there_are(most, is_more):
    places = [DocumentPlace(paragraph=n) for n in (1, 2, 3)]
    (found,) = gathered([Finding("cell-lone", at) for at in places], most)
    told = "、".join(map(str, places[:most]))
    assert found.how == f"共 3 处：{told}{'等' * is_more}"
