"""What templates and texts may quote, with an example; and, of a dossier, what it is there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from generator.language.filter_list import SIGNATURES
from generator.language.quoting_fault import LanguageError
from generator.model.own_form import NOTHING_DECLARED, OPTIONS
from generator.model.spans import plain_text
from generator.prose.name_list import LISTS, NAMES, OTHER, example_of
from generator.prose.prose_render import render
from generator.prose.quoted_figures import quoted_figures
from generator.prose.snippet_quotations import is_of_row, quotation_of
from generator.use.build.planned_documents import plan_documents
from generator.use.check.examine import Examined
from generator.use.library import Library

_FREE = 'field("'


class Listed(NamedTuple):
    """A name: what it holds, how it is written, what it is in a dossier (empty: nothing, or no dossier)."""

    name: str
    title: str
    example: str
    value: str = ""


def template_fields(examined: Examined | None, library: Library | None) -> Iterator[Listed]:
    """List what Word templates may quote; the value is that of the first document that has one.

    Names of the workspace's own forms come with those that every form has.
    """
    from generator.word.context import template_names  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.field_values import values_of  # noqa: PLC0415 - see above
    from generator.word.own_listing import every_own  # noqa: PLC0415 - see above
    from generator.word.template_fields import every_example  # noqa: PLC0415 - see above

    documents: list[Mapping[str, Any]] = []
    if examined is not None and library is not None:
        files = plan_documents(examined, library).files
        documents = [template_names(part.blocks) for file in files for part in file.parts]
    values = _first_values([values_of(names) for names in documents])
    project, department = (
        library.declared()
        if library is not None
        else (
            NOTHING_DECLARED,
            NOTHING_DECLARED,
        )
    )
    for name, title, example in (*every_example(), *every_own(project.joined(department))):
        yield Listed(name, title, example, values.pop(name, ""))
    for name, value in values.items():  # fields that the unit named itself
        if name.startswith(_FREE):
            yield Listed(name, "自设栏目", f"{{{{ {name} }}}}", value)


def prose_names(examined: Examined | None, library: Library | None) -> Iterator[Listed]:
    """List what texts may quote; of a dossier every name that is really there."""
    if library is None or not examined or examined.book is None or examined.dossier is None:
        for name, title in (*NAMES.items(), *LISTS.items()):
            yield Listed(name, title, example_of(name))
        if library is not None:
            yield from _snippets(library)
        return
    names = {"": examined.dossier.unit.unit.name}
    names |= {subject.id: subject.name for subject in examined.dossier.subjects}
    for owner, said in names.items():
        yield Listed(f"〔{said}〕", "", "")
        for quotation, label, shown in quoted_figures(
            examined.book, owner, examined.names[owner], library.units
        ):
            yield Listed(_path(quotation), label, quotation, shown)
        yield from _choices(examined, owner, library)
        yield from _printed_snippets(library, examined, owner)


def _choices(examined: Examined, owner: str, library: Library) -> Iterator[Listed]:
    """List the lines of options of a subject that are filled in."""
    subjects = examined.dossier.subjects if examined.dossier is not None else ()
    for item in (own for one in subjects if one.id == owner for own in one.declared.fields):
        if item.kind not in OPTIONS:
            continue
        quotation = f'{{{{ choice("{item.name}") }}}}'
        try:
            said = plain_text(render(quotation, examined.names[owner], library.units))
        except LanguageError:
            continue
        yield Listed(_path(quotation), f"{item.label}：各选项一行", quotation, said)


def _snippets(library: Library) -> Iterator[Listed]:
    """List the sentences that are taken by name, as they are written."""
    for name, snippet in library.snippets.by_name.items():
        quotation = quotation_of(f"{name}/{OTHER}" if is_of_row(snippet) else name)
        yield Listed(_path(quotation), snippet.title, quotation, snippet.text)


def _printed_snippets(library: Library, examined: Examined, owner: str) -> Iterator[Listed]:
    """List those that print something for an owner; of an indicator for the first that fits."""
    for _, printed in groupby(printed_snippets(library, examined, owner), key=itemgetter(0)):
        yield next(printed)[1]


def printed_snippets(
    library: Library, examined: Examined, owner: str
) -> Iterator[tuple[str, Listed]]:
    """Give sentences by their names, as they print for an owner; of indicators for each that fits."""
    subjects = examined.dossier.subjects if examined.dossier is not None else ()
    rows = [row.indicator for one in subjects if one.id == owner for row in one.indicators]
    for name, snippet in library.snippets.by_name.items():
        fit = (row for row in rows if snippet.class_ in row.class_)
        asked = (f"{name}/{row.name}" for row in fit) if is_of_row(snippet) else (name,)
        for quotation in map(quotation_of, asked):
            try:
                said = plain_text(render(quotation, examined.names[owner], library.units))
            except LanguageError:
                continue
            yield name, Listed(_path(quotation), snippet.title, quotation, said)


def _path(quotation: str) -> str:
    return quotation.removeprefix("{{").removesuffix("}}").strip()


def filters(*, is_prose: bool) -> Iterator[Listed]:
    """List the filters."""
    for name, own in SIGNATURES.items():
        if not is_prose:
            yield Listed(f"|{name}", own.title, own.example)
        elif not own.is_of_word and (own.in_text or not own.is_of_rows):
            yield Listed(f"|{name}", own.title, own.in_text or own.example)


def _first_values(found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for own in found:
        for name, value in own.items():
            values[name] = values.get(name) or value
    return values
