"""What we wrote last, made again from its record: it says what the bytes said."""

import pytest

from generator.roundtrip.files_record import read_record
from generator.roundtrip.former_version import former_version
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES
from tests.word.samples import assert_valid


def texts(file: WordFile) -> list[str]:
    return [passage.text for passage in file.passages()]


@pytest.fixture
def built(dossier, run, workspace):
    def build(change):
        folder = dossier(change=change)
        code, out, _ = run("build", folder)
        assert code == 0, out
        outputs = workspace / "outputs" / folder.name
        (path,) = outputs.glob("*.docx")
        return path.read_bytes(), read_record(outputs).files[path.name]

    return build


@pytest.mark.parametrize("is_back", [False, True], ids=["came", "went"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_former_version_says_what_it_said(built, change, is_back, tmp_path):
    first, second = ({}, change) if not is_back else (change, {})
    ours, record = built(first)
    new, now = built(second)
    former = former_version(record, new, now)
    assert texts(former.file) == texts(WordFile(ours))
    assert_valid(former.file.bytes(), tmp_path)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_its_figures_stand_where_they_stood(built, change):
    ours, record = built(change)
    new, now = built({})
    former = former_version(record, new, now)
    expected = figures(WordFile(ours), former.book)
    assert {name: figures(former.file, former.book).get(name) for name in expected} == expected


def figures(file: WordFile, book) -> dict[str, str]:
    return {
        name: passage.text[mark.start : mark.end]
        for passage in file.passages()
        for name, mark in passage.words.marks.items()
        if name in book and book[name].figure and mark.start is not None and mark.end is not None
    }


def test_nothing_changed_gives_the_same_again(built):
    ours, record = built({})
    assert texts(former_version(record, ours, record).file) == texts(WordFile(ours))
