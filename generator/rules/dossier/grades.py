"""Families G and R: grades, methods, and where a local scheme leaves the national one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.scheme import Part, Scheme
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.scorer import find_grade

UNKNOWN_GRADE = Rule("G01", Severity.ERROR, "等级用方案里的说法")
WRONG_GRADE = Rule("G03", Severity.ERROR, "等级与得分所在的区间一致")
LOOSE_GRADE = Rule("G04", Severity.WARNING, "等级用规范的写法")
METHOD = Rule("G05", Severity.NOTE, "评价方法在规定的方法之内")
LOCAL = Rule("R01", Severity.NOTE, "地方规则与全国规则的差别")

_METHOD = Pattern(
    r"(?:采用|运用|使用|通过|方法[是为]|[、和及与“：:])(?P<name>[一-鿿]{2,8}?(?:分析|评判|比较|成本|管理|评价)法)"
)


def check_grade(evidence: Evidence) -> Iterator[Problem]:
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
            at = ("report", index, "stated", "grade")
            yield UNKNOWN_GRADE.problem(
                evidence.dossier.source, at, _unknown(word), _scale(evidence.scheme), quote=word
            )


def _grade(
    subject: Subject, keys: KeyPath, word: str, total: Decimal | None, scheme: Scheme
) -> Iterator[Problem]:
    if not word:
        return
    grade = next((g for g in scheme.grade if word == g.word or word in g.also), None)
    if grade is None:
        yield UNKNOWN_GRADE.problem(
            subject.source, keys, _unknown(word), _scale(scheme), quote=word
        )
        return
    if word != grade.word:
        message = f"等级“{word}”应写作“{grade.word}”"
        basis = scheme.cite(grade.basis)
        yield LOOSE_GRADE.problem(
            subject.source, keys, message, _scale(scheme), quote=word, basis=basis
        )
    expected, trace = find_grade(total, scheme)
    if expected and expected != grade.word:
        message = f"等级“{word}”与得分不符：{trace.formula}"
        yield WRONG_GRADE.problem(
            subject.source, keys, message, "请核对得分和等级", quote=word, basis=trace.basis
        )


def _unknown(word: str) -> str:
    return f"等级“{word}”不在方案的等级里"


def _scale(scheme: Scheme) -> str:
    return "等级为：" + "、".join(
        f"{g.word}（{plain(g.from_)}–{plain(g.to)}）" for g in scheme.grade
    )


def check_methods(evidence: Evidence) -> Iterator[Problem]:
    """G05: evaluation methods that prose names are among those of the rules."""
    methods = evidence.wording.methods
    if methods is None:
        return
    for field in evidence.prose:
        for number, line in enumerate(field.text.splitlines(), 1):
            for found in _METHOD.finditer(line):
                name = found["name"]
                if not any(name.endswith(known) or known.endswith(name) for known in methods.names):
                    place = field.source.text_place(field.keys, number, found.start("name") + 1)
                    message = f"评价方法“{name}”不在规定的方法之内"
                    hint = f"规定的方法：{'、'.join(methods.names)}"
                    yield Problem(
                        METHOD.code, METHOD.severity, message, place, hint, name, methods.source
                    )


def check_local_rules(evidence: Evidence) -> Iterator[Problem]:
    """R01: say where the scheme in force differs from the national one."""
    scheme, national = evidence.scheme, evidence.national
    if national is None:
        return
    differences = [*_part_differences(scheme, national), *_band_differences(scheme, national)]
    if differences:
        message = f"方案“{scheme.title}”与“{national.title}”不同：{'；'.join(differences)}"
        hint = "按地方方案计分，此条只作提示"
        source = evidence.dossier.source
        yield LOCAL.problem(source, ("scheme",), message, hint, basis=str(scheme.basis[0]))


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
