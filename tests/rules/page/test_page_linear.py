"""Looking at pages takes twice the steps for twice the document: counted, not timed."""

import sys

import pytest

from tests.foreign import word_bytes
from tests.hostile import body, packed, unpacked
from tests.rules.page.letter import SENTENCE
from tests.rules.page.yard import found

FEW = 60
PAPER = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:left="1440" '
    'w:right="1440" w:bottom="1440"/></w:sectPr>'
)
COLUMNS = '<w:gridCol w:w="1500"/>' * 3
GRID = f"<w:tblGrid>{COLUMNS}</w:tblGrid>"


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, more=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(text)}</w:tc>"


def run(number):
    return f'<w:r><w:rPr><w:sz w:val="{20 + number % 5}"/></w:rPr><w:t>完成</w:t></w:r>'


def merged(number):
    return '<w:vMerge w:val="restart"/>' if number % 2 == 0 else "<w:vMerge/>"


def rows(many):
    return f"<w:tbl>{GRID}{''.join(f'<w:tr>{row}</w:tr>' for row in many)}</w:tbl>"


SHAPES = {
    "paragraphs": lambda n: "".join(paragraph(f"一、第{i}项。{SENTENCE}") for i in range(n)),
    "attachments": lambda n: (paragraph("附件1") + paragraph(SENTENCE)) * n,
    "runs": lambda n: f"<w:p>{''.join(map(run, range(n)))}</w:p>{paragraph(SENTENCE)}",
    "rows": lambda n: rows(cell(f"产出指标（{i}分）") * 3 for i in range(n)),
    "groups": lambda n: rows(cell("产出", merged(i)) + cell("甲") * 2 for i in range(n)),
    "a cell": lambda n: rows([cell("甲乙丙1-2（50分）" * n) * 3]),
    "tables": lambda n: rows([cell("甲") * 3]) * n,
}


def steps(data):
    """Count the lines that run, and each round of a loop in one line."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    found(data)  # what is measured once is no step of its own
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        found(data)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_document_takes_twice_the_steps(shape):
    def data(many):
        parts = unpacked(word_bytes("甲"))
        parts["word/document.xml"] = body(SHAPES[shape](many) + PAPER).encode()
        return packed(parts)

    assert steps(data(2 * FEW)) < 2.2 * steps(data(FEW))
