"""Edits of tables: words in cells, rows and columns added and taken away, cells merged and split."""

import copy

from tests.roundtrip.hand.hands import (
    MINE,
    Edit,
    Page,
    W,
    bare,
    format_cell,
    new_run,
    on,
    props,
    remove,
    replace,
    retype,
    set_text,
    text,
    with_docx,
    xml,
)


def _cell_text(old, new):
    """Set the text of a cell by python-docx: its runs and bookmarks fall away."""

    def change(document):
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.text == old:
                        cell.text = new
                        return
        raise AssertionError(f"no cell says {old}")

    return with_docx(change)


def _note(words, said, *, column=-1):
    """Type into an empty cell of the row in which some words stand."""

    def change(page: Page):
        cell = page.row(words).findall(f"{W}tc")[column]
        assert not text(cell).strip()
        p = cell.find(f"{W}p")
        run = p.find(f"{W}r")
        if run is None:
            p.append(new_run(said))
        else:
            node = run.find(f"{W}t")
            set_text(node, said)

    return on(change)


def _second_paragraph(words, said):
    def change(page: Page):
        p = page.p(words)
        twin = bare(p)
        retype(twin, said)
        p.addnext(twin)

    return on(change)


def _blank_row(row, said, *, column=3):
    twin = bare(row)
    for merge in twin.iter(f"{W}vMerge"):
        merge.attrib.clear()
    for node in twin.iter(f"{W}t"):
        set_text(node, "")
    cells = twin.findall(f"{W}tc")
    p = cells[min(column, len(cells) - 1)].find(f"{W}p")
    p.append(new_run(said))
    return twin


def _add_row(words, said, **more):
    def change(page: Page):
        row = page.row(words)
        row.addnext(_blank_row(row, said, **more))

    return on(change)


def _full_row(page: Page):
    """A whole indicator written by hand below another one."""
    row = page.row("巡查次数")
    twin = _blank_row(row, "")
    cells = twin.findall(f"{W}tc")
    for cell, words in zip(
        cells[3:], ("手写指标", "≥3项", "3项", "0", "0", "手写原因"), strict=True
    ):
        retype(cell.find(f"{W}p"), words)
    row.addnext(twin)


def _duplicate(words):
    """Copy and paste a row, bookmarks and all; numbers of the copies are made unique as Word does."""

    def change(page: Page):
        row = page.row(words)
        twin = bare(row)
        for merge in twin.iter(f"{W}vMerge"):
            merge.attrib.clear()
        row.addnext(twin)

    return on(change)


def _delete_row(words):
    return on(lambda page: remove(page.row(words)))


def _move_row(page: Page):
    page.row("群众满意度").addprevious(page.row("改善灌溉面积"))


def _swap_rows(page: Page):
    """All but the merged cells of two rows change places."""
    first, second = page.row("演出场次"), page.row("培训期数")
    upper, lower = first.findall(f"{W}tc")[3:], second.findall(f"{W}tc")[3:]
    first.extend(lower)
    second.extend(upper)


def _add_column(page: Page):
    table = page.table("三级指标")
    grid = table.find(f"{W}tblGrid")
    grid.append(copy.deepcopy(grid[-1]))
    for number, row in enumerate(table.iterfind(f"{W}tr")):
        twin = bare(row.findall(f"{W}tc")[-1])
        for node in twin.iter(f"{W}t"):
            set_text(node, "")
        row.append(twin)
        if number < 3:
            twin.find(f"{W}p").append(new_run(("备注（手写）", "手写甲", "手写乙")[number]))


def _delete_column(page: Page):
    table = page.table("三级指标")
    grid = table.find(f"{W}tblGrid")
    grid.remove(grid[-1])
    for row in table.iterfind(f"{W}tr"):
        row.remove(row.findall(f"{W}tc")[-1])


def _merge_down(page: Page):
    """Two cells of the last column merged by hand, one below the other."""
    upper = page.row("维护水库座数").findall(f"{W}tc")[-1]
    lower = page.row("巡查次数").findall(f"{W}tc")[-1]
    format_cell(upper, '<w:vMerge w:val="restart"/>')
    format_cell(lower, "<w:vMerge/>")


def _merge_across(page: Page):
    """The cells of score and reason merged in one row."""
    cells = page.row("改善灌溉面积").findall(f"{W}tc")
    width = sum(int(c.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for c in cells[-2:])
    format_cell(cells[-2], f'<w:tcW w:w="{width}" w:type="dxa"/>', '<w:gridSpan w:val="2"/>')
    for p in list(cells[-1].iterfind(f"{W}p")):
        if text(p).strip():
            cells[-2].append(p)
    remove(cells[-1])


def _split_cell(page: Page):
    """A cell that spanned columns split into two."""
    row = page.row("项目名称")
    cell = row.findall(f"{W}tc")[-1]
    span = int(cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val"))
    width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
    format_cell(
        cell, f'<w:tcW w:w="{width - 900}" w:type="dxa"/>', f'<w:gridSpan w:val="{span - 1}"/>'
    )
    twin = bare(cell)
    for old in list(twin)[1:]:
        twin.remove(old)
    for old in list(twin.iter(f"{W}gridSpan")):
        remove(old)
    format_cell(twin, '<w:tcW w:w="900" w:type="dxa"/>')
    twin.append(xml("<w:p/>"))
    twin.find(f"{W}p").append(new_run("手写编号"))
    cell.addnext(twin)


def _nested(page: Page):
    cell = page.cell("两座水库验收推迟")
    cell.insert(
        1,
        xml(
            '<w:tbl><w:tblPr><w:tblW w:w="800" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="800"/></w:tblGrid>'
            f'<w:tr><w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{MINE}，表中表</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
        ),
    )


def _second_table(page: Page):
    page.p("五、存在的问题").addprevious(
        xml(
            '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
            + "".join(
                "<w:tr>"
                + "".join(
                    f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{w}</w:t></w:r></w:p></w:tc>'
                    for w in pair
                )
                + "</w:tr>"
                for pair in (("手写表头", "手写金额"), ("其中支出", "361.2万元"))
            )
            + "</w:tbl>"
        )
    )


def _copy_table(page: Page):
    table = page.table("三级指标")
    twin = bare(table)
    space = xml("<w:p/>")
    table.addnext(space)
    space.addnext(twin)


def _delete_table(page: Page):
    table = page.table("三级指标")
    remove(table)


def _fund_row(page: Page):
    row = page.row("上年结转资金")
    row.addnext(_blank_row(row, "手写来源", column=1))


def _hand_width(page: Page):
    props(page.row("巡查次数"), "trPr")
    page.cell("27座").find(f"{W}p").append(new_run("（手写注）"))


EDITS = (
    Edit("words of a cell set by python-docx", _cell_text("两座水库验收推迟。", f"{MINE}，单元格。"), kept=(f"{MINE}，单元格",)),
    Edit("figure of a cell set by python-docx", _cell_text("324次", "329次"), kept=("329次",), typed=True),
    Edit("achieved goal set by python-docx", _cell_text("维护水库27座，巡查324次，支出361.2万元。", f"维护水库27座，巡查324次，支出361.2万元，{MINE}。"), kept=(MINE,)),
    Edit("words added in a cell with figures", replace("，巡查", "，认真巡查", within="tbl"), kept=("认真巡查",)),
    Edit("words behind a figure in its cell", on(_hand_width), kept=("（手写注）",)),
    Edit("expected goal reworded", replace("保证水库安全度汛", "确保水库安全度汛"), kept=("确保水库安全度汛",)),
    Edit("a reason filled in", _note("巡查次数", f"{MINE}，超额原因。"), kept=(f"{MINE}，超额原因",)),
    Edit("a reason filled in by python-docx in an empty cell", with_docx(lambda d: setattr(d.tables[1].rows[4].cells[-1], "text", f"{MINE}，填入原因。")), kept=(f"{MINE}，填入原因",)),
    Edit("a note in the last cell of the total", _note("总分", f"{MINE}，总分注。"), kept=(f"{MINE}，总分注",)),
    Edit("a note in the empty cell of the funds", _note("其中：当年财政拨款", f"{MINE}，率", column=-2), kept=(f"{MINE}，率",)),
    Edit("a reason reworded", replace("两座水库验收推迟", "两座水库因汛期验收推迟", within="tbl"), kept=("因汛期验收推迟",)),
    Edit("a reason emptied", on(lambda page: [remove(r) for r in list(page.cell("两座水库验收推迟").iter(f"{W}r"))]), gone=("两座水库验收推迟",)),
    Edit("a second paragraph in a cell", _second_paragraph("雨天改期两次", f"{MINE}，格内第二段。"), kept=(f"{MINE}，格内第二段",), dossier="form"),
    Edit("name of an indicator reworded", replace("管护制度健全程度", "管护制度健全水平", within="tbl"), kept=("管护制度健全水平",)),
    Edit("a row added by hand", _add_row("巡查次数", f"{MINE}，加一行"), kept=(f"{MINE}，加一行",)),
    Edit("a row with a whole indicator added", on(_full_row), kept=("手写指标", "≥3项", "手写原因")),
    Edit("a row added at the end", _add_row("群众满意度", f"{MINE}，末行"), kept=(f"{MINE}，末行",)),
    Edit("a row of funds added", on(_fund_row), kept=("手写来源",), dossier="form"),
    Edit("a row deleted", _delete_row("群众满意度"), gone=("群众满意度",)),
    Edit("the row of the moving figure deleted", _delete_row("巡查次数"), gone=("巡查次数",)),
    Edit("a row of funds deleted", _delete_row("上年结转资金"), dossier="form", gone=("上年结转资金",)),
    Edit("a row moved", on(_move_row)),
    Edit("two rows changed places", on(_swap_rows), dossier="form"),
    Edit("a row copied", _duplicate("改善灌溉面积")),
    Edit("the row of the moving figure copied", _duplicate("巡查次数")),
    Edit("a column added", on(_add_column), kept=("备注（手写）", "手写甲", "手写乙")),
    Edit("a column deleted", on(_delete_column), gone=("偏差原因分析及改进措施",)),
    Edit("two cells merged downwards", on(_merge_down), "either"),
    Edit("two cells merged in a row", on(_merge_across), "either"),
    Edit("a cell split", on(_split_cell), kept=("手写编号",)),
    Edit("a table in a cell", on(_nested), kept=(f"{MINE}，表中表",)),
    Edit("a second table with an old figure", on(_second_table), kept=("手写表头", "手写金额")),
    Edit("the table copied", on(_copy_table)),
    Edit("the table deleted", on(_delete_table), gone=("三级指标",)),
    Edit("a reason filled in in a bundle", _note("方便出行人数", f"{MINE}，合订原因。"), dossier="bundle", kept=(f"{MINE}，合订原因",)),
    Edit("a row added in a bundle", _add_row("硬化道路里程", f"{MINE}，合订加行"), dossier="bundle", kept=(f"{MINE}，合订加行",)),
    Edit("a reason filled in in a form alone", _note("演出场次", f"{MINE}，单表原因。"), dossier="form", kept=(f"{MINE}，单表原因",)),
    Edit("words in the goal of a form alone", replace("。培养骨干", "。系统培养骨干"), dossier="form", kept=("系统培养骨干",)),
    Edit("a sentence at the end of the goal of a form alone", on(lambda page: page.p("队伍稳定").append(new_run(f"{MINE}，格末。"))), dossier="form", kept=(f"{MINE}，格末",)),
    Edit("a column added in a form alone", on(_add_column), dossier="form", kept=("备注（手写）",)),
)  # fmt: skip
