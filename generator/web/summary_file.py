"""汇总 as a file: the dossiers of the tree in one workbook or annex, to be taken along."""

from pathlib import Path
from typing import Final

from generator.base.problem import Problem
from generator.summary.whole import summarise
from generator.use.summary.dossier_ties import ties_across
from generator.use.summary.summary import rows_of
from generator.use.summary.summary_file import MAKERS
from generator.web.served import Served

MEDIA: Final = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def summary_file(
    served: Served, kind: str, folders: list[Path]
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Sum dossiers up and write the file; nothing of it is kept here."""
    rows = [
        rows_of(served.examined(folder), served.library(folder), served.root) for folder in folders
    ]
    library = served.library(folders[0] if folders else served.root)
    return MAKERS[kind](summarise(rows, ties_across(rows, library)), library)
