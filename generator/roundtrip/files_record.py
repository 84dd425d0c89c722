"""What is remembered of the files of a dossier: the manifest as it is read back, whatever happened to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.filenames import name_fault
from generator.base.json_shape import Json, JsonObject
from generator.base.own_note import note_from
from generator.base.regular_file import (
    LARGEST_KEPT,
    NotRegularError,
    TooLargeError,
    read_regular,
)
from generator.model.order import order_of_mode
from generator.roundtrip.outcome_words import Told, told_from
from generator.roundtrip.record_tables import LaterTable, tables_in
from generator.roundtrip.recorded import (
    SHAPE_FAULTS,
    FiguresRead,
    LaterDocuments,
    RecordedDocument,
    RecordedFigure,
    documents_read,
    list_from,
    number_from,
    text_from,
    texts_from,
)

MANIFEST_FILE = ".jixiao-manifest.json"
PENDING_FILE = ".jixiao-pending.json"
FORMAT = 7
READABLE = (5, 6, FORMAT)  # 5 is what 0.1.0 wrote; what it lacks is not there
KNOWS_PDFS = 6  # and later ones
UNKNOWN = ""  # of which document a PDF was made: 0.1.0 did not remember
_DOCUMENTS, _FIGURES = "documents", "figures"  # the long tables
_OPTIONAL = ("merged", "beside", "made_of", "stamp")


class Earlier(NamedTuple):
    """A version of a file before the last: its fingerprint, its stamp, and where its record is kept."""

    sha256: str
    stamp: str
    record: str


class FileRecord(NamedTuple):
    """A file as it was generated last.

    ``merged`` is the fingerprint of what lies there instead where a person's own file was kept and
    brought up to date: such a file stays theirs. ``beside`` names the file that this one is a new or
    a redlined version of, ``made_of`` is the fingerprint of what was redlined. ``remarks`` are the
    comments that were hung on a person's file, to be replaced when the next ones come. ``stamp`` is
    the stamp of the file that lies there; ``earlier`` are the versions before this one, the last first.
    ``carried`` are the fingerprints of other files, at the time when what a person had changed in them
    came here.
    """

    file: str
    sha256: str
    mode: str
    documents: Sequence[RecordedDocument]
    merged: str = ""
    beside: str = ""
    made_of: str = ""
    remarks: tuple[str, ...] = ()
    stamp: str = ""
    earlier: tuple[Earlier, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Name the documents in it, in their order."""
        return tuple(document.id for document in self.documents)

    def has_carried(self, file: str, digest: str) -> bool:
        """Tell whether what a person made of another file came here."""
        return (file, digest) in self.carried

    def with_carried(self, file: str, digest: str) -> "FileRecord":
        """Remember that what a person made of another file came here."""
        return self._replace(carried=tuple(sorted({**dict(self.carried), file: digest}.items())))

    def as_data(self) -> JsonObject:
        """Lay the record out for JSON, its documents included."""
        return {**self.without_documents(), "documents": self.documents_as_data()}

    def documents_as_data(self) -> Sequence[JsonObject]:
        """Lay the documents out for JSON."""
        if isinstance(self.documents, LaterDocuments):
            return self.documents.as_data()
        return [document.as_data() for document in self.documents]

    def without_documents(self) -> JsonObject:
        """Lay the rest of it out for JSON."""
        data: dict[str, Json] = {
            "file": self.file,
            "mode": self.mode,
            "sha256": self.sha256,
        }
        for name in _OPTIONAL:
            if value := getattr(self, name):
                data[name] = value
        if self.remarks:
            data["remarks"] = list(self.remarks)
        if self.earlier:
            data["earlier"] = [list(version) for version in self.earlier]
        if self.carried:
            data["carried"] = dict(self.carried)
        return data


@dataclass(frozen=True, slots=True)
class Record:
    """The manifest of an output folder.

    ``pending`` are fingerprints of files that builds were about to write and did not come to record;
    ``changes`` is what differed when something last did (records of 0.1.0 do not say); ``pdfs`` are
    the fingerprints of the document that a PDF was printed from, and its own.
    """

    files: Mapping[str, FileRecord] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, Sequence[str]] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    former: Mapping[str, Sequence[str]] = field(default_factory=dict)
    figures: Mapping[str, RecordedFigure] = field(default_factory=dict)
    changes: Mapping[str, Any] = field(default_factory=dict)
    pdfs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def usual_files(self) -> Iterator[FileRecord]:
        """Go through the files that print what is worked out, not only what was stated."""
        return (file for file in self.files.values() if not order_of_mode(file.mode).is_stated)

    def of_mode(self, mode: str) -> Iterator[FileRecord]:
        """Go through the files that a kind of order made."""
        return (file for file in self.files.values() if file.mode == mode)


def read_record(folder: Path, *, is_needed: bool = False) -> Record:
    """Read the manifest of a folder; what is damaged or not ours is as good as not there.

    Whoever is going to write it anew, or to compare with it, needs it: one that is there and that
    the system does not give raises ``OSError`` then, for what it tells would be lost.
    """
    pending = _read_pending(folder)
    try:
        data = read_regular(folder / MANIFEST_FILE, LARGEST_KEPT)
    except (FileNotFoundError, NotADirectoryError, NotRegularError, TooLargeError, ValueError):
        return Record(pending=pending)
    except OSError:
        if is_needed:
            raise
        return Record(pending=pending)
    return replace(_record_of(data), pending=pending)


def _known_again(read: Callable[[bytes], Record]) -> Callable[[bytes], Record]:
    """Remember the last one. (To compare two is ten times as fast as to work out a hash of one.)"""
    last: list[tuple[bytes, Record]] = []

    @wraps(read)
    def known(written: bytes) -> Record:
        if not last or last[0][0] != written:
            last[:] = [(written, read(written))]
        return last[0][1]

    return known


@_known_again
def _record_of(written: bytes) -> Record:
    """Read a manifest. A command looks at it before and after it has the lock: mostly it is the same."""
    try:
        data = tables_in(written, (_DOCUMENTS, _FIGURES))
    except (ValueError, RecursionError):
        return Record()
    if data.get("format") not in READABLE:
        return Record()
    try:
        documents = data.get(_DOCUMENTS, LaterTable({}))
        files = [file_record_from(file, documents) for file in list_from(data["files"])]
        return Record(
            {file.file: file for file in files if not name_fault(file.file)},
            _texts(data.get("states", {})),
            inputs=_texts(data.get("inputs", {})),
            told=_told(data.get("told")),
            former={id: texts_from(shown) for id, shown in data.get("former", {}).items()},
            figures=FiguresRead(data[_FIGURES], _shown(data)),
            changes=_optional(data.get("changes")),
            pdfs=_pdfs(data.get("pdfs", {})),
            format=number_from(data["format"]),
        )
    except SHAPE_FAULTS:
        return Record()


def _read_pending(folder: Path) -> dict[str, Sequence[str]]:
    try:
        text = read_regular(folder / PENDING_FILE, LARGEST_KEPT).decode()
        data = note_from(PENDING_FILE, text)
        return {
            str(name): tuple(map(str, digests))
            for name, digests in data.items()
            if not name_fault(str(name))
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError, AttributeError, TypeError):
        return {"": ()}  # something was begun, whatever it was; or it is not from us


def _texts(data: Mapping[str, object]) -> dict[str, str]:
    return {name: text_from(value) for name, value in data.items()}


def _pdfs(data: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for name, digests in data.items():
        of, own = texts_from(digests)
        if not name_fault(name):
            found[name] = (of, own)
    return found


def _told(data: object) -> dict[str, tuple[Told, ...]]:
    """What the builds had to say; of what is damaged nothing is said again."""
    try:
        return {
            mode: tuple(map(told_from, list_from(own))) for mode, own in _optional(data).items()
        }
    except SHAPE_FAULTS:
        return {}


def _shown(data: Mapping[str, Any]) -> JsonObject | None:
    """What figures show; until format 6 each of them said it itself."""
    return None if data["format"] < FORMAT else _optional(data.get("shown"))


def _optional(table: Any) -> JsonObject:
    """A table that nothing rests on: should it be damaged, the rest still holds."""
    return table if isinstance(table, dict) else {}


def file_record_from(data: Mapping[str, Any], apart: LaterTable | None = None) -> FileRecord:
    """Read a record as it was laid out for JSON; raises one of ``SHAPE_FAULTS`` for another shape.

    Where it does not hold its documents they stand ``apart``.
    """
    file, sha256, mode = (text_from(data[name]) for name in ("file", "sha256", "mode"))
    if _DOCUMENTS not in data and apart is not None:
        documents = documents_read(lambda: apart.read().get(file))
    else:
        own = list_from(data[_DOCUMENTS])
        documents = documents_read(lambda: own)
    optional = {name: text_from(data.get(name, "")) for name in _OPTIONAL}
    remarks = texts_from(data.get("remarks", []))
    earlier = tuple(Earlier(*texts_from(version)) for version in data.get("earlier", ()))
    carried = tuple(_texts(data.get("carried", {})).items())
    return FileRecord(
        file, sha256, mode, documents, **optional, remarks=remarks, earlier=earlier, carried=carried
    )
