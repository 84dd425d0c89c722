"""生成: write the documents of a dossier, and say what became of each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.base.json_shape import JsonObject
from generator.model.order import Order
from generator.use.build.build import build
from generator.use.build.with_pdfs import with_pdfs
from generator.web.served import Served
from generator.web.told import Told


def build_now(served: Served, id: str, folder: Path, wishes: Mapping[str, Any]) -> JsonObject:
    """Build a dossier as it is on the disk."""
    order = Order(
        is_draft=wishes.get("draft") is True,
        wants_pdf=wishes.get("pdf") is True,
        accepts_rules=wishes.get("rules") is True,
    )
    with served.lock:
        built = build(folder, served.library(folder), order)
    built = with_pdfs(built, order)  # meanwhile cells can be saved
    dossier = built.examined.dossier if built.examined is not None else None
    told = Told(id, dossier or served.examined(folder).dossier)
    return {
        "is_stopped": built.is_stopped,
        "files": [
            {"name": result.path.name, "outcome": str(result.outcome), "written": result.is_written}
            for result in built.results
        ],
        "problems": told.rows(p for p in built.problems if not p.accepted),
    }
