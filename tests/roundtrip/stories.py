"""Random texts in blocks for properties of alignment: paragraphs and tables, changed by somebody."""

from hypothesis import strategies as st
from lxml import etree

from generator.word.edited.story_reading import read_blocks
from tests.word.edited.paragraphs import WN, ours

WORDS = (
    "资金拨付及时。",
    "读者反映良好。",
    "下一步延长开放时间。",
    "为全县读者购置图书。",
    "项目由县文化局主管。",
    "全年支出95万元。",
    "",
)


def p(words: str, number: int = 0) -> str:
    run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
    if not number:
        return f"<w:p>{run}</w:p>"
    return (
        f'<w:p><w:bookmarkStart w:id="{number}" w:name="{ours(number)}"/>{run}'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def table(rows) -> str:
    cells = ("".join(f"<w:tc>{p(*cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def blocks(story):
    inner = "".join(p(*block) if isinstance(block, tuple) else table(block) for block in story)
    return read_blocks(etree.fromstring(f'<w:body xmlns:w="{WN}">{inner}</w:body>'))


def nodes(found):
    """All members of a text: paragraphs, tables, rows, cells."""
    for block in found:
        yield block
        for line in getattr(block, "lines", ()):
            yield line
            for slot in line.slots:
                yield slot
                yield from nodes(slot.blocks)


PARAGRAPH = st.tuples(st.sampled_from(WORDS), st.just(0))
ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(PARAGRAPH, min_size=width, max_size=width), min_size=1, max_size=3
    )
)


@st.composite
def stories(draw):
    """A text of ours: some of its paragraphs bear anchors, each its own."""
    story = draw(st.lists(st.one_of(PARAGRAPH, PARAGRAPH, ROWS), min_size=1, max_size=5))
    number = 0

    def named(paragraph):
        nonlocal number
        number += 1
        return (paragraph[0], number if draw(st.booleans()) else 0)

    return [
        named(block) if isinstance(block, tuple) else [[named(c) for c in row] for row in block]
        for block in story
    ]


@st.composite
def changed(draw, story):
    """What somebody makes of it: words changed, blocks dropped, moved, doubled, added, joined, parted."""
    made = []
    kinds = ("same", "same", "words", "drop", "add", "double", "first", "join", "part")
    for block in story:
        kind = draw(st.sampled_from(kinds))
        own = draw(reworded(block)) if kind == "words" else block
        if kind == "join" and made and isinstance(own, tuple) and isinstance(made[-1], tuple):
            made[-1] = (made[-1][0] + own[0], made[-1][1] or own[1])
            continue
        if kind == "part" and isinstance(own, tuple) and own[0]:
            made += [(own[0][:4], own[1]), (own[0][4:], 0)]
            continue
        if kind != "drop":
            made.insert(0 if kind == "first" else len(made), own)
        if kind == "double":
            made.append(own)
        if kind == "add":
            made.append((draw(st.sampled_from(WORDS)), 0))
    return made


@st.composite
def reworded(draw, block):
    if isinstance(block, tuple):
        return (block[0] + draw(st.sampled_from(("手写。", "另附说明"))), block[1])
    rows = [list(row) for row in block]
    row = draw(st.sampled_from(rows))
    column = draw(st.integers(0, len(row) - 1))
    row[column] = (row[column][0] + "手写", row[column][1])
    if draw(st.booleans()):
        rows.append([("手写的行", 0)] * len(row))
    elif len(rows) > 1 and draw(st.booleans()):
        del rows[0]
    return rows
