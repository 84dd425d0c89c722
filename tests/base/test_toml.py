"""TOML: data with decimals as typed, the place of everything, and every fault told at its line."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.toml import parse_toml, value_at

SAMPLE = '''\
# 注释
year = 2023
"中 文"."键" = "值"   # 行内
flat = { a = 1, "b" = [10, { c = 2 }] }
dotted.deep.key = 1.50

[funds]
initial = 16
  spent  =  3.20

[[goals]]
name = "一"
[[goals.indicator]]
name = "甲"
target = "≥1件"
[[goals.indicator]]
name = "乙"
[[goals]]
[[goals.indicator]]
name = "丙"
[text]
long = """
第一行
第二行 {{ x }}
"""
same-line = """从这里
到这里"""
literal = \'\'\'
甲
乙\'\'\'
joined = """\\
  合并的 \\
  一行
另一行"""
'''


def parse(text):
    return parse_toml(text, Path("x.toml"), "x.toml")


@pytest.fixture(scope="module")
def sample():
    file, problems = parse(SAMPLE)
    assert problems == ()
    return file


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("year",), 2, 8),
        (("中 文", "键"), 3, 13),
        (("flat",), 4, 8),
        (("flat", "a"), 4, 14),
        (("flat", "b", 0), 4, 24),
        (("flat", "b", 1, "c"), 4, 34),
        (("dotted", "deep", "key"), 5, 19),
        (("funds",), 7, 1),
        (("funds", "initial"), 8, 11),
        (("funds", "spent"), 9, 13),
        (("goals", 0), 11, 1),
        (("goals", 0, "indicator", 1, "name"), 17, 8),
        (("goals", 1), 18, 1),
        (("goals", 1, "indicator", 0, "name"), 20, 8),
    ],
)
def test_every_value_has_its_line_and_column(sample, keys, line, column):
    place = sample.place(keys)
    assert (place.line, place.column) == (line, column)


def test_a_key_has_a_place_of_its_own(sample):
    place = sample.place(("funds", "spent"), on="key")
    assert (place.line, place.column) == (9, 3)


def test_a_missing_key_stands_where_its_table_begins(sample):
    assert sample.place(("funds", "budget")).line == 7
    assert sample.place(("goals", 0, "indicator", 0, "weight")).line == 13
    assert (sample.place(("nothing",)).line, sample.place(("nothing",)).column) == (1, 1)


def test_a_key_path_names_rows_by_their_name(sample):
    assert sample.place(("goals", 0, "indicator", 1, "name")).key == "goals[一].indicator[乙].name"
    assert sample.place(("goals", 1, "indicator", 0)).key == "goals[2].indicator[丙]"


@pytest.mark.parametrize(
    ("key", "line", "column", "expected"),
    [
        ("long", 1, 1, (23, 1)),
        ("long", 2, 5, (24, 5)),
        ("same-line", 1, 1, (26, 16)),
        ("same-line", 2, 2, (27, 2)),
        ("literal", 2, 1, (30, 1)),
        ("joined", 2, 1, (34, 1)),
    ],
)
def test_a_line_of_a_string_has_its_place_in_the_file(sample, key, line, column, expected):
    place = sample.text_place(("text", key), line, column)
    assert (place.line, place.column) == expected


def test_decimals_are_kept_as_typed(sample):
    assert str(sample.data["dotted"]["deep"]["key"]) == "1.50"
    assert isinstance(sample.data["funds"]["spent"], Decimal)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb 2\n", 2, "等号"),
        ("a = “甲”\n", 1, "全角"),
        ("a ＝ 1\n", 1, "全角"),
        ("名称 = 1\n", 1, "引号"),
        ('a = "甲\nb = 1\n', 1, "引号"),
        ("d = 2023-02-30\n", 1, "日期"),
        ('p = "C:\\文件"\n', 1, "反斜杠"),
        ("a = 1 2\n", 1, "空格"),
        ("a = [1] [2]\n", 1, "多余"),
        ("[funds\na = 1\n", 1, "]"),
        ("a = [1, 2\n", 1, "列表"),
        ("a = 甲\n", 1, "引号"),
        ("这是说明\n", 1, "#"),
    ],
)
def test_a_syntax_error_is_told_in_chinese_at_its_line(text, line, words):
    file, (first, *_) = parse(text)
    assert file is None
    assert first.code == "I05"
    assert first.place.line == line
    assert words in first.message + first.hint


def test_all_syntax_errors_of_a_file_are_told_at_once():
    _, problems = parse("a = \nb = 1\nc = “x”\n[t]\nd = 2023-02-30\ne = 2\ne = 3\n")
    assert [(p.code, p.place.line) for p in problems] == [
        ("I05", 1),
        ("I05", 3),
        ("I05", 5),
        ("I06", 7),
    ]


def test_a_repeated_key_says_where_the_first_one_is():
    _, (problem,) = parse('[project]\nname = "甲"\ncode = "1"\nname = "乙"\n')
    assert (problem.code, problem.place.line) == ("I06", 4)
    assert "第 2 行" in problem.message


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "[1, nan]", "{ x = [inf] }"])
def test_what_is_no_number_is_refused_at_its_place(value):
    file, (problem,) = parse(f"a = 1\nb = {value}\n")
    assert file is None
    assert (problem.code, problem.place.line) == ("I07", 2)


@pytest.mark.parametrize("value", ["1e999999999", "1e-400", "9" * 4000, "0." + "1" * 200])
def test_a_number_beyond_all_budgets_is_refused(value):
    file, problems = parse(f"a = {value}\n")
    assert file is None
    assert problems[0].code in ("I05", "I09")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 10_000 + "]" * 10_000,
        "a = " + "{ b = " * 10_000 + "1" + "}" * 10_000,
        ".".join(["a"] * 10_000) + " = 1",
        "[" + ".".join(["a"] * 10_000) + "]",
        "x = { " + ".".join(['"a"'] * 10_000) + " = 1 }",
        "a = " + "[" * 1_000_000,
    ],
    ids=["arrays", "tables", "dotted", "header", "quoted", "unclosed"],
)
def test_ten_thousand_levels_are_a_problem_and_no_crash(text):
    file, problems = parse(text)
    assert file is None
    assert problems[0].code == "I08"


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + "[" * 50 + '"',
        "# " + "{" * 50,
        "a = '''\n" + "[\n" * 40 + "'''",
        'a = """' + "{" * 90 + '"""',
    ],
)
def test_brackets_in_strings_and_comments_are_no_levels(text):
    file, problems = parse(text)
    assert problems == ()
    assert file is not None


@pytest.mark.parametrize(
    "text",
    [
        '"' * 500_000,
        "'" * 500_000,
        "\\" * 500_000,
        "[" + "a" * 1_000_000,
        'a = "' + "\\" * 500_001,
        "=\n" * 300_000,
    ],
)
def test_long_nonsense_ends_in_problems(text):
    file, problems = parse(text)
    assert file is None
    assert problems


keys = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
values = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.sampled_from(
        [
            '"甲乙"',
            "true",
            "1.50",
            "[1, 2]",
            "2023-01-31",
            '"""多\n行"""',
            "{ 内 = 1 }".replace("内", '"内"'),
        ]
    ),
)


@given(
    st.lists(st.tuples(keys, values), unique_by=lambda pair: pair[0], min_size=1, max_size=8),
    st.booleans(),
)
def test_the_line_of_a_key_holds_the_key(pairs, in_array):
    head = "[[table]]\n" if in_array else "[table]\n"
    text = "# 甲\n" + head + "".join(f"{key} = {value}\n" for key, value in pairs)
    file, problems = parse(text)
    assert problems == ()
    rows = text.split("\n")
    for key, value in pairs:
        keys_path = ("table", 0, key) if in_array else ("table", key)
        at, value_at = file.place(keys_path, on="key"), file.place(keys_path)
        assert rows[at.line - 1][at.column - 1 :].startswith(key)
        assert rows[value_at.line - 1][value_at.column - 1 :].startswith(value.split("\n")[0])


@given(st.text(max_size=200))
def test_any_text_gives_data_or_problems(text):
    file, problems = parse(text)
    assert (file is None) == bool(problems)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), {"a": [1, {"b": ""}]}),
        (("a", 1, "b"), ""),
        (("a", 0), 1),
        (("a", 2), None),
        (("a", -1), None),
        (("a", "b"), None),
        (("c",), None),
        (("c", 0, "d"), None),
        (("a", 0, 0), None),
    ],
)
def test_a_value_is_found_by_its_path_or_there_is_none(keys, expected):
    assert value_at({"a": [1, {"b": ""}]}, keys) == expected
