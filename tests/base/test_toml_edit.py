"""Edits of TOML: what is not touched stays to the letter."""

import pytest
import tomli

from generator.base.toml_edit import Change, Drop, Enter, Path, Put, TomlText

TEXT = '''#:schema a.json
# 开头

a     = 1 # 甲
# 乙的说明
b     = "二"
c     = [
  { x = 1, y = "留" }, # 行一
  { y = "下" },
]

# 表的说明
[t]
k = """
多行"""

# 下一张表的说明
[[r]]
n = 1

[[r]]
n = 2
# 末尾
'''


def edited(text: str, **changes: Change) -> str:
    """Change the top-level keys that are named, and keys ``x`` and ``k`` wherever they are met."""

    def decide(path: Path, value: object) -> Change:
        last = str(path[-1])
        if last in changes:
            return changes[last]
        return Enter() if isinstance(value, dict | list) else None

    document = TomlText(text)
    document.apply(decide)
    return str(document)


def test_without_changes_the_text_is_the_same():
    assert edited(TEXT) == TEXT


def test_a_key_goes_with_the_comment_above_it_and_behind_it():
    text = edited(TEXT, b=Drop())
    assert "乙的说明" not in text
    assert text == TEXT.replace('# 乙的说明\nb     = "二"\n', "")


def test_the_opening_comment_stays_when_the_first_key_goes():
    assert "# 开头" in edited("# 开头\na = 1\nb = 2\n", a=Drop())


def test_a_table_goes_and_the_comment_of_the_next_one_stays():
    text = edited(TEXT, t=Drop())
    assert "表的说明\n[t]" not in text
    assert "# 下一张表的说明\n[[r]]" in text
    assert "\n\n\n" not in text


def test_all_rows_of_a_name_go_together():
    assert "r" not in tomli.loads(edited(TEXT, r=Drop()))


def test_a_key_in_braces_goes_and_its_row_keeps_its_comment():
    assert '  { y = "留" }, # 行一\n' in edited(TEXT, x=Drop())


def test_a_new_value_keeps_its_place_and_its_quotes():
    text = edited(TEXT, k=Put("新"), a=Put(7))
    assert 'k = """新"""\n' in text
    assert "a     = 7 # 甲\n" in text


def test_a_new_key_is_aligned_below_its_neighbour():
    document = TomlText(TEXT)
    document.set_after("abc", "值", before="a")
    assert '# 甲\nabc   = "值"\n' in str(document)
    assert tomli.loads(str(document))["abc"] == "值"


def test_a_key_that_is_there_is_set_in_its_place():
    document = TomlText(TEXT)
    document.set_after("b", "新", before="a")
    assert str(document) == TEXT.replace('# 乙的说明\nb     = "二"', '# 乙的说明\nb     = "新"')


def test_a_comment_that_stays_outlives_the_value_but_not_the_key():
    text = "x = 0\n\n# 说明\n# 旧事\na = 1 # 说明\n"

    def told(change: Change) -> str:
        document = TomlText(text)
        document.apply(
            lambda path, _: change if path == ("a",) else None, lambda comment: "说明" in comment
        )
        return str(document)

    assert told(Put("")) == 'x = 0\n\n# 说明\na = "" # 说明\n'
    assert told(Drop()) == "x = 0\n\n"


def test_lines_at_the_top_come_below_the_schema():
    document = TomlText(TEXT)
    document.open_with(("一", "二"))
    assert str(document).startswith("#:schema a.json\n# 一\n# 二\n# 开头\n")


def test_unwanted_comments_go_wherever_they_stand():
    document = TomlText(TEXT)
    document.drop_comments(lambda comment: "甲" in comment or "末尾" in comment)
    assert str(document) == TEXT.replace(" # 甲", "").replace("# 末尾\n", "")


@pytest.mark.parametrize(
    "text", ["", "# 只有注释\n", "a = 1\n", "[a]\n[a.b]\nc = 1\n", "a.b = 1\na.c = 2\n"]
)
def test_short_documents_survive(text):
    assert edited(text) == text
    assert TomlText(text).data() == tomli.loads(text)
