"""Edits of the look alone: no word and no object is changed."""

import copy

from tests.roundtrip.hand.hands import (
    Edit,
    Page,
    W,
    format_cell,
    format_paragraph,
    format_run,
    on,
    props,
    remove,
    with_docx,
    xml,
)


def _run(words, *pieces):
    return on(lambda page: format_run(page.run(words), *pieces))


def _paragraph(words, *pieces):
    return on(lambda page: format_paragraph(page.p(words), *pieces))


def _whole(words, *pieces):
    def change(page: Page):
        for run in page.p(words).iter(f"{W}r"):
            format_run(run, *pieces)

    return on(change)


def _part_of_figure(words, figure, part, *pieces):
    """Format one part of a figure: a run within the bookmark is cut in two."""

    def change(page: Page):
        from tests.roundtrip.hand.hands import cut

        run = next(r for r in page.p(words).iter(f"{W}r") if figure in "".join(r.itertext()))
        format_run(cut(run, part), *pieces)

    return on(change)


def _widths(page: Page):
    table = page.table("三级指标")
    for number, column in enumerate(table.find(f"{W}tblGrid")):
        column.set(f"{W}w", str(int(column.get(f"{W}w")) + (120 if number % 2 else -100)))
    for row in table.iterfind(f"{W}tr"):
        for cell in row.iterfind(f"{W}tc"):
            width = cell.find(f"{W}tcPr/{W}tcW")
            width.set(f"{W}w", str(int(width.get(f"{W}w")) + 7))


def _height(page: Page):
    for row in page.table("年初").iterfind(f"{W}tr"):
        held = props(row, "trPr")
        held.append(xml('<w:trHeight w:val="811" w:hRule="atLeast"/>'))


def _repeat(page: Page):
    props(page.row("项目名称"), "trPr").append(xml("<w:tblHeader/>"))


def _cell_borders(page: Page):
    sides = "".join(
        f'<w:{s} w:val="double" w:sz="6" w:space="0" w:color="C00000"/>'
        for s in ("top", "left", "bottom", "right")
    )
    format_cell(page.cell("总分"), f"<w:tcBorders>{sides}</w:tcBorders>")


def _table_style(page: Page):
    held = page.table("三级指标").find(f"{W}tblPr")
    for old in held.findall(f"{W}jc"):
        held.remove(old)
    made = xml('<w:jc w:val="right"/>')
    place = next(
        (
            e
            for e in held
            if e.tag.split("}")[1]
            in [
                "tblCellSpacing",
                "tblInd",
                "tblBorders",
                "shd",
                "tblLayout",
                "tblCellMar",
                "tblLook",
            ]
        ),
        None,
    )
    held.append(made) if place is None else place.addprevious(made)


def _margins(page: Page):
    for section in page.root.iter(f"{W}sectPr"):
        section.find(f"{W}pgMar").set(f"{W}left", "1701")


def _landscape(page: Page):
    size = list(page.root.iter(f"{W}sectPr"))[-1].find(f"{W}pgSz")
    size.set(f"{W}w", "16838")
    size.set(f"{W}h", "11906")
    size.set(f"{W}orient", "landscape")


def _style(page: Page):
    styles = page.part("word/styles.xml")
    for style in styles.iterfind(f"{W}style"):
        if style.get(f"{W}styleId") == "公文正文":
            if style.find(f"{W}rPr") is None:
                style.append(xml("<w:rPr/>"))
            format_run(style, '<w:color w:val="003366"/>')
    page.put("word/styles.xml", styles)


def _own_style(page: Page):
    styles = page.part("word/styles.xml")
    styles.append(
        xml(
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="hand1"><w:name w:val="自定正文"/>'
            '<w:rPr><w:color w:val="7030A0"/></w:rPr></w:style>'
        )
    )
    page.put("word/styles.xml", styles)
    format_paragraph(page.p("资金拨付及时"), '<w:pStyle w:val="hand1"/>')


def _columns(page: Page):
    section = page.root.find(f".//{W}pPr/{W}sectPr")
    section.find(f"{W}cols").set(f"{W}num", "2")


def _cut_everything(page: Page):
    """Runs cut into single signs, as a spell checker and many saves leave them."""
    for run in list(page.p("专款专用").iter(f"{W}r")):
        node = run.find(f"{W}t")
        signs = node.text or ""
        for sign in reversed(signs[1:]):
            twin = copy.deepcopy(run)
            twin.find(f"{W}t").text = sign
            run.addnext(twin)
        node.text = signs[:1]


def _vertical(page: Page):
    format_cell(
        page.cell("数量指标"), '<w:textDirection w:val="tbRlV"/>', '<w:vAlign w:val="bottom"/>'
    )


def _empty_line_look(page: Page):
    format_paragraph(page.p("在县政府网站公开"), "<w:rPr><w:b/></w:rPr>")


def _docx_font(document):
    from docx.shared import Pt

    for p in document.paragraphs:
        if "惠及下游农田" in p.text:
            for run in p.runs:
                run.font.size = Pt(15)
                run.font.name = "楷体"


def _docx_row(document):
    from docx.shared import Cm

    for row in document.tables[1].rows:
        row.height = Cm(1.3)


def _unbold(page: Page):
    for run in page.p("1.客观公正").iter(f"{W}r"):
        for bold in list(run.iter(f"{W}b")):
            remove(bold)


L = "look"
EDITS = (
    Edit("column widths pulled", on(_widths), L),
    Edit("row heights", on(_height), L),
    Edit("row heights by python-docx", with_docx(_docx_row), L),
    Edit("another font for a paragraph", _whole("惠及下游农田", '<w:rFonts w:ascii="楷体" w:hAnsi="楷体" w:eastAsia="楷体" w:hint="eastAsia"/>'), L),
    Edit("font and size by python-docx", with_docx(_docx_font), L),
    Edit("size of one word", _run("下游农田", '<w:sz w:val="36"/>'), L),
    Edit("red words beside a figure", _run("全部用于水库维护", '<w:color w:val="FF0000"/>'), L),
    Edit("a figure in red", _run("361.2万元", '<w:color w:val="FF0000"/>'), L),
    Edit("highlight over a figure and words", _whole("资金使用进度较快", '<w:highlight w:val="yellow"/>'), L),
    Edit("bold on a part of a paragraph", _run("专款专用", "<w:b/>"), L),
    Edit("bold on a part of a figure", _part_of_figure("惠及下游农田", "361.2万元", "361.2", "<w:b/>"), L),
    Edit("the unit of a figure in small letters", _part_of_figure("惠及下游农田", "372.5万元", "万元", '<w:sz w:val="21"/>'), L),
    Edit("underlined figure in a cell", on(lambda page: format_run(next(page.cell("324次").iter(f"{W}r")), '<w:u w:val="single"/>')), L),
    Edit("bold taken away", on(_unbold), L),
    Edit("page break before a heading", _paragraph("六、结果应用", "<w:pageBreakBefore/>"), L),
    Edit("keep with next", _paragraph("培训管护人员", "<w:keepNext/>", "<w:keepLines/>"), L),
    Edit("line spacing", _paragraph("本项目维护", '<w:spacing w:line="500" w:lineRule="exact"/>'), L),
    Edit("space between letters", _run("惠及下游农田。全年预算", '<w:spacing w:val="20"/>'), L),
    Edit("alignment to the right", _paragraph("六、结果应用", '<w:jc w:val="right"/>'), L),
    Edit("no indent", _paragraph("分年度更新", '<w:ind w:firstLineChars="0" w:firstLine="0"/>'), L),
    Edit("border around a paragraph", _paragraph("三、综合评价结论", '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr>'), L),
    Edit("borders of a cell", on(_cell_borders), L),
    Edit("shading of a cell", on(lambda page: format_cell(page.cell("验收合格率"), '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>')), L),
    Edit("shading of a cell with a figure that moves", on(lambda page: format_cell(page.cell("324次"), '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>')), L),
    Edit("table moved to the right", on(_table_style), L),
    Edit("vertical text in a cell", on(_vertical), L),
    Edit("page margins", on(_margins), L),
    Edit("the form in landscape", on(_landscape), L),
    Edit("two columns of text", on(_columns), L),
    Edit("a style changed", on(_style), L),
    Edit("a style of one's own", on(_own_style), L),
    Edit("header row repeats", on(_repeat), L),
    Edit("runs cut into single signs", on(_cut_everything), L),
    Edit("look of a paragraph mark", on(_empty_line_look), L),
    Edit("widths in a form with many rows of funds", on(_widths), L, "form"),
    Edit("heights in a bundle", on(_height), L, "bundle"),
    Edit("bold sentence in a bundle", _run("打通断头路", "<w:b/>"), L, "bundle"),
    Edit("sentence in red in a single", _run("打通断头路", '<w:color w:val="FF0000"/>'), L, "singles"),
)  # fmt: skip
