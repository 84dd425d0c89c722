"""What an adopted form is called in the workspace."""

from itertools import chain, count

from generator.base.pattern import Pattern
from generator.use.library import Library

_OTHER = Pattern(r"[^a-z0-9]+")
_USUAL = "own-form"


def free_id(wanted: str, library: Library) -> str:
    """Make an id of a name; one that a packaged scheme has bears a number."""
    plain = _OTHER.sub("-", wanted.lower()).strip("-")
    plain = plain if any(c.isalpha() for c in plain) else _USUAL
    packaged = library.packs.roots[-1] / "schemes"
    names = chain((plain,), (f"{plain}-{n}" for n in count(2)))
    return next(name for name in names if not (packaged / f"{name}.toml").is_file())
