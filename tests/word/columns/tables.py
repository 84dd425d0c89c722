"""Tables of Word files for tests, as the text that templates write."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text, properties=""):
    runs = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{runs}</w:p>"


def cell(text, width, span=1, merge="", properties='<w:jc w:val="center"/>'):
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merges = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    inner = "".join(paragraph(part, properties) for part in text.split("|"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merges}</w:tcPr>{inner}</w:tc>'
    )


def row(*cells):
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def table(widths, *rows, properties=""):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def plain_table(widths, *rows, properties=""):
    """Make a table of words, one for each column."""
    made = (row(*(cell(text, width) for text, width in zip(r, widths, strict=True))) for r in rows)
    return table(widths, *made, properties=properties)


def body(*blocks):
    return f"<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>"
