"""Texts, lists and tables that nobody closed."""

from pathlib import Path

import pytest

from generator.base.open_blocks import open_block
from generator.base.toml import parse_toml
from generator.base.toml_mend import mend_toml

HEAD = 'a = 1\nb = """一\n二"""\nc = [\n  "三",\n]\n'


@pytest.mark.parametrize(
    ("text", "line", "last", "closer"),
    [
        ('d = """四\n五\n\n[e]\nf = "六"\n', 7, 8, '"""'),
        ('d = """四\n五\nf = """六"""\n', 7, 8, '"""'),
        ("d = '''四\nf = '''六\n七'''\n", 7, 7, "'''"),
        ('d = [\n  "四",\n  "五",\n[e]\nf = 1\n', 7, 9, "]"),
        ('d = [{ g = "四" }\nf = 1\n', 7, 7, "]"),
        ('d = { g = "四"\nf = 1\n', 7, 7, "}"),
        ('d = [{ g = "[四"\n\n# 说明\n[e]\n', 7, 7, "}]"),
        ('d = """四', 7, 7, '"""'),
    ],
)
def test_a_block_that_nobody_closed_is_told_where_it_begins(text, line, last, closer):
    file, problems = parse_toml(HEAD + text, Path("x.toml"), "x.toml")
    assert file is None
    first = problems[0]
    assert (first.code, first.place.line) == ("I05", line)
    assert closer in first.message
    assert first.hint.startswith(f"多半到{'这一行' if last == line else f'第 {last} 行'}为止")
    assert len(problems) == 1  # and not again at the lines below


@pytest.mark.parametrize(
    "text",
    [
        "d = 甲\n",
        '[[d]]\ng = """四\n五 = 六\n"""\nh = 甲\n',
        "d = [\n  [1, 2],\n  [3],\n]\ne = 甲\n",
        "d = [1, 2]]\n",
    ],
)
def test_blocks_that_are_closed_are_no_fault(text):
    rows = (HEAD + text).split("\n")
    assert all(open_block(rows, line) is None for line in range(1, len(rows) + 1))


def test_what_is_broken_beside_an_open_block_is_told_and_mended_too():
    text = HEAD + 'd = """四\n\n[e]\nf = １\n'
    _, problems = parse_toml(text, Path("x.toml"), "x.toml")
    assert [problem.place.line for problem in problems] == [7, 10]
    mended = mend_toml(text)
    assert mended.text == text.replace("１", "1")
    assert mended.lines == (10,)
