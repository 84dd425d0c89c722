"""Find the Python that can talk to a LibreOffice: its own, else that of the system."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.word.conversion import work_folder
from generator.word.office_profile import write_profile
from generator.word.program import run_program

SECONDS = 20.0
_ASKS = "import uno; uno.getComponentContext"


def find_uno_python(
    program: Path, environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Path | None:
    """Return a Python that has UNO; LibreOffice brings one along, or the system has it beside its own."""
    with work_folder() as folder:
        kept = write_profile(folder, {}, environment, system)
        for python in dict.fromkeys(_candidates(program, environment, system)):
            asked = run_program((str(python), "-I", "-c", _ASKS), folder, kept, SECONDS)
            if asked.code == 0:
                return python
    return None


def _candidates(program: Path, environment: Mapping[str, str], system: str) -> Iterator[Path]:
    for home in dict.fromkeys((program.parent, program.resolve().parent)):
        inside = ("python.exe",) if system == "win32" else ("python", "../Resources/python")
        yield from (path for name in inside if (path := home / name).is_file())
    if system == "win32":
        return
    usual = Path("/usr/bin/python3")
    if usual.is_file():
        yield usual
    if found := shutil.which("python3", path=environment.get("PATH", "")):
        yield Path(found)
