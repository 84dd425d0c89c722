"""Read what a page is to look like: the packs of ``templates/layout/``, the nearest of each name."""

from typing import NamedTuple, TypeVar

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.load.kept import kept
from generator.load.packs import Packs
from generator.load.validation import validate
from generator.model.entry import Entry
from generator.model.page_standard import LetterStandard, PageHouse

FOLDER, LETTER, HOUSE = "layout", "gbt9704.toml", "house.toml"

EntryT = TypeVar("EntryT", bound=Entry)


class PageStandard(NamedTuple):
    """The standard and the limits of the house; without one of them no page is looked at."""

    letter: LetterStandard | None
    house: PageHouse | None
    problems: tuple[Problem, ...] = ()


@kept(f"{FOLDER}/*.toml")
def load_page_standard(packs: Packs) -> PageStandard:
    """Read both packs."""
    letter, faults = _read(packs, LETTER, LetterStandard)
    house, more = _read(packs, HOUSE, PageHouse)
    return PageStandard(letter, house, (*faults, *more))


def _read(
    packs: Packs, name: str, model: type[EntryT]
) -> tuple[EntryT | None, tuple[Problem, ...]]:
    path = packs.find(FOLDER, name)
    if path is None:
        return None, (Problem("I01", Severity.ERROR, f"没有 {FOLDER}/{name}", Place(name)),)
    source, problems = read_toml(path, shown_path(path))
    if source is None:
        return None, problems
    found, faults = validate(model, source)
    return found, (*problems, *faults)
