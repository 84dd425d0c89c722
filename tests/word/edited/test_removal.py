"""What is taken out of a file leaves whole what stays: merges, sections, cells, pairs of marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.word.edited.removal import mend_merges, remove_block, remove_row, set_merge
from tests.word.edited.paragraphs import WN, W
from tests.word.edited.test_edited_story import body, p, table, tc

ROWS = st.lists(
    st.tuples(
        st.sampled_from([(1, 1, 1), (2, 1), (1, 2), (3,)]),
        st.tuples(*[st.sampled_from(["", "restart", "continue"])] * 3),
    ),
    min_size=1,
    max_size=6,
)


def rows_of(tbl):
    return tbl.findall(f"{W}tr")


def cells(row):
    column = 0
    for cell in row.findall(f"{W}tc"):
        width = int(cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val"))
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        yield (column, width), "" if merge is None else merge.get(f"{W}val") or "continue"
        column += width


def orphans(tbl) -> list[str]:
    """Cells that go on with nothing."""
    found, above = [], set()
    for number, row in enumerate(rows_of(tbl)):
        own = dict(cells(row))
        found += [
            f"row {number} {place}"
            for place, merge in own.items()
            if merge == "continue" and place not in above
        ]
        above = {place for place, merge in own.items() if merge}
    return found


def random_table(rows):
    """A table with merges that hold: what could not go on stands alone."""
    made, above = [], set()
    for number, (widths, merges) in enumerate(rows):
        column, now, row = 0, set(), ""
        for width, merge in zip(widths, merges, strict=False):
            own = "" if merge == "continue" and (column, width) not in above else merge
            if own:
                now.add((column, width))
            row += tc(p(f"{number}行{column}列"), width, own)
            column += width
        made.append(row)
        above = now
    return body(table(*made) + p("后"))[0]


@settings(max_examples=200)
@given(ROWS, st.data())
def test_no_cell_goes_on_with_nothing_whatever_rows_are_taken_out(rows, data):
    tbl = random_table(rows)
    assert orphans(tbl) == []
    staying = ["".join(row.itertext()) for row in rows_of(tbl)]
    for _ in range(data.draw(st.integers(1, len(rows)))):
        own = rows_of(tbl)
        number = data.draw(st.integers(0, len(own) - 1))
        is_out = remove_row(own[number])
        assert is_out == (len(own) > 1), "the last row stays: a table without rows is none"
        if is_out:
            del staying[number]
        assert orphans(tbl) == []
    assert ["".join(row.itertext()) for row in rows_of(tbl)] == staying


@given(ROWS)
def test_mending_whole_merges_changes_nothing(rows):
    tbl = random_table(rows)
    before = etree.tostring(tbl)
    mend_merges(tbl)
    assert etree.tostring(tbl) == before


def test_a_row_of_a_table_in_a_cell_leaves_the_merges_around_it():
    inner = table(tc(p("甲"), 1, "restart"), tc(p("乙"), 1, "continue"))
    outer = body(table(tc(inner + p("丙"), 1, "restart"), tc(p("丁"), 1, "continue")))[0]
    nested = outer.find(f".//{W}tc/{W}tbl")
    assert remove_row(nested.find(f"{W}tr"))
    assert orphans(nested) == []
    assert [merge for row in rows_of(outer) for _, merge in cells(row)] == ["restart", "continue"]


def test_a_paragraph_that_ends_a_section_stays():
    whole = body(f"<w:p><w:pPr><w:sectPr/></w:pPr></w:p>{p('后')}")
    assert not remove_block(whole[0])
    assert len(whole) == 2


@pytest.mark.parametrize(
    ("inner", "number", "is_out"),
    [
        (p("甲"), 0, False),
        (p("甲") + p("乙"), 0, True),
        (p("甲") + p("乙"), 1, True),
        (table(tc(p("甲"))) + p("乙"), 1, False),
        (table(tc(p("甲"))) + p("乙"), 0, True),
        (p("甲") + table(tc(p("乙"))) + p("丙"), 2, False),
    ],
)
def test_a_cell_ends_with_a_paragraph_whatever_is_taken_out(inner, number, is_out):
    whole = body(table(tc(inner)))
    cell = whole.find(f".//{W}tc")
    assert remove_block(cell[1 + number]) == is_out
    assert cell[-1].tag == f"{W}p"


@pytest.mark.parametrize("pair", ["bookmark", "commentRange"])
@pytest.mark.parametrize("half", ["Start", "End"])
def test_half_of_a_pair_lives_on(pair, half):
    other = "End" if half == "Start" else "Start"
    mark, rest = f'<w:{pair}{half} w:id="7"/>', f'<w:p><w:{pair}{other} w:id="7"/></w:p>'
    gone = f'<w:p>{mark}<w:bookmarkStart w:id="8" w:name="a"/><w:bookmarkEnd w:id="8"/></w:p>'
    whole = body(gone + rest if half == "Start" else rest + gone)
    assert remove_block(whole[0 if half == "Start" else 1])
    marks = [
        etree.QName(e).localname
        for e in whole.iter()
        if etree.QName(e).localname.startswith(("bookmark", "comment"))
    ]
    assert marks == [f"{pair}Start", f"{pair}End"]


def test_a_merge_is_set_where_the_schema_wants_it():
    cell = etree.fromstring(
        f'<w:tc xmlns:w="{WN}"><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2"/><w:vAlign/></w:tcPr>'
        "<w:p/></w:tc>"
    )
    for merge, said in (("restart", "restart"), ("continue", None), ("", ())):
        set_merge(cell, merge)
        names = [etree.QName(child).localname for child in cell[0]]
        found = cell.findall(f"{W}tcPr/{W}vMerge")
        if merge:
            assert names == ["tcW", "gridSpan", "vMerge", "vAlign"]
            assert found[0].get(f"{W}val") == said
        else:
            assert names == ["tcW", "gridSpan", "vAlign"]


def test_a_cell_without_properties_can_be_merged():
    cell = etree.fromstring(f'<w:tc xmlns:w="{WN}"><w:p/></w:tc>')
    set_merge(cell, "restart")
    assert etree.QName(cell[0]).localname == "tcPr"
