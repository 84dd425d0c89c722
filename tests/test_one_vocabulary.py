"""Words of the domain are data that a user's folder extends; numerals of the language stand once."""

import ast
import re

import pytest

from tests.test_one_door import SOURCES

NUMERALS = re.compile("[零〇一二三四五六七八九十]{4}|壹贰")


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "base/chinese.py"])
def test_the_class_of_numerals_stands_in_one_file(name):
    code = re.sub(r'(?s)""".*?"""|#[^\n]*', "", SOURCES[name])
    assert NUMERALS.findall(code) == []


HAN = "[一-鿿]"
ALTERNATION = re.compile(rf"{HAN}[^|()\[\]]*\|(?:\(\?:)?{HAN}|{HAN}\)?\|{HAN}")
# What stands there all the same, each with a reason.
OWN_WORDS = {
    "document_account.py": "what our account calls furniture",
    "furniture_line.py": "what our account calls furniture",
    "own_fields.py": "what our account calls furniture",
    "narrator.py": "what our account calls furniture",
    "column_lists.py": "what our messages call columns",
    "own_sections.py": "styles of our own numbering",
}
LANGUAGE = {
    "cell_kinds.py": "questions",
    "stated_results.py": "particles between a claim and its number",
    "duties.py": "particles behind a word",
    "instructions.py": "asking in a sentence",
    "joint_scores.py": "taking off in a sentence",
    "goal_rows.py": "a label said once more before the text",
    "title_names.py": "the title of a report around a name",
    "form_words.py": "limits of length",
    "whole_document.py": "the title of a report around a name",
}


def word_lists(code):
    """Give what lists Chinese words: a collection of them, or a pattern that chooses among them."""
    for node in ast.walk(ast.parse(code)):
        parts = []
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [*node.keys, *node.values]
        elif isinstance(node, ast.Constant) and ALTERNATION.search(str(node.value)):
            yield node.value
        said = [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
        if len([word for word in said if re.search(HAN, word)]) > 1:
            yield said


def test_the_room_of_reading_lists_no_words_of_the_domain():
    found = {
        name.removeprefix("read/"): [*word_lists(code)]
        for name, code in SOURCES.items()
        if name.startswith("read/")
    }
    told = {name: words for name, words in found.items() if words}
    assert set(told) == {*OWN_WORDS, *LANGUAGE}, told
