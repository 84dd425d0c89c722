"""Files that somebody else wrote: opened, told by their content, converted when asked, read."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from generator.base.file_kind import FileKind, kind_of
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import not_understood, read_bytes, shown_path
from generator.load.dossier_folders import unreadable
from generator.model.foreign_document import ReadDocument
from generator.roundtrip.own_file import written_in

Read = tuple[ReadDocument | None, tuple[Problem, ...]]

_ENDINGS: Mapping[str, FileKind] = MappingProxyType(
    {
        ".docx": FileKind.WORD,
        ".docm": FileKind.WORD,
        ".xlsx": FileKind.EXCEL,
        ".xlsm": FileKind.EXCEL,
        ".txt": FileKind.TEXT,
    }
)
# What a folder may hold besides: said by name, and not passed over.
_OLD_WORD, _OLD_SHEETS = (".doc", ".wps", ".rtf", ".odt"), (".xls", ".et", ".xlsb", ".ods")


def foreign_files(
    paths: Sequence[Path], besides: str = "", ours: Collection[Path] = ()
) -> tuple[Path, ...]:
    """Take folders for the documents in them and below, without what programs leave there.

    ``besides`` marks names that are passed over, ``ours`` are files that are about to be written.
    """
    written = {path.absolute() for path in ours}
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        found |= dict.fromkeys(
            inside
            for inside in _documents_in(path)
            if not (besides and besides in inside.name) and inside.absolute() not in written
        )
    return tuple(found)


def has_name_of_document(path: Path) -> bool:
    """Tell whether a name ends like that of a document, also of an old format."""
    return path.suffix.lower() in (*_ENDINGS, *_OLD_WORD, *_OLD_SHEETS)


def has_name_of_old_format(path: Path) -> bool:
    """Tell whether a name ends like that of an old format, which is read only after a conversion."""
    return path.suffix.lower() in (*_OLD_WORD, *_OLD_SHEETS)


def _documents_in(folder: Path) -> Iterator[Path]:
    """Go through a folder and those in it; hidden ones and links are not entered.

    A folder that cannot be opened is given itself: whoever reads it is told why. What an audit wrote
    there before is no document to be read.
    """
    closed: list[Path] = []
    for at, folders, files in os.walk(folder, onerror=lambda e: closed.append(Path(e.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        ours = written_in(Path(at))
        for name in sorted(name for name in files if name not in ours):
            path = Path(at, name)
            is_left = name.startswith(("~$", "."))
            if has_name_of_document(path) and not is_left and path.is_file():
                yield path
    yield from closed


def _not_entered(path: Path) -> tuple[Problem, ...]:
    """Tell why a folder could not be opened; of a file, and of one that can be by now, nothing."""
    if not path.is_dir():
        return ()
    try:
        with os.scandir(path):
            return ()
    except OSError as error:
        return (unreadable(path, error),)


def read_foreign(path: Path, *, uses_office: bool = False) -> Read:
    """Read a file by what it holds; whatever is wrong with it is a problem with its name."""
    shown, ending = shown_path(path), path.suffix.lower()
    try:
        if closed := _not_entered(path):
            return None, closed
        data, problems = read_bytes(path, shown, LARGEST_FILE)
        if data is None:
            return None, problems
        kind = kind_of(data)
        if uses_office and kind.is_convertible:
            return _converted(data, kind, shown, ending)
        return _read(data, kind, shown, ending)
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        return None, (not_understood(shown, error),)


def _read(data: bytes, kind: FileKind, shown: str, ending: str) -> Read:
    named = _ENDINGS.get(ending)
    if kind is FileKind.UNKNOWN and named is FileKind.TEXT:
        kind = FileKind.TEXT  # its reader says more of it
    if named is None and kind in (FileKind.TEXT, FileKind.EMPTY, FileKind.UNKNOWN):
        return None, (_unknown(shown, ending),)
    reader = _reader(kind)
    if reader is None:
        return None, (_refused(kind, shown),)
    document, problems = reader(data, shown)
    if document is not None and named is not None and named is not kind:
        message = f"扩展名是 {ending}，里面是{kind.facts.said}，按{kind.facts.said}读取"
        place = Place(shown)
        problems = (*problems, Problem("D01", Severity.NOTE, message, place, "请改正扩展名"))
    return document, problems


def _reader(kind: FileKind) -> Callable[[bytes, str], Read] | None:
    """Return what reads a kind of file; its libraries are loaded when there is such a file."""
    if kind is FileKind.WORD:
        from generator.word.reading.document_words import read_docx_bytes  # noqa: PLC0415 - see above

        return read_docx_bytes
    if kind is FileKind.EXCEL:
        from generator.excel.sheet_reading import read_xlsx_bytes  # noqa: PLC0415 - see above

        return read_xlsx_bytes
    if kind is FileKind.TEXT:
        from generator.load.plain_text import read_plain_bytes  # noqa: PLC0415 - see above

        return read_plain_bytes
    return None


def _converted(data: bytes, kind: FileKind, shown: str, ending: str) -> Read:
    """Let LibreOffice make a file of it that we read, and read that."""
    from generator.word.office import Source, find_office  # noqa: PLC0415 - only on request

    office = find_office()
    if isinstance(office, Problem):
        return None, (office._replace(place=Place(shown)),)
    is_sheet = kind is FileKind.HTML and ending in _OLD_SHEETS
    target = "xlsx" if is_sheet else kind.facts.converted
    made = office.convert_old(Source(data, shown), kind.facts.ending, target)
    if isinstance(made, Problem):
        return None, (made,)
    document, problems = _read(made, kind_of(made), shown, "")
    said = kind.facts.said.removeprefix("这是").strip()
    note = Problem(
        "D01", Severity.NOTE, f"{said}，由 LibreOffice 转换后读取；请对照原件", Place(shown)
    )
    return document, (*problems, note)


def _refused(kind: FileKind, shown: str) -> Problem:
    hint = kind.facts.hint
    if kind.is_convertible:
        hint += "；装有 LibreOffice 的，也可以加 --office 由它转换"
    return Problem("D01", Severity.ERROR, kind.facts.said, Place(shown), hint)


def _unknown(shown: str, ending: str) -> Problem:
    """Say that a file holds nothing by which it is known, and has no name that is read."""
    message = f"不认识的文件类型“{ending or shown}”"
    hint = "可以读 .docx、.xlsx 和 .txt"
    if ending in (*_OLD_WORD, *_OLD_SHEETS):
        message = f"扩展名是 {ending}，里面却不是这种文件"
        hint = f"请检查文件是否完整，用 Word、Excel 或 WPS 另存为 {'.docx' if ending in _OLD_WORD else '.xlsx'}"
    return Problem("D01", Severity.ERROR, message, Place(shown), hint)
