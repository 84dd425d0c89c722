"""All schemes with the forms that their documents name, each checked."""

from generator.base.problem import Problem
from generator.load.own_forms import FoundForm, load_own_forms
from generator.load.packs import FoundScheme, LoadedScheme, Packs, load_schemes
from generator.model.own_report import with_own_reports
from generator.rules.scheme.scheme import check_forms_of, check_own_form, check_scheme


def checked_schemes(packs: Packs) -> dict[str, FoundScheme]:
    """Read all schemes; what is wrong with a form is told with each scheme that names it."""
    forms = {id: _checked(found) for id, found in load_own_forms(packs).items()}
    return {
        id: found if (loaded := found[0]) is None else _finished(loaded, found[1], forms, packs)
        for id, found in load_schemes(packs).items()
    }


def _checked(found: FoundForm) -> FoundForm:
    loaded, problems = found
    if loaded is None:
        return found
    return loaded, (*problems, *check_own_form(loaded.form, loaded.source))


def _finished(
    loaded: LoadedScheme,
    problems: tuple[Problem, ...],
    forms: dict[str, FoundForm],
    packs: Packs,
) -> FoundScheme:
    scheme, source = loaded
    faults = check_scheme(scheme, source, packs.scheme_ids())
    named = dict.fromkeys(document.form for document in scheme.document if document.form)
    of_forms = [problem for id in named if id in forms for problem in forms[id][1]]
    read = {id: one.form for id, (one, _) in forms.items() if one is not None}
    whole = scheme.with_forms(read)
    more = check_forms_of(whole, source, forms)
    finished = loaded._replace(scheme=with_own_reports(whole))
    return finished, (*problems, *faults, *of_forms, *more)
