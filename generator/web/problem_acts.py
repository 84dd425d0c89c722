"""Mend what is sure, accept what is known: what ``check --fix`` and ``check --accept`` do, by button."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.base.strange_text import LARGEST_TEXT, decoded, shown_path
from generator.model.dossier import Dossier
from generator.roundtrip.fix import Fixed, fix_files, write_fixed
from generator.use.check.acceptances import may_be_accepted
from generator.use.check.accepting import Accepting, needs_lint, plan_acceptances
from generator.use.check.mending import mend_dossiers, reads
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from generator.web.served import Served
from generator.web.told import NOBODY, owners_of

ACCEPT, MEND, REWORD = "check --accept", "check --fix", "lint --fix"
_LONGEST_REASON: Final = 500


def sure_mends(served: Served, folder: Path) -> tuple[Fixed, ...]:
    """Work out what is sure in the inputs of a dossier; nothing is written."""
    return mend_dossiers([folder], served.library(folder).units)


def opening_mends(served: Served, folder: Path) -> tuple[Fixed, ...]:
    """Return what is sure where that is all that keeps a dossier from being read (empty: it is not)."""
    fixed = sure_mends(served, folder)
    after = {own.path: own.after for own in fixed}
    others = (path for path in folder.glob("*.toml") if path not in after)
    texts = [*after.items(), *((path, _text(path)) for path in others)]
    return fixed if all(reads(text, path) for path, text in texts) else ()


def _text(path: Path) -> str:
    try:
        read = decoded(read_regular(path, LARGEST_TEXT).removeprefix(b"\xef\xbb\xbf"))
    except OSError:
        return ""
    return "" if read is None else read.text


def mend(served: Served, folder: Path) -> JsonObject:
    """Write what is sure."""
    with served.lock:
        fixed = sure_mends(served, folder)
        faults = write_fixed(fixed, MEND)
    return _mended(fixed, faults)


def mend_wording(served: Served, folder: Path, subject: str) -> JsonObject:
    """Write what lint is certain of in one file."""
    library = served.library(folder)
    with served.lock:
        linted = lint([folder], library, make_rulebook(library))
        own = _file_of(linted.dossiers, subject)
        edits = [edit for edit in linted.edits if edit.file.shown == own]
        fixed = fix_files(edits).fixed
        faults = write_fixed(fixed, REWORD)
    return _mended(fixed, faults)


def _file_of(dossiers: Iterable[Dossier], subject: str) -> str:
    """Return the file of a subject, or of the unit, as it is called (empty: there is none)."""
    owners = (item for dossier in dossiers for item in owners_of(dossier).items())
    return next((file for file, owner in owners if owner.id == subject), "")


def _mended(fixed: Sequence[Fixed], faults: tuple[Problem, ...]) -> JsonObject:
    failed = {fault.place.file for fault in faults}
    count = sum(own.count for own in fixed if own.shown not in failed)
    return _told(f"改正了 {count} 处" if count else "没有有把握可改的地方", faults, count)


def accept(served: Served, folder: Path, subject: str, code: str, reason: str) -> JsonObject:
    """Accept the problems of one code in one file, for the reason that somebody gives."""
    said = " ".join(reason.split())
    if not said:
        return _told("没有接受：请写理由", (), 0)
    if len(said) > _LONGEST_REASON:
        return _told(f"没有接受：理由太长，最多 {_LONGEST_REASON} 字", (), 0)
    if not may_be_accepted(code):
        return _told(f"{code} 不能接受：要改正", (), 0)
    with served.lock:
        plan = _plan(served, folder, subject, code)
        fixes = fix_files(plan.changes(said))
        faults = write_fixed(fixes.fixed, ACCEPT)
    if not fixes.fixed or faults:
        return _told("没有写入：没有要接受的问题，或文件不能写", faults, 0)
    where = "、".join(shown_path(file.path) for file in fixes.fixed)
    return _told(f"接受了 {len(plan.open)} 处 {code}，写进 {where}", (), len(plan.open))


def _plan(served: Served, folder: Path, subject: str, code: str) -> Accepting:
    """Plan as the command does, and keep what is of the file."""
    examined, library = served.examined(folder), served.library(folder)
    dossier = examined.dossier
    if dossier is None or examined.scheme is None:
        return Accepting()
    own = next((s.source for s in dossier.subjects if s.id == subject), dossier.source)
    linted = None
    if needs_lint([dossier], [code]):
        linted = lint([folder], library, make_rulebook(library)).problems
    whole = plan_acceptances(dossier, examined.problems, linted, [code])
    return Accepting(
        tuple(problem for problem in whole.open if problem.place.file == own.shown),
        raised=tuple(one for one in whole.raised if one[0].file.shown == own.shown),
        new=tuple(one for one in whole.new if one.file.shown == own.shown),
    )


def _told(message: str, faults: tuple[Problem, ...], done: int) -> JsonObject:
    return {"message": message, "done": done, "problems": NOBODY.rows(faults)}
