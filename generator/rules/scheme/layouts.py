"""Layouts of a scheme: weights add up, parts are told apart, classes and layouts can be chosen."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.model.scheme import Scheme
from generator.model.score_parts import Layout
from generator.rules.scheme.scheme_fault import Fault

LayoutsOfKind = tuple[tuple[str, str, tuple[Layout, ...]], ...]


def check_layouts(scheme: Scheme) -> Iterator[Fault]:
    """Check every layout of projects and departments."""
    for kind, name, layouts in _kinds(scheme):
        yield from _choice(kind, name, layouts)
        for index, layout in enumerate(layouts):
            keys = (kind, index)
            yield from _sum(layout, keys)
            yield from _parts(layout, keys)
            yield from _classes(scheme, layout, keys)


def _kinds(scheme: Scheme) -> LayoutsOfKind:
    return (("project", "项目", scheme.project), ("department", "部门", scheme.department))


def _choice(kind: str, name: str, layouts: tuple[Layout, ...]) -> Iterator[Fault]:
    """The first layout that fits is taken, so the one without a condition comes last."""
    conditions: set[str] = set()
    for index, layout in enumerate(layouts):
        is_last = index == len(layouts) - 1
        if layout.when_class in conditions:
            again = f"适用条件“{layout.when_class}”" if layout.when_class else "没有适用条件的"
            message = f"{again}评分组成写了两次"
            hint = "每种条件只写一次，没有 when-class 的只能有一个"
            yield Fault("S05", (kind, index), message, hint)
        elif not layout.when_class and not is_last:
            message = f"{name}的通常评分组成（没有 when-class）不在最后，后面的永远用不到"
            yield Fault("S05", (kind, index), message, "请把它移到最后")
        conditions.add(layout.when_class)
    if layouts and "" not in conditions:
        message = f"{name}没有通常情形下的评分组成"
        yield Fault("S05", (kind, len(layouts) - 1), message, "请在最后加一个不写 when-class 的")


def _sum(layout: Layout, keys: KeyPath) -> Iterator[Fault]:
    weights = [part.weight for part in layout.part if part.weight is not None]
    if len(weights) < len(layout.part):
        return  # a part whose weight the unit sets leaves the sum open
    total = sum(weights, Decimal(0))
    if total != layout.total:
        message = f"各部分分值之和为 {total:f}，总分写的是 {layout.total:f}"
        hint = "请改正部分的 weight 或 total"
        yield Fault("S02", (*keys, "total"), message, hint, quote=f"{layout.total:f}")


def _parts(layout: Layout, keys: KeyPath) -> Iterator[Fault]:
    ids: set[str] = set()
    for index, part in enumerate(layout.part):
        at = (*keys, "part", index)
        if part.id in ids:
            message = f"部分代码“{part.id}”重复"
            yield Fault("S03", (*at, "id"), message, "每个部分的 id 各不相同", quote=part.id)
        ids.add(part.id)
        others = [p.id for p in layout.part if p.id != part.id]
        if part.moves_to and part.moves_to not in others:
            message = f"分值转入的部分“{part.moves_to}”不存在"
            if part.moves_to == part.id:
                message = f"部分“{part.id}”的分值不能转给自己"
            hint = suggest(part.moves_to, others)
            yield Fault("S03", (*at, "moves-to"), message, hint, quote=part.moves_to)


def _classes(scheme: Scheme, layout: Layout, keys: KeyPath) -> Iterator[Fault]:
    known = [row.name for row in scheme.classes]
    named = [((*keys, "when-class"), layout.when_class)] if layout.when_class else []
    taken: dict[str, str] = {}
    for index, part in enumerate(layout.part):
        for place, name in enumerate(part.classes):
            at = (*keys, "part", index, "classes", place)
            named.append((at, name))
            if name in taken:
                message = f"一级指标“{name}”已在部分“{taken[name]}”里，分值会算两次"
                yield Fault("S04", at, message, "每个一级指标只属于一个部分", quote=name)
            taken.setdefault(name, part.id)
    for at, name in named:
        if known and name not in known:
            message = f"指标体系 classes 里没有一级指标“{name}”"
            yield Fault("S04", at, message, suggest(name, known), quote=name)
