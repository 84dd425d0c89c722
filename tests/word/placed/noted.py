"""A template that brings footnotes of its own."""

from generator.word.placed.footnote_part import FOOTNOTES
from generator.word.placed.footnote_part import with_footnotes as listed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_footnotes(parts, texts):
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(texts, 1)
    )
    marks = "".join(
        f'<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>' for n in range(1, len(texts) + 1)
    )
    made = {**parts, **listed(parts)}
    made[FOOTNOTES] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode()
    made["word/document.xml"] = made["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{marks}".encode(), 1
    )
    return made
