"""Packaged templates in the workspace's own folder: copied with what belongs to them, never over anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import shown_path
from generator.base.suggestion import suggest
from generator.base.swapping import ABSENT
from generator.base.writing import write_atomically
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs
from generator.model.scheme import Scheme
from generator.use.library import Library

TEMPLATES = "templates"
_DOCX, _TEXT, _SCHEMES, _FORMS = "docx", "text", "schemes", "forms"


class Copied(NamedTuple):
    """The files that were copied, those that lie there already just so, and what stood in the way."""

    written: tuple[Path, ...]
    same: tuple[Path, ...]
    problems: tuple[Problem, ...]


def copy_packaged(id: str, library: Library) -> Copied:
    """Copy a packaged template: a Word template, an outline, or a scheme with those that it prints."""
    folder = own_folder(library)
    if isinstance(folder, Problem):
        return Copied((), (), (folder,))
    packaged = Packs((packaged_templates(),))
    known = [path.stem for path in sorted((packaged.roots[0] / _DOCX).glob("*.docx"))]
    known += [*packaged.scheme_ids(), *_outlines(packaged)]
    id = id.removesuffix(".docx")
    if id not in known:
        hint = (
            suggest(id, known) or "有哪些：jixiao schemes 列出方案，templates check 列出 Word 模板"
        )
        message = f"随程序没有叫“{id}”的模板、提纲或方案"
        return Copied((), (), (Problem("T03", Severity.ERROR, message, hint=hint, quote=id),))
    written: list[Path] = []
    same: list[Path] = []
    problems: list[Problem] = []
    for source in _sources(id, packaged, library):
        target = folder / source.relative_to(packaged.roots[0])
        data = read_regular(source)
        if target.exists():
            if _lies_there(target, data):
                same.append(target)
            else:
                problems.append(_other(target))
        elif fault := write_atomically(target, data, ABSENT):
            problems.append(fault)
        else:
            written.append(target)
    return Copied(tuple(written), tuple(same), tuple(problems))


def own_folder(library: Library) -> Path | Problem:
    """Return the workspace's own templates folder, or say why it has none."""
    root = library.workspace.root
    if root is None:
        message, hint = (
            "这里没有工作文件夹，不知道放在哪里",
            "请先在根文件夹里建一个 jixiao.toml（可以是空的）",
        )
        return Problem("T03", Severity.ERROR, message, Place(), hint)
    folder = root / TEMPLATES
    if folder.resolve() == packaged_templates().resolve():
        message = "这里的 templates/ 就是随程序的模板"
        return Problem(
            "T03", Severity.ERROR, message, Place(shown_path(folder)), "请换一个工作文件夹"
        )
    return folder


def _sources(id: str, packaged: Packs, library: Library) -> Iterator[Path]:
    """Find what an id names, and what belongs to it."""
    seen: dict[Path, None] = {}
    if path := packaged.find(_DOCX, f"{id}.docx"):
        seen[path] = None
    seen |= dict.fromkeys(_outline(id, packaged))
    scheme = packaged.find(_SCHEMES, f"{id}.toml")
    if scheme is not None:
        seen[scheme] = None
        loaded, _ = library.schemes.get(id, (None, ()))
        for own in _printed_by(loaded.scheme, packaged) if loaded is not None else ():
            seen[own] = None
    yield from seen


def _printed_by(scheme: Scheme, packaged: Packs) -> Iterator[Path]:
    for document in scheme.document:
        if path := packaged.find(_DOCX, document.template):
            yield path
        yield from _outline(document.outline, packaged)
        if form := packaged.find(_FORMS, f"{document.form}.toml"):
            yield form


def _outline(id: str, packaged: Packs) -> list[Path]:
    folder = packaged.roots[0] / _TEXT / id
    is_one = bool(id) and folder.parent == packaged.roots[0] / _TEXT and folder.is_dir()
    return sorted(path for path in folder.iterdir() if path.is_file()) if is_one else []


def _outlines(packaged: Packs) -> list[str]:
    return sorted(p.name for p in (packaged.roots[0] / _TEXT).iterdir() if p.is_dir())


def _lies_there(path: Path, data: bytes) -> bool:
    try:
        return read_regular(path) == data
    except OSError:
        return False


def _other(path: Path) -> Problem:
    message = "这里已有一份不同的文件，没有覆盖"
    hint = "要换成随程序的，先把这一份改名或移走"
    return Problem("O02", Severity.ERROR, message, Place(shown_path(path)), hint)
