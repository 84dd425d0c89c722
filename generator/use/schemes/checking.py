"""Check schemes as a user asks for it: by themselves, and with all that they name."""

from collections.abc import Iterator
from functools import partial

from generator.base.problem import Place, Problem, Severity, in_order
from generator.load.scheme_files import LoadedScheme
from generator.use.library import Library


def check_named(id: str, library: Library) -> tuple[Problem, ...]:
    """Say all that is wrong with a scheme, in any year."""
    versions = library.versions(id)
    if versions is None:
        return library.scheme(id, partial(Place, "jixiao schemes check"))[1]
    found = [problem for _, (_, problems) in versions.versions for problem in problems]
    for _, (loaded, _) in versions.versions:
        if loaded is not None:
            found += _documents(loaded, library)
    return in_order(dict.fromkeys(found))


def _documents(loaded: LoadedScheme, library: Library) -> Iterator[Problem]:
    """Find outlines and Word templates that are not there."""
    for index, document in enumerate(loaded.scheme.document):
        at = ("document", index)
        if library.template(document.template) is None:
            message = f"没有 Word 模板“{document.template}”"
            place, hint = loaded.source.place((*at, "template")), "请把模板放进 templates/docx/"
            yield Problem("T03", Severity.ERROR, message, place, hint, document.template)
        if document.outline:
            asked_at = partial(loaded.source.place, (*at, "outline"))
            yield from library.outline(document.outline, asked_at)[1]
