"""Copies of audited Word and Excel files with their problems as comments, beside the files or in a folder of their own."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import not_understood, shown_path, why_unreadable
from generator.base.visible import visible_lines
from generator.roundtrip.own_file import write_own
from generator.use.audit.file_rows import problems_by_file
from generator.use.audit.found import Audited

MARK = "（批注）"
_WORD, _SHEETS = (".docx", ".docm"), (".xlsx", ".xlsm")


def write_annotated(
    paths: Sequence[Path],
    audited: Audited,
    folder: Path | None = None,
    watch: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Iterator[Path | Problem]:
    """Write the copies; gives each copy, or why there is none. What has no problem needs no copy.

    ``watch`` sees file by file.
    """
    by_file = problems_by_file(audited)
    targets = targets_of(paths, folder)
    for path in watch(paths):
        shown = shown_path(path)
        problems = [problem for problem in by_file.get(shown, ()) if not problem.accepted]
        is_word = path.suffix.lower() in _WORD
        has_place = any(problem.place.document is not None for problem in problems)
        if not problems or not (is_word or has_place):
            continue
        if not is_word and path.suffix.lower() not in _SHEETS:
            yield _no_comments(shown)
            continue
        made = _annotated(path, shown, problems)
        if isinstance(made, Problem):
            yield made
        else:
            yield write_own(targets[path], made) or targets[path]


def targets_of(paths: Sequence[Path], folder: Path | None) -> dict[Path, Path]:
    """Name a copy for each file: beside it, or where it lies below the folder that holds them all.

    No two copies have one name, whatever a system thinks of small and capital letters.
    """
    absolute = {path: Path(os.path.abspath(path)) for path in paths}  # noqa: PTH100 - follows no link
    common = _common([path.parent for path in absolute.values()])
    taken: set[str] = set()
    found: dict[Path, Path] = {}
    for path, whole in absolute.items():
        home = path.parent
        if folder is not None:
            below = whole.parent.relative_to(common) if common is not None else Path()
            home = folder / below
        number = 1
        while True:
            again = "" if number == 1 else f" {number}"
            target = home / f"{path.stem}{again}{MARK}{path.suffix}"
            if str(target).casefold() not in taken:
                break
            number += 1
        taken.add(str(target).casefold())
        found[path] = target
    return found


def _common(folders: Sequence[Path]) -> Path | None:
    """Return the folder that holds all others (``None``: they lie on several drives)."""
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return None


def _annotated(path: Path, shown: str, problems: Sequence[Problem]) -> bytes | Problem:
    from generator.base.archive import UnsafePackageError  # noqa: PLC0415 - only on request
    from generator.excel.sheet_comments import NoRoomError  # noqa: PLC0415 - see above
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        data = read_regular(path)
        is_word = path.suffix.lower() in _WORD
        return _in_document(data, problems) if is_word else _in_sheets(data, problems)
    except OSError as error:
        return _unwritten(shown, why_unreadable(error))
    except (PackageError, XmlError, UnsafePackageError) as error:
        return _unwritten(shown, str(error))
    except NoRoomError as error:
        return _no_comments(shown, str(error))
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        return _unwritten(shown, not_understood(shown, error).message)


def _in_document(data: bytes, problems: Sequence[Problem]) -> bytes:
    from generator.word.word_comments import annotate  # noqa: PLC0415 - only on request

    comments: dict[DocumentPlace, list[str]] = {}
    for problem in problems:
        at = problem.place.document or DocumentPlace()
        comments.setdefault(at._replace(file=""), []).append(_words(problem))
    return annotate(data, comments)


def _in_sheets(data: bytes, problems: Sequence[Problem]) -> bytes:
    from generator.excel.sheet_comments import annotate_sheets  # noqa: PLC0415 - only on request

    comments: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        at = problem.place.document or DocumentPlace()
        comments.setdefault((at.sheet, at.cell), []).append(_words(problem))
    return annotate_sheets(data, comments)


def _unwritten(shown: str, why: str) -> Problem:
    return Problem("D06", Severity.ERROR, "写不了带批注的副本", Place(shown), why)


def _no_comments(shown: str, why: str = "只有 Word、Excel 文件能写批注") -> Problem:
    hint = "各处问题见 --report 写出的清单"
    return Problem("D06", Severity.NOTE, f"{why}，这一份没有副本", Place(shown), hint)


def _words(problem: Problem) -> str:
    lines = [f"{problem.severity.said} {problem.code} {problem.message}"]
    lines += [problem.hint] if problem.hint else []
    lines += [f"依据：{problem.basis}"] if problem.basis else []
    return visible_lines("\n".join(lines))
