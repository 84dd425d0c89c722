"""Lines are read as the parser reads them, or left to it: every key and value stands where it says."""

import pytest

from generator.base.plain_positions import plain_positions
from generator.base.positions import Positions, find_positions

PLAIN = {
    "nothing": "",
    "blank lines and comments": "# 说明\n\n  # 又\n",
    "a key of the top": "year = 2023  # 年\nscheme=\"mof-2020\"\n  name = '局'",
    "tables": "[a]\nx = 1\n[a.b]\ny = 2\n[ c . d ] # 三\nz = true\n",
    "a table after one inside it": "[a.b]\nx = 1\n[a]\ny = 2\n",
    "rows": "[[row]]\nn = 1\n[[row]]\nn = 2\n[row.in]\nm = 3\n[[row.deep]]\nk = 1\n[[row.deep]]\n",
    "names in quotes": '"款" = 1\n\'a.b # "\' = 2\n"" = 3\n"列" = ["x"]\nb = { "款" = 1 }\n',
    "headers in quotes": '["款"]\nx = 1\n[[ a . "b.c]" ]]\nx = 2\n[[a.\'b.c]\']]\n["款".d]\ny = 1\n',
    "signs in texts": 'a = "]} # \\" = {["\nb = \'[[x]]\'\nc = 1\n',
    "long texts": 'a = """\n一\n"" 二 \\" """\nb = \'\'\'x\n[t]\n\'\'\'\nc = """q"""""\nd = 1.50\n',
    "a text joined over lines": 'a = """一 \\\n  二"""\nb = 2023-04-27\n',
    "lists": "a = []\nb = [1, 2,]\nc = [ # 一\n  'x', # 二\n\n  [3, [4]],\n]\nd = -1\n",
    "tables in a line": 'a = {}\nb = { x = 1, y = { z = "}" } }  # 完\nc = 1e3\n',
    "rows in a line": 's = [{ name = "款", n = 0.50 }, { name = "补" },\n  { n = 3 }]\nt = 1\n',
}
LEFT_TO_THE_PARSER = {
    "a key with dots": "a.b = 1\n",
    "a key with a sign written by its number": '"\\u6b3e" = 1\n',
    "a key in quotes that are not closed": '"款 = 1\n',
    "a day and an hour": "a = 2023-04-27 10:00:00\n",
    "a key with dots in a table of one line": "a = { b.c = 1 }\n",
    "a table of several lines": "a = {\n b = 1 }\n",
    "no value": "a =\n",
    "two values": "a = 1 2\n",
    "a header that is not closed": "[[a]\n",
    "a list that is not closed": "a = [1\n",
    "a text that is not closed": 'a = "x\n',
    "very deep": f"a = {'[' * 17}{']' * 17}\n",
}


def every_place(found: Positions) -> list[tuple[object, ...]]:
    """Give the place of every key and value."""
    keys = [(path, found.nearest(path, key=True)) for path in found.keys]
    values = [(path, found.value(path), found.line(path)) for path in found.values]
    return [*sorted(map(repr, keys)), *sorted(map(repr, values))]


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_everything_stands_where_the_parser_says(text):
    found = plain_positions(text)
    assert found is not None
    assert every_place(found) == every_place(find_positions(text))


@pytest.mark.parametrize("text", LEFT_TO_THE_PARSER.values(), ids=LEFT_TO_THE_PARSER)
def test_what_is_written_otherwise_is_left_to_the_parser(text):
    assert plain_positions(text) is None
