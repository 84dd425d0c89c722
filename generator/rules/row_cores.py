"""Rows by the cores of their names, as a sentence calls them: 完成定量检测 is the row 定量检测批次."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.rules.printed_form import Row

SHORTEST = 4
_LONG = 6  # so many signs are not the same by chance
_END = 2  # signs that a shortened name keeps at both ends


class RowCores:
    """Finds rows whose core a name holds, or that hold the name: by their first signs, and by any."""

    def __init__(self, rows: Mapping[str, Row], endings: Sequence[str]) -> None:
        """Take rows by their names, and words that only say that something is counted: they are left out."""
        self._rows, self._endings = rows, endings
        self._starting: dict[str, list[str]] = defaultdict(list)
        self._beginning: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._holding: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._turned: dict[str, list[str]] = defaultdict(list)

    def _index(self) -> None:
        """Sort the cores, once; most papers have no sentence that asks."""
        if self._starting:
            return
        for name in self._rows:
            self._starting[name[:_END]].append(name)
            ending = next((w for w in self._endings if name.endswith(w)), "")
            core = name.removesuffix(ending)
            if len(core) >= SHORTEST:
                self._turned[_signs(core)].append(name)
                self._beginning[core[:SHORTEST]].append((core, name))
                for signs in dict.fromkeys(_runs(core)):
                    self._holding[signs].append((core, name))

    def only(self, called: str) -> Row | None:
        """Return the row that is called so, unless several may be meant."""
        self._index()
        found: set[str] = set()
        for name in self._called(called):
            found.add(name)
            if len(found) > 1:
                return None
        return self._rows[found.pop()] if found else None

    def turned(self, called: str) -> Row | None:
        """Return the one row of just these signs in another order: 管理高血压患者 and 高血压患者管理人数."""
        self._index()
        found = self._turned.get(_signs(called), ()) if len(called) >= _LONG else ()
        return self._rows[found[0]] if len(found) == 1 else None

    def longer(self, called: str) -> Row | None:
        """Return the one row that says more in one place of its name: 消除积水点 and 消除易涝积水点."""
        self._index()
        found = [
            name for name in self._starting.get(called[:_END], ()) if _is_shortened(called, name)
        ]
        return self._rows[found[0]] if len(found) == 1 else None

    def _called(self, called: str) -> Iterator[str]:
        for at, signs in enumerate(_runs(called)):
            for core, name in self._beginning.get(signs, ()):
                if called.startswith(core, at):
                    yield name
        for core, name in self._holding.get(called[:SHORTEST], ()):
            if called in core:
                yield name


def _signs(text: str) -> str:
    return "".join(sorted(text))


def _is_shortened(short: str, name: str) -> bool:
    if len(short) >= len(name) or short[:_END] != name[:_END] or short[-_END:] != name[-_END:]:
        return False
    return any(
        name.startswith(short[:at]) and name.endswith(short[at:])
        for at in range(_END, len(short) - _END + 1)
    )


def _runs(text: str) -> Iterator[str]:
    """Give every run of as many signs as the shortest core has."""
    return (text[at : at + SHORTEST] for at in range(len(text) - SHORTEST + 1))
