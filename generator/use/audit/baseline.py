"""A baseline: problems of foreign files that are known and accepted, until they are gone.

A problem is known by its unit, its code and what stands there and is held against it, not by the
name of its file or its place: a file may be renamed, and rows may be added above.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.base.document_place import without_places
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import read_text, shown_path
from generator.base.writing import write_text_atomically
from generator.read.label_book import normal
from generator.use.audit.file_rows import file_rows, problems_by_file
from generator.use.audit.found import Audited

REASON = "列在基线文件里"
FORMAT = 2
_BY_NAME = 1  # the format that knew problems by the names of files; such baselines still hold
_FIELDS: Mapping[int, tuple[str, ...]] = {
    FORMAT: ("unit", "code", "quote", "says"),
    _BY_NAME: ("file", "code", "message", "quote"),
}
_Key = tuple[str, ...]


class Baseline(NamedTuple):
    """The known problems, each as often as it is known."""

    known: Counter[_Key]
    place: Place
    format: int = FORMAT

    def accept(self, audited: Audited) -> Iterator[Problem]:
        """Mark the known ones; what is known and gone is told, so that the file does not grow old."""
        key_of = _key_by_name if self.format == _BY_NAME else _key_by_content(audited)
        left = Counter(self.known)
        for problem in audited.problems:
            key = key_of(problem)
            if not problem.code.startswith("D") and left[key] > 0:
                left[key] -= 1
                yield problem.accept(REASON)
            else:
                yield problem
        gone = sum(left.values())
        if gone:
            message = f"基线文件里有 {gone} 个问题已经没有出现"
            yield Problem(
                "D05", Severity.NOTE, message, self.place, "请用 --update-baseline 重新写基线文件"
            )


def read_baseline(path: Path) -> tuple[Baseline | None, tuple[Problem, ...]]:
    """Read a baseline; one that is not there yet holds nothing."""
    shown = shown_path(path)
    if not path.exists():
        return Baseline(Counter(), Place(shown)), ()
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    try:
        data = json.loads(text)
        format_ = data.get("format", _BY_NAME)
        fields = _FIELDS[format_]
        known = Counter(tuple(str(one[field]) for field in fields) for one in data["known"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message, hint = "不是基线文件", "请用 --update-baseline 重新写"
        return None, (Problem("D04", Severity.ERROR, message, Place(shown), hint),)
    return Baseline(known, Place(shown), format_), ()


def write_baseline(path: Path, audited: Audited) -> Problem | None:
    """Write all problems down as known."""
    key_of = _key_by_content(audited)
    kept = sorted(key_of(p) for p in audited.problems if not p.code.startswith("D"))
    lines = ",\n".join(
        json.dumps(dict(zip(_FIELDS[FORMAT], key, strict=True)), ensure_ascii=False) for key in kept
    )
    return write_text_atomically(path, f'{{"format": {FORMAT}, "known": [\n{lines}\n]}}\n')


def _key_by_content(audited: Audited) -> Callable[[Problem], _Key]:
    """Return what knows a problem; names of files and places are no part of what is said of it."""
    unit_of = {row.file: normal(row.unit) for row in file_rows(audited)}
    owner = {
        id(problem): unit_of[file]
        for file, problems in problems_by_file(audited).items()
        for problem in problems
    }
    files = sorted(audited.asked, key=len, reverse=True)

    def key(problem: Problem) -> _Key:
        said = problem.message
        for file in files:
            said = said.replace(file, "") if file in said else said
        says = _spaced(without_places(said))
        return owner.get(id(problem), ""), problem.code, problem.quote, says

    return key


def _spaced(text: str) -> str:
    """Return a text with single spaces, and none behind a mark, where a file's name was taken out."""
    return " ".join(text.split()).replace("， ", "，")


def _key_by_name(problem: Problem) -> _Key:
    name = PurePath(problem.place.file).name
    return (name, problem.code, problem.message, problem.quote)
