"""Find LibreOffice: named by the environment, on the path, or where it is usually installed."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.base.problem import Problem, Severity

VARIABLE = "JIXIAO_SOFFICE"
HOW_TO_GET = {
    "win32": "请从 https://zh-cn.libreoffice.org 下载安装 LibreOffice",
    "darwin": "请从 https://zh-cn.libreoffice.org 下载，把 LibreOffice 拖进“应用程序”",
    "linux": "请安装系统软件库里的 libreoffice-writer",
}
_MAC = "LibreOffice.app/Contents/MacOS/soffice"


def find_program(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Path | Problem:
    """Return the program that converts, or the problem that there is none."""
    if named := environment.get(VARIABLE, "").strip():
        found = _named(Path(named).expanduser(), system) or _on_path((named,), environment)
        return found or _missing(f"{VARIABLE} 指的“{named}”不是可以运行的程序", system)
    found = _on_path(_names(system), environment)
    places = (path for path in _usual_places(environment, system) if _can_run(path))
    return found or next(places, None) or _missing("没有找到 LibreOffice", system)


def _names(system: str) -> tuple[str, ...]:
    # On Windows soffice.exe returns before the work is done and says nothing; soffice.com waits.
    return ("soffice.com", "soffice.exe") if system == "win32" else ("soffice", "libreoffice")


def _named(path: Path, system: str) -> Path | None:
    """Take a program, its folder, or the folder that LibreOffice was installed into."""
    folders = (path, path / "program", path / "Contents/MacOS")
    inside = (folder / name for folder in folders for name in _names(system))
    candidates = (path.with_suffix(".com"),) if path.suffix.lower() == ".exe" else ()
    return next((p.absolute() for p in (*candidates, path, *inside) if _can_run(p)), None)


def _on_path(names: tuple[str, ...], environment: Mapping[str, str]) -> Path | None:
    for name in names:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            return Path(found).absolute()
    return None


def _usual_places(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    if system == "win32":
        variables = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
        folders = [Path(found) for name in variables if (found := environment.get(name))]
        for folder in dict.fromkeys(folders):
            for base in (folder, folder / "Programs"):
                yield from _newest_first(base, "LibreOffice*/program/soffice.com")
                yield from _newest_first(base, "LibreOffice*/program/soffice.exe")
        return
    home = Path(environment.get("HOME") or "/")
    if system == "darwin":
        yield from (Path("/Applications") / _MAC, home / "Applications" / _MAC)
        return
    for base in map(Path, ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt")):
        yield from _newest_first(base, "libreoffice*/program/soffice")


def _newest_first(base: Path, pattern: str) -> list[Path]:
    try:
        return sorted(base.glob(pattern), reverse=True)
    except OSError:
        return []


def _can_run(path: Path) -> bool:
    try:
        return path.is_file() and os.access(path, os.X_OK)
    except (OSError, ValueError):
        return False


def _missing(message: str, system: str) -> Problem:
    hint = HOW_TO_GET.get(system, HOW_TO_GET["linux"])
    hint = f"{hint}；已经装了的，用环境变量 {VARIABLE} 指明 soffice 的位置"
    return Problem("O10", Severity.ERROR, message, hint=hint)
