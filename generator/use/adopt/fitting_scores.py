"""Ways of scoring held against the scores that a form prints: those that fit, those that do not."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.number import places_of, plain, round_half_up
from generator.load.dossier_inputs import load_dossier
from generator.model.dossier import Dossier
from generator.model.scheme import Scheme
from generator.model.scoring import Method
from generator.score.kinds import COMPUTED
from generator.score.score_terms import Rules
from generator.score.scorer import score_dossier
from generator.score.trace import Score
from generator.use.adopt.fitting_rates import rates_of
from generator.use.library import Library

_OF_PARTS = frozenset(("execution", "satisfaction"))  # scored by how much was reached, as ≥ is
_EXECUTION = "预算执行率"
FORM = "form"  # the basis of what the form itself gives


class Evidence(NamedTuple):
    """A score as the form prints it, and as it was worked out."""

    name: str
    printed: Decimal
    score: Score

    @property
    def agrees(self) -> bool:
        """Tell whether both are the same, as far as the form prints it."""
        value = self.score.value
        return value is not None and round_half_up(value, places_of(self.printed)) == self.printed


class Fitted(NamedTuple):
    """The ways of scoring with their bases, and what has to be said of them."""

    methods: tuple[Mapping[str, Any], ...] = ()  # as a scheme writes them
    basis: tuple[Mapping[str, Any], ...] = ()
    remarks: tuple[str, ...] = ()
    places: int | None = None  # of scores, where the form rounds otherwise
    is_open: bool = False  # no way of scoring gives what the form prints
    rate_of: tuple[str, ...] = ()  # what the printed rates are of, where it is not the budget

    def over(self, base: Mapping[str, Any]) -> Mapping[str, Any]:
        """Put the methods in the place of those of a scheme."""
        known = {row["id"] for row in base["basis"]}
        more = [row for row in self.basis if row["id"] not in known]
        made = {**base, "method": list(self.methods), "basis": [*base["basis"], *more]}
        if self.rate_of:
            made["rate-of"] = list(self.rate_of)
        if self.is_open:
            made["open-score"] = {**base.get("open-score", {}), "always": {"basis": FORM}}
        if self.places is None:
            return made
        basis = base.get("rounding", {}).get("basis", base["basis"][0]["id"])
        return {**made, "rounding": {"places": self.places, "basis": basis}}


class _Other(NamedTuple):
    """A way of scoring of some scheme, as it is written there."""

    method: Method
    data: Mapping[str, Any]
    scheme: Mapping[str, Any]


def fitting_methods(folder: Path, library: Library, id: str) -> Fitted:
    """Hold the methods of an adopted scheme against the form that was imported into a folder."""
    dossier, loaded = load_dossier(folder).dossier, library.schemes[id][0]
    if dossier is None or loaded is None:
        return Fitted()
    scheme, data = loaded.scheme, [*loaded.source.data.get("method", ())]
    taken: list[_Other] = []
    rates = rates_of(subject.entry.funds for subject in dossier.subjects)
    scheme = scheme.changed(rate_of=rates.of)
    remarks: list[str] = [*rates.remarks]
    is_open = _is_unweighted(dossier, scheme, library)
    for number, method in enumerate(scheme.method):
        wrong = [
            one for one in _judged_by(method, _evidence(dossier, scheme, library)) if not one.agrees
        ]
        if not wrong:
            continue
        other = _fitting(number, dossier, scheme, library)
        if other is None:
            remarks += [_disagreement(one, method) for one in wrong]
            is_open = is_open or any(one.name != _EXECUTION for one in wrong)
            continue
        scheme = _with(scheme, number, other.method)
        data[number] = {
            **other.data,
            **{key: data[number][key] for key in ("when", "classes") if key in data[number]},
        }
        taken.append(other)
        remarks.append(
            f"“{method.label}”与表上印的得分不符，改用“{other.method.label}”，请与当地的文件核对"
        )
    if is_open:
        remarks.append("表上的得分不是都能算出来，各项得分照单位自评的印")
    places = _places(dossier, scheme, library)
    if places is not None:
        remarks.append(f"表上的得分保留 {places} 位小数，照此计分")
    basis = [
        row for other in taken for row in other.scheme["basis"] if row["id"] == other.data["basis"]
    ]
    return Fitted(tuple(data), tuple(basis), tuple(remarks), places, is_open, rates.of)


def _is_unweighted(dossier: Dossier, scheme: Scheme, library: Library) -> bool:
    """Tell a form that prints scores without the points that they are out of."""
    return any(
        one.score.value is None
        for one in _evidence(dossier, scheme, library)
        if one.name != _EXECUTION
    )


def _places(dossier: Dossier, scheme: Scheme, library: Library) -> int | None:
    """Return to how many places the form rounds its scores, where that is fewer than usual."""
    usual = Rules(scheme, library.units, dossier.unit.year).places
    own = [one for one in _evidence(dossier, scheme, library) if one.score.computed and one.agrees]
    most = max((places_of(one.printed) for one in own), default=usual)
    is_cut = any(one.score.value != one.printed for one in own)
    return most if is_cut and most < usual else None


def _evidence(dossier: Dossier, scheme: Scheme, library: Library) -> list[Evidence]:
    """Return the scores that were worked out where the form prints one."""
    sheets = score_dossier(dossier, Rules(scheme, library.units, dossier.unit.year))
    found: list[Evidence] = []
    for subject in dossier.subjects:
        sheet, printed = sheets[subject.id], subject.entry.funds.stated.score
        part = sheet.part_of_kind("execution")
        if part is not None and printed is not None:
            found.append(Evidence(_EXECUTION, printed, part.score))
        for row in sheet.indicators:
            stated = row.at.indicator.stated.score
            if stated is not None and not row.is_shared:
                found.append(Evidence(row.at.indicator.name, stated, row.judgement.score))
    return found


def _judged_by(method: Method, evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    for one in evidence:
        if (
            one.score.computed
            and one.score.value is not None
            and one.score.trace.rule == method.label
        ):
            yield one


def _fitting(number: int, dossier: Dossier, scheme: Scheme, library: Library) -> _Other | None:
    """Return the first other way that gives all scores of a method as the form prints them."""
    method = scheme.method[number]
    names = {one.name for one in _judged_by(method, _evidence(dossier, scheme, library))}
    for other in _others(method, library):
        own = _evidence(dossier, _with(scheme, number, other.method), library)
        if all(one.agrees for one in own if one.name in names):
            return other
    return None


def _others(method: Method, library: Library) -> Iterator[_Other]:
    wanted = {*method.when, *(("≥",) if _OF_PARTS & {*method.when} else ())}
    for loaded, _ in library.schemes.values():
        if loaded is None or loaded.scheme.based_on or loaded.scheme.taken != "by-fit":
            continue  # what it has, its base has
        rows = loaded.source.data.get("method", ())
        for own, data in zip(loaded.scheme.method, rows, strict=True):
            if own.kind in COMPUTED and wanted & {*own.when}:
                yield _Other(own, data, loaded.source.data)


def _with(scheme: Scheme, number: int, other: Method) -> Scheme:
    """Put another way in the place of a method, for the same cases."""
    was = scheme.method[number]
    methods = [*scheme.method]
    methods[number] = other.changed(when=was.when, classes=was.classes)
    return scheme.changed(method=tuple(methods))


def _disagreement(one: Evidence, method: Method) -> str:
    value = "" if one.score.value is None else plain(one.score.value)
    return (
        f"“{one.name}”表上得 {plain(one.printed)} 分，按“{method.label}”是 {value} 分；"
        "没有一种计分方式都相符，请与当地的文件核对"
    )
