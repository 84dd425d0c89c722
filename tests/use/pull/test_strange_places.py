"""Words that stand oddly in Word: beyond an anchor, around a field, behind a drop cap."""

import copy

import pytest

from generator.word.xml import W, parse
from tests.use.pull.folders import edited, inputs_of

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELD = f'<w:fldSimple {NS} w:instr=" =300+12.6 "><w:r><w:t>312.6</w:t></w:r></w:fldSimple>'
FRAME = f'<w:p {NS}><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr></w:p>'


@pytest.fixture
def pulled(tmp_path, run, monkeypatch):
    """Change a document of an example; returns the inputs before and after, and what was said."""

    def make(name, change):
        folder, path = edited(name, tmp_path, change)
        monkeypatch.chdir(tmp_path)
        before = inputs_of(folder)
        code, out, err = run("pull", path, "--apply")
        assert code == 0, err
        return before, inputs_of(folder), out + err

    return make


def paragraph(document, words):
    return next(p._p for p in document.paragraphs if words in p.text)


def test_words_beyond_the_anchor_of_a_cell_belong_to_its_value(pulled):
    def change(document):
        cell = next(
            p
            for p in document.element.iter(f"{W}p")
            if "".join(t.text or "" for t in p.iter(f"{W}t")) == "渌口区纪委监委"
            and p.getparent().tag == f"{W}tc"
        )
        text = next(t for t in cell.iter(f"{W}t") if t.text)
        text.text = "渌口区"
        twin = copy.deepcopy(text.getparent())
        next(twin.iter(f"{W}t")).text = "纪委区监委"
        cell.append(twin)

    before, after, _ = pulled("lukou-2023", change)
    changed = {after[keys] for keys in after if before.get(keys) != after[keys]}
    assert changed == {"渌口区纪委区监委"}


def test_a_sentence_around_a_field_is_not_pulled_with_a_hole(pulled):
    def change(document):
        own = paragraph(document, "年初预算还要")
        for xml in ("预算合计为", None, "万元。"):
            said = FIELD if xml is None else f"<w:r {NS}><w:t>{xml}</w:t></w:r>"
            own.append(parse(said.encode()))

    before, after, said = pulled("kaiping-2020", change)
    assert after == before
    assert "会缺一块" in said


def test_a_drop_cap_is_the_first_letter_of_its_paragraph(pulled):
    def change(document):
        own = paragraph(document, "牢记履职为民")
        text = next(t for t in own.iter(f"{W}t") if (t.text or "").startswith("牢"))
        frame = parse(FRAME.encode())
        letter = copy.deepcopy(text.getparent())
        next(letter.iter(f"{W}t")).text = "牢"
        frame.append(letter)
        text.text = text.text[1:]
        own.addprevious(frame)

    before, after, said = pulled("kaiping-2020", change)
    assert after == before
    assert "没有可取回的改动" in said
