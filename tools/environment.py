"""Make .venv, and install jixiao into it only when what it depends on has changed.

Standard library only, as it runs before anything is installed: ``tools/environment.py [--dev]``.
"""

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "jixiao.stamp"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
QUIET = ("--quiet", "--no-input", "--disable-pip-version-check")


def main(arguments: list[str]) -> int:
    """Prepare the environment; with ``--dev`` also what the tests need."""
    is_dev = "--dev" in arguments
    wanted = _fingerprint()
    if _is_ready(wanted, is_dev=is_dev):
        return 0
    what = "运行和测试所需的库" if is_dev else "运行所需的库"
    print(f"准备环境 .venv：安装{what}（只在第一次和依赖变动时）……", flush=True)
    if not _is_usable() and not _create():
        return 1
    requirements = ["--editable", str(ROOT), *(_dev_requirements() if is_dev else ())]
    if subprocess.call([PYTHON, "-m", "pip", "install", *QUIET, *requirements]):  # noqa: S603 - ours
        print("安装没有成功，原因见上。没有网络时见 README 的离线安装。", file=sys.stderr)
        return 1
    # A first run should be as quick as the next, also where Python may not write its caches itself.
    subprocess.call([PYTHON, "-m", "compileall", "-q", str(ROOT / "generator")])  # noqa: S603 - ours
    STAMP.write_text(f"{wanted} {'dev' if is_dev else 'run'}\n", encoding="utf-8")
    return 0


def _fingerprint() -> str:
    """Sum up what an installation rests on: requirements, place of the checkout, Python."""
    version = "{}.{}".format(*sys.version_info)
    parts = (PROJECT.read_bytes(), os.fsencode(ROOT), version.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _is_ready(wanted: str, *, is_dev: bool) -> bool:
    """Tell whether the stamp vouches for .venv; one made for tests runs the program, too."""
    if not PYTHON.exists() or not STAMP.exists():
        return False
    found, _, kind = STAMP.read_text(encoding="utf-8").strip().partition(" ")
    return found == wanted and (kind == "dev" or not is_dev)


def _is_usable() -> bool:
    """Tell whether .venv holds a Python that still runs and is new enough."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        found = subprocess.run([PYTHON, "-c", probe], check=False, capture_output=True)  # noqa: S603 - our own
    except OSError:
        return False
    return found.returncode == 0


def _create() -> bool:
    command = [sys.executable, "-m", "venv", "--clear", str(FOLDER)]
    if subprocess.call(command) == 0:  # noqa: S603 - the Python that runs this
        return True
    print("建不了虚拟环境 .venv。Debian、Ubuntu 请先安装 python3-venv，再试。", file=sys.stderr)
    return False


def _dev_requirements() -> list[str]:
    """Read the dev group; pip itself reads groups only from version 25.1 on."""
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    return [str(requirement) for requirement in groups["dev"]]


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this very file tells people so
        sys.exit("需要 Python 3.11 或更高版本。")
    sys.exit(main(sys.argv[1:]))
