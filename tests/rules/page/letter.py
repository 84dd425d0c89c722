"""A report of two pages with a form behind it, as the standard has it; changes make one fault each."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TWIPS = 56.6929  # in a millimetre


@dataclass(frozen=True)
class Look:
    """How a line looks; lengths are points, indents characters."""

    font: str = "仿宋_GB2312"
    latin: str = "Times New Roman"
    size: float = 16
    side: str = "both"
    first: float = 0
    left: float = 0
    right: float = 0
    line: float = 28.9
    rule: str = "exact"
    before: float = 0
    colour: str = ""
    hint: bool = True
    begins_page: bool = False
    numbering: tuple[int, int] | None = None
    spacing: float = 0


@dataclass(frozen=True)
class Table:
    """A table of plain rows; ``<`` joins left, ``^`` up."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    heads: int = 1
    size: float = 10.5
    side: str = "center"
    above: int = 40
    below: int = 40
    may_part: bool = False
    height: tuple[int, str] | None = None
    top: bool = True
    foot: bool = True


@dataclass(frozen=True)
class Line:
    kind: str
    text: str = ""
    look: Look = Look()
    runs: tuple[tuple[str, Look], ...] = ()
    table: Table | None = None


@dataclass
class Letter:
    lines: list[Line]
    width: float = 210
    height: float = 297
    top: float = 37
    left: float = 28
    right: float = 26
    bottom: float = 35
    foot: Look = Look("宋体", "宋体", 14)
    dashes: str = "—"
    sides: tuple[str, str] = ("right", "left")
    odd_even: bool = True
    numbered: bool = True
    abstract: tuple[tuple[str, str], ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


LOOKS = {
    "title": Look("方正小标宋简体", size=22, side="center", line=33),
    "level-1": Look("黑体", first=2),
    "level-2": Look("楷体_GB2312", first=2),
    "level-3": Look(first=2),
    "level-4": Look(first=2),
    "body": Look(first=2),
    "note": Look(first=2),
    "signature": Look(side="right", right=2),
    "date": Look(side="right", right=4),
    "label": Look("黑体", begins_page=True),
    "blank": Look(),
    "form": Look("方正小标宋简体", size=18, side="center"),
    "unit": Look(size=12, line=22),
}
SENTENCE = (
    "本项目为全县读者购置纸质图书和有声读物，方便群众就近借阅，年初绩效目标全部完成，群众反映良好。"
)
FORM = Table(
    (
        ("一级指标", "三级指标", "年度指标值", "实际完成值", "分值"),
        ("产出指标", "购书册数", "≥20000册", "20500册", "50"),
        ("^", "图书验收合格率", "≥98%", "99%", "30"),
        ("效益指标", "到馆人次增长率", "≥10%", "8%", "20"),
    ),
    (1400, 2600, 1600, 1600, 800),
)


def line(kind: str, text: str = "", **look: Any) -> Line:
    return Line(kind, text, replace(LOOKS[kind], **look))


def table(**changes: Any) -> Line:
    return Line("table", table=replace(FORM, **changes))


def good() -> Letter:
    return Letter(
        [
            line("title", "某县图书馆图书购置项目"),
            line("title", "支出绩效自评报告"),
            line("blank"),
            line("level-1", "一、项目基本情况"),
            line("body", SENTENCE),
            line("level-2", "（一）项目资金情况"),
            line("body", f"项目全年预算数100万元，执行数95万元。{SENTENCE}"),
            line("level-3", "1.资金管理"),
            line("level-4", "（1）制度建设"),
            line("body", f"制定“四个一”制度。{SENTENCE}"),
            line("level-1", "二、综合评价结论"),
            line("body", SENTENCE),
            *[line("body", SENTENCE * 4) for _ in range(3)],
            line("blank"),
            line("note", "附件：图书购置项目支出绩效自评表"),
            line("blank"),
            line("signature", "某县图书馆"),
            line("date", "2024年3月1日"),
            line("label", "附件"),
            line("blank"),
            line("form", "图书购置项目支出绩效自评表"),
            line("unit", "金额单位：万元"),
            table(),
        ]
    )


Change = Callable[[Letter], None]


def written(change: Change | None = None) -> bytes:
    """Write the letter, changed."""
    letter = good()
    if change is not None:
        change(letter)
    document = docx.Document()
    document.element.body.clear_content()
    if letter.abstract:
        _number(document, letter.abstract)
    for one in letter.lines:
        if one.table is not None:
            _table(document, one.table)
        else:
            _paragraph(document.add_paragraph(), one)
    _section(document, letter)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _section(document: Any, letter: Letter) -> None:
    section = document.sections[0]
    sizes = {
        "page_width": letter.width, "page_height": letter.height, "top_margin": letter.top,
        "left_margin": letter.left, "right_margin": letter.right, "bottom_margin": letter.bottom,
    }  # fmt: skip
    for name, length in sizes.items():
        setattr(section, name, round(length * 36000))
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    document.settings.odd_and_even_pages_header_footer = letter.odd_even
    if not letter.numbered:
        return
    feet = (section.footer, section.even_page_footer)
    for foot, side in zip(feet, letter.sides, strict=True):
        paragraph = foot.paragraphs[0]
        look = replace(letter.foot, side=side, rule="auto", line=12)
        _set(paragraph, look)
        _run(paragraph, f"{letter.dashes} ", look)
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("end", "")):
            run = _run(paragraph, "", look)
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            element.text = text or None
            run._r.append(element)
        _run(paragraph, f" {letter.dashes}", look)


def _paragraph(paragraph: Any, one: Line) -> None:
    _set(paragraph, one.look)
    for text, look in one.runs or ((one.text, one.look),):
        if text:
            _run(paragraph, text, look)


def _set(paragraph: Any, look: Look) -> None:
    properties = paragraph._p.get_or_add_pPr()
    if look.begins_page:
        properties.append(OxmlElement("w:pageBreakBefore"))
    if look.numbering is not None:
        number = OxmlElement("w:numPr")
        for name, value in zip(("w:ilvl", "w:numId"), look.numbering, strict=True):
            number.append(_with(name, val=value))
        properties.append(number)
    line = round(look.line * 20)
    spacing = {"before": round(look.before * 20), "after": 0, "line": line, "lineRule": look.rule}
    properties.append(_with("w:spacing", **spacing))
    em = look.size * 20
    indents = {"left": round(look.left * em), "right": round(look.right * em)}
    first = "hanging" if look.first < 0 else "firstLine"
    indents[first] = round(abs(look.first) * em)
    properties.append(_with("w:ind", **indents))
    properties.append(_with("w:jc", val=look.side))
    mark = OxmlElement("w:rPr")
    mark.append(_with("w:sz", val=round(look.size * 2)))
    properties.append(mark)


def _run(paragraph: Any, text: str, look: Look) -> Any:
    run = paragraph.add_run(text)
    properties = run._r.get_or_add_rPr()
    fonts = {"ascii": look.latin, "hAnsi": look.latin, "eastAsia": look.font}
    if look.hint:
        fonts["hint"] = "eastAsia"
    properties.append(_with("w:rFonts", **fonts))
    if look.colour:
        properties.append(_with("w:color", val=look.colour))
    if look.spacing:
        properties.append(_with("w:spacing", val=round(look.spacing * 20)))
    properties.append(_with("w:sz", val=round(look.size * 2)))
    return run


def _with(name: str, **attributes: Any) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _table(document: Any, spec: Table) -> None:
    made = document.add_table(len(spec.rows), len(spec.widths))
    properties = made._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side, shown in (("top", spec.top), ("bottom", spec.foot)):
        borders.append(_with(f"w:{side}", val="single" if shown else "nil", sz=4))
    properties.append(borders)
    space = OxmlElement("w:tblCellMar")
    for side, width in (("top", spec.above), ("left", 57), ("bottom", spec.below), ("right", 57)):
        space.append(_with(f"w:{side}", w=width, type="dxa"))
    properties.append(space)
    for column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), spec.widths, strict=True):
        column.set(qn("w:w"), str(width))
    for number in range(len(spec.rows)):
        row = made.rows[number]
        own = row._tr.get_or_add_trPr()
        if not spec.may_part:
            own.append(OxmlElement("w:cantSplit"))
        if spec.height is not None:
            own.append(_with("w:trHeight", val=spec.height[0], hRule=spec.height[1]))
        if number < spec.heads:
            own.append(OxmlElement("w:tblHeader"))
    cells = [row.cells for row in made.rows]  # each look at a cell finds all of them anew
    for top, left, bottom, right, text in _regions(spec.rows):
        cell = cells[top][left]
        if (bottom, right) != (top, left):
            cell = cell.merge(cells[bottom][right])
        look = Look(size=spec.size, side=spec.side, line=spec.size * 1.2)
        _paragraph(cell.paragraphs[0], Line("cell", text, look))


def _regions(rows: Sequence[Sequence[str]]) -> Any:
    from tests.foreign import regions

    return regions(rows)


def _number(document: Any, levels: tuple[tuple[str, str], ...]) -> None:
    """Add a list, number 99, with levels of a format and a text each."""
    root = document.part.numbering_part.element
    abstract = _with("w:abstractNum", abstractNumId=99)
    for index, (style, text) in enumerate(levels):
        level = _with("w:lvl", ilvl=index)
        for name, value in (("start", 1), ("numFmt", style), ("lvlText", text)):
            level.append(_with(f"w:{name}", val=value))
        abstract.append(level)
    first = root.find(qn("w:num"))
    first.addprevious(abstract)
    number = _with("w:num", numId=99)
    number.append(_with("w:abstractNumId", val=99))
    root.append(number)
