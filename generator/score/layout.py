"""How the total of a subject is made up: the scheme's layout with the weights that apply here."""

from decimal import Decimal
from typing import NamedTuple

from generator.model.dossier import Subject
from generator.model.scheme import Scheme
from generator.model.score_parts import Layout, Part


class WeightedPart(NamedTuple):
    """A part with the weight that holds for this subject (``None``: the sum of what the unit set)."""

    part: Part
    weight: Decimal | None
    moved: tuple[str, ...] = ()


def level1(class_path: str) -> str:
    """Return the level-1 class of a path."""
    return class_path.split("/", 1)[0]


def find_layout(subject: Subject, scheme: Scheme) -> Layout | None:
    """Return the first layout whose condition holds; one without a condition always does."""
    layouts = scheme.project if subject.kind == "project" else scheme.department
    present = {level1(at.indicator.class_) for at in subject.indicators}
    return next((x for x in layouts if not x.when_class or x.when_class in present), None)


def weigh_parts(layout: Layout, not_evaluated: tuple[str, ...]) -> tuple[WeightedPart, ...]:
    """Return the parts that are evaluated; the weight of one that is not goes where the scheme says."""
    dropped = [p for p in layout.part if p.classes and set(p.classes) <= set(not_evaluated)]
    kept = [p for p in layout.part if p not in dropped]
    return tuple(_weigh(part, dropped) for part in kept)


def _weigh(part: Part, dropped: list[Part]) -> WeightedPart:
    received = [p for p in dropped if p.moves_to == part.id]
    weight = part.weight
    if weight is not None:
        weight += sum((p.weight for p in received if p.weight is not None), Decimal(0))
    return WeightedPart(part, weight, tuple(p.label for p in received))
