"""What the new version brings into a person's file."""

import copy
import datetime

import pytest

from generator.roundtrip.merge import merge
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, ROW, between
from tests.roundtrip.hand.hands import Page, W, drop_marks, new_paragraph, set_text
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


@pytest.mark.parametrize(("is_cell", "times"), [(True, 2), (False, 1)])
def test_a_paragraph_that_stands_in_a_cell_is_not_the_new_one_of_the_text(tmp_path, is_cell, times):
    both = between(tmp_path, {}, CHANGES["a paragraph"])
    page = Page(both.ours)
    place = page.p("丰富馆藏" if is_cell else "为全县读者购置图书")
    place.addnext(new_paragraph(place, "另购有声读物。"))
    outcome = merge(WordFile(page.save()), both.base, both.now, DAY)
    texts = [p.text for p in WordFile(outcome.data).passages()]
    assert texts.count("另购有声读物。") == times
