"""Edit a Word file in LibreOffice as a person would, once for every edit, and save each as .docx.

Run by the Python that has UNO: ``writer_driver.py SOFFICE PROFILE SOURCE FOLDER``. Knows nothing of
the rest of the tests. Prints the names of the edits and how each went, as JSON.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.style.BreakType import PAGE_BEFORE
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

MINE = "这是我写的话"
START = 60
FILTER = "MS Word 2007 XML"


def main():
    """Do all edits on fresh copies of the file in one LibreOffice."""
    soffice, profile, source, folder = sys.argv[1:]
    pipe = f"jixiao{os.getpid()}"
    arguments = ("--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp")
    office = subprocess.Popen(
        [soffice, f"-env:UserInstallation={Path(profile).resolve().as_uri()}", *arguments]
    )
    try:
        desktop = connected(pipe)
        report = {}
        for number, (name, edit) in enumerate(EDITS.items()):
            target = Path(folder, f"{number}.docx").resolve()
            report[name] = {"file": target.name, "fault": done(desktop, source, target, edit)}
        print(json.dumps(report))
        desktop.terminate()
        office.wait(20)
    finally:
        office.kill()


def connected(pipe):
    """Wait for LibreOffice and return its desktop."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(START * 4):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
        except Exception:
            time.sleep(0.25)
    message = "LibreOffice does not answer"
    raise SystemExit(message)


def done(desktop, source, target, edit):
    """Do one edit; returns what went wrong."""
    document = desktop.loadComponentFromURL(
        Path(source).resolve().as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),)
    )
    try:
        edit(Page(document))
        document.storeToURL(target.as_uri(), (PropertyValue("FilterName", 0, FILTER, 0),))
    except Exception as error:
        return repr(error)
    finally:
        document.close(True)
    return ""


class Page:
    """A document that is open in Writer."""

    def __init__(self, document):
        self.document = document
        self.text = document.Text

    def find(self, words):
        """Return the first place where words stand."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        found = self.document.findFirst(search)
        if found is None:
            message = f"nothing says {words}"
            raise LookupError(message)
        return found

    def all(self, words):
        """Return every place where words stand."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        found = self.document.findAll(search)
        return [found.getByIndex(number) for number in range(found.Count)]

    def paragraph(self, words):
        """Return a cursor over the paragraph in which words stand."""
        return around(self.find(words))

    def replace(self, old, new):
        """Type over words."""
        self.find(old).setString(new)

    def add(self, before, words):
        """Type a paragraph before another one."""
        cursor = self.paragraph(before)
        cursor.collapseToStart()
        cursor.Text.insertString(cursor, words, False)
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)

    def table(self, words):
        """Return the table in which words stand, and the name of the cell."""
        found = next(place for place in self.all(words) if place.TextTable is not None)
        return found.TextTable, found.Cell.CellName

    def run(self, command, cursor):
        """Give a command of the menu to what a cursor selects."""
        controller = self.document.CurrentController
        controller.select(cursor)
        controller.Frame.queryDispatch(parsed(command), "", 0).dispatch(parsed(command), ())


def parsed(command):
    """Return a command as the dispatcher wants it."""
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete = url.Main = command
    url.Protocol, _, url.Path = command.partition(":")
    url.Protocol += ":"
    return url


def around(place):
    """Return a cursor over the paragraph of a place."""
    cursor = place.Text.createTextCursorByRange(place.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def retype(page):
    page.paragraph("为全县读者购置图书").setString(f"{MINE}，全部重写。")


def delete_paragraph(page):
    cursor = page.paragraph("评价对象为")
    cursor.gotoNextParagraph(True)
    cursor.setString("")


def split(page):
    place = page.find("评价对象为").End
    place.Text.insertControlCharacter(place, PARAGRAPH_BREAK, False)


def join(page):
    cursor = page.paragraph("为全县读者购置图书")
    cursor.collapseToEnd()
    cursor.goRight(1, True)
    cursor.setString("")


def move(page):
    for _ in range(2):
        page.run(".uno:MoveDown", page.paragraph("三、综合评价结论"))


def retype_line(words, new):
    return lambda page: page.paragraph(words).setString(new)


def add_row(page):
    table, name = page.table("到馆人次增长率")
    number = int("".join(sign for sign in name if sign.isdecimal()))
    table.Rows.insertByIndex(number, 1)
    names = [
        cell
        for cell in table.CellNames
        if cell.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(number + 1)
    ]
    table.getCellByName(names[-1]).setString(f"{MINE}，加一行")


def delete_row(page):
    table, name = page.table("读者满意度")
    table.Rows.removeByIndex(int("".join(s for s in name if s.isdecimal())) - 1, 1)


def bold(page):
    page.paragraph("为全县读者购置图书").CharWeight = BOLD


def font(page):
    page.paragraph("评价对象为").CharHeight = 14


def comment(page):
    note = page.document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Content, note.Author = f"{MINE}，批注", "某"
    page.text.insertTextContent(page.find("为全县读者购置图书").End, note, False)


def footnote(page):
    note = page.document.createInstance("com.sun.star.text.Footnote")
    page.text.insertTextContent(page.find("为全县读者购置图书").End, note, False)
    note.setString(f"{MINE}，脚注")


def header(page):
    styles = page.document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.isInUse():
            style.HeaderIsOn = True
            style.HeaderText.setString(f"{MINE}，页眉")


def paste_table(page):
    table = page.document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    place = page.paragraph("五、存在的问题和改进措施")
    place.collapseToStart()
    page.text.insertTextContent(place, table, False)
    table.getCellByName("A1").setString(f"{MINE}，整张表")


def track_insertion(page):
    page.document.RecordChanges = True
    place = page.find("为全县读者购置图书").End
    place.Text.insertString(place, f"（{MINE}）", False)


def track_deletion(page):
    page.document.RecordChanges = True
    page.find("图书送到每个乡镇").setString("")


def sign(page):
    place = [place for place in page.all("某县图书馆") if place.TextTable is None][-1]
    around(place).setString(f"{MINE}落款")


def page_break(page):
    page.paragraph("六、结果应用").BreakType = PAGE_BEFORE


def everywhere(page):
    search = page.document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = "读者", "读者朋友"
    page.document.replaceAll(search)


def replace(old, new):
    return lambda page: page.replace(old, new)


EDITS = {
    "only saved": lambda _: None,
    "a word changed": replace("为全县读者购置图书", f"为全县读者购置图书（{MINE}）"),
    "a paragraph retyped": retype,
    "a figure changed in a cell": replace("20500册", "20600册"),
    "a word beside a figure changed": replace("执行率为", "执行率达到"),
    "a sentence deleted": replace("图书送到每个乡镇", ""),
    "a paragraph deleted": delete_paragraph,
    "a paragraph inserted between two": lambda page: page.add("三、综合评价结论", f"{MINE}，加在两段之间。"),
    "a paragraph inserted at the end": lambda page: page.add("2024年3月1日", f"{MINE}，加在最后。"),
    "a section moved": move,
    "a paragraph split": split,
    "two paragraphs joined": join,
    "a heading changed": retype_line("四、绩效目标实现情况分析", f"四、{MINE}"),
    "the title changed": retype_line("绩效自评报告", f"{MINE}的报告"),
    "a row added": add_row,
    "a row deleted": delete_row,
    "a cell emptied": replace("新馆推迟开放。", ""),
    "a cell reworded": replace("丰富馆藏。", f"丰富馆藏，{MINE}。"),
    "bold added": bold,
    "a font changed": font,
    "a comment added": comment,
    "a footnote added": footnote,
    "a header changed": header,
    "a whole table pasted": paste_table,
    "the signature changed": sign,
    "the date changed": replace("2024年3月1日", "2024年3月8日"),
    "a tracked insertion": track_insertion,
    "a tracked deletion": track_deletion,
    "a page break inserted": page_break,
    "a word replaced everywhere": everywhere,
}  # fmt: skip

if __name__ == "__main__":
    main()
