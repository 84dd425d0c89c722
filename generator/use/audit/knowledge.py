"""What every audit of a workspace knows: labels, rules of wording, what is said of each code."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.base.problem import Problem
from generator.model.rule_text import RuleText
from generator.read.label_book import LabelBook
from generator.rules.rule_book import RuleBook
from generator.use.library import Library
from generator.use.lint.rulebook import Rulebook, make_rulebook
from generator.use.workspace_labels import make_label_book


class Knowledge(NamedTuple):
    """Labels, rules and their words, ready for use."""

    book: LabelBook
    rulebook: Rulebook
    texts: Mapping[str, RuleText]
    rules: RuleBook
    problems: tuple[Problem, ...]


@lru_cache(maxsize=2)
def knowledge(library: Library) -> Knowledge:
    """Make it ready, once for a library that looks at many files."""
    book, faults = make_label_book(library.packs)
    return Knowledge(
        book,
        make_rulebook(library),
        library.rule_texts,
        library.rules,
        (*faults, *library.rule_problems),
    )
