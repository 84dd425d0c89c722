"""Rows of a workbook and rows of the inputs: a row is known by its name, whatever its number is by now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.plain_words import plain_words
from generator.excel.form.slot import NAMING, ListAt, ListKind, Slot, SlotKind
from generator.use.fill.taken_before import BLANK, digest_of

Identity = tuple[str, ...]
Digest = Callable[[KeyPath], str]


class RowNumbers:
    """Where the rows of one file stand now that the workbook was written by."""

    def __init__(
        self,
        lists: Iterable[ListAt],
        slots: Iterable[Slot],
        data: Any,
        taken: Digest = lambda _: "",
    ) -> None:
        """Pair the rows; ``taken`` gives the digest of what was taken from the cell of a key last."""
        self._data = data
        self._now: dict[KeyPath, Mapping[int, int]] = {}
        self._counts: dict[KeyPath, int] = {}
        self._kinds: dict[KeyPath, ListKind] = {}
        bases: dict[KeyPath, dict[str, str]] = {}
        for slot in slots:
            if len(slot.keys) > 1 and isinstance(slot.keys[-2], int):
                bases.setdefault(slot.keys[:-1], {})[str(slot.keys[-1])] = slot.base
        # Outer lists first: the rows inside of one are looked for where it stands now.
        for own in sorted(lists, key=lambda one: len(one.keys)):
            self._counts[own.keys] = own.held
            self._kinds[own.keys] = own.kind
            before = [_identity(bases.get((*own.keys, n), {})) for n in range(own.held)]
            now = self._identities(own.keys)
            numbers = sorted(int(keys[-1]) for keys in bases if keys[:-1] == own.keys)
            last = {n: _last_taken((*own.keys, n), bases[(*own.keys, n)], taken) for n in numbers}
            self._now[own.keys] = _aligned(before, now, last)

    def kind_at(self, keys: KeyPath) -> ListKind | None:
        """Return what kind of list lies at a path of keys of the workbook."""
        return self._kinds.get(keys)

    def is_new(self, keys: KeyPath) -> bool:
        """Tell a row that was not there when the workbook was written."""
        return isinstance(keys[-1], int) and keys[-1] >= self._counts.get(keys[:-1], 0)

    def row_of(self, keys: KeyPath) -> KeyPath:
        """Return the list and number of the row that a key stands in (``()``: it stands in none)."""
        for end in range(len(keys), 1, -1):
            if isinstance(keys[end - 1], int) and keys[: end - 1] in self._counts:
                return keys[:end]
        return ()

    def current(self, keys: KeyPath) -> KeyPath | None:
        """Return where a key stands now; nothing when its row has gone from the inputs."""
        found: KeyPath = ()
        for at, key in enumerate(keys):
            if isinstance(key, int) and keys[:at] in self._now:
                number = self._now[keys[:at]].get(key)
                if number is None:
                    return None
                found = (*found, number)
            else:
                found = (*found, key)
        return found

    def like(self, keys: KeyPath, row: Mapping[str, str]) -> KeyPath | None:
        """Return the row of the inputs that a new one has become: of its name, and of no other row."""
        there = self.current(keys)
        if there is None:
            return None
        taken = set(self._now.get(keys, {}).values())
        own = _identity(row)
        for number, identity in enumerate(self._identities(keys)):
            if number not in taken and any(own) and identity == own:
                return (*there, number)
        return None

    def take(self, keys: KeyPath, number: int, there: int) -> None:
        """Note which row of the inputs a new row has become: no other can become it too."""
        self._now[keys] = {**self._now.get(keys, {}), number: there}

    def _identities(self, keys: KeyPath) -> list[Identity]:
        there = self.current(keys)
        found = None if there is None else value_at(self._data, there)
        rows = found if isinstance(found, list) else []
        return [_identity(_words(row)) for row in rows]


def _words(row: Any) -> Mapping[str, str]:
    if not isinstance(row, dict):
        return {}
    return {key: plain_words(SlotKind.TEXT, value) or "" for key, value in row.items()}


def _identity(row: Mapping[str, str]) -> Identity:
    return tuple(row.get(key, "").strip() for key in NAMING)


def _last_taken(keys: KeyPath, base: Mapping[str, str], taken: Digest) -> Identity:
    """Return the digests by which a row that was taken stands in the inputs; of none that was not."""
    said = [taken((*keys, key)) for key in NAMING]
    if not any(said):
        return ()
    return tuple(one or digest_of(base.get(key, "")) for one, key in zip(said, NAMING, strict=True))


def _aligned(
    before: Sequence[Identity], now: Sequence[Identity], last: Mapping[int, Identity]
) -> dict[int, int]:
    """Pair rows by what was taken from them last, by their names, in their order; then by their places."""
    pairs: dict[int, int] = {}
    free = list(range(len(now)))
    digests = [tuple(map(digest_of, identity)) for identity in now] if any(last.values()) else []
    for number, identity in last.items():
        is_named = any(one != BLANK for one in identity)
        same = next((n for n in free if is_named and digests[n] == identity), None)
        if same is not None:
            pairs[number] = same
            free.remove(same)
    for number, identity in enumerate(before):
        if number in pairs:
            continue
        same = next((n for n in free if any(identity) and now[n] == identity), None)
        if same is not None:
            pairs[number] = same
            free.remove(same)
    if len(before) == len(now):
        for number in range(len(before)):
            if number not in pairs and number in free:
                pairs[number] = number
                free.remove(number)
    return pairs
