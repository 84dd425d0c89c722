"""Read the packs of labels by which foreign forms are recognised."""

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.load.packs import Packs
from generator.load.validation import validate
from generator.model.labels import Labels


def load_labels(packs: Packs) -> tuple[Labels, tuple[Problem, ...]]:
    """Read all packs of labels; those of a nearer folder come before those of a farther one."""
    problems: list[Problem] = []
    joined = Labels()
    for root in packs.roots:
        for path in sorted((root / "labels").glob("*.toml")):
            source, faults = read_toml(path, shown_path(path))
            problems += faults
            if source is None:
                continue
            more, faults = validate(Labels, source)
            problems += faults
            if more is not None:
                joined = Labels(
                    label=(*joined.label, *more.label),
                    column=(*joined.column, *more.column),
                    sign=(*joined.sign, *more.sign),
                    phrase=(*joined.phrase, *more.phrase),
                    class_=(*joined.class_, *more.class_),
                    section=(*joined.section, *more.section),
                    fact=(*joined.fact, *more.fact),
                    title=(*joined.title, *more.title),
                    region=(*joined.region, *more.region),
                    short_name=(*joined.short_name, *more.short_name),
                )
    return joined, tuple(problems)
