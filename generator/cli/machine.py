"""What the machine has that the program can use: libraries, LibreOffice, fonts, folders, console."""

import locale
import platform
import re
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.strange_text import shown_path

if TYPE_CHECKING:
    from generator.load.packs import Packs
    from generator.word.office import Office

DISTRIBUTION = "jixiao"


class Library(NamedTuple):
    """A library that the program asks for; ``extra`` names what it is for when it is optional."""

    name: str
    version: str
    extra: str = ""

    @property
    def is_lacking(self) -> bool:
        """Tell whether the program cannot work without it."""
        return not self.version and not self.extra


class FontNeed(NamedTuple):
    """A font that templates name: is it here, and if not, what stands in for it."""

    name: str
    is_installed: bool
    replacement: str | None
    templates: tuple[str, ...]


class TemplateFolder(NamedTuple):
    """A folder in which templates are looked up, and how many of each kind there are."""

    path: str
    schemes: int
    docx: int
    text: int


class Kept(NamedTuple):
    """The state folders of a workspace, and the bytes in them."""

    folders: int
    bytes: int


def libraries() -> tuple[Library, ...]:
    """List the libraries as the installed program declares them; empty when it is not installed."""
    try:
        declared = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return ()
    found: dict[str, Library] = {}
    for line in declared:
        requirement, _, marker = line.partition(";")
        name = re.match(r"[\w.-]+", requirement.strip())
        extra = re.search(r"extra\s*==\s*[\"']([^\"']+)", marker)
        # What other markers ask for (a system, a version of Python) may not be meant for this machine.
        if name is not None and (extra is not None or not marker.strip()):
            library = Library(name[0], _version(name[0]), extra[1] if extra else "")
            found.setdefault(name[0].lower(), library)
    return tuple(found.values())


def font_needs(packs: "Packs", office: "Office | None") -> tuple[FontNeed, ...]:
    """List the fonts that the Word templates name, missing ones first."""
    from generator.base.strange_text import read_bytes  # noqa: PLC0415 - see cli/doctor
    from generator.word.font_stock import installed_fonts, replacements, used_fonts  # noqa: PLC0415 - slow
    from generator.word.office_parts import LARGEST_DOCUMENT  # noqa: PLC0415 - slow

    named: dict[str, list[str]] = {}
    for path in packs.names("docx", ".docx").values():
        data, _ = read_bytes(path, path.name, LARGEST_DOCUMENT)
        for font in used_fonts(data or b""):
            named.setdefault(font, []).append(path.name)
    installed = installed_fonts(office.font_folders() if office is not None else ())
    missing = replacements(named, installed)
    needs = (
        FontNeed(font, font not in missing, missing.get(font), tuple(templates))
        for font, templates in named.items()
    )
    return tuple(sorted(needs, key=lambda need: (need.is_installed, need.name)))


def template_folders(packs: "Packs") -> tuple[TemplateFolder, ...]:
    """Say where templates are looked up, nearest first, and how many there are of each kind."""
    kinds = (("schemes", "*.toml"), ("docx", "*.docx"), ("text", "*/outline.toml"))
    return tuple(
        TemplateFolder(
            shown_path(root), *(len(list((root / kind).glob(pattern))) for kind, pattern in kinds)
        )
        for root in packs.roots
    )


def can_write(folder: Path) -> bool:
    """Tell whether files can be written to a folder, or to the nearest one above that exists."""
    nearest = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return True
    except OSError:
        return False


def kept(root: Path) -> Kept:
    """Count the state folders of a workspace and what lies in them."""
    from generator.roundtrip.state_folder import state_folders  # noqa: PLC0415 - see above

    sizes = [own.size() for own in state_folders(root)]
    return Kept(len(sizes), sum(sizes))


def console() -> dict[str, str]:
    """Say in which encodings the program writes, and the system and its console read."""
    found = {
        "output": (sys.stdout.encoding or "").lower(),
        "system": locale.getpreferredencoding(do_setlocale=False).lower(),
    }
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has code pages

        found["code-page"] = str(ctypes.windll.kernel32.GetConsoleOutputCP())
    return found


def system() -> dict[str, str]:
    """Name the Python and the system."""
    return {"python": platform.python_version(), "platform": platform.platform(terse=True)}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
