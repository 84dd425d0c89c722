"""The edits that LibreOffice makes: ``writer.py SOFFICE PROFILE SOURCE FOLDER``, by a Python with UNO."""

import importlib.util
from pathlib import Path

import uno  # noqa: F401 - makes com.sun.star importable
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.style.BreakType import PAGE_BEFORE
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

_spec = importlib.util.spec_from_file_location(
    "writer_driver", Path(__file__).parent.with_name("writer_driver.py")
)
driver = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(driver)
MINE = "手写的话"


def insert_behind(words, said):
    def do(page):
        place = page.find(words).End
        place.Text.insertString(place, said, False)

    return do


def bold(page):
    page.find("专款专用").CharWeight = BOLD


def size(page):
    page.paragraph("惠及下游农田").CharHeight = 15


def page_break(page):
    page.paragraph("六、结果应用").BreakType = PAGE_BEFORE


def widths(page):
    table, _ = page.table("三级指标")
    table.RelativeWidth = 92
    table.Width = int(table.Width * 0.92)


def at_the_end(page):
    cursor = page.paragraph("惠及下游农田")
    cursor.collapseToEnd()
    cursor.Text.insertString(cursor, f"{MINE}，在句末。", False)


def delete_paragraph(page):
    cursor = page.paragraph("评价对象为")
    cursor.gotoNextParagraph(True)
    cursor.setString("")


def footnote(page):
    note = page.document.createInstance("com.sun.star.text.Footnote")
    page.text.insertTextContent(page.find("惠及下游农田").End, note, False)
    note.setString(f"{MINE}，脚注")


def comment(page):
    note = page.document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Content, note.Author = f"{MINE}，批注", "某"
    page.text.insertTextContent(page.find("惠及下游农田").End, note, False)


def number_of(name):
    return int("".join(sign for sign in name if sign.isdecimal()))


def reason(page):
    table, name = page.table("324次")
    row = [
        c for c in table.CellNames if c.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(number_of(name))
    ]
    table.getCellByName(row[-1]).setString(f"{MINE}，超额原因")


def add_row(page):
    table, name = page.table("324次")
    number = number_of(name)
    table.Rows.insertByIndex(number, 1)
    row = [c for c in table.CellNames if c.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(number + 1)]
    table.getCellByName(row[-1]).setString(f"{MINE}，加一行")


def delete_row(page):
    table, name = page.table("群众满意度")
    table.Rows.removeByIndex(number_of(name) - 1, 1)


def track_insertion(page):
    page.document.RecordChanges = True
    insert_behind("惠及下游农田", f"（{MINE}）")(page)


def track_deletion(page):
    page.document.RecordChanges = True
    page.find("专款专用").setString("")


def add_table(page):
    table = page.document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    place = page.paragraph("五、存在的问题和改进措施")
    place.collapseToStart()
    page.text.insertTextContent(place, table, False)
    table.getCellByName("A1").setString(f"{MINE}，整张表")


def join(page):
    cursor = page.paragraph("惠及下游农田")
    cursor.collapseToEnd()
    cursor.goRight(1, True)
    cursor.setString("")


def split(page):
    place = page.find("，惠及下游农田。").End
    place.Text.insertControlCharacter(place, PARAGRAPH_BREAK, False)


def header(page):
    styles = page.document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.isInUse():
            style.HeaderIsOn = True
            style.HeaderText.setString(f"{MINE}，页眉")


driver.EDITS = {
    "LibreOffice: only saved": lambda _: None,
    "LibreOffice: bold words": bold,
    "LibreOffice: a size of letters": size,
    "LibreOffice: page break before": page_break,
    "LibreOffice: column widths": widths,
    "LibreOffice: a word changed": driver.replace("惠及下游农田", "惠及下游三乡农田"),
    "LibreOffice: a sentence at the end": at_the_end,
    "LibreOffice: a paragraph retyped": lambda page: page.paragraph("惠及下游农田").setString(f"{MINE}，全段重写。"),
    "LibreOffice: a paragraph added": lambda page: page.add("三、综合评价结论", f"{MINE}，另起一段。"),
    "LibreOffice: a paragraph deleted": delete_paragraph,
    "LibreOffice: a footnote": footnote,
    "LibreOffice: a comment": comment,
    "LibreOffice: a figure typed over": driver.replace("5批", "6批"),
    "LibreOffice: a result with figures written anew": reason,
    "LibreOffice: a row added": add_row,
    "LibreOffice: a row deleted": delete_row,
    "LibreOffice: an insertion pending": track_insertion,
    "LibreOffice: a deletion pending": track_deletion,
    "LibreOffice: a table added": add_table,
    "LibreOffice: paragraphs joined": join,
    "LibreOffice: a paragraph split": split,
    "LibreOffice: a header": header,
}  # fmt: skip

if __name__ == "__main__":
    driver.main()
