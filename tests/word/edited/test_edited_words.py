"""A paragraph taken apart: what is a character, what a thing, and what an anchor encloses."""

import pytest
from hypothesis import given
from lxml import etree

from generator.word.edited.edited_words import FIELD, REVIEW, read_words
from tests.word.edited.paragraphs import PARAGRAPHS, WN, is_ours, ours, see

ONE = ours(1)


def read(inner: str):
    return read_words(etree.fromstring(f'<w:p xmlns:w="{WN}">{inner}</w:p>'))


@given(PARAGRAPHS)
def test_two_readers_agree_on_words_and_anchors(paragraph):
    words, seen = read_words(paragraph), see(paragraph)
    assert words.text == seen.text
    assert len(words.spots) == len(words.text)
    marks = {name: (mark.start, mark.end) for name, mark in words.marks.items()}
    assert marks == {name: place for name, place in seen.marks.items() if is_ours(name)}


@given(PARAGRAPHS)
def test_every_character_stands_where_it_is_said_to(paragraph):
    words = read_words(paragraph)
    for letter, spot in zip(words.text, words.spots, strict=True):
        if spot.node.tag.endswith("}t"):
            assert spot.node.text[spot.at] == letter
        else:
            assert letter in "\n\t"


@given(PARAGRAPHS)
def test_reading_changes_nothing(paragraph):
    before = etree.tostring(paragraph)
    read_words(paragraph)
    assert etree.tostring(paragraph) == before


def test_what_was_struck_out_is_not_there_and_what_was_written_in_is():
    words = read(
        "<w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins>"
    )
    assert words.text == "甲丙"
    assert [(thing.at, thing.kind) for thing in words.things] == [(1, REVIEW), (1, REVIEW)]


def test_moved_words_are_there_once():
    words = read(
        "<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r>"
        "<w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo>"
    )
    assert words.text == "乙甲"


def test_an_anchor_around_what_is_struck_out_encloses_nothing():
    words = read(
        f'<w:r><w:t>甲</w:t></w:r><w:del><w:bookmarkStart w:id="1" w:name="{ONE}"/>'
        '<w:r><w:delText>乙</w:delText></w:r><w:bookmarkEnd w:id="1"/></w:del>'
    )
    assert (words.marks[ONE].start, words.marks[ONE].end) == (1, 1)


MARKS = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
PIECES = [MARKS[0], "<w:instrText>PAGE</w:instrText>", MARKS[1], "<w:t>3</w:t>", MARKS[2]]
FIELDS = {
    "simple": '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>',
    "in one run": f"<w:r>{''.join(PIECES)}</w:r>",
    "in five runs": "".join(f"<w:r>{piece}</w:r>" for piece in PIECES),
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_field_is_one_thing_and_its_result_no_word(field):
    words = read(f"<w:r><w:t>第</w:t></w:r>{field}<w:r><w:t>页</w:t></w:r>")
    assert words.text == "第页"
    assert [(thing.at, thing.kind) for thing in words.things] == [(1, FIELD)]


def test_a_field_in_a_field_is_one_thing():
    begin, part, end = MARKS
    words = read(
        f"<w:r>{begin}{begin}{part}<w:t>1</w:t>{end}{part}<w:t>2</w:t>{end}<w:t>后</w:t></w:r>"
    )
    assert words.text == "后"
    assert len(words.things) == 1


@pytest.mark.parametrize(
    ("mark", "characters"),
    [
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:tab/>", "\t"),
        ("<w:noBreakHyphen/>", "‑"),
        ('<w:br w:type="page"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:softHyphen/>", ""),
    ],
)
def test_marks_that_are_characters_and_marks_that_are_none(mark, characters):
    words = read(f"<w:r><w:t>甲</w:t>{mark}<w:t>乙</w:t></w:r>")
    assert words.text == f"甲{characters}乙"
    assert words.things == []


def test_half_of_an_anchor_is_not_taken_for_a_whole_one():
    words = read(f'<w:r><w:t>甲</w:t></w:r><w:bookmarkStart w:id="1" w:name="{ONE}"/>')
    assert (words.marks[ONE].start, words.marks[ONE].end) == (1, None)
    assert read('<w:bookmarkEnd w:id="1"/><w:r><w:t>甲</w:t></w:r>').marks == {}


def test_bookmarks_of_others_are_not_ours():
    words = read('<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>')
    assert words.marks == {}
