"""Rows of indicators class by class, as the form prints them: each class with rows to spare below it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.form_printing import WEIGHT
from generator.model.scheme_classes import Classes, level1_label, level2_label

_SPARE, _BLANK = 2, 3  # rows to spare: of a class that has some, and of one that has none
_FREE, _ALL_FREE = 4, 12  # of any class: beside those of the form, and where it has no classes


class ClassGroup(NamedTuple):
    """The rows of one class; of no class (``path`` is empty) each row says its own."""

    path: str
    level1: str
    level2: str
    held: tuple[int, ...]  # the numbers of its rows in the inputs
    spare: int


def class_groups(
    classes: Sequence[Classes], paths: Sequence[str], labels: Mapping[str, str]
) -> tuple[ClassGroup, ...]:
    """Sort rows into the classes of the form, in its order; what is of none stands behind."""
    known = [path for one in classes for path in _paths(one, paths)]
    groups = []
    for path in dict.fromkeys(known):
        held = tuple(number for number, own in enumerate(paths) if own == path)
        first = path.partition("/")[0]
        level1 = _label(labels, first) or level1_label(classes, first)
        level2 = _label(labels, path) or level2_label(classes, path) if "/" in path else ""
        groups.append(ClassGroup(path, level1, level2, held, _SPARE if held else _BLANK))
    rest = tuple(number for number, own in enumerate(paths) if own not in known)
    spare = _FREE if groups else _ALL_FREE
    return (*groups, ClassGroup("", "", "", rest, spare))


def _paths(one: Classes, used: Sequence[str]) -> Iterator[str]:
    """Give the classes of level 2: those of the scheme, or those in use where it leaves them open."""
    children = [f"{one.name}/{child}" for child in one.children]
    yield from children or [p for p in used if p.partition("/")[0] == one.name] or [one.name]


def _label(labels: Mapping[str, str], path: str) -> str:
    """Return the words of the form for a class, without its points."""
    label = labels.get(path, "")
    head = label.partition(WEIGHT)[0]
    return head if head == label else head.rstrip("（( ")
