"""Every character of a string value is found in the text of its file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.toml import parse_toml


def read(text):
    file, problems = parse_toml(text, Path("x.toml"), "x.toml")
    assert problems == ()
    return file


@pytest.mark.parametrize(
    "text",
    [
        'a = "甲乙"',
        "a = '甲乙'",
        'a = """\n甲乙"""',
        "a = '''甲乙'''",
        '[b]\nc = 1\n[d]\na = "甲\\\\乙\\""',
        'a = """甲\\\n   乙"""',
        'a = "\\u7532乙"',
        'a = ["x", "甲乙"]',
    ],
)
def test_plain_characters_stand_where_the_offsets_say(text):
    file = read(text)
    keys = (
        ("d", "a") if "d" in file.data else ("a", 1) if isinstance(file.data["a"], list) else ("a",)
    )
    value = file.data["d"]["a"] if "d" in file.data else file.data["a"]
    value = value[1] if isinstance(value, list) else value
    offsets = file.offsets(keys)
    assert len(offsets) == len(value) + 1
    for character, at in zip(value, offsets, strict=False):
        assert text[at] in (character, "\\")
    assert text[offsets[-1]] in "\"'"


@given(st.text("甲乙\n\t\"\\' \u3000a", max_size=30))
def test_any_text_written_with_escapes_is_found_again(value):
    import json

    text = f"# 注\nk = {json.dumps(value, ensure_ascii=False)}\n"
    offsets = read(text).offsets(("k",))
    assert len(offsets) == len(value) + 1
    assert list(offsets) == sorted(set(offsets))


def test_what_is_no_string_has_no_offsets():
    file = read('a = 1\n[b]\nc = "x"')
    assert file.offsets(("a",)) is None
    assert file.offsets(("b",)) is None
    assert file.offsets(("b", "d")) is None
