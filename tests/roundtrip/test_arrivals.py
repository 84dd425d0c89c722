"""What the new version brings into a person's file."""

import copy
import datetime

import pytest

from generator.roundtrip.merge import merge
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import ROW, between
from tests.roundtrip.hand.hands import Page, W, drop_marks, set_text
from tests.word.structure import structural_faults

DAY = datetime.date(2024, 5, 6)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return between(tmp_path_factory.mktemp("a-row"), {}, {"weight = 50\n": f"weight = 50\n{ROW}"})


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_row_of_a_person_that_the_inputs_took_over_bears_numbers_of_its_own(built, is_tracked):
    page = Page(built.ours)
    row = list(page.body.iter(f"{W}tbl"))[1].findall(f"{W}tr")[1]
    twin = copy.deepcopy(row)
    drop_marks(twin)
    if is_tracked:
        properties = twin.find(f"{W}trPr")
        inserted = properties.makeelement(f"{W}ins", {f"{W}id": "9901", f"{W}author": "审核"})
        properties.append(inserted)
    cells = twin.findall(f"{W}tc")
    for cell in cells:
        for node in cell.iter(f"{W}t"):
            set_text(node, "")
    words = ("购置电子书", "≥100册", "100册")
    for cell, said in zip(cells[3:6], words, strict=True):
        set_text(next(cell.iter(f"{W}t")), said)
    row.addnext(twin)
    theirs = page.save()
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    texts = [p.text for p in WordFile(outcome.data).passages()]
    assert texts.count("购置电子书") == 1
    assert set(structural_faults(outcome.data)) <= set(structural_faults(theirs))
