"""A score that a rule moved since the last build, as a value."""

from typing import NamedTuple

from generator.base.problem import Problem


class MovedScore(NamedTuple):
    """A score that a rule moved: of whom, what it was, what it is, and the problem that says so."""

    subject: str
    name: str
    old: str
    new: str
    rule: str
    problem: Problem
    in_all: str = ""  # what becomes of total and grade of its subject: 98.15分 → 84.65分，优 → 良
