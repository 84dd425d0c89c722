"""The values of schemes as the page says them: what has to be filled in goes by what the form calls it."""

from typing import Final

from generator.model.requirements import REQUIRABLE
from generator.model.subject import ProjectEntry
from generator.model.unit import UnitEntry
from generator.use.schemes.scheme_table import Value
from generator.web.key_labels import key_label

_BETWEEN: Final = "、"


def value_words(value: Value) -> str:
    """Return the text of a value without the keys of files."""
    return _BETWEEN.join(
        _label(own) if own in REQUIRABLE else own for own in value.text.split(_BETWEEN)
    )


def _label(path: str) -> str:
    """Return what a path is called, be it in a table or in a list of rows."""
    tried = (
        key_label(model, key)
        for model in (ProjectEntry, UnitEntry)
        for key in (path, path.replace(".", "[].", 1))
    )
    return next(filter(None, tried), path)
