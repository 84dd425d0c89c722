"""Rows of a worksheet that are prose: how many lines, and what among them is a heading."""

import pytest

from generator.model.foreign_document import ReadParagraph
from generator.read.sheet_prose import blocks_of
from tests.foreign import book
from tests.rules.papers import paper


def is_prose(*lines):
    document = paper([[[line, ""] for line in lines]])._replace(kind="excel")
    blocks = list(blocks_of(document, book()))
    return all(isinstance(block, ReadParagraph) for block in blocks)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("一、建设背景", "全年建泵站。"), False),
        (("一、建设背景", "全年建泵站。", "已验收。"), True),
    ],
)
def test_three_lines_are_prose(lines, expected):
    assert is_prose(*lines) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("一、建设背景", True),
        ("（一）建设背景", True),
        ("1.建设背景", False),
        ("建设背景", False),
        ("一、" + "建" * 34, True),
        ("一、" + "建" * 35, False),
    ],
    ids=["first style", "second", "third", "no number", "of 36 signs", "of 37"],
)
def test_prose_has_a_heading(heading, expected):
    assert is_prose(heading, "全年建泵站。", "已验收。") is expected
