"""Redlined tables: rows, cells, merged groups that stay whole whichever version is taken."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from tests.word.redlines import (
    assert_holds_both,
    compared,
    count,
    document,
    empty,
    redlined,
    root_of,
    struck,
    written,
)
from tests.word.samples import (
    ALL_TEMPLATES,
    DOCX,
    MANNER,
    cell,
    form_document,
    part,
    returned_document,
    row_of,
    write,
    write_form,
)
from tests.word.soffice import saved
from tests.word.structure import W, structural_faults

# Opinions that go back to a unit and reports on wording hold findings and no form: no anchors.
RETURNED = DOCX / "returned.docx"
OF_FINDINGS = (RETURNED, DOCX / "house-wording.docx")
FORMS = [template for template in ALL_TEMPLATES if template not in OF_FINDINGS]
ROWS = [["办案", "50件", "47件"], ["培训", "2次", "2次"], ["宣传", "8场", "9场"]]


def rows_of(*names, **texts):
    """Write indicator rows whose anchors bear their names."""
    return [row_of("indicators", texts.get(n, n), f"indicator[{n}]") for n in names]


def marked_rows(data, mark):
    return [
        row for row in root_of(data).iter(f"{W}tr") if row.find(f"{W}trPr/{W}{mark}") is not None
    ]


def test_a_changed_cell_is_marked_in_its_row(tmp_path):
    data = compared(document(ROWS), document([["办案", "50件", "52件"], *ROWS[1:]]), tmp_path)
    assert (struck(data), written(data)) == (["47"], ["52"])
    assert marked_rows(data, "ins") == marked_rows(data, "del") == []


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        (ROWS, ROWS[1:], 1, 0),
        (ROWS, [ROWS[0], ROWS[2]], 1, 0),
        (ROWS, ROWS[:2], 1, 0),
        (ROWS[1:], ROWS, 0, 1),
        (ROWS[:1], ROWS, 0, 2),
        ([ROWS[0]], [["完全", "不同", "的行"]], 1, 1),
    ],
)
def test_rows_come_and_go(old, new, gone, come, tmp_path):
    data = compared(document("前", old, "后"), document("前", new, "后"), tmp_path)
    assert len(marked_rows(data, "del")) == gone
    assert len(marked_rows(data, "ins")) == come


def test_a_row_is_found_by_its_anchor_when_all_its_words_changed():
    data = redlined(write_form(rows_of("甲", "乙")), write_form(rows_of("甲", "乙", 乙="丙丁")))
    assert marked_rows(data, "ins") == marked_rows(data, "del") == []
    assert set(struck(data)) == {"乙"}


@pytest.mark.parametrize("template", FORMS, ids=lambda t: t.stem)
def test_every_form_can_be_redlined(template, tmp_path):
    old = write(part(template, form_document(rows_of("甲", "乙", "丙"), "某项目一百二十")))
    new = write(
        part(template, form_document(rows_of("丁", "甲", "丙", 丙="戊己"), "某项目二百三十"))
    )
    assert struck(compared(old, new, tmp_path))


def test_opinions_that_go_back_can_be_redlined(tmp_path):
    clean = MANNER._replace(is_clean=True)
    lists = (("预算数不一致", "缺少佐证"), ("预算数不一致", "原因没有写", "缺少附件"))
    old, new = (
        write(part(RETURNED, returned_document(*messages)), manner=clean) for messages in lists
    )
    data = compared(old, new, tmp_path)
    assert "佐证" in "".join(struck(data))
    assert "原因没有写" in "".join(written(data))


def test_tables_come_and_go(tmp_path):
    with_table, without = document("前", ROWS, "后"), document("前", "后")
    assert len(marked_rows(compared(with_table, without, tmp_path), "del")) == 3
    assert len(marked_rows(compared(without, with_table, tmp_path), "ins")) == 3


def test_a_table_at_the_end_goes_with_what_stands_behind_it(tmp_path):
    with_table, without = document("前", ROWS, "后"), document("前")
    assert len(marked_rows(compared(with_table, without, tmp_path), "del")) == len(ROWS)
    assert len(marked_rows(compared(without, with_table, tmp_path), "ins")) == len(ROWS)


def test_a_table_with_other_columns_is_struck_out_and_written_anew(tmp_path):
    narrow = [row[:2] for row in ROWS]
    data = compared(document(ROWS, "后"), document(narrow, "后"), tmp_path)
    assert (len(marked_rows(data, "del")), len(marked_rows(data, "ins"))) == (3, 3)


def grouped(*groups, others=()):
    """Write a table with merged groups in its first column: (label, texts of its rows)."""
    made = empty()
    lines = [(label, n, text) for label, texts in groups for n, text in enumerate(texts)]
    table = made.add_table(len(lines), 3)
    sizes = dict(groups)
    for row, (label, number, text) in zip(table.rows, lines, strict=True):
        first, second, third = row.cells
        first.text = label if number == 0 else ""
        second.text, third.text = text, f"{text}件"
        if len(sizes[label]) > 1:
            merge = OxmlElement("w:vMerge")
            if number == 0:
                merge.set(qn("w:val"), "restart")
            first._tc.get_or_add_tcPr().append(merge)
    made.add_paragraph("后")
    return saved(made)


OUTPUT = ("产出", ["数量", "质量", "时效"])
EFFECT = ("效益", ["社会", "生态"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([OUTPUT, EFFECT], [("产出", ["新增", "数量", "质量", "时效"]), EFFECT]),
        ([OUTPUT, EFFECT], [("产出", ["质量", "时效"]), EFFECT]),
        ([OUTPUT, EFFECT], [("产出", ["数量", "时效"]), EFFECT]),
        ([OUTPUT, EFFECT], [("产出", ["数量", "质量"]), EFFECT]),
        ([OUTPUT, EFFECT], [("产出", ["数量"]), EFFECT]),
        ([("产出", ["数量"]), EFFECT], [OUTPUT, EFFECT]),
        ([OUTPUT, EFFECT], [EFFECT]),
        ([EFFECT], [OUTPUT, EFFECT]),
        ([OUTPUT, EFFECT], [EFFECT, OUTPUT]),
        ([OUTPUT], [("产出", ["数量", "质量"]), ("成本", ["时效"])]),
        ([("产出", ["数量"]), ("成本", ["时效"])], [("产出", ["数量", "时效"])]),
        ([("甲", ["一"]), ("乙", ["二"])], [("甲", ["一", "三"])]),
        ([("甲", ["一", "二"]), ("乙", ["三"])], [("甲", ["一"]), ("乙", ["二", "三"])]),
    ],
)
def test_merged_groups_stay_whole_either_way(old, new, tmp_path):
    data = compared(grouped(*old), grouped(*new), tmp_path)
    assert marked_rows(data, "del") or marked_rows(data, "ins") or struck(data) or written(data)


def test_a_row_that_joins_a_group_behind_its_first_row_leaves_the_others_alone():
    longer = ("产出", ["数量", "新增", "质量", "时效"])
    data = redlined(grouped(OUTPUT, EFFECT), grouped(longer, EFFECT))
    assert len(marked_rows(data, "ins")) == 1
    assert marked_rows(data, "del") == []


def test_a_row_before_the_first_of_a_group_renews_only_the_first():
    longer = ("产出", ["新增", "数量", "质量", "时效"])
    data = redlined(grouped(OUTPUT, EFFECT), grouped(longer, EFFECT))
    assert (len(marked_rows(data, "del")), len(marked_rows(data, "ins"))) == (1, 2)
    assert count(data, "tr") == 7


def merged_form(groups):
    rows = []
    for label, names in groups:
        for n, name in enumerate(names):
            merge = "" if len(names) == 1 else "continue" if n else "restart"
            row = row_of("indicators", name, f"indicator[{name}]", level1=merge)
            cells = {**row.cells, "level1": cell(label, merge)}
            rows.append(type(row)(cells, row.key))
    return write_form(rows)


names = st.lists(st.sampled_from("甲乙丙丁戊己庚"), unique=True, max_size=6)
cuts = st.lists(st.integers(1, 3), min_size=6, max_size=6)


def groups_from(found, sizes):
    groups, rest = [], list(found)
    for number, size in enumerate(sizes):
        if rest:
            groups.append((f"组{number}", rest[:size]))
            rest = rest[size:]
    return groups


@given(names, cuts, names, cuts)
def test_any_merged_rows_of_a_form_can_be_had_back(old, old_cuts, new, new_cuts):
    mine = merged_form(groups_from(old, old_cuts))
    yours = merged_form(groups_from(new, new_cuts))
    assert_holds_both(mine, yours, redlined(mine, yours))


texts = st.sampled_from(["", "甲乙丙", "甲乙丁", "12件", "13件", "预算执行率"])
tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=4)
)
contents = st.lists(st.one_of(texts, tables), max_size=5).map(lambda found: [*found, "末段"])


@given(contents, contents)
def test_any_paragraphs_and_tables_can_be_had_back(old, new):
    mine, yours = document(*old), document(*new)
    assert_holds_both(mine, yours, redlined(mine, yours))


def test_a_table_inside_a_cell_is_compared_too(tmp_path):
    made = []
    for text in ("内表十二", "内表十三"):
        outer = empty()
        inside = outer.add_table(1, 1).rows[0].cells[0]
        inside.add_table(1, 1).rows[0].cells[0].text = text
        inside.add_paragraph("格末")
        outer.add_paragraph("后")
        made.append(saved(outer))
    data = compared(*made, tmp_path)
    assert (struck(data), written(data)) == (["二"], ["三"])
    assert structural_faults(data) == []
    compared(made[0], document("后"), tmp_path)
    compared(document("后"), made[0], tmp_path)
