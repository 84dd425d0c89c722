"""The problems of a dossier by who finds them: check, lint, the audit of its written documents."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.problem import Problem
from generator.roundtrip.files_record import read_record
from generator.roundtrip.fix import Fixed, fix_files
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from generator.web.offered_mends import NO_MENDS, Mends
from generator.web.served import Served
from generator.web.stamps import Signature, entries_of
from generator.web.worded_mends import worded_mends

_MOST_KEPT: Final = 60


class Found(NamedTuple):
    """Problems, what surely mends some of them, and the files with all of that mended."""

    problems: tuple[Problem, ...]
    mends: Mends = NO_MENDS
    fixed: tuple[Fixed, ...] = ()


class Source(NamedTuple):
    """Who finds problems, and what the page says of it."""

    title: str
    note: str
    find: Callable[[Served, Path], Found]
    is_acceptable: bool


def check_problems(served: Served, folder: Path) -> Found:
    """Return what a check of the inputs finds."""
    return Found(served.examined(folder).problems)


def lint_problems(served: Served, folder: Path) -> Found:
    """Return what lint finds in the texts, without what a check says as well."""
    library = served.library(folder)
    known = set(served.examined(folder).problems)
    linted = lint([folder], library, make_rulebook(library))
    problems = tuple(problem for problem in linted.problems if problem not in known)
    return Found(problems, worded_mends(linted.mends), fix_files(linted.edits).fixed)


def written_documents(served: Served, folder: Path) -> tuple[Path, ...]:
    """Return the Word files of the last build that lie there."""
    outputs = served.outputs(folder)
    files = {outputs / own.file for own in read_record(outputs).usual_files}
    return tuple(sorted(p for p in files if p.suffix == ".docx" and p.is_file()))


def audit_problems(served: Served, folder: Path) -> Found:
    """Return what an audit finds in the documents as they lie there, edited or not."""
    library, examined = served.library(folder), served.examined(folder)
    paths = written_documents(served, folder)
    dossier = examined.dossier
    if not paths or dossier is None or examined.scheme is None:
        return Found(())
    order = AuditOrder(paths, examined.scheme.scheme.id, dossier.unit.year, (folder,))
    return Found(tuple(Auditor(library, order).run().problems))


SOURCES: Final[Mapping[str, Source]] = {
    "check": Source(
        "填报检查", "填的数和文字，和生成时还要查的", check_problems, is_acceptable=True
    ),
    "lint": Source("用语", "文字里的笔误和提法", lint_problems, is_acceptable=True),
    "audit": Source(
        "已生成的文件",
        "上次生成的 Word 文件现在的样子",
        audit_problems,
        is_acceptable=False,
    ),
}


class Findings:
    """Asks each source once for every state of the inputs, the documents and the packs."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._known: dict[tuple[Path, str], tuple[Signature, Found]] = {}

    def of(self, folder: Path, source: str) -> Found:
        """Return what a source finds; nothing is locked while it looks."""
        served = self._served
        state = (*served.signature(folder), *entries_of(served.outputs(folder)))
        known = self._known.get((folder, source))
        if known is None or known[0] != state:
            known = (state, SOURCES[source].find(served, folder))
            self._known[folder, source] = known
            for old in [*self._known][:-_MOST_KEPT]:
                self._known.pop(old, None)
        return known[1]
