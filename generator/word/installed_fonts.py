"""Which fonts a machine has: from fontconfig, from the Windows registry, from its font folders."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.base.pattern import Pattern
from generator.word.font_files import families_below

LONGEST_WAIT = 20.0

_FONTS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
# The registry names faces, such as “Arial Bold Italic (TrueType)”; the family is what comes first.
_FACE = Pattern(
    r"(?: (?:Regular|Bold|Italic|Oblique|Light|Semilight|Semibold|Medium|Black|Thin))+$"
)
_KIND = Pattern(r"\s*\((?:TrueType|OpenType|All res|VGA res|[\d,]+)\)$")


def installed_fonts(
    more_folders: Iterable[Path] = (),
    *,
    system: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> frozenset[str]:
    """Return the families of this machine under all their names."""
    own = families_below(more_folders)
    if system == "win32":
        found = families_in_registry(_registry_names())
        return own | found | families_below(_windows_folders(environment))
    listed = _listed_by_fontconfig()
    if listed:
        return own | listed
    home = Path(environment.get("HOME") or "~").expanduser()
    return own | families_below(_mac_folders(home) if system == "darwin" else _unix_folders(home))


def families_in_registry(names: Iterable[str]) -> frozenset[str]:
    """Return the families behind the names of values, such as “SimSun & NSimSun (TrueType)”."""
    faces = (face for name in names for face in _KIND.sub("", name).split(" & "))
    return frozenset(family for face in faces if (family := _FACE.sub("", face.strip())))


def families_in_listing(listing: str) -> frozenset[str]:
    """Return the families in the lines of ``fc-list``; commas part the names of one family."""
    parts = (part for line in listing.splitlines() for part in re.split(r"(?<!\\),", line))
    return frozenset(name for part in parts if (name := re.sub(r"\\(.)", r"\1", part).strip()))


def matched_by_fontconfig(font: str) -> str | None:
    """Return the family that fontconfig puts in the place of a font."""
    pattern = re.sub(r"([\\\-:,])", r"\\\1", font)
    found = families_in_listing(_said_by("fc-match", "-f", "%{family[0]}\n", pattern))
    return next(iter(found), None)


def _listed_by_fontconfig() -> frozenset[str]:
    return families_in_listing(_said_by("fc-list", "-f", "%{family}\n"))


def _said_by(name: str, *arguments: str) -> str:
    program = shutil.which(name)
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system; the name of a font is one argument
            [program, *arguments],
            capture_output=True,
            check=False,
            timeout=LONGEST_WAIT,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")


def _registry_names() -> Iterator[str]:
    if sys.platform != "win32":
        return
    import winreg  # noqa: PLC0415 - only Windows has it

    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, _FONTS_KEY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    yield winreg.EnumValue(key, index)[0]
        except OSError:
            continue


def _windows_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    places = (("SYSTEMROOT", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"))
    return tuple(Path(environment[name]) / below for name, below in places if environment.get(name))


def _mac_folders(home: Path) -> tuple[Path, ...]:
    return (
        home / "Library/Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        # What macOS fetches on demand, Kaiti and Songti among it.
        Path("/System/Library/AssetsV2"),
    )


def _unix_folders(home: Path) -> tuple[Path, ...]:
    return (
        home / ".fonts",
        home / ".local/share/fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )
