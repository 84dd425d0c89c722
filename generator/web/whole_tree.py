"""The state of a whole tree, by which it is told whether what follows from it still holds."""

from collections.abc import Hashable, Mapping
from pathlib import Path

from generator.web.served import Served
from generator.web.stamps import inputs_of


def state_of_tree(served: Served, folders: Mapping[str, Path]) -> Hashable:
    """Return the state of all inputs, and of the packs that they follow from."""
    libraries = frozenset(id(served.library(folder)) for folder in folders.values())
    return libraries, tuple((id, inputs_of(folder)) for id, folder in folders.items())
