"""Learn from an edited file how its template is to look: shown first, written when asked.

The dossier is written once more in memory, from templates that bear numbers; held against the edited
file, every difference of look has its place in a template. Words and tags are never touched.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE, read_regular
from generator.base.strange_text import not_understood, read_bytes, shown_path
from generator.load.workspace_folder import find_workspace
from generator.model.order import order_of_mode
from generator.use.library import Library
from generator.use.templates.lesson import Lesson
from generator.use.templates.own_copy import own_folder

if TYPE_CHECKING:
    from generator.use.check.examine import Examined
    from generator.use.pull.edited_file import Known
    from generator.use.templates.marked_file import MarkedFile
    from generator.use.templates.pupil import Pupil
    from generator.word.edited.file import WordFile
    from generator.word.learning.compared import Compared, Section

_MOST_ROUNDS = 3


class Taught(NamedTuple):
    """A template as it would be: where it goes, what it is now (``None``: not there), what it came from."""

    path: Path
    before: bytes | None
    after: bytes
    source: Path


class Learnt(NamedTuple):
    """What a file teaches, the templates as they would be, and what is to be said."""

    lessons: tuple[Lesson, ...] = ()
    files: tuple[Taught, ...] = ()
    problems: tuple[Problem, ...] = ()


def learn(path: Path, inputs: Path | None = None) -> Learnt:
    """Read an edited file and work out what its templates are to look like."""
    from generator.word.package import PackageError  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        return _of_file(path, inputs)
    except (PackageError, XmlError) as error:
        return _refused(
            path, str(error), getattr(error, "hint", "") or "请用 Word 或 WPS 另存一份再试"
        )
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        problem = not_understood(shown_path(path), error)
        return _refused(path, problem.message, problem.hint)


def _of_file(path: Path, inputs: Path | None) -> Learnt:
    from generator.roundtrip.earlier import is_of_last  # noqa: PLC0415 - see above
    from generator.roundtrip.manifest import digest  # noqa: PLC0415 - see above
    from generator.use.pull.edited_file import dossier_folder, find_known  # noqa: PLC0415 - see above
    from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above

    raw, unread = read_bytes(path, shown_path(path), LARGEST_FILE)
    if raw is None:
        return _refused(path, unread[0].message, unread[0].hint)
    theirs = WordFile(raw)
    workspace, _ = find_workspace(path)
    folders = [path.resolve().parent]
    if workspace.root is not None:
        folders.append(workspace.root / "outputs")
    known = find_known(path, theirs, folders)
    if known is None:
        message = "不是由本程序生成，或找不到生成时的记录（.jixiao-manifest.json）"
        return _refused(
            path,
            message,
            "只能从 jixiao build 写出、再改过版式的文件里学；外来的表样用 jixiao adopt",
        )
    if digest(raw) == known.file.sha256:
        return Learnt()  # just as we wrote it, whatever its template is by now
    if not is_of_last(raw, known.file):
        return _refused(path, "是更早生成的一版", "请在最近生成的那份里改版式，再学")
    folder = dossier_folder(known.file.documents[0].id, inputs, workspace.root)
    if folder is None:
        return _refused(path, "找不到它的填报文件夹", "请用 --inputs 指明")
    return _learnt(path, theirs, known, folder)


def _learnt(path: Path, theirs: "WordFile", known: "Known", folder: Path) -> Learnt:
    from generator.use.templates.marked_file import marked_file  # noqa: PLC0415 - see above

    workspace, faults = find_workspace(folder)
    own = own_folder(Library(workspace))
    if isinstance(own, Problem):
        return Learnt(problems=(*faults, own))
    order = order_of_mode(known.file.mode)._replace(wants_pages=False)
    documents = frozenset(document.id for document in known.file.documents)
    lessons: list[Lesson] = []
    problems: list[Problem] = []
    changed: dict[Path, bytes] = {}
    # What a table with learnt widths is no longer given is learnt as well: so it is written again.
    for number in range(_MOST_ROUNDS):
        written = marked_file(folder, workspace, order, documents, changed)
        if number == 0 and (refused := _unfit(written, known, path)):
            return refused
        if written.file is None:
            break
        compared = _compared(written.file, theirs)
        if number == 0:
            problems += _left(compared, path)
        more = _taught(compared, written, changed)
        if not more:
            break
        lessons += more
    files = []
    for source, data in changed.items():
        target = own / "docx" / source.name
        before = read_regular(target) if target.is_file() else None
        files.append(Taught(target, before, data, source))
    return Learnt(tuple(lessons), tuple(files), tuple(problems))


def _unfit(written: "MarkedFile", known: "Known", path: Path) -> Learnt | None:
    """Say why a file cannot be held against what would be written now."""
    examined = written.examined
    broken = examined.why_left_out
    if broken or examined.dossier is None or examined.book is None:
        return Learnt(problems=broken or examined.problems)
    if _is_changed(examined, known):
        hint = "请先运行 jixiao build（您改的版式会留着），再学"
        return _refused(path, "填报改过，这份文件还是以前的", hint)
    if written.file is None:
        return _refused(path, "现在的输入不再生成这份文书", "请在最近生成的文件里改版式，再学")
    return None


def _compared(ours: "WordFile", theirs: "WordFile") -> "Compared":
    from generator.roundtrip.text_alignment import align  # noqa: PLC0415 - see above
    from generator.word.learning.compared import Pairs, compare  # noqa: PLC0415 - see above

    tied = align(ours.blocks(), theirs.blocks())
    passages = [
        (group.left[0], group.right[0])
        for group in tied.groups
        if len(group.left) == len(group.right) == 1
    ]
    return compare(ours, theirs, Pairs(passages, tied.lines, tied.grids, tied.slots))


def _taught(
    compared: "Compared", written: "MarkedFile", changed: dict[Path, bytes]
) -> list[Lesson]:
    """Put what is otherwise into the templates."""
    from generator.use.templates.pupil import Pupil  # noqa: PLC0415 - see above

    pupils = {
        path: Pupil(changed[path] if path in changed else read_regular(path))
        for path in written.templates
    }
    lessons: list[Lesson] = []
    for one in compared.changes:
        source = written.templates[one.origin.template]
        if pupils[source].take(one):
            said = (one.place, one.name, one.old, one.new, one.times)
            lessons.append(Lesson(source.name, *said))
    for source, number, page in _set_up(compared, written, pupils):
        pupils[source].set_up(number, page.name, page.new)
        place = DocumentPlace(part=f"第 {page.number + 1} 节")
        lessons.append(Lesson(source.name, place, page.name, page.old, page.new, 1))
    changed |= {path: pupil.bytes() for path, pupil in pupils.items() if pupil.is_changed}
    return lessons


def _set_up(
    compared: "Compared", written: "MarkedFile", pupils: "Mapping[Path, Pupil]"
) -> "Iterator[tuple[Path, int, Section]]":
    """Give the sections of templates that are set up otherwise wherever they are printed."""
    homes = [(path, n) for path in written.parts for n in range(pupils[path].sections)]
    found: dict[tuple[Path, int, str], list[Section]] = {}
    for one in compared.sections if len(homes) == compared.number_of_sections else ():
        found.setdefault((*homes[one.number], one.name), []).append(one)
    for (path, number, _), all_ in found.items():
        if len(all_) == homes.count((path, number)) and len({one.new for one in all_}) == 1:
            yield path, number, all_[0]


def _left(compared: "Compared", path: Path) -> list[Problem]:
    """Say what is otherwise and not learnt."""
    from generator.use.templates.learnt_words import what  # noqa: PLC0415 - see above

    told = [
        f"{one.place}：{what(one.name)}只改了印出来的一部分（{one.times} 处），模板里是同一处，没有学"
        for one in compared.partly
    ]
    told += [f"{place}：单元格的边线和原来对不上，列宽没有学" for place in compared.regrouped]
    if compared.has_other_sections:
        told.append("分节的数目变了，页面设置没有学")
    place = Place(shown_path(path))
    hints = {True: "拖动整列的边线，不要只拖一格的", False: ""}
    return [
        Problem("T12", Severity.WARNING, message, place, hints["边线" in message])
        for message in dict.fromkeys(told)
    ]


def _is_changed(examined: "Examined", known: "Known") -> bool:
    """Tell whether the inputs are others than when the file was written."""
    from generator.roundtrip.manifest import input_digests  # noqa: PLC0415 - see above

    dossier = examined.dossier
    if dossier is None:
        return True
    read = [dossier.source, *(subject.source for subject in dossier.subjects)]
    now: Mapping[str, str] = input_digests(read, dossier.path)
    return any(known.record.inputs.get(name) != digest for name, digest in now.items())


def _refused(path: Path, message: str, hint: str) -> Learnt:
    return Learnt(
        problems=(Problem("T11", Severity.ERROR, message, Place(shown_path(path)), hint),)
    )
