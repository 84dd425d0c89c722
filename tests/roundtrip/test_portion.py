"""What belongs to which document of a bundle, whatever a person did to it."""

import copy

import pytest

from generator.roundtrip.bring import version_of
from generator.roundtrip.files_record import read_record
from generator.roundtrip.portion import Copy, copies_in, cut, owners_here, owners_there, portion
from generator.word.anchors import document_prefix
from generator.word.edited.file import WordFile
from tests.roundtrip.hand.hands import W, drop_marks, new_paragraph, on, text

BOUND = {"[unit]": 'documents = ["report", "form"]\nbundle = true\n[unit]'}


@pytest.fixture
def bundle(dossier, run, workspace):
    run("build", dossier(change=BOUND))
    outputs = workspace / "outputs" / "library-2023"
    (path,) = outputs.glob("*.docx")
    return version_of(path.read_bytes(), read_record(outputs).files[path.name])


def owners(bundle, change):
    found = WordFile(on(change)(bundle.file.data))
    return {block.text: owner for block, owner in owners_there(found, bundle).items()}


def test_documents_are_numbered_where_they_stand_again():
    numbers = [(own.document, own.number) for own in copies_in(["a", "b", "a"])]
    a, b = document_prefix("a"), document_prefix("b")
    assert numbers == [(a, 0), (b, 0), (a, 1)]


def test_a_form_that_stands_alone_and_is_attached_has_two_copies(bundle):
    found = list(dict.fromkeys(owners_here(bundle).values()))
    report, attached, alone = (own for own in found if own is not None)
    assert attached == Copy(alone.document, 0)
    assert alone == Copy(attached.document, 1)
    assert report.document != attached.document


def test_a_file_that_nobody_touched_belongs_as_it_was_written(bundle):
    ours = [own for block, own in owners_here(bundle).items() if block.text.strip()]
    found = WordFile(bundle.file.data)
    theirs = [own for block, own in owners_there(found, bundle).items() if block.text.strip()]
    assert ours == theirs


def test_a_new_paragraph_goes_with_what_stands_before_it(bundle):
    def change(page):
        for words in ("为全县读者购置图书", "附件"):
            place = page.p(words, last=True)
            place.addnext(new_paragraph(place, f"手写在{words}之后。"))

    known = owners(bundle, change)
    assert known["手写在为全县读者购置图书之后。"] == known["一、项目基本情况"]
    assert known["手写在附件之后。"] == known["附件"]


def test_a_section_that_a_person_made_goes_with_the_one_before_it(bundle):
    def change(page):
        place = page.p("为全县读者购置图书")
        mark = next(page.body.iter(f"{W}sectPr"))
        twin = new_paragraph(place, "横排的一页。")
        place.addnext(twin)
        properties = twin.find(f"{W}pPr")
        if properties is None:
            properties = twin.makeelement(f"{W}pPr", {})
            twin.insert(0, properties)
        properties.append(copy.deepcopy(mark))

    known = owners(bundle, change)
    assert known["横排的一页。"] == known["一、项目基本情况"]


def test_without_anchors_a_block_is_known_by_its_words(bundle):
    known = owners(bundle, lambda page: drop_marks(page.body))
    assert known["一、项目基本情况"] != known["附件"]
    assert None not in {own for words, own in known.items() if words.strip()}


def test_a_file_that_says_nothing_of_ours_belongs_to_nobody(bundle):
    def change(page):
        strange = new_paragraph(page.p("一、项目基本情况"), "天气晴朗。")
        for block in list(page.body)[:-1]:
            page.body.remove(block)
        page.body.insert(0, strange)

    assert set(owners(bundle, change).values()) <= {None}


def test_what_is_cut_out_holds_nothing_else(bundle):
    here = owners_here(bundle)
    first = next(own for own in here.values() if own is not None)
    part = cut(bundle.file, portion(here, {first}))
    assert [b.text for b in part.blocks()] == [b.text for b, own in here.items() if own == first]
    assert not [p for p in part.body().iter(f"{W}p") if text(p) == "项目支出绩效自评表"]
