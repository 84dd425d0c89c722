"""What may stand only once stands once, whatever was copied into a file."""

import copy
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.edited.anchor_marks import tidy_anchors
from generator.word.edited.identity import Identities, number_bookmarks
from tests.word.edited.paragraphs import PARAGRAPHS, WN, W, ours
from tests.word.edited.test_anchor_marks import MARKS, end, start
from tests.word.structure import structural_faults_of

OF_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
OF_DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def body(*inner: str):
    spaces = f'xmlns:w="{WN}" xmlns:w14="{OF_2010}" xmlns:wp="{OF_DRAWINGS}"'
    return etree.fromstring(f"<w:body {spaces}>{''.join(inner)}</w:body>")


def names(root) -> list[tuple[str, str]]:
    return [(m.get(f"{W}name"), m.get(f"{W}id")) for m in root.iter(f"{W}bookmarkStart")]


@given(MARKS)
def test_no_two_bookmarks_bear_one_number_whatever_stood_there(drawn):
    root = body(
        "<w:p>"
        + "".join(start(n, name) if is_start else end(n) for is_start, n, name in drawn)
        + "</w:p>"
    )
    tidy_anchors(root)
    before = [name for name, _ in names(root)]
    number_bookmarks(root, Identities([root]).bookmarks)
    numbers = [number for _, number in names(root)]
    assert len(set(numbers)) == len(numbers)
    assert [name for name, _ in names(root)] == before
    ends = [m.get(f"{W}id") for m in root.iter(f"{W}bookmarkEnd")]
    assert not Counter(ends) - Counter(numbers), "the other half went along"


@given(st.lists(PARAGRAPHS, min_size=1, max_size=3))
def test_numbers_that_differ_stay(paragraphs):
    root = body()
    for number, paragraph in enumerate(paragraphs):
        for mark in paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            mark.set(f"{W}id", f"{number}00{mark.get(f'{W}id')}")
        root.append(paragraph)
    before = etree.tostring(root)
    number_bookmarks(root, Identities([root]).bookmarks)
    assert etree.tostring(root) == before


@given(st.integers(1, 3))
def test_a_copy_beside_what_it_was_made_of_leaves_no_fault(times):
    control = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>'
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="图"/></wp:inline></w:drawing></w:r>'
    )
    paragraph = f'<w:p w14:paraId="00000001">{start(1, "theirs")}{control}{drawing}{end(1)}</w:p>'
    root = body(paragraph)
    identities = Identities([root])
    for _ in range(times):
        twin = copy.deepcopy(root[0])
        identities.of_copy(twin)
        root.append(twin)
    assert structural_faults_of(root) == []
    assert [name for name, _ in names(root)] == ["theirs"]


def test_a_bookmark_of_theirs_that_is_not_there_comes_along_under_a_number_of_its_own():
    root = body(f"<w:p>{start(1, 'one')}{end(1)}</w:p>")
    twin = body(f"<w:p>{start(1, 'other')}{start(4, 'half')}{end(1)}{end(9)}</w:p>")[0]
    Identities([root]).of_copy(twin)
    assert names(twin) == [("other", "2")]
    assert [m.get(f"{W}id") for m in twin.iter(f"{W}bookmarkEnd")] == ["2"]


def test_an_anchor_of_ours_may_come_again():
    root = body(f"<w:p>{start(1, ours(1))}{end(1)}</w:p>")
    twin = copy.deepcopy(root[0])
    Identities([root]).of_copy(twin)
    assert names(twin) == [(ours(1), "2")]
