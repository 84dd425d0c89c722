"""Where the packs lie that came with the program."""

from pathlib import Path

from generator.base.program_state import stamp_of

_PACKAGE = Path(__file__).resolve().parent.parent


def packaged_templates() -> Path:
    """Return the packaged ``templates/``: inside a wheel, or beside the code in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def packaged_stamp() -> str:
    """Fingerprint them by sizes and times of files: nobody changes these but with the program."""
    return stamp_of(packaged_templates(), ".toml", ".j2", ".docx")
