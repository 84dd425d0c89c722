"""A02, A07, I24 of items: each that the scheme asks is answered, as the scheme scores it, and no other."""

from collections.abc import Iterator

from generator.base.number import plain
from generator.base.suggestion import suggest
from generator.model.dossier import Subject
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ItemScore, ScoreSheet


def items(evidence: Evidence) -> Iterator[Finding]:
    """Look at what every subject says of the items of its scheme."""
    for subject, sheet in evidence.subjects():
        known = [item for part in sheet.parts for item in part.items]
        yield from _unknown(subject, known, evidence)
        if evidence.is_evaluation:
            yield from _scores(subject, sheet)


def _unknown(subject: Subject, known: list[ItemScore], evidence: Evidence) -> Iterator[Finding]:
    taken = {item.keys for item in known}
    names = [item.item.name for item in known]
    for index, said in enumerate(subject.entry.item):
        if ("item", index) not in taken:
            at = KeyPlace(subject.source, ("item", index, "name"))
            hint = suggest(said.name, names) if names else "方案没有按项计分的部分"
            yield Finding("item-unknown", at, evidence.scheme.title, how=hint, name=said.name)


def _scores(subject: Subject, sheet: ScoreSheet) -> Iterator[Finding]:
    for item in (item for part in sheet.parts for item in part.items):
        at = KeyPlace(subject.source, item.keys)
        score, name = item.score, item.item.name
        if score.value is None:
            yield Finding("item-score-missing", at, score.missing, name=name)
        if item.said is None or score.value is None or not score.computed:
            continue
        own, stated = (*item.keys, "score"), (*item.keys, "stated", "score")
        for keys, value in ((own, item.said.score), (stated, item.said.stated.score)):
            if value is not None and value != score.value:
                left, right, trace = plain(value), plain(score.value), score.trace
                where = KeyPlace(subject.source, keys)
                yield Finding(
                    "item-score-differs", where, left, right, trace.formula, name,
                    basis=trace.basis,
                )  # fmt: skip
