"""Read the forms of templates/forms/: what forms have of their own."""

from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.toml import TomlFile, read_toml
from generator.load.packs import Packs
from generator.load.validation import validate
from generator.model.own_form import OwnForm

FORMS = "forms"


class LoadedForm(NamedTuple):
    """A form with the file it was read from."""

    form: OwnForm
    source: TomlFile


FoundForm = tuple[LoadedForm | None, tuple[Problem, ...]]


def load_own_forms(packs: Packs) -> dict[str, FoundForm]:
    """Read all forms, by id."""
    found: dict[str, FoundForm] = {}
    for id, path in packs.names(FORMS, ".toml").items():
        source, problems = read_toml(path, shown_path(path))
        form, faults = validate(OwnForm, source) if source is not None else (None, ())
        problems = (*problems, *faults)
        if form is None or source is None:
            found[id] = None, problems
            continue
        if form.id != id:
            message = f"表样代码“{form.id}”与文件名“{id}”不同"
            place = source.place(("id",))
            problems = (*problems, Problem("S01", Severity.ERROR, message, place, "请改成一样"))
        found[id] = LoadedForm(form, source), problems
    return found
