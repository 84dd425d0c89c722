"""Edits that LibreOffice makes and saves itself; each is done by ``writer.py`` under its name."""

from tests.roundtrip.hand.hands import MINE, Edit


def _in_writer(data: bytes) -> bytes:
    """The files come from LibreOffice, all at once: see ``bench.saved_by_writer``."""
    message = "made by LibreOffice"
    raise LookupError(message)


def _edit(name, kind="words", **more):
    return Edit(name, _in_writer, kind, slow=True, **more)


EDITS = (
    _edit("LibreOffice: only saved", "look"),
    _edit("LibreOffice: bold words", "look"),
    _edit("LibreOffice: a size of letters", "look"),
    _edit("LibreOffice: page break before", "look"),
    _edit("LibreOffice: column widths", "look"),
    _edit("LibreOffice: a word changed", kept=("惠及下游三乡农田",)),
    _edit("LibreOffice: a sentence at the end", kept=(f"{MINE}，在句末",)),
    _edit("LibreOffice: a paragraph retyped", kept=(f"{MINE}，全段重写",)),
    _edit("LibreOffice: a paragraph added", kept=(f"{MINE}，另起一段",)),
    _edit("LibreOffice: a paragraph deleted", gone=("评价对象为",)),
    _edit("LibreOffice: a footnote", kept=(f"{MINE}，脚注",)),
    _edit("LibreOffice: a comment", kept=(f"{MINE}，批注",)),
    _edit("LibreOffice: a figure typed over", kept=("6批延迟",), typed=True),
    _edit("LibreOffice: a result with figures written anew", kept=(f"{MINE}，超额原因",), typed=True),
    _edit("LibreOffice: a row added", kept=(f"{MINE}，加一行",)),
    _edit("LibreOffice: a row deleted", gone=("群众满意度",)),
    _edit("LibreOffice: an insertion pending", kept=(f"（{MINE}）",)),
    _edit("LibreOffice: a deletion pending"),
    _edit("LibreOffice: a table added", kept=(f"{MINE}，整张表",)),
    _edit("LibreOffice: paragraphs joined", kept=("。维护分16批",)),
    _edit("LibreOffice: a paragraph split"),
    _edit("LibreOffice: a header", kept=(f"{MINE}，页眉",)),
)  # fmt: skip
