"""The class of an indicator as the scheme calls it: a form that was copied from says 满意度指标 for it."""

from collections.abc import Callable, Iterator, Sequence

from generator.load.label_packs import load_labels
from generator.load.packs import Packs
from generator.model.scheme import Scheme
from generator.read.label_book import LabelBook


def classes_of(scheme: Scheme, packs: Packs) -> list[str]:
    """Return the classes of a scheme, each below its parent; of one that names none the usual ones."""
    classes = scheme.classes or load_labels(packs)[0].class_
    return [f"{own.name}/{child}" for own in classes for child in own.children]


def class_path(words: str, known: Sequence[str], book: Callable[[], LabelBook]) -> str:
    """Return which of the known classes is meant; words that could be several stay as they are."""
    said = words.strip()
    if not said or said in known:
        return said
    names = [*_names(said, book())]
    for length in range(len(names), 0, -1):
        meant = [path for path in known if path.split("/")[-length:] == names[-length:]]
        if len(meant) == 1:
            return meant[0]
    below = [path for path in known if path.split("/")[0] == names[-1]]
    return below[0] if len(below) == 1 else said


def _names(said: str, book: LabelBook) -> Iterator[str]:
    for step in said.split("/"):
        yield from (word.name for word in book.classes.words_in(step))
