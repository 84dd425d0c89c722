"""JSON on one line is the same by either library."""

import json
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import json_line as module
from generator.base.json_line import json_line


class Named(NamedTuple):
    """Written as a list."""

    text: str
    inner: tuple = ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(), inner)
        | st.builds(Named, st.text(), st.tuples(inner))
    ),
    max_leaves=8,
)


def by_the_standard_library(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@given(VALUES)
def test_both_write_the_same(value):
    assert json_line(value) == by_the_standard_library(value)


@pytest.mark.parametrize("value", [2**64, {"深": "".join(map(chr, range(128)))}, Named("甲")])
def test_without_the_library_nothing_differs(value, monkeypatch):
    line = json_line(value)
    monkeypatch.setattr(module, "_dumps", None)
    assert line == json_line(value) == by_the_standard_library(value)


def test_what_is_no_json_is_a_fault():
    with pytest.raises(TypeError):
        json_line({"set": {1}})
