"""The Word templates of a workspace: found, checked, laid out as text beside the file."""

from collections.abc import Iterator
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import not_understood, read_bytes, read_text, shown_path
from generator.base.writing import write_text_atomically
from generator.load.workspace_folder import Workspace
from generator.prose.prose_render import file_faults
from generator.use.library import Library

KIND = "docx"
TEXT = ".j2"  # a section of an outline


def template_files(library: Library) -> list[Path]:
    """List all templates, those of the workspace before packaged ones of the same name."""
    found: dict[str, Path] = {}
    for root in library.packs.roots:
        for path in sorted((root / KIND).glob("*.docx")):
            if not path.name.startswith("~$"):  # what Word leaves while a file is open
                found.setdefault(path.name, path)
    return [found[name] for name in sorted(found)]


def check_template(path: Path, workspace: Workspace) -> tuple[Problem, ...]:
    """Find everything that is wrong with a template, without filling it."""
    from generator.word.prepared import (  # noqa: PLC0415 - Word libraries are slow to load
        Template,
        prepare_template,
    )

    shown = shown_path(path)
    data, unread = read_bytes(path, shown, LARGEST_FILE)
    if data is None:
        return tuple(problem._replace(code="T02") for problem in unread)
    style = workspace.entry.style
    try:
        _, problems = prepare_template([Template(shown, data)], style, has_anchors=True)
        return (*problems, *_tracked_changes(data, shown))
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        return (not_understood(shown, error)._replace(code="T02"),)


def check_text(path: Path) -> tuple[Problem, ...]:
    """Find everything that is wrong with a text of an outline, whatever dossier prints it."""
    shown = shown_path(path)
    text, problems = read_text(path, shown)
    return problems if text is None else (*problems, *file_faults(shown, text))


def text_faults(library: Library) -> tuple[Problem, ...]:
    """Find everything that is wrong with the outlines, their texts, and the sentences taken by name."""
    found = [fault for _, faults in library.outlines.values() for fault in faults]
    return tuple(dict.fromkeys((*found, *library.snippets.problems)))


def unpack_template(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the parts of a template beside it, in a folder of its name."""
    from generator.word.package import PackageError  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.unpacked import unpacked  # noqa: PLC0415 - see above

    data, _ = read_bytes(path, shown_path(path), LARGEST_FILE)
    try:
        files = unpacked(data or b"")
    except PackageError:
        return (), ()  # the check says why
    written: list[Path] = []
    problems: list[Problem] = []
    folder = path.with_suffix("")
    for name, text in files.items():
        target = folder / name
        if not target.resolve().is_relative_to(folder.resolve()):
            continue  # a name that leads out of the folder
        if fault := write_text_atomically(target, text):
            problems.append(fault)
        else:
            written.append(target)
    return tuple(written), tuple(problems)


def _tracked_changes(data: bytes, shown: str) -> Iterator[Problem]:
    from generator.word.package import (  # noqa: PLC0415 - Word libraries are slow to load
        DOCUMENT,
        PackageError,
        read_parts,
    )
    from generator.word.tag_check import has_tracked_changes  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError, parse  # noqa: PLC0415 - see above

    try:
        is_changed = has_tracked_changes(parse(read_parts(data)[DOCUMENT]))
    except (PackageError, XmlError):
        return  # said already
    if is_changed:
        message, hint = "模板里有没有处理的修订", "请在 Word 里接受或拒绝全部修订，再保存"
        yield Problem("T07", Severity.WARNING, message, Place(shown), hint)
