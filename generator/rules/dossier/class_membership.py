"""C09 and unknown classes: an indicator stands in a class that the scheme has, and where it belongs."""

from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.base.suggestion import nearest
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme
from generator.model.scheme_classes import Classes
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.direction import belongs_to
from generator.score.layout import level1

_SEPARATORS = Pattern(r"\s*[-－—／/\\、>》·]+\s*")


def classes(evidence: Evidence) -> Iterator[Finding]:
    """Look at the class of every row."""
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            keys = (*at.keys, "class")
            place, indicator = KeyPlace(subject.source, keys), at.indicator
            yield from _known(place, indicator.class_, evidence.scheme)
            yield from _named(place, indicator, evidence)


def _known(at: KeyPlace, path: str, scheme: Scheme) -> Iterator[Finding]:
    if not path.strip() or _is_known(path, scheme):  # a blank is told as one
        return
    own, second = _block(path, scheme), _last(path)
    proper = _proper(path, scheme)
    if proper:
        # A known class in the wrong block is a matter of judgement; an unknown block is not.
        if own is None and scheme.own_classes:
            return
        id = "class-elsewhere" if own is not None else "class-of-no-block"
        yield Finding(id, at, path, proper[0], name=second, quote=path)
        return
    if scheme.own_classes:
        return
    near = _meant(path, scheme)
    id = "class-misspelt" if near else "class-unknown"
    how = "、".join(near or _paths(scheme))
    yield Finding(id, at, path, scheme.title, how, quote=path)


def meant_class(path: str, scheme: Scheme) -> str:
    """Return the only class that comes into question for one that there is not (empty: none, or several)."""
    if not path.strip() or scheme.own_classes or _is_known(path, scheme):
        return ""
    proper = _proper(path, scheme)
    if proper and _block(path, scheme) is not None:
        return ""
    near = [f"{block}/{_last(path)}" for block in proper] or _meant(path, scheme)
    return near[0] if len(near) == 1 else ""


def _is_known(path: str, scheme: Scheme) -> bool:
    own = _block(path, scheme)
    is_there = own is not None and (_last(path) in own.children or not own.children)
    return is_there or not scheme.classes


def _block(path: str, scheme: Scheme) -> Classes | None:
    return next((own for own in scheme.classes if own.name == level1(path)), None)


def _proper(path: str, scheme: Scheme) -> list[str]:
    """Return the blocks that have a class of the name at the end of a path."""
    return [own.name for own in scheme.classes if _last(path) in own.children]


def _last(path: str) -> str:
    return path.rsplit("/", maxsplit=1)[-1]


def same_class(path: str, scheme: Scheme) -> str:
    """Return the one class that a path names but for 指标, blanks and signs (empty: none, or several)."""
    own, paths = _parts(path), _paths(scheme)
    same = [known for known in paths if _parts(known) == own]
    same = same or [known for known in paths if _parts(known)[-1:] == own]
    return same[0] if len(same) == 1 and not scheme.own_classes else ""


def _meant(path: str, scheme: Scheme) -> list[str]:
    """Return the classes that a path means: but for 指标 and signs, by their last part, or by likeness."""
    paths = _paths(scheme)
    own = _parts(path)
    same = [known for known in paths if _parts(known) == own]
    same = same or [known for known in paths if _parts(known)[-1:] == own]
    # The block alone: nobody can tell which of its classes is meant.
    same = same or [known for known in paths if _parts(known)[:1] == own]
    return same or nearest("/".join(own), paths)


def _parts(path: str) -> list[str]:
    parts = _SEPARATORS.split(half_width(path).strip())
    return [part.removesuffix("指标").replace(" ", "") for part in parts]


def _paths(scheme: Scheme) -> list[str]:
    return [f"{c.name}/{child}" for c in scheme.classes for child in c.children] or [
        c.name for c in scheme.classes
    ]


def _named(at: KeyPlace, indicator: Indicator, evidence: Evidence) -> Iterator[Finding]:
    """Hold the words of the name against the class."""
    for rule in evidence.wording.class_words:
        if not any(word in indicator.name for word in rule.words):
            continue
        if belongs_to(indicator.class_, rule.not_in) and rule.class_ != indicator.class_:
            left, right = indicator.class_, rule.class_
            yield Finding("class-by-name", at, left, right, name=indicator.name)
