"""The labels of a workspace, indexed: what is read of them is kept with its indexes."""

from collections.abc import Iterator, Sequence

from generator.base.problem import Problem
from generator.load.kept import kept
from generator.load.label_packs import load_labels
from generator.load.own_form_files import load_own_forms
from generator.load.packs import Packs, load_wording
from generator.load.scheme_files import load_schemes
from generator.model.form_printing import Printing, Signs
from generator.model.item import Item
from generator.model.labels import SignLabel
from generator.model.scheme import Scheme
from generator.read.label_book import LabelBook


@kept("labels/*.toml", "wording/*.toml", "schemes/*.toml", "forms/*.toml")
def make_label_book(packs: Packs) -> tuple[LabelBook, tuple[Problem, ...]]:
    """Read all packs of labels, and the signs as the forms of schemes write them."""
    labels, problems = load_labels(packs)
    known = {word for label in labels.sign for word in label.words}
    schemes = [loaded.scheme for loaded, _ in load_schemes(packs).values() if loaded is not None]
    printed = [document.print_ for scheme in schemes for document in scheme.document]
    printed += [f.form.print_ for f, _ in load_own_forms(packs).values() if f is not None]
    labels = labels.changed(sign=(*labels.sign, *_signs_of_forms(printed, known)))
    wording, _ = load_wording(packs)  # what is wrong with its units is said where they are used
    book = LabelBook(labels, wording.units, wording.wholes, _items(schemes))
    return book.indexed(), problems


def _items(schemes: Sequence[Scheme]) -> Iterator[Item]:
    """Give the items of all schemes."""
    for scheme in schemes:
        for layout in (*scheme.project, *scheme.department):
            for part in layout.part:
                yield from part.item


def _signs_of_forms(printed: Sequence[Printing], known: set[str]) -> Iterator[SignLabel]:
    """Give writings that nobody else knows; one that means something already keeps its meaning."""
    usual = Signs()
    for signs in (own.signs for own in printed if own.signs != usual):
        for sign, word in signs.written.items():
            if word and word not in known:
                yield SignLabel.from_data({"sign": sign, "words": [word]})
