"""T08 to T10 of templates: what their loops leave out, seen by filling them with the dossiers that there are."""

import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from generator.base.problem import Place, Problem
from generator.base.strange_text import shown_path
from generator.base.toml import KeyPath, parse_toml, value_at
from generator.base.toml_change import SetValue
from generator.base.toml_patch import patch_toml
from generator.load.dossier_folders import find_dossiers
from generator.model.order import Order
from generator.scaffold.folder import FIRST_PROJECT, new_dossier
from generator.use.build.form_account import ACCOUNT
from generator.use.build.planned_documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.build.unprinted import unprinted
from generator.use.check.examine import examine
from generator.use.library import Library

_BY_DATA = frozenset(
    ("T01", "T02")
)  # what a tag of a template or a text asks for, and is not there
_INPUTS = "inputs"
_MOST_DOSSIERS = 20
_YEAR, _UNIT = 2000, "示例单位"
_EXAMPLE = {"name": "示例指标", "target": "≥1件", "actual": "1件"}


def filled_problems(paths: Sequence[Path], library: Library) -> tuple[Problem, ...]:
    """Fill templates with every dossier that prints them; one that no dossier prints, with an example."""
    left = {path.resolve() for path in paths}
    problems: list[Problem] = []
    for folder in _dossiers(library):
        found, filled = _filled(folder, library, {path.resolve() for path in paths})
        problems += found
        left -= filled
    for scheme in _schemes_of(left, library):
        with tempfile.TemporaryDirectory(prefix="jixiao-") as name:
            folder = Path(name) / _INPUTS / "example"
            _write_example(folder, scheme, library)
            found, filled = _filled(folder, library, left)
            problems += _of_templates(found, folder, filled)
            left -= filled
    return tuple(dict.fromkeys(problems))


def _dossiers(library: Library) -> Sequence[Path]:
    root = library.workspace.root
    found = find_dossiers(root / _INPUTS)[0] if root and (root / _INPUTS).is_dir() else ()
    return found[:_MOST_DOSSIERS]


def _filled(
    folder: Path, library: Library, wanted: Collection[Path]
) -> tuple[list[Problem], set[Path]]:
    """Fill the documents of a dossier that use the templates; what else is wrong is said by check."""
    examined = examine(folder, library, is_draft=True)
    plan = plan_documents(examined, library)
    files = [f for f in plan.files if any(p.template.resolve() in wanted for p in f.parts)]
    rendering = render_files(files, examined, library, Order(is_draft=True, wants_pages=False))
    found = [p for p in rendering.problems if p.code in ACCOUNT | _BY_DATA]
    if examined.dossier is not None and len(files) == len(plan.files):
        found += unprinted(files, rendering, examined.dossier, library)
    return found, {part.template.resolve() for file in files for part in file.parts}


def _of_templates(
    problems: Sequence[Problem], example: Path, filled: Collection[Path]
) -> Iterator[Problem]:
    """Leave out what only an example lacks, and tell of what is not printed at the template."""
    where = Place(shown_path(min(filled))) if filled else None
    for problem in problems:
        if problem.code in ACCOUNT:
            is_of_example = Path(problem.place.file).is_relative_to(example)
            yield problem._replace(place=where) if where and is_of_example else problem


def _schemes_of(paths: Collection[Path], library: Library) -> Iterator[str]:
    """Give the first scheme that prints each template of the workspace."""
    own = library.packs.roots[0].resolve()
    for path in sorted(paths):
        if not path.is_relative_to(own):
            continue
        named = (
            id
            for id, (loaded, _) in library.schemes.items()
            if loaded is not None and any(d.template == path.name for d in loaded.scheme.document)
        )
        yield from (id for id in [next(named, "")] if id)


def _write_example(folder: Path, scheme: str, library: Library) -> None:
    """Write blank inputs of a scheme with an indicator of each class."""
    loaded = library.schemes[scheme][0]
    if loaded is None:
        return
    folder.mkdir(parents=True)
    for name, text in new_dossier(folder, loaded.scheme, _YEAR, _UNIT).items():
        path = folder / name
        if path.resolve().is_relative_to(folder.resolve()) and "/" not in name:
            path.write_text(_exemplary(text), encoding="utf-8")


def _exemplary(text: str) -> str:
    source, _ = parse_toml(text, Path(FIRST_PROJECT), FIRST_PROJECT)
    data = {} if source is None else source.data
    changes: list[SetValue] = []
    if "project" in data:
        changes.append(SetValue(("project", "name"), "示例项目"))
    for keys in (("indicator",), ("goals", 0, "indicator")):
        for number, _ in enumerate(_rows(data, keys)):
            for key, value in _EXAMPLE.items():
                said = f"{value}{number + 1}" if key == "name" else value
                changes.append(SetValue((*keys, number, key), said))
    return patch_toml(text, changes).text


def _rows(data: object, keys: KeyPath) -> Sequence[object]:
    rows = value_at(data, keys)
    return rows if isinstance(rows, list) else ()
