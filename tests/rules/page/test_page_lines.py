"""How far lines stand apart: by the paragraph, by the grid of the page, by the font."""

import pytest

from generator.rules.page.page_lines import characters, pitch, pitch_of
from tests.rules.page.laid import SENTENCE, pages, said


@pytest.mark.parametrize(
    ("setting", "grid", "expected"),
    [
        ({"line": 560, "rule": "exact"}, "", 560),
        ({"line": 240}, "lines", 578),
        ({"line": 360}, "lines", 867),
        ({"line": 360}, "", 0),
        ({"line": 600, "rule": "atLeast"}, "lines", 600),
        ({"line": 500, "rule": "atLeast"}, "lines", 578),
    ],
)
def test_a_grid_counts_for_single_lines_and_their_multiples(setting, grid, expected):
    report = pages(said(SENTENCE, **setting), grid=grid, pitch=578)
    (part,) = report.reports
    assert pitch_of(part.lines[0].paragraph, part.section) == expected


@pytest.mark.parametrize(("line", "said_so"), [(240, "单倍"), (360, "1.5 倍"), (250, "1.04 倍")])
def test_a_pitch_that_depends_on_the_font_is_told_as_word_does(line, said_so):
    assert [found.left for found in pitch(pages(said(SENTENCE, line=line)))] == [said_so]


@pytest.mark.parametrize(("others", "told"), [(1, []), (2, ["pitch-mixed"])])
def test_of_two_paragraphs_there_is_no_habit(others, told):
    exact = {"line": 578, "rule": "exact"}
    lines = [said(SENTENCE, **exact)] * others + [said(SENTENCE, line=560, rule="exact")]
    report = pages(*lines, height=22 * 578)
    assert [found.id for found in pitch(report)] == told


@pytest.mark.parametrize(
    ("height", "count"), [(22 * 578, []), (23 * 578, ["23"]), (23 * 578 - 1, [])]
)
def test_a_page_holds_the_lines_that_are_whole_on_it(height, count):
    report = pages(said(SENTENCE, line=578, rule="exact"), height=height)
    assert [found.left for found in pitch(report)] == count


@pytest.mark.parametrize(
    ("spacing", "width", "count"),
    [
        (0, 32 * 320, ["32"]),
        (4096, 30 * 340, ["30"]),
        (4096, 30 * 340 - 1, []),
        (-4096, 34 * 300, ["34"]),
        (-4096, 34 * 300 - 1, ["33"]),
    ],
)
def test_the_grid_of_a_page_sets_characters_apart(spacing, width, count):
    report = pages(said(SENTENCE), width=width, grid="linesAndChars", grid_spacing=spacing)
    assert [found.left for found in characters(report)] == count
