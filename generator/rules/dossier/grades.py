"""Families G and R: grades, methods, and where a local scheme leaves the national one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.scheme import Part, Scheme
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.scorer import find_grade

_METHOD = Pattern(
    r"(?:采用|运用|使用|通过|方法[是为]|[、和及与“：:])(?P<name>[一-鿿]{2,8}?(?:分析|评判|比较|成本|管理|评价)法)"
)


def grades(evidence: Evidence) -> Iterator[Finding]:
    """G01, G03, G04: a stated grade is on the scale, is the band of its score, and is written right."""
    if not evidence.scheme.grade:
        return
    for subject, sheet in evidence.subjects():
        stated = subject.entry.stated
        total = stated.total if stated.total is not None else sheet.total.value
        yield from _grade(subject, ("stated", "grade"), stated.grade, total, evidence.scheme)
        narrative = stated.narrative
        claimed = narrative.total if narrative.total is not None else total
        keys = ("stated", "narrative", "grade")
        yield from _grade(subject, keys, narrative.grade, claimed, evidence.scheme)
    for index, report in enumerate(evidence.dossier.unit.report):
        word = report.stated.grade
        known = {name for grade in evidence.scheme.grade for name in (grade.word, *grade.also)}
        if word and word not in known:
            at = KeyPlace(evidence.dossier.source, ("report", index, "stated", "grade"))
            yield Finding("grade-off-scale", at, word, _scale(evidence.scheme), quote=word)


def _grade(
    subject: Subject, keys: KeyPath, word: str, total: Decimal | None, scheme: Scheme
) -> Iterator[Finding]:
    if not word:
        return
    grade = next((g for g in scheme.grade if word == g.word or word in g.also), None)
    at = KeyPlace(subject.source, keys)
    if grade is None:
        yield Finding("grade-off-scale", at, word, _scale(scheme), quote=word)
        return
    if word != grade.word:
        basis = scheme.cite(grade.basis)
        right, how = grade.word, _scale(scheme)
        yield Finding("grade-worded", at, word, right, how, quote=word, basis=basis)
    expected, trace = find_grade(total, scheme)
    if expected and expected != grade.word:
        right, basis = trace.formula, trace.basis
        yield Finding("grade-off-band", at, word, right, quote=word, basis=basis)


def _scale(scheme: Scheme) -> str:
    return "、".join(f"{g.word}（{plain(g.from_)}–{plain(g.to)}）" for g in scheme.grade)


def methods(evidence: Evidence) -> Iterator[Finding]:
    """G05: evaluation methods that prose names are among those of the rules."""
    known = evidence.wording.methods
    if known is None:
        return
    for field in evidence.prose:
        for number, line in enumerate(field.text.splitlines(), 1):
            for found in _METHOD.finditer(line):
                name = found["name"]
                if not any(name.endswith(one) or one.endswith(name) for one in known.names):
                    at, right = (
                        in_prose(field, number, found.start("name") + 1),
                        "、".join(known.names),
                    )
                    yield Finding("method", at, name, right, quote=name, basis=known.source)


def local_rules(evidence: Evidence) -> Iterator[Finding]:
    """R01: say where the scheme in force differs from the national one."""
    scheme, national = evidence.scheme, evidence.national
    if national is None:
        return
    differences = [*_part_differences(scheme, national), *_band_differences(scheme, national)]
    if differences:
        at, how = KeyPlace(evidence.dossier.source, ("scheme",)), "；".join(differences)
        left, right, basis = scheme.title, national.title, str(scheme.basis[0])
        yield Finding("local-rules", at, left, right, how, basis=basis)


def _part_differences(scheme: Scheme, national: Scheme) -> Iterator[str]:
    if not scheme.project or not national.project:
        return
    here, there = scheme.project[-1].part, national.project[-1].part
    if [(p.kind, p.classes, p.weight) for p in here] != [
        (p.kind, p.classes, p.weight) for p in there
    ]:
        yield f"分值为{_made_up(here)}，全国为{_made_up(there)}"


def _made_up(parts: Sequence[Part]) -> str:
    return "、".join(f"{p.label}{'自定' if p.weight is None else plain(p.weight)}" for p in parts)


def _band_differences(scheme: Scheme, national: Scheme) -> Iterator[str]:
    here = [(t.from_, t.to) for t in scheme.tier]
    there = [(t.from_, t.to) for t in national.tier]
    if here and there and here != there:
        yield "定性档次为" + "、".join(f"{plain(to)}–{plain(low)}%" for low, to in here)
    steps = [(g.word, g.from_) for g in scheme.grade]
    if steps and steps != [(g.word, g.from_) for g in national.grade]:
        yield "等级为" + "、".join(f"{word}≥{plain(low)}" for word, low in steps)
