"""Adopted files on their way into a workspace: new ones appear, known ones follow the form, all or none."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, NotRegularError, read_regular
from generator.base.strange_text import shown_path
from generator.base.toml import parse_toml
from generator.base.toml_patch import patch_toml
from generator.roundtrip.manifest import digest
from generator.use.adopt.adopt import Adopted
from generator.use.adopt.adopt_record import RECORD_FILE, AdoptRecord, FormRecord, read_adopt_record
from generator.use.import_.import_saving import put_all_in
from generator.use.import_.input_versions import differences
from generator.use.import_.update import Put

_BESIDE = "（新版）"


class Placed(NamedTuple):
    """What became of each file, and what is told of it."""

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # a person's, left as they are
    problems: tuple[Problem, ...] = ()

    @property
    def is_done(self) -> bool:
        """Tell whether the workspace holds the form now."""
        return not any(problem.stops for problem in self.problems)


def place(adopted: Adopted) -> Placed:
    """Write what was adopted; nothing that a person changed is lost."""
    planner = _Planner(adopted)
    puts = [put for name, data in adopted.files.items() for put in planner.puts(name, data)]
    problems = tuple(planner.problems)
    if any(problem.stops for problem in problems):
        return Placed(problems=problems)
    if puts:
        fault = put_all_in(adopted.order.target, [*puts, *planner.record()], "adopt")
        if fault is not None:
            return Placed(problems=(*problems, fault))
    root = adopted.order.target
    written = tuple(put.path.relative_to(root).as_posix() for put in puts)
    return Placed(written, tuple(planner.kept), problems)


class _Planner:
    def __init__(self, adopted: Adopted) -> None:
        self._adopted, self._root = adopted, adopted.order.target
        self._record = read_adopt_record(self._root)
        self._known = self._record.forms.get(adopted.id, FormRecord(""))
        self._digests: dict[str, str] = dict(self._known.digests)
        self._texts: dict[str, str] = dict(self._known.texts)
        self.kept: list[str] = []
        self.problems: list[Problem] = []

    def puts(self, name: str, data: bytes) -> Iterator[Put]:
        """Plan one file."""
        path = self._root / name
        try:
            before = read_regular(path, LARGEST_KEPT)
        except FileNotFoundError:
            before = None
        except (OSError, NotRegularError):
            self._tell(name, Severity.ERROR, "这里有一个读不了的东西，没有覆盖", "请把它移走")
            return
        known = self._digests.get(name)
        self._remember(name, data)
        if before == data:
            return
        if before is None:
            yield Put(path, data)
        elif known is not None and digest(before) == known:
            yield Put(path, data, known, before)
        elif known is None:
            hint = "已有的文件没有改动，什么也没有写；请用 --id 另起一个代码，或换一个文件夹"
            self._tell(
                name, Severity.ERROR, "文件已经存在，不是由表样做成的，没有覆盖", hint, "O02"
            )
        elif known == digest(data):
            self.kept.append(name)  # the form is what it was; a person went on from there
        elif name.endswith(".toml"):
            yield from self._merged(name, path, before, data)
        else:
            yield from self._beside(name, path, data)

    def _remember(self, name: str, data: bytes) -> None:
        self._digests[name] = digest(data)
        if name.endswith(".toml"):
            self._texts[name] = data.decode("utf-8")

    def _merged(self, name: str, path: Path, before: bytes, data: bytes) -> Iterator[Put]:
        """Take the changes of the form into a text that a person changed, too."""
        mine, _ = parse_toml(before.decode("utf-8", "replace"), path, shown_path(path))
        base, _ = parse_toml(self._known.texts.get(name, ""), path, "")
        form, _ = parse_toml(data.decode("utf-8"), path, "")
        if mine is None or base is None or form is None:
            self._tell(name, Severity.ERROR, "这个文件改坏了，没有更新", "请先改正")
            return
        found = differences(base.data, form.data, mine.data)
        patched = patch_toml(mine.text, [d.change for d in found if d.change is not None])
        clashes = sum(d.answer == "conflict" for d in found) + len(patched.refused)
        if clashes:
            message = f"表样和这里都改过 {clashes} 处，保留这里的"
            self._tell(name, Severity.WARNING, message, "请核对；以表样为准的，请在这里改")
        text = patched.text.encode("utf-8")
        if text != before:
            yield Put(path, text, digest(before), before)
        else:
            self.kept.append(name)

    def _beside(self, name: str, path: Path, data: bytes) -> Iterator[Put]:
        """Lay a new template beside the one that a person changed."""
        beside = path.with_name(f"{path.stem}{_BESIDE}{path.suffix}")
        self.kept.append(name)
        message = f"模板在 Word 里改过，留着没有动；照新表样做的放在旁边：{beside.name}"
        hint = "请把要的改动合到一个文件里，用原来的名字"
        self._tell(name, Severity.WARNING, message, hint)
        try:
            before = read_regular(beside, LARGEST_KEPT)
        except OSError:
            yield Put(beside, data)
            return
        if before != data:
            yield Put(beside, data, digest(before), before)

    def record(self) -> Iterator[Put]:
        """The record changes with the files."""
        own = FormRecord(self._adopted.order.form.name, self._digests, self._texts)
        record = AdoptRecord({**self._record.forms, self._adopted.id: own})
        path, data = self._root / RECORD_FILE, record.text().encode("utf-8")
        try:
            before = read_regular(path, LARGEST_KEPT)
        except OSError:
            yield Put(path, data)
            return
        if before != data:
            yield Put(path, data, digest(before), before)

    def _tell(
        self, name: str, severity: Severity, message: str, hint: str, code: str = "D20"
    ) -> None:
        place = Place(shown_path(self._root / name))
        self.problems.append(Problem(code, severity, message, place, hint))
