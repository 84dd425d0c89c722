"""What a form printed as stated says otherwise than the form that was imported."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.manifest import Written
from generator.use.import_.import_record import ImportRecord, read_import_record

_MOST_TOLD = 40
_SHORT = 40  # characters of a cell
_SAME_FORM = 0.4  # so much of a form stands in what is printed of it
_CODE = "O26"


class Said(NamedTuple):
    """The words of a cell or line, and where they stand."""

    place: str
    text: str


def as_imported(folder: Path, files: Sequence[Written]) -> tuple[Problem, ...]:
    """Tell every cell and line of the files that differs from the form that was imported."""
    record = read_import_record(folder) or ImportRecord()
    forms = [tuple(Said(*one) for one in form.said) for form in record.printed.values()]
    found: list[Problem] = []
    for file in files:
        printed = _said(file)
        named = max(forms, key=lambda form: _alike(form, printed), default=())
        if named and _alike(named, printed) > _SAME_FORM:
            found += _told(file.file, named, printed)
    return tuple(found)


def _told(name: str, form: Sequence[Said], printed: Sequence[Said]) -> Iterator[Problem]:
    differences = list(_differences(form, printed))
    for place, was, now in differences[:_MOST_TOLD]:
        message = f"{place}与导入的表不同：原文“{_short(was)}”，印出“{_short(now)}”"
        yield Problem(_CODE, Severity.WARNING, message, Place(name), _HINT)
    if (more := len(differences) - _MOST_TOLD) > 0:
        message = f"与导入的表不同的还有 {more} 处"
        yield Problem(_CODE, Severity.WARNING, message, Place(name), _HINT)


_HINT = "填报文件没有改过的，是模板里没有这一格的标签：请在模板里补上，或在印出的文件里改"


def _differences(form: Sequence[Said], printed: Sequence[Said]) -> Iterator[tuple[str, str, str]]:
    """Give the places that differ, what the form said, and what is printed."""
    ours, theirs = [_plain(one.text) for one in printed], [_plain(one.text) for one in form]
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for was, now in _paired(form[first:last], printed[start:end]):
            yield was.place or now.place, was.text, now.text


def _paired(form: Sequence[Said], printed: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pair what stands at the same places; where no place is the same, in order."""
    there = {one.place: one for one in printed}
    if there.keys().isdisjoint(one.place for one in form):
        yield from zip_longest(form, printed, fillvalue=Said("", ""))
        return
    for was in form:
        yield was, there.pop(was.place, Said("", ""))
    yield from ((Said("", ""), now) for now in there.values())


def _alike(form: Sequence[Said], printed: Sequence[Said]) -> float:
    own = {_plain(one.text) for one in form}
    return len(own & {_plain(one.text) for one in printed}) / max(len(own), 1)


def _said(file: Written) -> tuple[Said, ...]:
    from generator.word.reading.document_words import read_docx_bytes  # noqa: PLC0415 - loads lazily

    document, _ = read_docx_bytes(file.data, file.file)
    if document is None:
        return ()
    return tuple(Said(str(place), text) for place, text, _ in document.said())


def _plain(text: str) -> str:
    return "".join(text.split())


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}……"
