"""C09 and unknown classes: an indicator stands in a class that the scheme has, and where it belongs."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.base.suggestion import nearest
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.direction import belongs_to
from generator.score.layout import level1

CLASS = Rule("C09", Severity.NOTE, "指标放在相应的类别里")
UNKNOWN = Rule("I24", Severity.ERROR, "类别在方案的指标体系里")


def check_classes(evidence: Evidence) -> Iterator[Problem]:
    """Look at the class of every row."""
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            keys = (*at.keys, "class")
            yield from _known(subject, keys, at.indicator.class_, evidence.scheme)
            yield from _named(subject, keys, at.indicator, evidence)


def _known(subject: Subject, keys: KeyPath, path: str, scheme: Scheme) -> Iterator[Problem]:
    if not scheme.classes:
        return
    first, second = level1(path), path.rsplit("/", maxsplit=1)[-1]
    paths = [f"{c.name}/{child}" for c in scheme.classes for child in c.children] or [
        c.name for c in scheme.classes
    ]
    proper = [c.name for c in scheme.classes if second in c.children]
    own = next((c for c in scheme.classes if c.name == first), None)
    if own is not None and (second in own.children or not own.children):
        return
    if proper:
        message = f"“{second}”指标放在“{path}”，方案里它属于“{proper[0]}”"
        hint = f"请改为 {proper[0]}/{second}"
        # A known class in the wrong block is a matter of judgement; an unknown block is not.
        rule = CLASS if own is not None else UNKNOWN
        yield rule.problem(subject.source, keys, message, hint, quote=path)
        return
    plain = path.replace("指标", "")
    near = nearest(plain, paths)
    hint = f"是不是想写：{'、'.join(near)}" if near else f"方案里有：{'、'.join(paths)}"
    message = f"类别“{path}”不在方案“{scheme.title}”的指标体系里"
    yield UNKNOWN.problem(subject.source, keys, message, hint, quote=path)


def _named(
    subject: Subject, keys: KeyPath, indicator: Indicator, evidence: Evidence
) -> Iterator[Problem]:
    """Hold the words of the name against the class."""
    for rule in evidence.wording.class_words:
        is_named = any(word in indicator.name for word in rule.words)
        is_elsewhere = belongs_to(indicator.class_, rule.not_in)
        if is_named and is_elsewhere and rule.class_ != indicator.class_:
            message = f"“{indicator.name}”放在“{indicator.class_}”，看名称应属“{rule.class_}”"
            yield CLASS.problem(subject.source, keys, message, "请核对类别")
