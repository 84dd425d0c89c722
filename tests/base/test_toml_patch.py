"""Changes to TOML: the data is as wanted, and what nobody asked to change stays to the byte."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.toml_literal import literal
from generator.base.toml_patch import (
    AppendItem,
    AppendRow,
    Change,
    Remove,
    Replace,
    SetValue,
    patch_toml,
)

SAMPLE = '''#:schema .schema/project.schema.json
# 首行说明

[project]
name        = "巡察"   # 项目名称
overview    = """
第一行“引”
第二行 "直" 引"""
note        = 'C:\\路径'

[funds]
spent = 361.20  # 元
sources = [{ name = "财政", spent = 1 }]

[[indicator]]
class  = "产出/数量"
name   = "购书"
evidence = ["台账", "照片"]
lines = [
  "甲",  # 第一
  "乙"   # 第二
]

# 第二项
[[indicator]]
class       = "产出/质量"
name        = "合格率"

[goal]
expected = "不变"
'''


def patched(*changes: Change, text: str = SAMPLE) -> str:
    result = patch_toml(text, changes)
    assert not result.refused
    assert len(result.done) == len(changes)
    return result.text


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [x for x in old if x not in new], [x for x in new if x not in old]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (
            SetValue(("project", "name"), '巡"视'),
            ['name        = "巡察"   # 项目名称'],
            ['name        = "巡\\"视"   # 项目名称'],
        ),
        (SetValue(("funds", "spent"), 362), ["spent = 361.20  # 元"], ["spent = 362  # 元"]),
        (
            SetValue(("project", "overview"), '第一行“引”\n第二行 "直" 用'),
            ['第二行 "直" 引"""'],
            ['第二行 "直" 用"""'],
        ),
        (
            SetValue(("project", "note"), "D:\\路径"),
            ["note        = 'C:\\路径'"],
            ["note        = 'D:\\路径'"],
        ),
        (
            SetValue(("project", "note"), "it's"),
            ["note        = 'C:\\路径'"],
            ['note        = "it\'s"'],
        ),
        (
            AppendItem(("indicator", 0, "lines"), "丙"),
            ['  "乙"   # 第二'],
            ['  "乙",   # 第二', '  "丙"'],
        ),
        (
            SetValue(("funds", "sources", 0, "budget"), 2),
            ['sources = [{ name = "财政", spent = 1 }]'],
            ['sources = [{ name = "财政", spent = 1, budget = 2 }]'],
        ),
        (SetValue(("indicator", 1, "reason"), "因"), [], ['reason      = "因"']),
        (
            SetValue(("indicator", 1, "review", "remark"), "可"),
            [],
            ['review      = { remark = "可" }'],
        ),
        (Remove(("indicator", 0, "lines", 0)), ['  "甲",  # 第一'], []),
        (Remove(("funds", "spent")), ["spent = 361.20  # 元"], []),
    ],
)
def test_a_change_touches_its_own_line_only(
    change: Change, gone: list[str], come: list[str]
) -> None:
    assert changed_lines(SAMPLE, patched(change)) == (gone, come)


def test_two_items_of_one_array_both_change() -> None:
    evidence = ("indicator", 0, "evidence")
    after = patched(
        SetValue((*evidence, 0), "清册"),
        SetValue((*evidence, 1), "影像"),
        AppendItem(evidence, "单"),
    )
    assert 'evidence = ["清册", "影像", "单"]' in after


def test_two_new_texts_stand_under_one_new_table() -> None:
    after = patched(SetValue(("text", "overview"), "甲"), SetValue(("text", "result"), "乙\n丙"))
    assert after == SAMPLE + '\n[text]\noverview = "甲"\nresult   = """乙\n丙"""\n'


def test_a_new_row_follows_the_last_and_is_aligned_as_it_is() -> None:
    after = patched(AppendRow(("indicator",), {"class": "产出/时效", "name": "及时率"}))
    rows = '[[indicator]]\nclass       = "产出/质量"\nname        = "合格率"\n'
    assert (
        f'{rows}\n[[indicator]]\nclass       = "产出/时效"\nname        = "及时率"\n\n[goal]'
        in after
    )


def test_the_first_row_of_a_table_that_is_not_there_opens_it() -> None:
    after = patched(AppendRow(("problem",), {"text": "慢"}))
    assert after.endswith('\n[[problem]]\ntext = "慢"\n')


def test_key_paths_mean_the_text_as_it_was_given() -> None:
    after = patched(Remove(("indicator", 0)), SetValue(("indicator", 1, "name"), "优良率"))
    assert tomllib.loads(after)["indicator"] == [{"class": "产出/质量", "name": "优良率"}]


def test_what_cannot_be_done_is_refused_and_the_rest_is_done() -> None:
    result = patch_toml(
        SAMPLE,
        [
            SetValue(("indicator", 7, "name"), "无"),
            Replace(SAMPLE.index('"巡察"'), SAMPLE.index('"巡察"') + 1, ""),
            SetValue(("goal", "expected"), "变"),
            SetValue(("goal", "expected"), "再变"),
            AppendItem(("goal", "expected"), "x"),
            SetValue(("goal",), "一句话"),
            SetValue(("goal", "achieved"), "坏\x01字\ufdd0"),
        ],
    )
    assert [change.keys for change in result.done if isinstance(change, SetValue)] == [
        ("goal", "expected")
    ]
    assert len(result.refused) == 6
    assert result.text == SAMPLE.replace("不变", "变")


def test_letters_change_values_and_never_keys() -> None:
    at = SAMPLE.index("expected")
    assert patch_toml(SAMPLE, [Replace(at, at + 8, "achieved")]).refused
    word = SAMPLE.index("财政")
    assert patched(Replace(word, word + 2, "本级")) == SAMPLE.replace("财政", "本级")


def test_line_ends_and_the_mark_at_the_start_are_kept_line_by_line() -> None:
    lines = SAMPLE.split("\n")
    mixed = "\ufeff" + "".join(
        line + ("\r\n" if n % 3 else "\n") for n, line in enumerate(lines[:-1])
    )
    after = patched(SetValue(("goal", "expected"), "变"), SetValue(("text", "a"), "甲"), text=mixed)
    wanted = mixed.replace("不变", "变")
    assert after.startswith(wanted)
    assert after.removeprefix(wanted) == '\r\n[text]\r\na = "甲"\r\n'


def test_a_file_that_is_no_toml_is_left() -> None:
    result = patch_toml("a = \n", [SetValue(("a",), 1)])
    assert result.text == "a = \n"
    assert len(result.refused) == 1


words = st.text(alphabet="甲乙ab \"'\\\n\t#{}=,[]é", max_size=8)
values = words | st.integers(-5, 5) | st.booleans() | st.lists(words, max_size=3)
names = st.sampled_from(["a", "b", "中 文", "c-d"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Write a random document with every kind of quotes, tables, rows, comments, layouts."""
    lines = ["# 头"] if draw(st.booleans()) else []
    lines += _pairs(draw)
    for name in draw(st.lists(names, unique=True, max_size=3)):
        if draw(st.booleans()):
            lines += ["", "# 表", f'["t {name}"]', *_pairs(draw)]
            continue
        for _ in range(draw(st.integers(1, 3))):
            lines += ["", f'[["r {name}"]] # 行', *_pairs(draw)]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# 尾\n"]))


def _pairs(draw: st.DrawFn) -> list[str]:
    found = []
    for name in draw(st.lists(names, unique=True, max_size=4)):
        value = draw(values)
        written = literal(value)
        if isinstance(value, list) and value and draw(st.booleans()):
            written = "[\n" + "".join(f"  {literal(item)}, # 项\n" for item in value) + "]"
        elif isinstance(value, str) and not set(value) & set("'\\\n") and draw(st.booleans()):
            written = draw(st.sampled_from([f"'{value}'", f"'''{value}'''"]))
        elif isinstance(value, str) and not set(value) & set('"\\') and draw(st.booleans()):
            written = f'"""\n{value}"""'
        elif draw(st.booleans()):
            written = f"{{ x = {written}, y = 2 }}"
        found.append(f'"{name}"{draw(st.sampled_from([" = ", "=", "   = "]))}{written} # 注')
    return found


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in items:
        found += _paths(value, (*path, key))
    return found


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = draw(documents())
    paths = [*_paths(tomllib.loads(text)), ("new",), ("新", "键")]
    changes: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(paths))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            changes.append(SetValue(path, draw(values)))
        elif kind == 1:
            changes.append(SetValue((*path, draw(names)), draw(values)))
        elif kind == 2:
            changes.append(AppendItem(path, draw(words)))
        elif kind == 3:
            changes.append(AppendRow(path, {"a": draw(words), "b": 1}))
        else:
            changes.append(Remove(path))
    return text, changes


def _apply(data: Any, changes: list[Change]) -> Any:
    """Do the same to plain data: what is set and added first, what goes from the end."""
    later = [c for c in changes if isinstance(c, Remove)]
    for change in [c for c in changes if not isinstance(c, Remove)]:
        assert not isinstance(change, Replace)
        owner = data
        for key in change.keys[:-1]:
            owner = owner.setdefault(key, {}) if isinstance(key, str) else owner[key]
        last = change.keys[-1]
        if isinstance(change, SetValue):
            owner[last] = change.value
        else:
            added = change.value if isinstance(change, AppendItem) else dict(change.row)
            if isinstance(last, str):
                owner.setdefault(last, [])
            owner[last].append(added)
    for change in sorted(
        later, key=lambda c: [k if isinstance(k, int) else 0 for k in c.keys], reverse=True
    ):
        owner = data
        for key in change.keys[:-1]:
            owner = owner[key]
        del owner[change.keys[-1]]
    return data


@settings(max_examples=200, deadline=None)
@given(edited())
def test_the_data_is_as_wanted_whatever_is_changed(case: tuple[str, list[Change]]) -> None:
    text, changes = case
    result = patch_toml(text, changes)
    assert tomllib.loads(result.text) == _apply(tomllib.loads(text), list(result.done))
    assert len(result.done) + len(result.refused) == len(changes)


@settings(max_examples=200, deadline=None)
@given(documents(), st.data())
def test_a_value_that_is_there_is_set_on_its_own_lines(text: str, data: st.DataObject) -> None:
    now = tomllib.loads(text)
    texts = [p for p in _paths(now) if isinstance(_at(now, p), str)]
    if not texts:
        return
    path, new = data.draw(st.sampled_from(texts)), data.draw(words)
    result = patch_toml(text, [SetValue(path, new)])
    assert not result.refused
    assert _at(tomllib.loads(result.text), path) == new
    mine, old = result.text, text
    first = next((n for n, (a, b) in enumerate(zip(mine, old, strict=False)) if a != b), None)
    if first is not None:
        # Nothing before the value's own line and nothing behind its end is touched.
        behind = len(old) - max(
            n for n in range(min(len(old), len(mine)) + 1) if n == 0 or old[-n:] == mine[-n:]
        )
        assert old[first:behind].count("\n") <= str(_at(now, path)).count("\n") + 1


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


LISTED = """[project]
name      = "购书"
# code    = ""  # 编码
overview  = ""  # 概况
# basis   = [
#   { number = "1号" },
# ]

# 每个指标一段
[[indicator]]
class    = "产出/数量"
# weight = 15  # 分值

# 另一项
[[indicator]]
class    = "产出/质量"
# weight = 15  # 分值

# 自定义数据
# [facts]
# "名称" = "内容"

# 存在的问题
# [[problem]]
# text    = ""  # 问题
# measure = ""  # 措施
"""

WHERE_COMMENTED = [
    (SetValue(("project", "code"), "A1"), '# code    = ""  # 编码', 'code      = "A1"  # 编码'),
    (
        SetValue(("indicator", 1, "weight"), 10),
        '产出/质量"\n# weight = 15  # 分值',
        '产出/质量"\nweight   = 10  # 分值',
    ),
    (SetValue(("facts", "件数"), "3"), "# [facts]\n", '[facts]\n"件数" = "3"\n'),
    (
        AppendRow(("problem",), {"text": "晚", "cause": "忙"}),
        '# [[problem]]\n# text    = ""  # 问题',
        '[[problem]]\ncause = "忙"\ntext      = "晚"  # 问题',
    ),
    (
        SetValue(("project", "basis"), []),
        '概况\n# basis   = [\n#   { number = "1号" },',
        '概况\nbasis     = []\n# basis   = [\n#   { number = "1号" },',
    ),
    (SetValue(("project", "overview"), "甲\n乙"), '""  # 概况', '"""甲\n乙"""  # 概况'),
    (
        Remove(("indicator", 1)),
        '# 另一项\n[[indicator]]\nclass    = "产出/质量"\n# weight = 15  # 分值\n\n',
        "",
    ),
    (
        Remove(("indicator", 0)),
        '[[indicator]]\nclass    = "产出/数量"\n# weight = 15  # 分值\n\n',
        "",
    ),
]


@pytest.mark.parametrize(("change", "before", "after"), WHERE_COMMENTED)
def test_what_stands_there_as_a_comment_becomes_real_and_goes_with_its_table(change, before, after):
    assert LISTED.count(before) == 1
    assert patched(change, text=LISTED) == LISTED.replace(before, after)


def test_a_text_of_several_lines_that_is_emptied_is_blank_on_one():
    text = "a = \"\"\"一\n二\"\"\"\nb = '''三'''\n"
    assert patched(SetValue(("a",), ""), SetValue(("b",), ""), text=text) == "a = \"\"\nb = ''\n"
