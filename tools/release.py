"""Build what a release consists of, and prove it in empty environments: ``python -m tools.release``.

Source, wheel and offline packages go to dist/. The wheel is installed and run by every Python here that
the program supports, the source by one of them; nothing of the checkout is seen by what is run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.version import Version

from tools import offline

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUILD = "import sys; from hatchling.build import {0}; print({0}(sys.argv[1]))"


def main() -> int:
    """Build, prove, and say where things lie."""
    made = [_built("build_sdist"), _built("build_wheel")]
    pythons = _pythons()
    if not pythons:
        print("没有找到能用的 Python，发布包没有验证。", file=sys.stderr)
        return 1
    source, wheel = made
    for name, program in pythons.items():
        if not _works(program, wheel, f"Python {name}"):
            return 1
    first = next(iter(pythons))
    if not _works(pythons[first], source, f"源代码包，Python {first}"):
        return 1
    for platform in offline.PLATFORMS:
        if code := offline.main([platform]):
            return code
    print("发布包：" + "、".join(path.relative_to(ROOT).as_posix() for path in made))
    return 0


def _built(what: str) -> Path:
    DIST.mkdir(exist_ok=True)
    command = [sys.executable, "-c", BUILD.format(what), str(DIST)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return DIST / done.stdout.splitlines()[-1]


def _pythons() -> dict[str, str]:
    """Return the Pythons of this machine that can make an environment, by version."""
    found: dict[str, str] = {}
    for version in sorted(offline.PYTHONS, key=Version):
        program = shutil.which(f"python{version}")
        if program is None and sys.version.startswith(version):
            program = sys.executable
        probe = f"import ensurepip, sys; sys.exit({version!r} != '%d.%d' % sys.version_info[:2])"
        if program and _ran([program, "-c", probe], ROOT):
            found[version] = program
    return found


def _works(python: str, package: Path, said: str) -> bool:
    """Install a package into an empty environment, and build the examples with it elsewhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "inputs", folder / "示例 一" / "inputs")
        (folder / "示例 一" / "jixiao.toml").touch()
        scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        program = str(scripts / "jixiao")
        for command in (
            [python, "-m", "venv", str(folder / "env")],
            [str(scripts / "python"), "-m", "pip", "install", "-q", str(package)],
            [program, "check", "inputs"],
            [program, "build", "inputs"],
        ):
            if not _ran(command, folder / "示例 一" if command[0] == program else folder):
                print(f"{said}：{' '.join(command)} 没有成功。", file=sys.stderr)
                return False
        written = len(list(folder.rglob("outputs/**/*.docx")))
    print(f"{said}：装好，检查并生成示例 {written} 份。", flush=True)
    return written > 0


def _ran(command: list[str], folder: Path) -> bool:
    alone = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=alone, check=False, capture_output=True)  # noqa: S603 - see above
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
