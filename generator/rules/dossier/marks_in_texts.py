"""I32: what texts place beside words is written as it must be, and is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.base.problem import Problem, Severity
from generator.base.suggestion import suggest
from generator.model.dossier import Subject
from generator.model.figure_id import UNIT
from generator.narrative.mark_faults import mark_faults, marks_in, wanted_places
from generator.narrative.masked_lines import MarkFault
from generator.prose.prose_keys import ProseField
from generator.rules.dossier.evidence import Evidence

if TYPE_CHECKING:
    from generator.narrative.placed_rows import Context

_SECTIONS = frozenset(("text", "text-after"))


def mark_problems(evidence: Evidence) -> Iterator[Problem]:
    """Look at every text, and at the tables and charts that it may place."""
    known = {own.name for own in evidence.dossier.unit.insert}
    for field in evidence.prose:
        if not _SECTIONS.intersection(field.keys[:-1]):
            yield from (_problem(field, fault) for fault in marks_in(field.text))
            continue
        yield from (_problem(field, fault) for fault in mark_faults(field.text))
        owner = next((s for s in evidence.dossier.subjects if s.id == field.owner), None)
        own = known if owner is None else known | {mine.name for mine in owner.entry.insert}
        yield from _missing(field, own, evidence)
    for subject in (None, *evidence.dossier.subjects):
        yield from _of_inserts(evidence, subject)


def _of_inserts(evidence: Evidence, subject: Subject | None) -> Iterator[Problem]:
    """Look at the inserts of a subject's own file, or of the unit's."""
    entries, source = evidence.dossier.unit.insert, evidence.dossier.source
    if subject is not None:
        entries, source = subject.entry.insert, subject.source
    if not entries:
        return
    from generator.narrative.placed_rows import TABLE, InsertAt, make_sheet  # noqa: PLC0415 - few have any

    seen: set[str] = set()
    context = context_of(evidence, subject)
    for number, entry in enumerate(entries):
        if entry.name in seen:
            place = source.place((TABLE, number, "name"))
            message = f"有两张表或图叫作“{entry.name}”"
            yield Problem("I32", Severity.ERROR, message, place, "请换一个名称", entry.name)
        seen.add(entry.name)
        yield from make_sheet(InsertAt(entry, source, number), context).problems


def context_of(evidence: Evidence, subject: Subject | None) -> "Context":
    """Return what the inserts of a subject, or of the unit, may quote."""
    from generator.narrative.placed_rows import Context  # noqa: PLC0415 - see above

    owner = "" if subject is None else subject.id
    return Context(
        evidence.names[owner],
        evidence.book.owned_by(owner or UNIT),
        subject,
        evidence.wording.units,
    )


def _missing(field: ProseField, known: set[str], evidence: Evidence) -> Iterator[Problem]:
    for place in wanted_places(field.text):
        if place.target in known:
            continue
        from generator.load.pictures import FOLDER, PictureFault, read_picture  # noqa: PLC0415 - few place any

        if place.target.startswith(f"{FOLDER}/") or "." in place.target:
            found = read_picture(evidence.dossier.path, place.target)
            if not isinstance(found, PictureFault):
                continue
            message, hint = found
        else:
            message = f"没有叫作“{place.target}”的表或图"
            hint = suggest(place.target, known) or "请在 [[insert]] 里写这张表或图"
        yield _problem(field, MarkFault(place.line, place.column, message, hint, place.target))


def _problem(field: ProseField, fault: MarkFault) -> Problem:
    place = field.source.text_place(field.keys, fault.line, fault.column)
    return Problem("I32", Severity.ERROR, fault.message, place, fault.hint, fault.quote)
