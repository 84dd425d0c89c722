"""Turn edits of a Word file into a patch of the inputs: shown first, written when asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from generator.base.number import is_number
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path, why_unreadable
from generator.base.toml import KeyPath, TomlFile
from generator.base.toml_patch import FileChange, Replace, SetValue
from generator.checks.prose_fields import ProseField, prose_fields
from generator.checks.typed_numbers import quotation_of
from generator.figures.figure import Figure
from generator.load.inputs import find_dossiers
from generator.load.workspace import find_workspace
from generator.model.blocks import Span
from generator.model.edits import Stretch
from generator.model.units import Units
from generator.prose.render import render_value
from generator.roundtrip.fix import Fixed, fix_files
from generator.roundtrip.manifest import input_digests
from generator.roundtrip.origins import find_manifest
from generator.roundtrip.record import Record
from generator.roundtrip.requote import NotRequoted, TextEdit, requote
from generator.roundtrip.values import Value, recorded_values
from generator.use.check.examine import Examined, examine
from generator.use.library import Library

_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十百]+部分　|[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d+\.)"
)
_MARKS = "。，、；：！？"


class Pulled(NamedTuple):
    """The files as they would be, and what could not be taken over."""

    fixed: tuple[Fixed, ...]
    problems: tuple[Problem, ...]


def pull(path: Path, inputs: Path | None = None) -> Pulled:
    """Read an edited file and work out the patch."""
    from generator.word.anchors import document_of, document_prefix  # noqa: PLC0415 - Word only
    from generator.word.edited._old import EditedFile  # noqa: PLC0415 - see above
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        edited = EditedFile(path.read_bytes())
    except OSError as error:
        return _refused(path, why_unreadable(error))
    except (PackageError, XmlError) as error:
        return _refused(path, str(error))
    stretches = edited.stretches()
    documents = {document_of(name) for name in stretches}
    workspace, _ = find_workspace(path)
    folders = [path.resolve().parent]
    if workspace.root is not None:
        folders.append(workspace.root / "outputs")
    found = find_manifest(folders, documents, document_prefix)
    if found is None:
        return _refused(path, "不是由本程序生成，或找不到生成时的记录（.jixiao-manifest.json）")
    record, own = found
    folder = _dossier_folder(str(own[0]["id"]), inputs, workspace.root)
    if folder is None:
        return _refused(path, "找不到它的填报文件夹，请用 --inputs 指明")
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library)
    if examined.dossier is None or examined.book is None:
        return Pulled((), examined.problems)
    if _inputs_moved(record, examined):
        message, hint = "输入在生成之后改动过", "请先用 jixiao build --on-edited merge 合并，再取回"
        place = Place(shown_path(folder))
        return Pulled((), (Problem("O15", Severity.ERROR, message, place, hint),))
    puller = _Puller(examined, stretches, path, library.units)
    for document in own:
        puller.document(str(document["id"]), recorded_values(document))
    if edited.had_tracked_changes:
        note = Problem("O09", Severity.NOTE, "文件里的修订按接受处理", Place(shown_path(path)))
        puller.problems.append(note)
    return Pulled(fix_files(puller.edits).fixed, tuple(dict.fromkeys(puller.problems)))


def _refused(path: Path, message: str) -> Pulled:
    return Pulled((), (Problem("O15", Severity.ERROR, message, Place(shown_path(path))),))


def _dossier_folder(document: str, inputs: Path | None, root: Path | None) -> Path | None:
    """Find the folder of a document: its id begins with the name."""
    name = document.split("/", maxsplit=1)[0]
    start = (
        inputs if inputs is not None else (root / "inputs" if root is not None else Path("inputs"))
    )
    folders, _ = find_dossiers(start)
    return next((folder for folder in folders if folder.resolve().name == name), None)


def _inputs_moved(record: Record, examined: Examined) -> bool:
    dossier = examined.dossier
    if dossier is None:
        return True
    files = [dossier.source, *(subject.source for subject in dossier.subjects)]
    now = input_digests(files, dossier.path)
    return any(record.inputs.get(name) != value for name, value in now.items())


class _Puller:
    """Takes over one value after the other."""

    def __init__(
        self, examined: Examined, stretches: Mapping[str, Stretch], path: Path, units: Units
    ) -> None:
        if examined.dossier is None or examined.book is None:
            raise ValueError
        self._dossier, self._book = examined.dossier, examined.book
        self._examined, self._stretches, self._path = examined, stretches, path
        self.edits: list[FileChange] = []
        self.problems: list[Problem] = []
        self._done: set[tuple[str, str]] = set()
        self._units = units
        self._fields = list(prose_fields(self._dossier))

    def document(self, document: str, values: Sequence[Value]) -> None:
        """Look at every value of a document."""
        sections: dict[str, None] = {}
        for value in values:
            person = self._stretches.get(value.name)
            if person is None or _bare(person.text) == _bare(value.text):
                continue
            if value.is_figure:
                self._figure(value.spans[0].figure, person.text)
            elif (own := self._with_old_figures(value, person)) is not None and not self._prose(
                value, own
            ):
                if value.kind in ("paragraph", "lead"):
                    sections[value.key.split("/")[0]] = None
                else:
                    self._refuse(value.text, "这一处没有对应的输入", "请直接改输入文件或模板")
        for section in sections:
            self._section(document, section, values)

    def _refuse(self, words: str, message: str, hint: str) -> None:
        place = Place(shown_path(self._path))
        short = words if len(words) <= 30 else f"{words[:30]}……"
        self.problems.append(
            Problem("O16", Severity.WARNING, f"“{short}”：{message}", place, hint, short)
        )

    def _figure(self, name: str, words: str) -> None:
        """Change the value of an input figure at its line; a computed one is refused."""
        figure = self._book.get(name)
        if figure is None or (name, words) in self._done:
            return
        self._done.add((name, words))
        if figure.formula or len(figure.sources) != 1:
            inputs = "、".join(self._described(figure)) or "方案的规则"
            formula = f"算式：{figure.formula}；" if figure.formula else ""
            self._refuse(words, f"是算出来的数（{name}）", f"{formula}要改它，请改 {inputs}")
            return
        source = figure.sources[0]
        if not self._put(source.file, source.keys, figure, words.strip()):
            self._refuse(words, f"不能写进 {source.place}", "请直接改输入文件")

    def _described(self, figure: Figure) -> Iterator[str]:
        for name in figure.inputs:
            below = self._book.get(name)
            if below is not None and below.sources:
                yield f"{below.sources[0].place} {below.sources[0].place.key}"
            elif below is not None:
                yield from self._described(below)

    def _put(self, file: TomlFile, keys: KeyPath, figure: Figure, words: str) -> bool:
        if isinstance(_value_at(file, keys), str):
            offsets = file.offsets(keys)
            if offsets is None:
                return False
            said = words
            if isinstance(figure.value, Decimal) and is_number(words) and figure.unit:
                said = f"{words}{figure.unit}"
            self.edits.append(FileChange(file, SetValue(keys, said)))
            return True
        span = file.number_span(keys)
        number = words.removesuffix(figure.unit).replace(",", "").replace("，", "")
        if span is None or not is_number(number):
            return False
        self.edits.append(FileChange(file, Replace(*span, number)))
        return True

    def _prose(self, value: Value, own: str) -> bool:
        """Put a person's words where the sentence came from, when that is one place only."""
        words = _NUMBERED.sub("", value.text) if value.kind != "cell" else value.text
        new = _with_mark(_NUMBERED.sub("", own) if value.kind != "cell" else own, words)
        places = [
            place for field in self._fields if (place := self._place(field, words)) is not None
        ]
        if len(places) != 1:
            return False
        field, start = places[0]
        compared = SequenceMatcher(None, words, new, autojunk=False).get_opcodes()
        edits = [
            TextEdit(start + i, start + j, (Span(new[m:n]),))
            for kind, i, j, m, n in compared
            if kind != "equal"
        ]
        names = self._examined.names[field.owner]
        said = requote(field.text, names, self._units, edits)
        if isinstance(said, NotRequoted):
            return False
        self.edits.append(FileChange(field.source, SetValue(field.keys, said)))
        return True

    def _with_old_figures(self, value: Value, person: Stretch) -> str | None:
        """Take over typed-over figures on their own; returns the words as if they had not changed.

        ``None``: nothing else was changed.
        """
        text = person.text
        for anchor, figure in value.figures:
            now, shown = person.figures.get(anchor), self._shown(value, figure)
            if now is not None and now != shown and now:
                self._figure(figure, now)
                text = text.replace(now, shown, 1)
        return None if _bare(text) == _bare(value.text) else text

    def _shown(self, value: Value, figure: str) -> str:
        return next((span.text for span in value.spans if span.figure == figure), "")

    def _place(self, field: ProseField, words: str) -> tuple[ProseField, int] | None:
        names = self._examined.names[field.owner]
        rendered = render_value(field.source, field.keys, field.text, names, self._units)
        if rendered.problems or not words:
            return None
        whole = rendered.text
        start = whole.find(words)
        if start < 0 or whole.find(words, start + 1) >= 0:
            return None
        return field, start

    def _section(self, document: str, section: str, values: Sequence[Value]) -> None:
        """Write standard wording that a person changed as the unit's own text of that section."""
        owner = document.split("/")[1]
        subject = next((s for s in self._dossier.subjects if s.id == owner), None)
        if subject is None:
            self._refuse(
                section, "多项目报告的标准写法不能取回", f"请在 [report.text] 里写 {section}"
            )
            return
        lines: list[str] = []
        lead = ""
        for value in values:
            if value.key.split("/")[0] != section or value.kind not in ("paragraph", "lead"):
                continue
            person = self._stretches.get(value.name)
            own = self._with_old_figures(value, person) if person is not None else ""
            text = _with_mark(value.text if own is None else own, value.text)
            text = self._quoted(value, text, owner)
            if value.kind == "lead":
                lead = f"- {_NUMBERED.sub('', text)}"
            elif text or lead:
                lines.append(f"{lead}{text}" if lead else text)
                lead = ""
        said = SetValue(("text", section), "\n".join(lines))
        self.edits.append(FileChange(subject.source, said))

    def _quoted(self, value: Value, text: str, owner: str) -> str:
        for span in value.spans:
            figure = self._book.get(span.figure) if span.figure else None
            if figure is not None and span.text in text:
                text = text.replace(span.text, quotation_of(figure, owner) or span.text, 1)
        return text


def _value_at(file: TomlFile, keys: KeyPath) -> object:
    value: object = file.data
    for key in keys:
        value = value[key]  # type: ignore[index] # the figure came from there
    return value


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text).rstrip(_MARKS)


def _with_mark(person: str, ours: str) -> str:
    """Give back the last mark, which stands outside of the anchor."""
    mark = ours[-1:] if ours[-1:] in _MARKS and ours else ""
    return person if not mark or person.endswith(tuple(_MARKS)) else person + mark
