"""Families G and R of a dossier: reports, methods, and where a local scheme leaves the national one."""

from collections.abc import Iterator, Sequence

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.scheme import Scheme
from generator.model.score_parts import Part
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_METHOD = Pattern(
    r"(?:采用|运用|使用|通过|方法[是为]|[、和及与“：:])(?P<name>[一-鿿]{2,8}?(?:分析|评判|比较|成本|管理|评价)法)"
)


def of_reports(evidence: Evidence) -> Iterator[Finding]:
    """G01: what a report on the whole unit states is a word of the scale; its form has no cell for it."""
    known = {name for grade in evidence.scheme.grade for name in (grade.word, *grade.also)}
    scale = "、".join(f"{g.word}（{plain(g.from_)}–{plain(g.to)}）" for g in evidence.scheme.grade)
    for index, report in enumerate(evidence.dossier.unit.report):
        word = report.stated.grade
        if word and known and word not in known:
            at = KeyPlace(evidence.dossier.source, ("report", index, "stated", "grade"))
            yield Finding("grade-off-scale", at, word, scale, quote=word)


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
