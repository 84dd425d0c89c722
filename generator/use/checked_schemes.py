"""Schemes with the forms that their documents name, each checked."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.problem import Place, Problem
from generator.load.own_form_files import FORMS, FoundForm, load_own_forms
from generator.load.packs import Packs, program_packs
from generator.load.scheme_files import (
    FoundScheme,
    LoadedScheme,
    SchemeVersions,
    is_of_program,
    load_versions,
    own_schemes,
)
from generator.model.own_report import with_own_reports
from generator.rules.scheme.bases import UNUSED, named_bases
from generator.rules.scheme.scheme_checks import check_forms_of, check_own_form, check_scheme


def checked_scheme(packs: Packs, scheme_id: str) -> SchemeVersions:
    """Read a scheme that there is; what is wrong with a form is told with each scheme that names it."""
    return _checked(packs, scheme_id, checked_forms(packs))


def checked_schemes(
    packs: Packs, known: Mapping[str, SchemeVersions] | None = None
) -> dict[str, SchemeVersions]:
    """Read all schemes; of those that came with the program, ``known`` are as they are without a workspace."""
    forms = checked_forms(packs)
    known = {} if known is None or _hides_a_form(packs) else known
    last = {id: versions.of() for id, versions in known.items()}
    own = own_schemes(packs)
    return {
        id: known[id] if is_of_program(id, last, own) else _checked(packs, id, forms)
        for id in packs.scheme_ids()
    }


def _hides_a_form(packs: Packs) -> bool:
    """Tell whether a form of the workspace has the name of one that came with the program."""
    named, theirs = packs.names(FORMS, ".toml"), program_packs().names(FORMS, ".toml")
    return any(named[id] != path for id, path in theirs.items())


def checked_forms(packs: Packs) -> dict[str, FoundForm]:
    """Read the forms of templates/forms/, each checked."""
    return {id: _checked_form(found) for id, found in load_own_forms(packs).items()}


def _checked_form(found: FoundForm) -> FoundForm:
    loaded, problems = found
    if loaded is None:
        return found
    return loaded, (*problems, *check_own_form(loaded.form, loaded.source))


def _checked(packs: Packs, scheme_id: str, forms: Mapping[str, FoundForm]) -> SchemeVersions:
    read = load_versions(packs, scheme_id).versions
    versions = [(since, _finished(found, forms, packs)) for since, found in read]
    return SchemeVersions(_without_needless(versions))


def _finished(found: FoundScheme, forms: Mapping[str, FoundForm], packs: Packs) -> FoundScheme:
    loaded, problems = found
    if loaded is None:
        return found
    scheme, source = loaded
    faults = check_scheme(scheme, source, packs.scheme_ids())
    named = dict.fromkeys(document.form for document in scheme.document if document.form)
    of_forms = [problem for id in named if id in forms for problem in forms[id][1]]
    read = {id: one.form for id, (one, _) in forms.items() if one is not None}
    whole = scheme.with_forms(read)
    more = check_forms_of(whole, source, forms)
    finished = loaded._replace(scheme=with_own_reports(whole))
    return finished, (*problems, *faults, *of_forms, *more)


def _without_needless(
    versions: Sequence[tuple[int, FoundScheme]],
) -> tuple[tuple[int, FoundScheme], ...]:
    """Leave out that a basis is of no use, where it is in another year."""
    if not any(_is_unused(problem) for _, (_, problems) in versions for problem in problems):
        return tuple(versions)  # places take time, and nearly all schemes need none
    needed = {place for _, (loaded, _) in versions if loaded for place in _needed(loaded)}
    return tuple(
        (since, (loaded, tuple(p for p in problems if not _is_unused(p) or p.place not in needed)))
        for since, (loaded, problems) in versions
    )


def _needed(loaded: LoadedScheme) -> Iterator[Place]:
    """Give the places of the bases that a value rests on."""
    named = {name for _, name in named_bases(loaded.scheme, ())}
    for index, basis in enumerate(loaded.scheme.basis):
        if basis.id in named:
            yield loaded.source.place(("basis", index, "id"))


def _is_unused(problem: Problem) -> bool:
    return problem.code == UNUSED.code and problem.severity is UNUSED.severity
