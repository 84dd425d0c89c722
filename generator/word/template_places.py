"""Where a paragraph of a template stands, in words that a clerk can follow in Word."""

from generator.word.xml import Element, W

_PARTS = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}


def paragraph_places(root: Element, part: str) -> list[str]:
    """Return the place of every paragraph of a part, in the order of the file."""
    kind = next((name for key, name in _PARTS.items() if key in part), "正文")
    body = root.find(f"{W}body")
    holder = root if body is None else body
    tables = {t: n for n, t in enumerate(holder.findall(f"{W}tbl"), 1)}
    paragraphs = {p: n for n, p in enumerate(holder.findall(f"{W}p"), 1)}
    return [_place(p, kind, tables, paragraphs) for p in root.iter(f"{W}p")]


def _place(
    paragraph: Element, kind: str, tables: dict[Element, int], paragraphs: dict[Element, int]
) -> str:
    if paragraph in paragraphs:
        return f"{kind}第{paragraphs[paragraph]}段"
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    table = next((t for t in paragraph.iterancestors(f"{W}tbl") if t in tables), None)
    if cell is None or table is None:
        return f"{kind}{_note(paragraph)}" if cell is None else kind
    outer = next((c for c in paragraph.iterancestors(f"{W}tc") if _table_of(c) is table), cell)
    row = outer.getparent()
    rows = table.findall(f"{W}tr")
    at_row = rows.index(row) + 1 if row in rows else 0
    head = "" if kind == "正文" else kind
    return f"{head}表{tables[table]}第{at_row}行第{_column(outer)}列"


def _note(paragraph: Element) -> str:
    """Say which note it is, or that it stands in a text box."""
    for name in ("footnote", "endnote"):
        note = next(paragraph.iterancestors(f"{W}{name}"), None)
        if note is not None:
            return f"第{note.get(f'{W}id')}条"
    return "的文本框"


def _table_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(f"{W}tbl"), None)


def _column(cell: Element) -> int:
    """Count grid columns, so that merged cells before it do not mislead."""
    column = 1
    for before in cell.itersiblings(f"{W}tc", preceding=True):
        span = before.find(f"{W}tcPr/{W}gridSpan")
        value = span.get(f"{W}val") if span is not None else None
        column += int(value) if value and value.isdecimal() else 1
    return column
