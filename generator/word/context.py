"""What a Word template may quote: blocks laid out as names, words kept as words."""

from collections.abc import Mapping
from typing import Any

from generator.model.blocks import Cell, DocumentBlocks, Heading, Paragraph, Row, Table, plain_text


class CellText(str):
    """The words of a cell together with its merge state."""

    merge: str

    def __new__(cls, cell: Cell) -> "CellText":
        """Make the words; what a template prints of it is the string itself."""
        text = super().__new__(cls, cell.text)
        text.merge = cell.merge
        return text


def template_names(blocks: DocumentBlocks) -> dict[str, Any]:
    """Lay a document out for its template."""
    names: dict[str, Any] = {
        "title": plain_text(blocks.title),
        "body": [_block(block) for block in blocks.body],
        "signature": None,
        "attachment": None,
    }
    if blocks.signature is not None:
        names["signature"] = {
            "name": plain_text(blocks.signature.name),
            "date": plain_text(blocks.signature.date),
        }
    if blocks.attachment is not None:
        attachment = blocks.attachment
        names["attachment"] = {"label": attachment.label, "title": plain_text(attachment.title)}
        names.update(_table(attachment.table))
    return names


def _block(block: Heading | Paragraph) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": f"heading{block.level}", "text": block.text, "lead": ""}
    kind = "point" if block.lead else "paragraph"
    return {"kind": kind, "text": plain_text(block.spans), "lead": plain_text(block.lead)}


def _table(table: Table) -> Mapping[str, Any]:
    rows = {name: [_row(row) for row in rows] for name, rows in table.rows.items()}
    fields = {name: CellText(cell) for name, cell in table.fields.items()}
    return {"form": fields, "rows": rows}


def _row(row: Row) -> dict[str, CellText]:
    return {name: CellText(cell) for name, cell in row.cells.items()}
