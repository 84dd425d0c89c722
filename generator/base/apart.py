"""A value of its own: what can be changed is copied, what cannot is shared.

``copy.deepcopy`` goes through every place and every amount of a document as well, which nobody can
change: of what several files of a unit say, it copied a hundred times as many values as needed.
"""

import copy
from dataclasses import is_dataclass
from typing import Any, TypeVar

ValueT = TypeVar("ValueT")


def apart(value: ValueT) -> ValueT:
    """Copy dictionaries, lists, sets and dataclasses through and through; share all the rest."""
    made: Any = _apart(value)
    found: ValueT = made
    return found


def _apart(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return {key: _apart(inner) for key, inner in value.items()}
    if kind is list:
        return [_apart(inner) for inner in value]
    if kind is set:
        return set(value)
    if is_dataclass(kind) and not _is_frozen(kind):
        twin = copy.copy(value)
        for name, inner in vars(value).items():
            setattr(twin, name, _apart(inner))
        return twin
    return value


def _is_frozen(kind: type) -> bool:
    parameters: Any = getattr(kind, "__dataclass_params__")  # noqa: B009 - dataclasses says it nowhere else
    return bool(parameters.frozen)
