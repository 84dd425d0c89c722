"""Blocks are written as a text of the inputs has them, and read back as the same blocks."""

import pytest

from generator.model.spans import plain_text
from generator.model.words_of_blocks import words_of
from generator.narrative.heading_numbers import Numbering
from generator.narrative.section_lines import SectionLines
from generator.narrative.text_marks import NoteWriter, block_lines

STYLES = ("{一}、", "（{一}）", "{1}.")


def read(text):
    return list(SectionLines("s", 1, Numbering(STYLES)).blocks(text))


def said(blocks):
    return [[plain_text(spans) for spans in words_of(block)] for block in blocks]


@pytest.mark.parametrize(
    "text",
    [
        "表：各镇\n| 镇 | 数 |\n| 甲 | 1 |",
        "| 镇 | 数 |\n| :--- | ---: |\n| 甲 |  |",
        "| 镇[^1] | 数 |\n| 甲 | 1[^2] |\n[^1]: 一。\n[^2]: 二。",
        "[分页]",
    ],
)
def test_what_is_written_is_read_back(text):
    blocks = read(text)
    notes = NoteWriter(plain_text)
    lines = [line for block in blocks for line in block_lines(block, plain_text, notes)]
    again = read("\n".join((*lines, *notes.said)))
    assert said(again) == said(blocks)
    assert [getattr(b, "sides", ()) for b in again] == [getattr(b, "sides", ()) for b in blocks]


def test_footnotes_go_back_into_their_places():
    (paragraph,) = read("甲[^a]乙[^b]。\n[^a]: 一\n[^b]: 二")
    notes = NoteWriter(plain_text)
    assert notes.words(paragraph.spans, paragraph.notes) == "甲[^1]乙[^2]。"
    assert notes.said == ["[^1]: 一", "[^2]: 二"]
