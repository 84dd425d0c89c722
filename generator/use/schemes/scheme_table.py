"""The values of a scheme, each with what it is called and what it rests on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.number import plain
from generator.model.scheme import Scheme
from generator.model.score_parts import Layout, Part
from generator.model.scoring import Method

_KINDS = (("project", "项目"), ("department", "部门"))


class Value(NamedTuple):
    """A value: what tells it from others, what people call it, what it is, and its basis.

    ``counts``: what scores follow from, where the text is only how a scheme puts it (empty: the text).
    """

    key: str
    name: str
    text: str
    basis: str = ""
    verified: bool = False
    counts: str = ""

    @property
    def content(self) -> str:
        """Return what makes one value another than that of another scheme."""
        return self.counts or self.text


def values_of(scheme: Scheme) -> tuple[Value, ...]:
    """List the values of a scheme, in the order in which people ask for them."""
    found = _Values(scheme)
    return (
        *found.layouts(),
        *found.methods(),
        *found.tiers(),
        *found.grades(),
        *found.bounds(),
        *found.rounding(),
        *found.classes(),
        *found.required(),
    )


class _Values:
    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme

    def _value(self, key: str, name: str, text: str, basis: str) -> Value:
        found = self._scheme.basis_of(basis)
        return Value(key, name, text, self._scheme.cite(basis), bool(found and found.verified))

    def layouts(self) -> Iterator[Value]:
        """Give totals and parts."""
        for (kind, of), layouts in zip(
            _KINDS, (self._scheme.project, self._scheme.department), strict=True
        ):
            for layout in layouts:
                yield from self._layout(kind, of, layout)

    def _layout(self, kind: str, of: str, layout: Layout) -> Iterator[Value]:
        when = f"（有“{layout.when_class}”指标时）" if layout.when_class else ""
        key = f"{kind}/{layout.when_class}"
        yield self._value(f"{key}/total", f"{of}总分{when}", plain(layout.total), layout.basis)
        labels = {part.id: part.label for part in layout.part}
        # What a part counts tells it from others: schemes call it, and its id, as they like.
        kinds = Counter(_counted(part) for part in layout.part)
        for part in layout.part:
            name = f"{of}{when} · {part.label}"
            own = _counted(part) if kinds[_counted(part)] == 1 else f"{_counted(part)}/{part.label}"
            yield self._value(f"{key}/part/{own}", name, _part(part, labels), part.basis)

    def methods(self) -> Iterator[Value]:
        """Give the method of every situation."""
        for method in self._scheme.method:
            for situation in method.when:
                of = f"（{'、'.join(method.classes)}）" if method.classes else ""
                key = f"method/{situation}/{'/'.join(method.classes)}"
                value = self._value(key, f"计分 {situation}{of}", _method(method), method.basis)
                yield value._replace(counts=_worked_out(method))
        for number, default in enumerate(self._scheme.default_direction):
            words = "、".join((*default.classes, *default.name_contains))
            text = f"{words}：{default.direction}"
            yield self._value(f"direction/{number}", "没有符号时的方向", text, default.basis)

    def tiers(self) -> Iterator[Value]:
        """Give the tiers, from the top."""
        for number, tier in enumerate(self._scheme.tier, 1):
            text = f"{tier.label}：{plain(tier.from_)}%–{plain(tier.to)}%"
            yield self._value(f"tier/{number}", f"定性第{number}档", text, tier.basis)

    def grades(self) -> Iterator[Value]:
        """Give the scale."""
        for grade in self._scheme.grade:
            text = f"{plain(grade.from_)}（含）–{plain(grade.to)}"
            yield self._value(f"grade/{grade.word}", f"等级 {grade.word}", text, grade.basis)

    def bounds(self) -> Iterator[Value]:
        """Give the lines that are drawn."""
        lines, opened = self._scheme.thresholds, self._scheme.open_score
        if (far := lines.over_completion) is not None:
            zero = "" if far.of_zero is None else f"；指标值为 0 的，达到 {plain(far.of_zero)}"
            text = f"达到 {plain(far.percent)}%{zero}"
            yield self._value("far", "超额完成须说明", text, far.basis)
        if (low := lines.execution) is not None:
            yield self._value("low", "执行率须说明", f"低于 {plain(low.percent)}%", low.basis)
        if (beyond := opened.beyond) is not None:
            text = f"达到 {plain(beyond.percent)}%"
            yield self._value("open/beyond", "得分可以改低", text, beyond.basis)
        if (unmet := opened.unmet) is not None:
            text = f"没有达到目标（{'、'.join(unmet.when)}）"
            yield self._value("open/unmet", "得分可以另写", text, unmet.basis)
        if (always := opened.always) is not None:
            yield self._value("open/always", "得分都由单位自评", "没有写的照公式", always.basis)

    def rounding(self) -> Iterator[Value]:
        """Give how scores are rounded and compared."""
        rounding = self._scheme.rounding
        if rounding is None:
            return
        cut = "截去多余的小数" if rounding.compare == "truncate" else "四舍五入"
        text = f"{rounding.places} 位小数，核对时{cut}"
        if rounding.tolerance is not None:
            text += f"，允许差 {plain(rounding.tolerance)}"
        if rounding.tier_places is not None:
            text += f"；各档界限取到 {rounding.tier_places} 位小数"
        yield self._value("rounding", "取舍", text, rounding.basis)

    def classes(self) -> Iterator[Value]:
        """Give the classes of indicators."""
        for one in self._scheme.classes:
            text = "、".join(one.children) or "（二级自定）"
            yield self._value(f"class/{one.name}", f"指标体系 {one.name}", text, one.basis)

    def required(self) -> Iterator[Value]:
        """Give what has to be filled in."""
        wanted = self._scheme.required
        for key, name, paths in (
            ("goals", "申报目标时必填", wanted.goals),
            ("evaluation", "自评时必填", wanted.evaluation),
        ):
            yield Value(f"required/{key}", name, "、".join(sorted(paths)))


def _counted(part: Part) -> str:
    return "/".join((part.kind, *part.classes))


def _worked_out(method: Method) -> str:
    """Write how a method works, whatever a scheme calls it."""
    full = "" if method.of is None else plain(method.of)
    return f"{method.kind}{full}{_steps(method)}{method.pass_line}{method.capped}"


def _part(part: Part, labels: Mapping[str, str]) -> str:
    weight = "自定" if part.weight is None else plain(part.weight)
    said = [weight]
    said += [f"得分取 {part.places} 位小数"] if part.places is not None else []
    said += [f"不评价时转入{labels.get(part.moves_to, part.moves_to)}"] if part.moves_to else []
    return "，".join(said)


def _method(method: Method) -> str:
    return method.label or f"{method.kind}{_steps(method)}"


def _steps(method: Method) -> str:
    steps: Sequence[str] = [f"{plain(s.from_)}%→{plain(s.points)}" for s in method.steps]
    return f"（{'、'.join(steps)}）" if steps else ""
