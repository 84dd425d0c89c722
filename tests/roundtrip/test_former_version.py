"""What we wrote last, made again from its record: it says what the bytes said."""

import pytest

from generator.roundtrip.former_version import former_version
from generator.roundtrip.record import read_record
from generator.word.edited.file import WordFile
from tests.word.samples import assert_valid

OVERVIEW = 'overview = "为全县读者购置图书。"'
ROW = """
[[indicator]]
class = "产出/数量"
name = "购置电子书"
target = "≥100册"
actual = "100册"
weight = 0
"""
PROBLEM = """
[[problem]]
text = "电子书偏少。"
measure = "逐年增加电子书。"
"""
# What the inputs change, and back.
CHANGES = {
    "a figure": {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"},
    "a sentence": {"延长开放时间。": "延长周末开放时间。"},
    "a cell": {'actual = "20500册"': 'actual = "20700册"'},
    "a sentence with a figure": {
        OVERVIEW: 'overview = "为全县读者购置图书，支出{{ funds.spent }}。"'
    },
    "a paragraph": {OVERVIEW: 'overview = """为全县读者购置图书。\n另购有声读物。"""'},
    "a row": {"weight = 50\n": f"weight = 50\n{ROW}"},
    "an item": {"[result]": f"{PROBLEM}\n[result]"},
    "a name": {"购书册数": "购置图书册数"},
    "everything": {
        "spent = 95\n": "spent = 96\n",
        "spent = 95 }": "spent = 96 }",
        "延长开放时间。": "延长周末开放时间。",
        "weight = 50\n": f"weight = 50\n{ROW}",
        OVERVIEW: 'overview = """为全县读者购置图书。\n另购有声读物。"""',
    },
}


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
