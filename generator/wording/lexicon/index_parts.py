"""What lies on disk of a lexicon, and how it is laid out in parts."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.base.mapped import Buffer
from generator.wording.lexicon.alike import Alike
from generator.wording.lexicon.neighbour_counts import Pairs

_SOUNDING = 4  # tables of words by how they sound


class Index(NamedTuple):
    """What lies on disk: few large values, as many small ones take long to take up."""

    total: Buffer  # the logarithm of how many words were met
    firsts: Buffer  # the number of each character that words begin with, from one
    singles: Buffer  # the code of each character as a word
    seconds: Buffer  # what follows the first ones, and for each first where its part begins
    second_bounds: Buffer
    rests: Buffer  # of the words of each pair, and their codes, and where the parts of a pair begin
    codes: Buffer
    pair_bounds: Buffer
    main_sounds: Buffer  # the commonest sound of each character
    sayings: Buffer  # how each is said, and where that begins
    saying_bounds: Buffer
    joined: Buffer  # words that follow each other
    completions: Buffer  # for each character those that make it a word, and where that begins
    completion_bounds: Buffer
    long_starts: Buffer  # the first four sounds of each long word of one's own
    sounds: Alike
    meant: Alike  # of these the common ones that may be meant for another real word
    long_sounds: Alike  # and the long ones of one's own
    short_of_one: Alike  # long words that have lost a character inside, by what is left
    pairs: Pairs  # characters that follow each other


def parts_of(index: Index) -> Iterator[Buffer]:
    """Give the parts of an index as they lie on disk."""
    for part in index:
        if isinstance(part, tuple):
            yield from part
        else:
            yield part


def index_of(parts: Sequence[Buffer]) -> Index | None:
    """Return the index that some parts are, unless they are too few or too many."""
    sizes = [*[len(Alike._fields)] * _SOUNDING, len(Pairs._fields)]
    simple = len(Index._fields) - len(sizes)
    if len(parts) != simple + sum(sizes):
        return None
    starts = [*accumulate(sizes, initial=simple)]
    groups = [parts[start:end] for start, end in pairwise(starts)]
    return Index._make(
        (*parts[:simple], *(Alike._make(each) for each in groups[:-1]), Pairs._make(groups[-1]))
    )
