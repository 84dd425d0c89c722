"""Explain a number in a written Word file."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import not_understood, read_bytes, shown_path
from generator.load.workspace_folder import find_workspace
from generator.model.figure_id import short_of
from generator.roundtrip.number_origins import figure_lines, find_manifest, printed_figures


class Origin(NamedTuple):
    """What can be said of a word in a file: lines to print, or why there are none."""

    lines: tuple[str, ...] = ()
    message: str = ""


def explain_file(path: Path, wanted: str) -> Origin:
    """Say where a number of a file came from."""
    from generator.word.bookmarks import document_prefix  # noqa: PLC0415 - only for Word files

    documents = _documents(path)
    if isinstance(documents, Problem):
        return Origin(message=documents.message)
    if not documents:
        return Origin(message="文件里没有本程序的书签：不是由它生成，或是 --clean 写出的报送稿")
    workspace, _ = find_workspace(path)
    folders = [path.resolve().parent]
    if workspace.root is not None:
        folders.append(workspace.root / "outputs")
    found = find_manifest(folders, documents, document_prefix)
    if found is None:
        return Origin(
            message="找不到生成时的记录（.jixiao-manifest.json），请在输出文件夹里找这份文件"
        )
    record, own = found
    lines: list[str] = []
    told: set[tuple[str, str]] = set()
    for document in own:
        for figure, shown, key in printed_figures(document):
            if _fits(wanted, figure, shown) and (figure, shown) not in told:
                told.add((figure, shown))
                lines.append(f"《{document.title}》{key}")
                lines += figure_lines(record, figure, shown)
    if not lines:
        return Origin(message=f"文件里没有“{wanted}”这个数；请照文件里的写法写，如 98.6%")
    return Origin(tuple(lines))


def _documents(path: Path) -> frozenset[str] | Problem:
    """Return which of our documents lie in a file, or why nobody can tell."""
    from generator.word.bookmarks import PackageError, documents_in  # noqa: PLC0415 - see above

    shown = shown_path(path)
    data, problems = read_bytes(path, shown, LARGEST_FILE)
    if data is None:
        return problems[0]
    try:
        return documents_in(data)
    except PackageError as error:
        return Problem("D01", Severity.ERROR, str(error), Place(shown), error.hint)
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        return not_understood(shown, error)


def _fits(wanted: str, figure: str, shown: str) -> bool:
    return wanted in (shown, figure, short_of(figure))
