"""Things of one file brought into another one: with what they rest on, and valid there."""

import datetime
import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from generator.word.comments import Comments
from generator.word.edited.file import WordFile
from generator.word.edited.transplant import Transplant
from tests.roundtrip.hand.edits_objects import PNG, _note, add_comment, inline
from tests.roundtrip.hand.hands import RN, Page, W, on, xml
from tests.word.samples import assert_valid, write_report
from tests.word.test_chart import CHART, with_charts

HERE = "16万元"
SAID = "手写的话，注"


@cache
def plain(words: str = "甲") -> bytes:
    return write_report(words)


def _picture(page: Page) -> None:
    run = next(r for r in page.p(HERE).iter(f"{W}r") if HERE in "".join(r.itertext()))
    run.addnext(inline(page))


def _linked_note(page: Page) -> None:
    root = page.part("word/footnotes.xml")
    rel = page.relate("hyperlink", "http://example.com/", outside=True, of="footnotes.xml")
    link = f'<w:hyperlink r:id="{rel}"><w:r><w:t>见网</w:t></w:r></w:hyperlink>'
    root[-1][0].append(xml(link))
    page.put("word/footnotes.xml", root)


NOTE, END_NOTE = _note("footnote", HERE), _note("endnote", HERE)
COMMENT = on(lambda page: add_comment(page, HERE, SAID))
THINGS = {"footnote": NOTE, "endnote": END_NOTE, "comment": COMMENT, "picture": on(_picture)}
TARGETS = {"none": lambda data: data, **THINGS}


def carried(source: bytes, target: bytes) -> bytes:
    """Bring all things of the paragraph into the same paragraph of the other file."""
    mine, theirs = WordFile(source), WordFile(target)
    comments = Comments(theirs.parts, datetime.date(2024, 1, 1))
    transplant = Transplant(mine, theirs, comments)
    passage = next(p for p in mine.passages() if HERE in p.text)
    home = next(p for p in theirs.passages() if HERE in p.text)
    for thing in reversed(passage.words.things):
        transplant.place(thing, home.words, thing.at)
    theirs.touch()
    theirs.flush()
    theirs.replace(comments.parts(theirs.parts))
    return theirs.bytes()


def things_of(data: bytes) -> list[tuple[str, str]]:
    passage = next(p for p in WordFile(data).passages() if HERE in p.text)
    return sorted((thing.kind, thing.words) for thing in passage.words.things)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("kind", THINGS)
def test_a_thing_comes_with_what_it_says_and_the_file_is_valid(kind, target, tmp_path):
    source, other = THINGS[kind](plain()), TARGETS[target](plain())
    data = carried(source, other)
    assert_valid(data, tmp_path)
    assert things_of(data) == sorted([*things_of(source), *things_of(other)])
    assert [b.text for b in WordFile(data).blocks()] == [b.text for b in WordFile(other).blocks()]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_of_both_files_are_there_under_numbers_of_their_own(kind):
    data = carried(THINGS[kind](plain()), THINGS[kind](plain()))
    root = WordFile(data).root(f"word/{kind}s.xml")
    numbers = [note.get(f"{W}id") for note in root]
    assert numbers == ["-1", "0", "1", "2"]


def test_a_picture_comes_byte_for_byte():
    data = carried(THINGS["picture"](plain()), plain())
    assert PNG in WordFile(data).parts.values()


def test_two_pictures_of_one_name_are_both_there():
    data = carried(THINGS["picture"](plain()), THINGS["picture"](plain()))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len([n for n in package.namelist() if n.startswith("word/media/")]) == 2


def test_a_note_that_links_somewhere_is_valid_in_the_other_file(tmp_path):
    source = on(_linked_note)(NOTE(plain()))
    assert_valid(source, tmp_path)
    data = carried(source, plain())
    assert_valid(data, tmp_path)
    root = WordFile(data).root("word/footnotes.xml")
    (number,) = [link.get(f"{{{RN}}}id") for link in root.iter(f"{W}hyperlink")]
    relations = WordFile(data).root("word/_rels/footnotes.xml.rels")
    assert [r.get("Target") for r in relations if r.get("Id") == number] == ["http://example.com/"]


def test_a_comment_that_links_somewhere_is_valid_in_the_other_file(tmp_path):
    def change(page):
        root = page.part("word/comments.xml")
        rel = page.relate("hyperlink", "http://example.com/", outside=True, of="comments.xml")
        link = f'<w:hyperlink r:id="{rel}"><w:r><w:t>见网</w:t></w:r></w:hyperlink>'
        root[0][0].append(xml(link))
        page.put("word/comments.xml", root)

    source = on(change)(COMMENT(plain()))
    assert_valid(source, tmp_path)
    for target in (plain(), COMMENT(plain())):
        data = carried(source, target)
        assert_valid(data, tmp_path)
        assert WordFile(data).parts["word/_rels/comments.xml.rels"].count(b"example.com") == 1


def from_the_top(data: bytes) -> bytes:
    """Name what charts rest on from the top of the package, as some programs do."""
    file = WordFile(data)
    for name in [n for n in file.parts if n.startswith("word/charts/_rels/")]:
        file.replace({name: file.parts[name].replace(b'"../', b'"/word/')})
        assert b'"/word/' in file.parts[name]
    return file.bytes()


@pytest.mark.parametrize("named", [lambda data: data, from_the_top])
def test_a_chart_comes_with_its_numbers(tmp_path, named):
    mine, theirs = WordFile(named(with_charts(CHART))), WordFile(plain())
    comments = Comments(theirs.parts, None)
    transplant = Transplant(mine, theirs, comments)
    block = next(b for b in mine.blocks() if b.element.find(f".//{W}drawing") is not None)
    twin = etree.fromstring(etree.tostring(block.element))
    transplant.adopt(twin)
    theirs.blocks()[2].element.addprevious(twin)
    theirs.touch()
    data = theirs.bytes()
    assert_valid(data, tmp_path)
    parts = WordFile(data).parts
    assert len([n for n in parts if n.startswith("word/charts/") and n.endswith(".xml")]) == 1
    (book,) = (n for n in parts if n.startswith("word/embeddings/"))
    assert parts[book] in mine.parts.values()


@pytest.mark.parametrize("at", [0, 1, 3, 5])
def test_a_thing_stands_behind_the_character_it_is_put_behind(at):
    mine, theirs = WordFile(NOTE(plain())), WordFile(plain())
    home = next(p for p in theirs.passages() if HERE in p.text)
    (thing,) = next(p for p in mine.passages() if HERE in p.text).words.things
    before = home.text
    Transplant(mine, theirs, Comments(theirs.parts, None)).place(thing, home.words, at)
    theirs.touch()
    there = next(p for p in WordFile(theirs.bytes()).passages() if HERE in p.text)
    assert there.text == before
    assert [own.at for own in there.words.things] == [at]
