"""O28: scores that a rule moved since the last build, while what was filled in stayed as it was."""

from collections.abc import Mapping

from generator.base.problem import Problem, Severity
from generator.figures.figure import Figure
from generator.model.dossier import Dossier, Subject
from generator.model.figure_id import UNIT, FigureId
from generator.roundtrip.called import called
from generator.roundtrip.files_record import Record
from generator.roundtrip.manifest import input_digests
from generator.roundtrip.recorded import RecordedFigure
from generator.use.build.moved_score import MovedScore
from generator.use.check.examine import Examined

_OF_ALL = ("total", "grade")


def moved_scores(record: Record, examined: Examined) -> tuple[MovedScore, ...]:
    """Name every score that a rule moved: old, new, and the rule that makes it so now.

    Whoever names another scheme, or another year, wants other rules: that is asked of nobody.
    """
    dossier, book, scheme = examined.dossier, examined.book, examined.scheme
    if dossier is None or book is None or scheme is None or not any(record.usual_files):
        return ()
    if scheme.source.path.name not in record.inputs or _differs(
        record, FigureId.named(UNIT, "year"), book
    ):
        return ()
    return tuple(
        _moved(subject, figure, record.figures[id], dossier)._replace(
            in_all=_in_all(record, subject, book)
        )
        for subject in dossier.subjects
        if _is_as_it_was(record, subject, examined)
        for id, figure in book.items()
        if figure.id.owner == subject.id and _is_moved(record, figure, book)
    )


def _is_as_it_was(record: Record, subject: Subject, examined: Examined) -> bool:
    """Tell whether rules alone can have moved a score: the inputs, or the scheme, say so."""
    dossier, scheme = examined.dossier, examined.scheme
    if dossier is None or scheme is None:
        return False
    known = input_digests([subject.source], dossier.path)
    is_same = all(record.inputs.get(name) == digest for name, digest in known.items())
    rules = input_digests([scheme.source], dossier.path)
    return is_same or any(record.inputs.get(name) != digest for name, digest in rules.items())


def _is_moved(record: Record, figure: Figure, book: Mapping[str, Figure]) -> bool:
    """Tell a computed score that differs although nothing that it is worked out from does."""
    if figure.id.parts.side != "score" or figure.sources or not figure.inputs:
        return False
    if figure.id not in record.figures or not _differs(record, figure.id, book):
        return False
    return not any(_differs(record, name, book) for name in figure.inputs)


def _in_all(record: Record, subject: Subject, book: Mapping[str, Figure]) -> str:
    """Say what becomes of the total and the grade, where they change."""
    ids = [FigureId.score(subject.id, side) for side in _OF_ALL]
    return "，".join(
        f"{record.figures[id].shown} → {book[id].shown}"
        for id in ids
        if id in record.figures and id in book and _differs(record, id, book)
    )


def _differs(record: Record, id: str, book: Mapping[str, Figure]) -> bool:
    old, new = record.figures.get(id), book.get(id)
    before = old.shown if old is not None else None
    return before != (new.shown if new is not None else None)


def _moved(subject: Subject, figure: Figure, old: RecordedFigure, dossier: Dossier) -> MovedScore:
    whose = dossier.name_of(subject)
    name = called(whose, figure.label, figure.id)
    now = "；".join(filter(None, (figure.formula, figure.rule, figure.basis)))
    then = "；".join(filter(None, (old.rule, old.basis)))
    message = f"规则使“{name}”由 {old.shown} 变为 {figure.shown}：{now}"
    if then and then not in now:
        message += f"（上一次：{then}）"
    hint = "核对无误后加 --accept-rules 写出；两个方案的全部不同见 jixiao schemes diff"
    problem = Problem("O28", Severity.ERROR, message, subject.source.place(()), hint)
    return MovedScore(whose, figure.label, old.shown, figure.shown, figure.rule, problem)
