"""What counts as the same words in two prints of a form."""

import pytest

from generator.use.adopt.comparing import compare
from generator.word.reading.document_words import read_docx_bytes
from tests.foreign import word_bytes


def read(text):
    return read_docx_bytes(word_bytes("自评表", [["来源", "金额"], [text, "1"]]), "a.docx")[0]


@pytest.mark.parametrize(
    ("was", "now", "is_same"),
    [
        ("其他资金", "其他 资金", True),  # a blank between words is how they are set
        ("　　其他资金", "　　其他资金", True),
        ("　　其他资金", "其他资金", False),
        (" 其他资金", "其他资金", True),
        ("    12.00", "12.00", True),
        ("  其他\n资金", "其他\n资金", True),
    ],
)
def test_blanks_before_words_are_seen_where_they_stand_for_words_above(was, now, is_same):
    assert (compare(read(was), read(now)).differences == ()) is is_same


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("负责人：　　　　　经办人：", "负责人：　　　　　经办人：", []),
        (
            "负责人：　　　　　经办人：",
            "负责人：　　经办人：",
            [("负责人：（5 个空格）经办人：", "负责人：（2 个空格）经办人：")],
        ),
        ("负责人： 经办人：", "负责人：经办人：", []),  # too narrow to write in
    ],
)
def test_the_places_that_a_line_leaves_to_sign_are_seen_and_counted(was, now, shown):
    lines = (read_docx_bytes(word_bytes("自评表", text), "a.docx")[0] for text in (was, now))
    found = compare(*lines)
    assert [one.shown for one in found.differences] == shown
    assert found.lines - found.same_lines == len(shown)
