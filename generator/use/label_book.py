"""The labels of a workspace, indexed: what is read of them is kept with its indexes."""

from generator.base.problem import Problem
from generator.load.kept import kept
from generator.load.labels import load_labels
from generator.load.packs import Packs, load_wording
from generator.read.label_book import LabelBook


@kept("labels/*.toml", "wording/*.toml")
def make_label_book(packs: Packs) -> tuple[LabelBook, tuple[Problem, ...]]:
    """Read all packs of labels."""
    labels, problems = load_labels(packs)
    wording, _ = load_wording(packs)  # what is wrong with its units is said where they are used
    return LabelBook(labels, wording.units, wording.wholes).indexed(), problems
