"""What was pulled once is in the inputs: a second pull of the same file finds nothing."""

import copy

import docx
import pytest

from generator.word.xml import W
from tests.use.pull.folders import edited, inputs_of


@pytest.fixture
def twice(tmp_path, run, monkeypatch):
    """Change a document of an example and pull it twice; returns the inputs before, after and again."""

    def make(name, change):
        folder, path = edited(name, tmp_path, change)
        monkeypatch.chdir(tmp_path)
        found = [inputs_of(folder)]
        for _ in range(2):
            code, _, err = run("pull", path, "--apply")
            assert code == 0, err
            found.append(inputs_of(folder))
        return (*found, err)

    return make


def changed(before, after):
    return {
        keys: after.get(keys) for keys in {*before, *after} if before.get(keys) != after.get(keys)
    }


def bare_copy(paragraph):
    twin = copy.deepcopy(paragraph)
    for mark in [*twin.iter(f"{W}bookmarkStart"), *twin.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return twin


@pytest.mark.parametrize("words", ["另行商定", "另行商定 "])
def test_a_second_paragraph_in_a_cell_is_pulled_once(twice, words):
    def change(document):
        cells = (c for t in document.tables for row in t.rows for c in row.cells)
        paragraph = next(c for c in cells if c.text == "6月底").paragraphs[0]
        twin = docx.text.paragraph.Paragraph(bare_copy(paragraph._p), paragraph._parent)
        paragraph._p.addnext(twin._p)
        twin.text = words

    before, once, again, _ = twice("shanhaiguan-2021", change)
    assert list(changed(before, once).values()) == ["6月底\n另行商定"]
    assert again == once


@pytest.mark.parametrize(
    ("name", "heading", "place"),
    [
        ("ziyang-2022", "（一）项目资金使用情况", "本项目预算收入"),
        ("kaiping-2020", "四、绩效评价指标分析情况", "把涉密信息维护抓得更紧"),
    ],
)
def test_the_copy_of_a_heading_that_the_inputs_cannot_print_is_left(twice, name, heading, place):
    """That the same words stand elsewhere proves nothing."""

    def change(document):
        own = next(p for p in document.paragraphs if p.text == heading)
        home = next(p for p in document.paragraphs if place in p.text)
        home._p.addnext(bare_copy(own._p))

    before, once, again, err = twice(name, change)
    assert changed(before, once) == {}
    assert again == once
    assert f"段落加“{heading}”没有取回" in err
