"""Words put in place of words: what was to change changed, and nothing beside it."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.word.edited.edited_words import read_words
from generator.word.edited.strokes import Piece, enclose, put
from tests.word.edited.paragraphs import PARAGRAPHS, SOME, WN, is_ours, ours, see

NAME = ours(9001)
OWN = ours(1)
PIECES = st.lists(
    st.tuples(st.text("子丑寅 2\n\t", min_size=1, max_size=4), st.booleans()), max_size=3
)


def numbers():
    return count(5000)


def parse(inner: str):
    return etree.fromstring(f'<w:body xmlns:w="{WN}"><w:p>{inner}</w:p></w:body>')[0]


def place_in(data, length: int) -> tuple[int, int]:
    start = data.draw(st.integers(0, length), "start")
    return start, data.draw(st.integers(start, length), "end")


def moved(place: int, start: int, end: int, change: int) -> int:
    return place if place <= start and place < end else place + change


def check(before, after, start: int, end: int, new: str) -> None:
    """Hold a paragraph against what it was, but for the stretch that was written anew."""
    change = len(new) - (end - start)
    assert after.text == before.text[:start] + new + before.text[end:]
    assert after.letters[:start] == before.letters[:start]
    assert after.letters[start + len(new) :] == before.letters[end:]
    assert after.struck == before.struck
    assert [said for _, said in after.things] == [said for _, said in before.things]
    for (at, said), (now, _) in zip(before.things, after.things, strict=True):
        if start == end == at:
            assert now in {start, start + len(new)}, said
        elif at <= start:
            assert now == at, said
        elif at >= end:
            assert now == at + change, said
        else:
            assert start <= now <= start + len(new), said
    for name, (first, last) in before.marks.items():
        check_anchor(name, (first, last), (before, after), (start, end), new)


def check_anchor(name, place, versions, stroke, new) -> None:
    """An anchor encloses what it enclosed, with the new words where the stretch stood in it."""
    before, after = versions
    (first, last), (start, end) = place, stroke
    if not is_ours(name):
        assert name in after.marks
        return
    if start <= first < last <= end and (first, last) != (start, end):
        assert name not in after.marks, "nothing is left of what it enclosed"
        return
    assert name in after.marks
    if first == last:
        return
    now = after.text[slice(*after.marks[name])]
    was = before.text[first:last]
    if last <= start or first >= end:
        assert now == was
    elif first <= start and end <= last:
        assert now == before.text[first:start] + new + before.text[end:last]
    elif first < start:
        assert now in {before.text[first:start], before.text[first:start] + new}
    else:
        assert now in {before.text[end:last], new + before.text[end:last]}


@settings(max_examples=300)
@given(PARAGRAPHS, SOME, st.data())
def test_a_stroke_changes_the_stretch_and_nothing_else(paragraph, new, data):
    before, words = see(paragraph), read_words(paragraph)
    start, end = place_in(data, len(words.text))
    put(words, start, end, [Piece(new)] if new else [], numbers())
    check(before, see(paragraph), start, end, new)


@settings(max_examples=300)
@given(PARAGRAPHS, PIECES, st.data())
def test_pieces_get_their_anchors(paragraph, drawn, data):
    before, words = see(paragraph), read_words(paragraph)
    start, end = place_in(data, len(words.text))
    pieces = [
        Piece(text, ours(9000 + number) if is_named else "")
        for number, (text, is_named) in enumerate(drawn)
    ]
    put(words, start, end, pieces, numbers())
    after = see(paragraph)
    check(before, after, start, end, "".join(text for text, _ in drawn))
    at = start
    for piece in pieces:
        if piece.name:
            assert after.marks[piece.name] == (at, at + len(piece.text))
        at += len(piece.text)


@settings(max_examples=300)
@given(PARAGRAPHS, st.data())
def test_strokes_go_from_right_to_left(paragraph, data):
    before, words = see(paragraph), read_words(paragraph)
    length = len(words.text)
    cuts = sorted(data.draw(st.lists(st.integers(0, length), max_size=6, unique=True), "cuts"))
    strokes = [
        (start, end, data.draw(PIECES, "pieces"))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    expected, name = before.text, count(9000)
    for start, end, drawn in reversed(strokes):
        pieces = [Piece(text, ours(next(name)) if named else "") for text, named in drawn]
        put(words, start, end, pieces, numbers_of(paragraph))
        new = "".join(text for text, _ in drawn)
        expected = expected[:start] + new + expected[end:]
    after = see(paragraph)
    assert after.text == expected
    assert after.struck == before.struck
    assert [said for _, said in after.things] == [said for _, said in before.things]
    if strokes:
        first, last = strokes[0][0], strokes[-1][1]
        assert after.letters[:first] == before.letters[:first]
        rest = len(before.letters) - last
        assert after.letters[len(after.letters) - rest :] == before.letters[last:]


def numbers_of(paragraph):
    taken = [int(e.get(f"{{{WN}}}id") or 0) for e in paragraph.iter(f"{{{WN}}}bookmarkStart")]
    return count(max([5000, *taken]) + 1)


@settings(max_examples=200)
@given(PARAGRAPHS, st.data())
def test_an_anchor_put_around_words_encloses_just_them(paragraph, data):
    before, words = see(paragraph), read_words(paragraph)
    start, end = place_in(data, len(words.text))
    enclose(words, start, end, NAME, numbers())
    after = see(paragraph)
    assert after.letters == before.letters
    assert after.things == before.things
    if start < end:
        assert after.marks.pop(NAME) == (start, end)
    assert after.marks == before.marks


@given(PARAGRAPHS)
def test_a_stroke_without_words_at_a_place_does_nothing(paragraph):
    before = see(paragraph)
    words = read_words(paragraph)
    put(words, len(words.text) // 2, len(words.text) // 2, [], numbers())
    assert see(paragraph) == before


@pytest.mark.parametrize(
    ("at", "enclosed"),
    [(1, "乙丙"), (2, "乙新丙"), (3, "乙丙")],
    ids=["before the anchor", "inside", "behind the anchor"],
)
def test_words_at_the_edge_of_an_anchor_stand_outside(at, enclosed):
    paragraph = parse(
        f'<w:r><w:t>甲</w:t></w:r><w:bookmarkStart w:id="1" w:name="{OWN}"/>'
        '<w:r><w:t>乙丙</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r><w:t>丁</w:t></w:r>'
    )
    put(read_words(paragraph), at, at, [Piece("新")], numbers())
    seen = see(paragraph)
    assert seen.text[slice(*seen.marks[OWN])] == enclosed
    assert seen.text == "甲乙丙丁"[:at] + "新" + "甲乙丙丁"[at:]


def test_words_for_an_empty_value_stand_inside_its_anchor_and_look_as_words_typed_there():
    paragraph = parse(
        "<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>"
        f'<w:bookmarkStart w:id="1" w:name="{OWN}"/><w:bookmarkEnd w:id="1"/>'
    )
    put(read_words(paragraph), 0, 0, [Piece("新")], numbers())
    seen = see(paragraph)
    assert seen.text[slice(*seen.marks[OWN])] == "新"
    assert "<w:b/>" in seen.letters[0].look


def test_new_words_look_like_those_they_replace():
    paragraph = parse("<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>95万元</w:t></w:r>")
    put(read_words(paragraph), 1, 3, [Piece("100")], numbers())
    seen = see(paragraph)
    assert seen.text == "甲100万元"
    assert [bool(letter.look) for letter in seen.letters] == [True, *[False] * 5]


def test_characters_that_xml_cannot_hold_are_left_out():
    paragraph = parse("<w:r><w:t>甲</w:t></w:r>")
    put(read_words(paragraph), 1, 1, [Piece("乙\x0b")], numbers())
    assert see(paragraph).text == "甲乙"
