"""Words of a page are found in their own paragraph or cell, never in one that says the same."""

from pathlib import Path

import pytest

from generator.load.workspace_folder import find_workspace
from generator.prose.figure_marks import split_spans
from generator.use.library import Library
from generator.use.preview.preview_documents import PrintedWords, draft
from generator.web.pages.drawing import Place
from generator.web.pages.places import Said, find_printed, said_in
from generator.word.reading.document_words import read_docx_bytes

_INPUTS = Path(__file__).parents[3] / "inputs"
_AMOUNTS = ["16", "16", "16", "10", "100%", "10"]


def _said(cells: list[str], printed: list[PrintedWords]) -> Said:
    """Lay cells out that are printed where their names say so."""
    places, at, number = [], 0, 0
    for cell in cells:
        if number < len(printed) and printed[number].shown == cell:
            places.append((number, tuple(range(at, at + len(cell)))))
            number += 1
        at += len(cell)
    return Said("".join(cells), tuple(places))


def test_equal_numbers_of_a_row_are_each_their_own():
    printed = [PrintedWords(shown, f"f{n}") for n, shown in enumerate(_AMOUNTS)]
    said = _said(["年度", "资金总额", *_AMOUNTS, "其中"], printed)
    text = "页眉\r\n年度\r\n资金总额\r\n" + "\r\n".join(_AMOUNTS) + "\r\n其中"
    found = [*find_printed(text, said, printed)]
    assert [text[own.start : own.end] for own in found] == _AMOUNTS
    assert [own.number for own in found] == [*range(6)]
    assert [own.start for own in found] == sorted({own.start for own in found})


def test_a_page_ends_within_a_text_but_a_number_is_whole():
    printed = [PrintedWords("丰富馆藏，服务读者。"), PrintedWords("20场", "f")]
    said = _said(["目标", "丰富馆藏，服务读者。", "20场"], printed)
    text = "目标\r\n丰富\r\n馆藏，\r\n— 3 —\r\n服务读者。\r\n2场"
    assert [*find_printed(text, said, printed)] == [Place(0, 4, 11), Place(0, 20, 25)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("质量\n回报率\n审结率\n9\n错案\n时效", 1),  # beside the second row of its cell
        ("质量\n回报率\n审结率\n错案\n9\n时效", 1),  # beside the third
        ("质量\n回报率\n审结率\n9\n错案\n9\n时效", 0),  # one of them is a number of a page
        ("质量\n回报率\n审结率\n错案\n时效\n9", 0),  # beyond its last row
        ("质量\n回报率\n审结率\n19\n错案\n时效", 0),
    ],
)
def test_a_merged_cell_is_found_beside_any_of_its_rows(text, found):
    printed = [PrintedWords("9", "f")]
    words = "质量回报率9审结率错案时效"
    said = Said(words, ((0, (words.index("9"),)),), {0: words.index("时效")})
    places = [*find_printed(text, said, printed)]
    assert [text[own.start : own.end] for own in places] == ["9"] * found


def test_of_two_merged_cells_that_say_the_same_neither_is_taken_for_the_other():
    printed = [PrintedWords("9", "f"), PrintedWords("9", "g")]
    words = "质量回报率99审结率错案时效"
    at, end = words.index("9"), words.index("时效")
    said = Said(words, ((0, (at,)), (1, (at + 1,))), {0: end, 1: end})
    assert not [*find_printed("质量\n回报率\n审结率\n9\n错案\n时效", said, printed)]


def _page_of(words: str) -> tuple[str, dict[int, int]]:
    """Break words into short lines, with a number of a page now and then."""
    text, at = "", {}
    for n, sign in enumerate(words):
        at[len(text)] = n
        text += sign + ("\r\n" if n % 9 == 8 else "") + ("— 页 —\r\n" if n % 700 == 699 else "")
    return text, at


@pytest.mark.parametrize("name", sorted(own.name for own in _INPUTS.iterdir()))
def test_figures_of_the_examples_stand_where_their_anchors_are(name):
    folder = _INPUTS / name
    files = draft(folder, Library(find_workspace(folder)[0])).files
    assert files
    for file in files:
        said = said_in(file.data, file.printed)
        text, at = _page_of(said.words)
        found = {
            (at[own.start], at[own.end - 1] + 1, file.printed[own.number].figure)
            for own in find_printed(text, said, file.printed)
            if file.printed[own.number].figure
        }
        anchored = _anchored(file.data, file.anchors)
        assert found <= anchored
        assert len(found) > len(anchored) * 0.95


def _anchored(data: bytes, figures: dict[str, str]) -> set[tuple[int, int, str]]:
    read, _ = read_docx_bytes(data, "", figures)
    found, at = set(), 0
    for _, words, _ in read.said():
        for span in split_spans(words):
            length = len("".join(span.text.split()))
            if span.figure:
                found.add((at, at + length, span.figure))
            at += length
    return found
