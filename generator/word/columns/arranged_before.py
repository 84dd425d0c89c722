"""Bodies that were arranged a moment ago: of documents that are looked at again and again few change."""

from collections.abc import Callable
from typing import Final, Generic, NamedTuple, TypeVar

from generator.word.columns.forms import Scanned
from generator.word.columns.table_looks import Looks
from generator.word.columns.written_body import Body

_MOST: Final = 32  # those of one dossier, hardly more

MadeT = TypeVar("MadeT")


class Known(NamedTuple):
    """A body as it is arranged, and the forms in it."""

    body: Body
    scanned: Scanned


class ArrangedBefore(Generic[MadeT]):
    """Remembers what was found in the last bodies, and what was made of them with which widths."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[Looks, Known]] = {}
        self._made: dict[tuple[str, ...], tuple[Looks, object, MadeT]] = {}

    def found(self, body: Body, find: Callable[[], Known]) -> Known:
        """Return what there is in a body; ``find`` looks where that is not known."""
        key = _key(body)
        looks, known = self._known.pop(key, (None, None))
        if known is None or looks != body.looks:
            known = find()
        self._known[key] = body.looks, known
        _forget(self._known)
        return known

    def made(self, body: Body, widths: object, make: Callable[[], MadeT]) -> MadeT:
        """Return what is made of a body with some widths."""
        key = _key(body)
        known = self._made.pop(key, None)
        if known is None or known[:2] != (body.looks, widths):
            known = (body.looks, widths, make())
        self._made[key] = known
        _forget(self._made)
        return known[2]


def _key(body: Body) -> tuple[str, ...]:
    own = (body.is_own, body.smallest, body.repeats_labels)
    return body.template, body.text, *map(str, own)


def _forget(known: dict[tuple[str, ...], MadeT]) -> None:
    for old in [*known][:-_MOST]:
        del known[old]
