"""A file as it was found: read whatever program wrote it, and written back as it was but for what changed."""

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word.edited.file import WordFile
from generator.word.edited.strokes import Piece, put
from generator.word.package import DOCUMENT, PackageError
from tests.roundtrip.hand.edits_objects import _note, add_comment
from tests.roundtrip.hand.hands import on
from tests.roundtrip.hand.programs import as_strict
from tests.word.samples import assert_valid, indicator, write_form, write_report

HERE = "16万元"
HEADER = (
    b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:p><w:r><w:t>x</w:t></w:r></w:p></w:hdr>"
)


@cache
def report() -> bytes:
    return write_report()


@cache
def form() -> bytes:
    return write_form([indicator(), indicator(key="indicator[二]")])


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("make", [report, form], ids=["report", "form"])
def test_what_nobody_changed_is_written_back_part_for_part(make):
    assert parts_of(WordFile(make()).bytes()) == parts_of(make())


@pytest.mark.parametrize("make", [report, form], ids=["report", "form"])
def test_reading_everything_changes_nothing(make):
    file = WordFile(make())
    assert all(isinstance(passage.text, str) for passage in file.passages())
    assert parts_of(file.bytes()) == parts_of(make())


@settings(max_examples=30)
@given(st.data())
def test_a_changed_paragraph_changes_the_main_part_alone(data):
    file = WordFile(form())
    passages = [p for block in file.blocks() for p in block.passages() if p.text]
    passage = data.draw(st.sampled_from(passages))
    before = [p.text for p in file.passages()]
    at = data.draw(st.integers(0, len(passage.text)))
    number = next(n for n, p in enumerate(file.passages()) if p is passage)
    before[number] = passage.text[:at] + "新" + passage.text[at:]
    put(passage.words, at, at, [Piece("新")], file.numbers())
    file.touch()
    written = file.bytes()
    assert [p.text for p in WordFile(written).passages()] == before
    old, new = parts_of(form()), parts_of(written)
    assert {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)} == {
        DOCUMENT
    }


@pytest.mark.parametrize("make", [report, form], ids=["report", "form"])
def test_a_strict_file_says_the_same(make):
    usual, strict = WordFile(make()), WordFile(as_strict(make()))
    assert b"purl.oclc.org" in parts_of(as_strict(make()))[DOCUMENT]
    assert [p.text for p in strict.passages()] == [p.text for p in usual.passages()]
    assert [p.names for p in strict.passages()] == [p.names for p in usual.passages()]


def test_a_strict_file_is_written_as_the_usual_kind_and_valid(tmp_path):
    data = WordFile(as_strict(report())).bytes()
    assert not [name for name, part in parts_of(data).items() if b"purl.oclc.org" in part]
    assert_valid(data, tmp_path)


def test_numbers_of_bookmarks_are_taken_by_nothing_in_any_text():
    file = WordFile(form())
    taken = {
        mark.get(f"{{{ns}}}id")
        for name in file.stories()
        for mark in file.root(name).iter("{*}bookmarkStart")
        for ns in [mark.nsmap[mark.prefix]]
    }
    numbers = file.numbers()
    fresh = [str(next(numbers)) for _ in range(5)]
    assert len(set(fresh)) == 5
    assert not set(fresh) & taken


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1}"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(PackageError):
        WordFile(data)


def test_a_note_and_a_comment_say_what_they_say():
    data = on(lambda page: add_comment(page, HERE, "核对"))(_note("footnote", HERE)(report()))
    passage = next(p for p in WordFile(data).passages() if HERE in p.text)
    assert sorted((t.kind, t.words) for t in passage.words.things) == [
        ("批注", "核对"),
        ("脚注", "手写的话，注"),
    ]


def test_a_replaced_part_is_read_anew():
    file = WordFile(report())
    assert file.blocks()
    file.replace({"word/header9.xml": HEADER})
    assert [block.text for block in file.blocks("word/header9.xml")] == ["x"]
    file.replace({"word/header9.xml": HEADER.replace(b">x<", b">y<")})
    assert [block.text for block in file.blocks("word/header9.xml")] == ["y"]
