"""Reading redlined files in tests: what they say, block by block, and whether they hold both versions."""

import datetime
import io
import re
import zipfile

import docx
from lxml import etree

from generator.word.redline.redlined import accept_all, redline, reject_all
from tests.word.samples import assert_valid, write_report
from tests.word.soffice import saved
from tests.word.structure import W, structural_faults

DAY = datetime.date(2024, 5, 6)
AUTHOR = "某单位"
STORY = re.compile(r"word/(document|header\d*|footer\d*|part\d+-\w+)\.xml")


def redlined(old, new, causes=None):
    result = redline(old, new, author=AUTHOR, day=DAY, causes=causes or {})
    assert result.data is not None, result.problems
    return result.data


def xml_of(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def root_of(data, name="word/document.xml"):
    return etree.fromstring(xml_of(data, name).encode())


def stories(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if STORY.fullmatch(name)]
    return {name: blocks_of(root_of(data, name)) for name in names}


def blocks_of(holder):
    """Return paragraphs as texts and tables as lists of rows of cells of blocks."""
    body = holder.find(f"{W}body")
    found = []
    for child in holder if body is None else body:
        if child.tag == f"{W}p":
            found.append(text_of(child))
        elif child.tag == f"{W}tbl":
            rows = child.findall(f"{W}tr")
            found.append([[blocks_of(cell) for cell in row.findall(f"{W}tc")] for row in rows])
    return found


def text_of(paragraph):
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        found.text or "" if found.tag == f"{W}t" else signs[found.tag]
        for found in paragraph.iter(f"{W}t", *signs)
        if found.getparent().tag == f"{W}r"
    )


def merges_in(data):
    """Return the merge state of every cell."""
    states = []
    for cell in root_of(data).iter(f"{W}tc"):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        states.append("" if merge is None else merge.get(f"{W}val") or "continue")
    return states


def bookmarks_in(data):
    return [mark.get(f"{W}name") for mark in root_of(data).iter(f"{W}bookmarkStart")]


def struck(data, name="word/document.xml"):
    return ["".join(d.itertext()) for d in root_of(data, name).iter(f"{W}del") if len(d)]


def written(data, name="word/document.xml"):
    return ["".join(d.itertext()) for d in root_of(data, name).iter(f"{W}ins") if len(d)]


def count(data, tag, name="word/document.xml"):
    return sum(1 for _ in root_of(data, name).iter(f"{W}{tag}"))


def comments_in(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/comments.xml" not in package.namelist():
            return []
    return ["".join(c.itertext()) for c in root_of(data, "word/comments.xml")]


def assert_holds_both(old, new, data):
    """Accepting gives the new text and rejecting the old one; nothing of the new file is lost."""
    accepted, rejected = accept_all(data), reject_all(data)
    assert stories(accepted) == stories(new)
    assert stories(rejected) == stories(old)
    assert merges_in(accepted) == merges_in(new)
    assert merges_in(rejected) == merges_in(old)
    assert bookmarks_in(data) == bookmarks_in(new)
    assert bookmarks_in(accepted) == bookmarks_in(new)
    for version in (data, accepted, rejected):
        assert structural_faults(version) == []
    marks = [m.get(f"{W}id") for m in root_of(data).iter(f"{W}ins", f"{W}del", f"{W}pPrChange")]
    assert len(marks) == len(set(marks))
    for tag in ("ins", "del"):
        assert count(accepted, tag) == count(rejected, tag) == 0


def compared(old, new, tmp_path, causes=None):
    """Redline, look at it from all sides, and return it."""
    data = redlined(old, new, causes)
    assert_holds_both(old, new, data)
    for version in (data, accept_all(data), reject_all(data)):
        assert_valid(version, tmp_path)
    return data


def empty():
    """Open a file of ours with nothing in it."""
    made = docx.Document(io.BytesIO(write_report()))
    for child in list(made.element.body)[:-1]:
        made.element.body.remove(child)
    return made


def document(*blocks, header=""):
    """Write paragraphs (texts) and tables (lists of rows of texts)."""
    made = empty()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        made.sections[0].header.paragraphs[0].text = header
    return saved(made)
