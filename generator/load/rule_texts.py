"""Read the explanations of all codes from ``templates/rules/``."""

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.load.kept import kept
from generator.load.packs import Packs
from generator.load.validation import validate
from generator.model.rule_text import RuleTexts


@kept("rules/*.toml")
def load_rule_texts(packs: Packs) -> tuple[tuple[RuleTexts, ...], tuple[Problem, ...]]:
    """Return the families in the order of their files; those of the nearest folder come last."""
    found: list[RuleTexts] = []
    problems: list[Problem] = []
    nearest = packs.names("rules", ".toml").values()
    for path in (p for root in reversed(packs.roots) for p in nearest if p.is_relative_to(root)):
        source, faults = read_toml(path, shown_path(path))
        problems += faults
        if source is not None:
            texts, faults = validate(RuleTexts, source)
            problems += faults
            found += [texts] if texts is not None else []
    return tuple(found), tuple(problems)
