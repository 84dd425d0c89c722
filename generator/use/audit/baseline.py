"""A baseline: problems of foreign files that are known and accepted, until they are gone."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import read_text, shown_path
from generator.base.writing import write_text_atomically

REASON = "列在基线文件里"
FORMAT = 1
_Key = tuple[str, str, str, str]


class Baseline(NamedTuple):
    """The known problems, each as often as it is known."""

    known: Counter[_Key]
    place: Place

    def accept(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        """Mark the known ones; what is known and gone is told, so that the file does not grow old."""
        left = Counter(self.known)
        for problem in problems:
            key = _key(problem)
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
        known = Counter(
            (str(one["file"]), str(one["code"]), str(one["message"]), str(one["quote"]))
            for one in data["known"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        message, hint = "不是基线文件", "请用 --update-baseline 重新写"
        return None, (Problem("D04", Severity.ERROR, message, Place(shown), hint),)
    return Baseline(known, Place(shown)), ()


def write_baseline(path: Path, problems: Sequence[Problem]) -> Problem | None:
    """Write all problems down as known."""
    kept = sorted(_key(p) for p in problems if not p.code.startswith("D"))
    lines = ",\n".join(
        json.dumps(
            dict(zip(("file", "code", "message", "quote"), key, strict=True)), ensure_ascii=False
        )
        for key in kept
    )
    return write_text_atomically(path, f'{{"format": {FORMAT}, "known": [\n{lines}\n]}}\n')


def _key(problem: Problem) -> _Key:
    """Know a problem by its words: places move when something is written above them."""
    name = PurePath(problem.place.file).name
    return (name, problem.code, problem.message, problem.quote)
