"""A copy of an audited Word file with its problems as comments."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import not_understood, shown_path, why_unreadable
from generator.base.regular_file import read_regular
from generator.base.visible import visible_lines
from generator.base.writing import write_atomically

MARK = "（批注）"


def write_annotated(paths: Sequence[Path], problems: Iterable[Problem]) -> Iterator[Path | Problem]:
    """Write the copies beside the files; gives each copy, or why there is none."""
    from generator.word.annotate import annotate  # noqa: PLC0415 - only on request
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    by_file: dict[str, dict[DocumentPlace, list[str]]] = {}
    for problem in problems:
        if problem.accepted:
            continue
        at = problem.place.document or DocumentPlace()._replace(file="")
        own = by_file.setdefault(problem.place.file, {})
        own.setdefault(at, []).append(_words(problem))
    for path in paths:
        if path.suffix.lower() not in (".docx", ".docm") or shown_path(path) not in by_file:
            continue
        target = path.with_name(f"{path.stem}{MARK}{path.suffix}")
        shown = shown_path(path)
        try:
            data = annotate(read_regular(path), by_file[shown])
        except OSError as error:
            yield _unwritten(shown, why_unreadable(error))
            continue
        except (PackageError, XmlError) as error:
            yield _unwritten(shown, str(error))
            continue
        except (
            Exception
        ) as error:  # files of strangers: nobody knows what their readers stumble over
            yield _unwritten(shown, not_understood(shown, error).message)
            continue
        fault = write_atomically(target, data)
        yield fault if fault is not None else target


def _unwritten(shown: str, why: str) -> Problem:
    return Problem("D06", Severity.ERROR, "写不了带批注的副本", Place(shown), why)


def _words(problem: Problem) -> str:
    lines = [f"{problem.severity.said} {problem.code} {problem.message}"]
    lines += [problem.hint] if problem.hint else []
    lines += [f"依据：{problem.basis}"] if problem.basis else []
    return visible_lines("\n".join(lines))
