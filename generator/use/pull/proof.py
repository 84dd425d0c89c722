"""What was pulled, proved: the dossier is built in memory with its new inputs, and held against the file."""

import contextlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model.order import Order
from generator.roundtrip.account import Entry, Kind
from generator.roundtrip.anchor_book import anchor_book
from generator.roundtrip.differences import differences
from generator.roundtrip.fix import Fixed
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.merge import merge
from generator.roundtrip.record import FileRecord
from generator.roundtrip.sequence_match import likeness
from generator.roundtrip.three_way import changes_between
from generator.roundtrip.version import Version
from generator.use.build.documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.check.examine import Examined, examine
from generator.use.library import Library
from generator.word.edited.file import WordFile

_SAME_ROW = 0.6


class Rendered(NamedTuple):
    """A dossier with the file that holds the documents in question, as it would be written."""

    examined: Examined
    file: Written

    def version(self, documents: frozenset[str], mode: str) -> Version:
        """Open the file as a version of ours."""
        record = file_record(self.file, mode)
        own = frozenset(str(d["id"]) for d in record.documents)
        wanted = documents & own if documents & own != own else frozenset()
        return Version(WordFile(self.file.data), anchor_book(record), wanted)


def render(
    folder: Path, library: Library, order: Order, documents: frozenset[str]
) -> tuple[Examined, Rendered | None]:
    """Lay out and fill the file that holds most of some documents."""
    examined = examine(folder, library, is_draft=order.is_draft, stage=order.stage)
    if examined.dossier is None or examined.book is None:
        return examined, None
    plan = plan_documents(examined, library)
    shared = {
        file.name: sum(part.blocks.id in documents for part in file.parts) for file in plan.files
    }
    best = max(plan.files, key=lambda file: shared[file.name], default=None)
    if best is None or not shared[best.name]:
        return examined, None
    rendering = render_files([best], examined.dossier, library, order)
    if not rendering.files:
        return examined, None
    return examined, Rendered(examined, rendering.files[0])


class Proof:
    """Tries changes of inputs on a copy of the dossier."""

    def __init__(
        self,
        folder: Path,
        library: Library,
        order: Order,
        found: bytes,
        base: Version,
        record: FileRecord,
    ) -> None:
        self._folder, self._library, self._order = folder, library, order
        self._found, self._base, self._mode = found, base, record.mode
        self._documents = frozenset(str(document["id"]) for document in record.documents)
        self._known = _errors(examine(folder, library, stage=order.stage))

    def errors(self, fixed: Iterable[Fixed]) -> tuple[str, ...]:
        """Return the errors of the new inputs that there were not before."""
        with self._copy(fixed) as twin:
            examined = examine(twin, self._library, stage=self._order.stage)
        return tuple(error for error in _errors(examined) if error not in self._known)

    @contextlib.contextmanager
    def _copy(self, fixed: Iterable[Fixed]) -> Iterator[Path]:
        """Give a copy of the dossier with its new inputs."""
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            twin = Path(place) / self._folder.resolve().name
            twin.mkdir()
            for path in sorted(self._folder.glob("*.toml")):
                shutil.copyfile(path, twin / path.name)
            for file in fixed:
                (twin / file.path.name).write_text(file.after, encoding="utf-8", newline="")
            yield twin

    def unproven(
        self, fixed: Iterable[Fixed], taken: Sequence[Entry], left: Sequence[Entry]
    ) -> frozenset[Entry] | None:
        """Return the differences that are not ours with the new inputs (``None``: they cannot be read)."""
        with self._copy(fixed) as twin:
            order = self._order._replace(is_draft=True)
            _, rendered = render(twin, self._library, order, self._documents)
        if rendered is None:
            return None
        new = rendered.version(self._documents, self._mode)
        merged = merge(WordFile(self._found), self._base, new, None)
        remaining = list(differences(WordFile(merged.data), new))
        return frozenset(_still_different(taken, remaining, left))


def _errors(examined: Examined) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{p.code} {p.message}" for p in examined.problems if p.stops))


def _still_different(
    taken: Sequence[Entry], remaining: Sequence[Entry], left: Sequence[Entry]
) -> Iterable[Entry]:
    """Find the pulled differences among those that are left, beyond the ones that were not pulled."""
    here, known_here = Counter(e.place for e in remaining), Counter(e.place for e in left)
    for entry in taken:
        same = sum(_is_same(entry, other) for other in remaining)
        known = sum(_is_same(entry, other) for other in left)
        if same > known or here[entry.place] > known_here[entry.place]:
            yield entry


def _is_same(entry: Entry, other: Entry) -> bool:
    if entry.kind is Kind.ROW:
        return other.kind is Kind.ROW and (
            likeness(_bare(entry.was), _bare(other.was)) >= _SAME_ROW
            if entry.was
            else likeness(_bare(entry.now), _bare(other.now)) >= _SAME_ROW
        )
    was, now = _core(entry)
    was_other, now_other = _core(other)
    if (was, now) == (was_other, now_other):
        return True
    if now and len(now) > 1:
        return now in now_other
    return bool(not now and len(was) > 1 and was in was_other)


def _core(entry: Entry) -> tuple[str, str]:
    """Return just what differs between two texts."""
    was, now = _bare(entry.was), _bare(entry.now)
    changes = changes_between(was, now)
    if not changes or not was or not now:
        return was, now
    first, last = changes[0], changes[-1]
    return was[first.start : last.end], now[first.new_start : last.new_end]


def _bare(text: str) -> str:
    return "".join(text.split()).replace("¶", "")
