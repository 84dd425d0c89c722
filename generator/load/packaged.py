"""Where the packs lie that came with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def packaged_templates() -> Path:
    """Return the packaged ``templates/``: inside a wheel, or beside the code in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"
