"""X05: nearly equal names of bodies, projects and indicators are one thing under two names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.wording.near_names import beginnings, near_names

_NUMBER = Pattern(r"（[0-9]{1,2}）")
_CODE = Pattern(
    r"\s*[-—－]?\s*[（(\[]?[0-9]{3,12}[)）\]]?$"
)  # 主管部门及代码: a body with its code

_COUNTED = Pattern(r"[^0-9]{0,6}[0-9]+(?:\.[0-9]+)?(?P<unit>[一-鿿%％/]{1,6})")
_FIELD, _FRONT = 2, 2  # keys of a field that is no row; signs of a name that say whose it is


class _Name(NamedTuple):
    text: str
    at: KeyPlace
    unit: str = ""  # of what a row counts


def names(evidence: Evidence) -> Iterator[Finding]:
    """Look at every kind of name by itself."""
    dossier = evidence.dossier
    unit, apart = dossier.unit.unit, evidence.wording.apart
    declared = {unit.name, unit.signature, *unit.short}
    yield from _near(_bodies(dossier), declared, "单位", apart)
    projects = [_Name(p.name, KeyPlace(p.source, ("project", "name"))) for p in dossier.projects]
    yield from _near(projects, set(), "项目", apart)
    indicators = [
        _Name(
            at.indicator.name,
            KeyPlace(subject.source, (*at.keys, "name")),
            _unit_of(at.indicator.target),
        )
        for subject in dossier.subjects
        for at in subject.indicators
    ]
    yield from _near(indicators, set(), "指标", apart)


def _unit_of(target: str) -> str:
    found = _COUNTED.fullmatch(target.strip())
    return found["unit"] if found is not None else ""


def _bodies(dossier: Dossier) -> list[_Name]:
    named = [
        _Name(getattr(subject.entry.project, key), KeyPlace(subject.source, ("project", key)))
        for subject in dossier.projects
        if isinstance(subject.entry, ProjectEntry)
        for key in ("authority", "implementer")
    ]
    named = [_Name(_CODE.sub("", name.text), name.at) for name in named]
    own = _Name(dossier.unit.unit.name, KeyPlace(dossier.source, ("unit", "name")))
    return [own, *(name for name in named if name.text)]


def _near(found: Sequence[_Name], declared: set[str], what: str, apart: Apart) -> Iterator[Finding]:
    first: dict[str, _Name] = {}
    for name in found:
        first.setdefault(name.text, name)
    pairs = [*(pair[:2] for pair in near_names(first, apart)), *beginnings(first, apart)]
    for pair in sorted({_shorter_first(*pair) for pair in pairs}):
        one, other = pair
        if _are_of_two(first[one], first[other]):
            continue
        if not {one, other} <= declared and not _is_numbered(other, one):
            where = str(first[other].at.place)
            yield Finding("names-near", first[one].at, one, other, where, what, one)


def _are_of_two(one: _Name, other: _Name) -> bool:
    """Tell 学生满意度 of one project and 师生满意度 of another: each is called after its own people.

    补助园数 in 所 and 补助人数 in 人 are two rows of one project.
    """
    if one.unit and other.unit and one.unit != other.unit:
        return True
    is_row = len(one.at.keys) > _FIELD and len(other.at.keys) > _FIELD
    is_elsewhere = one.at.source is not other.at.source
    return is_row and is_elsewhere and one.text[:_FRONT] != other.text[:_FRONT]


def _is_numbered(name: str, first: str) -> bool:
    """Tell a name that was told from another by a number in brackets: both stand under one name."""
    return _NUMBER.fullmatch(name.removeprefix(first)) is not None


def _shorter_first(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one, other), key=lambda text: (len(text), text))
    return first, second
