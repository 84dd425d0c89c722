"""Importing again into a folder that an import wrote: each file as it is to be, and the account of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT
from generator.base.toml import TomlFile, parse_toml, read_toml
from generator.base.toml_patch import patch_toml
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.printed_words import PrintedForm
from generator.read.label_book import normal
from generator.roundtrip.manifest import digest
from generator.use.import_.import_record import RECORD_FILE, ImportRecord
from generator.use.import_.input_versions import MISSING, Difference, differences

_LONGEST = 40


class Put(NamedTuple):
    """A file that is to be written over what was read there (``ABSENT``: nothing)."""

    path: Path
    data: bytes
    expected: str = ABSENT
    before: bytes | None = None


class UpdateCounts(NamedTuple):
    """What became of everything that the form has otherwise than before; the four add up to all."""

    taken: int = 0
    same: int = 0
    conflict: int = 0
    refused: int = 0
    new_files: int = 0

    def __str__(self) -> str:
        """Say it in words."""
        changed = self.taken + self.same + self.conflict + self.refused
        if not changed and not self.new_files:
            return "材料与上次导入时相同，没有要更新的"
        words = [f"材料改了 {changed} 处：转入 {self.taken} 处"]
        words += [f"与填报里已改的相同 {self.same} 处"] if self.same else []
        words += [f"两边都改过、保留填报的 {self.conflict} 处"] if self.conflict else []
        words += [f"写不进去 {self.refused} 处"] if self.refused else []
        words += [f"新增文件 {self.new_files} 个"] if self.new_files else []
        return "，".join(words)


class Update(NamedTuple):
    """What is to be written into a folder, the record included, and what is told."""

    puts: tuple[Put, ...]
    problems: tuple[Problem, ...]
    counts: UpdateCounts


def plan_update(
    folder: Path,
    files: Mapping[str, str],
    earlier: ImportRecord,
    sources: Mapping[str, str],
    printed: Mapping[str, PrintedForm] = MappingProxyType({}),
) -> Update:
    """Compare what the import wrote, what the form says now, and what lies in the folder."""
    return _Planner(folder, earlier).plan(files, ImportRecord(sources, {}, printed))


class _Planner:
    def __init__(self, folder: Path, earlier: ImportRecord) -> None:
        self._folder, self._earlier = folder, earlier
        self._problems: list[Problem] = []
        self._counted: Counter[str] = Counter()
        self._mine = self._read_all()
        self._bases = {name: _parsed(text) for name, text in earlier.files.items()}

    def plan(self, files: Mapping[str, str], later: ImportRecord) -> Update:
        """Go through the files of the import."""
        if any(problem.stops for problem in self._problems):
            return Update((), tuple(self._problems), UpdateCounts())
        puts: list[Put] = []
        written: dict[str, str] = {}
        for text, home in self._homes(files):
            if self._says_the_same(home, text):
                continue
            if home in self._mine:
                puts += self._updated(home, text)
            elif home in self._bases:
                self._tell_gone(home)
            else:
                self._counted["new_files"] += 1
                puts.append(Put(self._folder / home, text.encode("utf-8")))
            written[home] = text
        counts = UpdateCounts(**self._counted)
        record = self._earlier.joined(later._replace(files=written))
        if record != self._earlier:
            puts.append(self._record(record))
        return Update(tuple(puts), tuple(self._problems), counts)

    def _record(self, record: ImportRecord) -> Put:
        """The record changes with the files, so that an undo takes it back with them."""
        path = self._folder / RECORD_FILE
        before = read_regular(path, LARGEST_KEPT)
        return Put(path, record.text().encode("utf-8"), digest(before), before)

    def _read_all(self) -> dict[str, TomlFile]:
        found: dict[str, TomlFile] = {}
        for path in sorted(self._folder.glob("*.toml")):
            file, problems = read_toml(path, shown_path(path))
            self._problems += problems
            if file is not None:
                found[path.name] = file
        return found

    def _homes(self, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Find the file of each subject: the one that was written for it, wherever it is called now."""
        data = {name: _parsed(text) for name, text in files.items()}
        known = {_subject(name, base): name for name, base in self._bases.items()}
        there = {_subject(name, file.data): name for name, file in self._mine.items()}
        single = self._only_project(self._bases) if self._only_project(data) else ""
        taken = {*self._mine, *self._bases}
        for name, text in files.items():
            subject = _subject(name, data[name])
            home = known.get(subject, "")
            if home not in self._mine:
                home = there.get(subject, home)
            if not home and name != UNIT_FILE:
                home = single
            if not home:
                home = name if name not in taken else _free(taken)
            taken.add(home)
            yield text, home

    def _only_project(self, files: Mapping[str, Any]) -> str:
        """Return the only project file there is: its project is the same under another name."""
        projects = [n for n in files if n not in (UNIT_FILE, DEPARTMENT_FILE)]
        return projects[0] if len(projects) == 1 else ""

    def _says_the_same(self, home: str, text: str) -> bool:
        """Tell whether the form gives a file what it gave before; what is commented may differ."""
        return home in self._bases and self._bases[home] == _parsed(text)

    def _updated(self, name: str, text: str) -> Iterator[Put]:
        """Take the changes of the form into a file; one that nobody touched becomes the new one."""
        file = self._mine[name]
        path = self._folder / name
        before = read_regular(path, LARGEST_KEPT)
        found = differences(self._bases.get(name, {}), _parsed(text), file.data)
        after = text
        done = sum(one.answer == "taken" for one in found)
        if file.text != self._earlier.files.get(name):
            patched = patch_toml(file.text, [d.change for d in found if d.change is not None])
            after, refused = patched.text, {id(one.change) for one in patched.refused}
            self._tell_refused(file, [d for d in found if id(d.change) in refused])
            done -= len(patched.refused)
        self._counted["taken"] += done
        self._counted["same"] += sum(one.answer == "same" for one in found)
        self._tell_conflicts(file, [one for one in found if one.answer == "conflict"])
        data = _as_before(after, before)
        if data != before:
            yield Put(path, data, digest(before), before)

    def _tell_conflicts(self, file: TomlFile, found: list[Difference]) -> None:
        self._counted["conflict"] += len(found)
        for one in found:
            message = f"材料改为{_shown(one.form)}，填报里也改过，保留填报的"
            hint = "请核对；以材料为准的，请在这里改"
            self._problems.append(
                Problem("D20", Severity.WARNING, message, _place(file, one.keys), hint)
            )

    def _tell_refused(self, file: TomlFile, found: list[Difference]) -> None:
        self._counted["refused"] += len(found)
        for one in found:
            message = f"材料改为{_shown(one.form)}，没有写进填报"
            self._problems.append(
                Problem("D20", Severity.WARNING, message, _place(file, one.keys), "请在这里改")
            )

    def _tell_gone(self, name: str) -> None:
        message = "材料里仍有这个项目，填报里的文件已删去或改名，没有再写"
        place = Place(shown_path(self._folder / name))
        self._problems.append(Problem("D20", Severity.NOTE, message, place))


def _place(file: TomlFile, keys: KeyPath) -> Place:
    return file.place(keys)


def _subject(name: str, data: Mapping[str, Any]) -> str:
    """Say what a file is about."""
    if name in (UNIT_FILE, DEPARTMENT_FILE):
        return name
    project = data.get("project")
    said = normal(str(project.get("name", ""))) if isinstance(project, Mapping) else ""
    return f"project {said}" if said else f"file {name}"


def _free(taken: set[str]) -> str:
    return next(name for n in count(1) if (name := f"project-{n}.toml") not in taken)


def _parsed(text: str) -> dict[str, Any]:
    file, _ = parse_toml(text, Path(), "")
    return {} if file is None else dict(file.data)


def _shown(value: Any) -> str:
    if value is MISSING:
        return "没有这一项"
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("class") or "这一行"
    words = " ".join(str(value).split())
    return f"“{words if len(words) <= _LONGEST else f'{words[:_LONGEST]}……'}”"


def _as_before(text: str, before: bytes) -> bytes:
    """Give a text the line ends and the mark at the start that its file has."""
    data = text.replace("\r\n", "\n").encode("utf-8").removeprefix(_MARK)
    if b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    return _MARK + data if before.startswith(_MARK) else data


_MARK = b"\xef\xbb\xbf"
