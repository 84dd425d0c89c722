"""Carry what persons changed in files that are made no more into those that hold their documents now."""

from collections.abc import Iterator, Sequence

from generator.base.problem import Place
from generator.base.strange_text import shown_path
from generator.roundtrip.bundle_carry import Edited, Holding, carry
from generator.roundtrip.earlier import base_of
from generator.roundtrip.file_owner import Standing, look
from generator.roundtrip.manifest import Written, digest
from generator.roundtrip.outcome import Outcome
from generator.roundtrip.step import Desk, Step
from generator.roundtrip.stranded import stranded
from generator.roundtrip.version_beside import known_digests, stands_beside


def with_carried(steps: Sequence[Step], files: Sequence[Written], desk: Desk) -> list[Step]:
    """Carry in what somebody changed in other files: a bundle, singles."""
    others = list(_edited_elsewhere(files, desk))
    if not others:
        return list(steps)
    holdings = _holdings(files)
    each = zip(steps, files, holdings, strict=True)
    carried = [_with_carried(step, file, holding, others, desk) for step, file, holding in each]
    return _with_stranded(steps, carried, holdings, others, desk)


def _edited_elsewhere(files: Sequence[Written], desk: Desk) -> Iterator[Edited]:
    """Give what persons edited among the files that are not made any more: a bundle, singles."""
    now = {file.file for file in files}
    before: tuple[str, ...] = ()
    for other in desk.record.of_mode(desk.order.mode):
        if other.file in now or stands_beside(other):
            continue
        holding = Holding(other.ids, before)
        before = (*before, *other.ids)
        lying = look(desk.target / other.file, known_digests(desk.record, other.file), "")
        if lying.standing is not Standing.PERSONS or lying.data is None:
            continue
        if base := base_of(lying.data, other, desk.state):
            yield Edited(other.file, lying.data, base, holding)


def _with_carried(
    step: Step, file: Written, holding: Holding, others: Sequence[Edited], desk: Desk
) -> Step:
    """Carry in what somebody changed in another file of the same documents.

    What came here once is theirs from then on; the same file is not carried in again.
    """
    for edited in others:
        seen = digest(edited.data)
        is_shared = {*holding.documents} & {*edited.holding.documents}
        if step.record.has_carried(edited.name, seen) or not is_shared:
            continue
        data = step.data if step.data is not None else step.lying.data or b""
        place = Place(shown_path(step.path))
        try:
            carried = carry(data, edited, file, holding, place, desk.order.day)
        except Exception as error:
            path = desk.target / edited.name
            step = step.failed(path, f"里面的改动没有带进 {step.path.name}", error)
            continue
        step = step._replace(
            problems=(*step.problems, *carried.problems), account=(*step.account, *carried.account)
        )
        if carried.data is None:
            continue
        step = step._replace(record=step.record.with_carried(edited.name, seen))
        if carried.data != data:
            marked = step.record._replace(merged=digest(carried.data))
            step = step._replace(data=carried.data, record=marked, outcome=Outcome.MERGED)
    return step


def _with_stranded(
    steps: Sequence[Step],
    carried: Sequence[Step],
    holdings: Sequence[Holding],
    others: Sequence[Edited],
    desk: Desk,
) -> list[Step]:
    """Name what none of the files took, where something of the same file came in now."""
    found = list(carried)
    for edited in others:
        seen = digest(edited.data)
        came = [
            number
            for number, (before, after) in enumerate(zip(steps, carried, strict=True))
            if after.record.has_carried(edited.name, seen)
            and not before.record.has_carried(edited.name, seen)
        ]
        if came:
            place = Place(shown_path(desk.target / edited.name))
            told = tuple(stranded(edited, holdings, place))
            step = found[came[0]]
            found[came[0]] = step._replace(problems=(*step.problems, *told))
    return found


def _holdings(files: Sequence[Written]) -> list[Holding]:
    """Return what the files hold that are made now."""
    found: list[Holding] = []
    before: tuple[str, ...] = ()
    for file in files:
        own = tuple(document.blocks.id for document in file.documents)
        found.append(Holding(own, before))
        before = (*before, *own)
    return found
