"""What is a figure in a person's paragraph, typed over or written down again, and what is words."""

import pytest
from lxml import etree

from generator.model.spans import Span
from generator.model.units import Units
from generator.roundtrip.anchor_book import Anchored
from generator.roundtrip.carried_edits import HOLE, UNCLEAR, CarriedEdits
from generator.roundtrip.person_edit import FigureEdit, Left, WordEdit
from generator.roundtrip.text_alignment import Group
from generator.roundtrip.version import Version
from generator.word.edited.file import WordFile
from generator.word.edited.story_reading import read_blocks
from tests.word.edited.paragraphs import WN, ours

BOOK = {ours(n): Anchored("d", "k", f"f{n}", is_whole=False, kind="paragraph") for n in range(1, 4)}


def passage(*pieces):
    """A paragraph of words and of figures, each a number and what stands in its anchor; or of XML."""
    made = []
    for piece in pieces:
        number, words = piece if isinstance(piece, tuple) else (0, piece)
        run = words if words.startswith("<") else f"<w:r><w:t>{words}</w:t></w:r>"
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{ours(number)}"/>' if number else ""
        made.append(f"{mark}{run}" + (f'<w:bookmarkEnd w:id="{number}"/>' if number else ""))
    body = f'<w:body xmlns:w="{WN}"><w:p>{"".join(made)}</w:p></w:body>'
    (found,) = read_blocks(etree.fromstring(body))
    return found


def edits(before, there):
    version = Version(WordFile.__new__(WordFile), BOOK)
    group = Group((passage(*before),), (passage(*there),))
    return list(CarriedEdits(version, version, group, (passage(*before),), Units(())).edits())


@pytest.mark.parametrize(
    ("shown", "typed", "kind"),
    [
        ("5%", f"7{'分' * 9}", FigureEdit),
        ("5%", f"7{'分' * 10}", WordEdit),
        ("1234567890", f"7{'分' * 19}", FigureEdit),
        ("1234567890", f"7{'分' * 20}", WordEdit),
        ("5%", "几乎没有", FigureEdit),
        ("5%", "没有，见下", WordEdit),
        ("某局", "某厅", FigureEdit),
    ],
    ids=["long", "too long", "twice as long", "longer", "no number", "a clause", "words"],
)
def test_what_is_typed_over_a_figure_is_not_much_longer(shown, typed, kind):
    found = edits(["共", (1, shown), "。"], ["共", (1, typed), "。"])
    assert {type(edit) for edit in found} == {kind}


@pytest.mark.parametrize(
    ("shown", "is_figure"), [("123", True), ("12", False), ("12次", True), ("好", False)]
)
def test_a_number_that_is_written_down_again_stays_a_figure(shown, is_figure):
    found = edits(["开展", (1, shown), "活动，成效好。"], [f"成效好，全年{shown}。"])
    pieces = [piece for edit in found if isinstance(edit, WordEdit) for piece in edit.pieces]
    assert (Span(shown, "f1") in pieces) == is_figure


def test_which_of_two_figures_was_written_down_nobody_can_tell():
    before = ["开展", (1, "123次"), "，验收", (2, "123次"), "，成效好。"]
    (*_, told) = [e for e in edits(before, ["成效好，全年123次。"]) if isinstance(e, Left)]
    assert told.entry.reason == UNCLEAR


def test_words_around_a_field_are_not_taken():
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    (told,) = edits(["见附件。"], ["见第", field, "页附件。"])
    assert isinstance(told, Left)
    assert told.entry.reason == HOLE
