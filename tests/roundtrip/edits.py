"""Thirty things that people do to a report in Word, each with the words that must survive."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MINE = "这是我写的话"


@dataclass(frozen=True)
class Edit:
    """An edit: what is done, which words must be there afterwards, which figure it touches."""

    name: str
    do: Callable[[Document], None]
    kept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_an_edit: bool = True
    touches_figure: bool = False


def paragraph(document: Document, words: str):
    return next(p for p in document.paragraphs if words in p.text)


def cell(document: Document, words: str, table: int | None = None):
    tables = document.tables if table is None else [document.tables[table]]
    return next(c for t in tables for r in t.rows for c in r.cells if c.text == words)


def bare_copy(element):
    """Copy a paragraph or row as pasting does: without the hidden bookmarks."""
    twin = copy.deepcopy(element)
    for mark in twin.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)
    return twin


def set_words(holder, words: str) -> None:
    """Retype a paragraph: the first run takes the words, the others are emptied."""
    runs = holder.runs
    runs[0].text = words
    for run in runs[1:]:
        run.text = ""


def retype(document):
    set_words(paragraph(document, "为全县读者购置图书"), f"{MINE}，全部重写。")


def retype_without_marks(document):
    old = paragraph(document, "为全县读者购置图书")
    new = bare_copy(old._p)
    old._p.addnext(new)
    old._p.getparent().remove(old._p)
    set_words(paragraph(document, "为全县读者购置图书"), f"{MINE}，书签也没有了。")


def replace(old: str, new: str):
    def do(document):
        run = next(r for p in document.paragraphs for r in p.runs if old in r.text)
        run.text = run.text.replace(old, new)

    return do


def replace_in_cell(old: str, new: str):
    def do(document):
        run = next(r for r in cell(document, old).paragraphs[0].runs if r.text)
        run.text = new

    return do


def delete_sentence(document):
    replace("图书送到每个乡镇", "")(document)


def delete_paragraph(document):
    element = paragraph(document, "评价对象为")._p
    element.getparent().remove(element)


def insert_between(document):
    place = paragraph(document, "三、综合评价结论")
    place.insert_paragraph_before(f"{MINE}，加在两段之间。")


def insert_at_the_end(document):
    place = paragraph(document, "某县图书馆")
    last = [p for p in document.paragraphs if p.text == "某县图书馆"]
    (last[-1] if last else place).insert_paragraph_before(f"{MINE}，加在最后。")


def move_section(document):
    heading = paragraph(document, "三、综合评价结论")
    body = heading._p.getnext()
    target = paragraph(document, "六、结果应用")._p
    target.addprevious(heading._p)
    target.addprevious(body)


def split(document):
    first = paragraph(document, "评价对象为")
    second = bare_copy(first._p)
    first._p.addnext(second)
    text = first.text
    middle = text.index("，") + 1
    set_words(first, text[:middle])
    for node in second.xpath(".//w:t"):
        node.text = ""
    second.xpath(".//w:t")[0].text = text[middle:]


def join(document):
    first = paragraph(document, "为全县读者购置图书")._p
    second = first.getnext()
    for child in list(second):
        if not child.tag.endswith("}pPr"):
            first.append(child)
    second.getparent().remove(second)


def change_heading(document):
    set_words(paragraph(document, "四、绩效目标实现情况分析"), f"四、{MINE}")


def change_title(document):
    set_words(paragraph(document, "绩效自评报告"), f"{MINE}的报告")


def add_row(document):
    row = document.tables[1].rows[1]._tr
    twin = bare_copy(row)
    row.addnext(twin)
    for merge in twin.xpath(".//w:vMerge"):
        merge.attrib.clear()  # the cells go on in the row below
    nodes = twin.xpath(".//w:t")
    for node in nodes:
        node.text = ""
    nodes[-1].text = f"{MINE}，加一行"


def delete_row(document):
    row = next(r for r in document.tables[1].rows if "读者满意度" in [c.text for c in r.cells])
    row._tr.getparent().remove(row._tr)


def empty_cell(document):
    for run in cell(document, "新馆推迟开放。").paragraphs[0].runs:
        run.text = ""


def add_column(document):
    for row in document.tables[1].rows:
        twin = bare_copy(row._tr.tc_lst[-1])
        row._tr.append(twin)
        for node in twin.xpath(".//w:t"):
            node.text = ""
    last = document.tables[1].rows[0]._tr.tc_lst[-1].xpath(".//w:p")[0]
    last.append(parse_xml(f"<w:r {W}><w:t>{MINE}栏</w:t></w:r>"))
    grid = document.tables[1]._tbl.tblGrid
    grid.append(copy.deepcopy(grid.gridCol_lst[-1]))


def bold(document):
    for run in paragraph(document, "为全县读者购置图书").runs:
        run.bold = True


def change_font(document):
    for run in paragraph(document, "评价对象为").runs:
        run.font.size = Pt(14)


def comment(document):
    runs = paragraph(document, "为全县读者购置图书").runs
    document.add_comment(runs, text=f"{MINE}，批注", author="某", initials="m")
    for style in document.element.xpath("//w:rStyle[@w:val='CommentReference']"):
        style.getparent().remove(style)  # python-docx does not define it


def change_header(document):
    document.sections[0].header.paragraphs[0].add_run(f"{MINE}，页眉")


def paste_table(document):
    table = document.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text = f"{MINE}，整张表"
    paragraph(document, "五、存在的问题和改进措施")._p.addprevious(table._tbl)


def change_signature(document):
    last = [p for p in document.paragraphs if p.text == "某县图书馆"][-1]
    set_words(last, f"{MINE}落款")


def change_date(document):
    set_words(paragraph(document, "2024年3月1日"), "2024年3月8日")


def tracked_insertion(document):
    run = paragraph(document, "为全县读者购置图书").runs[0]
    words = f'<w:ins {W} w:id="901" w:author="某"><w:r><w:t>（{MINE}）</w:t></w:r></w:ins>'
    run._r.addnext(parse_xml(words))


def tracked_deletion(document):
    run = next(r for r in paragraph(document, "图书送到每个乡镇").runs if "每个乡镇" in r.text)
    deletion = parse_xml(f'<w:del {W} w:id="902" w:author="某"/>')
    run._r.addprevious(deletion)
    deletion.append(run._r)
    for node in run._r.xpath("./w:t"):
        node.tag = node.tag.replace("}t", "}delText")


def cut_into_characters(document):
    run = paragraph(document, "评价对象为").runs[0]
    for sign in reversed(run.text):
        twin = copy.deepcopy(run._r)
        twin.xpath("./w:t")[0].text = sign
        run._r.addnext(twin)
    run._r.getparent().remove(run._r)


def page_break(document):
    paragraph(document, "六、结果应用").insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)


EDITS = (
    Edit("a word changed", replace("为全县读者购置图书", f"为全县读者购置图书（{MINE}）"), (MINE,)),
    Edit("a paragraph retyped", retype, (f"{MINE}，全部重写",)),
    Edit("a paragraph retyped without bookmarks", retype_without_marks, (f"{MINE}，书签也没有了",)),
    Edit("a figure changed in a cell", replace_in_cell("20500册", "20600册"), ("20600册",), touches_figure=True),
    Edit("a word beside a figure changed", replace("执行率为", "执行率达到"), ("执行率达到",)),
    Edit("a sentence deleted", delete_sentence, (), ("图书送到每个乡镇",)),
    Edit("a paragraph deleted", delete_paragraph, (), ("评价对象为",)),
    Edit("a paragraph inserted between two", insert_between, (f"{MINE}，加在两段之间",)),
    Edit("a paragraph inserted at the end", insert_at_the_end, (f"{MINE}，加在最后",)),
    Edit("a section moved", move_section, ("三、综合评价结论",)),
    Edit("a paragraph split", split, ("评价对象为",)),
    Edit("two paragraphs joined", join, ("为全县读者购置图书",)),
    Edit("a heading changed", change_heading, (f"四、{MINE}",)),
    Edit("the title changed", change_title, (f"{MINE}的报告",)),
    Edit("a row added", add_row, (f"{MINE}，加一行",)),
    Edit("a row deleted", delete_row, (), ("读者满意度",)),
    Edit("a cell emptied", empty_cell, ()),
    Edit("a cell reworded", replace_in_cell("丰富馆藏。", f"丰富馆藏，{MINE}。"), (f"丰富馆藏，{MINE}",)),
    Edit("a column added", add_column, (f"{MINE}栏",)),
    Edit("bold added", bold, ("为全县读者购置图书",), is_an_edit=False),
    Edit("a font changed", change_font, ("评价对象为",), is_an_edit=False),
    Edit("a comment added", comment, ("为全县读者购置图书", f"{MINE}，批注")),
    Edit("a header changed", change_header, (f"{MINE}，页眉",)),
    Edit("a whole table pasted", paste_table, (f"{MINE}，整张表",)),
    Edit("the signature changed", change_signature, (f"{MINE}落款",)),
    Edit("the date changed", change_date, ("2024年3月8日",), touches_figure=True),
    Edit("a tracked insertion", tracked_insertion, (MINE,)),
    Edit("a tracked deletion", tracked_deletion, ()),
    Edit("a run cut into characters", cut_into_characters, ("评价对象为",), is_an_edit=False),
    Edit("a page break inserted", page_break, ("六、结果应用",), is_an_edit=False),
)  # fmt: skip

# Edits that only LibreOffice can do as a person does; the others have the same names there.
IN_WRITER = (
    *(edit for edit in EDITS if edit.name not in {
        "a paragraph retyped without bookmarks", "a column added", "a run cut into characters",
    }),
    Edit("only saved", bold, ("为全县读者购置图书",), is_an_edit=False),
    Edit("a footnote added", comment, (f"{MINE}，脚注",)),
    Edit("a word replaced everywhere", comment, ("读者朋友",)),
)  # fmt: skip
