"""Gather the wheels of jixiao and all that it needs, for a machine without a network.

``python tools/offline.py [here|windows]`` writes a folder and a zip of it into dist/offline/.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "tools" / "installer"
PYTHONS = ("3.13", "3.12", "3.11")
PLATFORMS = ("here", "windows")
SOURCE_ONLY = ("jieba",)  # has no wheel on the index
STARTER = "启动.bat"  # what a clerk double-clicks
# pip judges requirements like «colorama; platform_system == "Windows"» by the machine it runs on,
# whatever platform it downloads for; what Windows alone needs is found with these.
WINDOWS = {
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_system": "Windows",
    "sys_platform": "win32",
}
NO_PYTHON = """没有找到可用的 Python。请先安装 Python {versions} 中的一个，再试。
Windows 安装时请勾选 py launcher；Debian、Ubuntu 还须有 python3-venv。
No suitable Python was found. Please install one of Python {versions} first.
"""


def main(arguments: list[str]) -> int:
    """Gather for one platform."""
    platform = arguments[0] if arguments else "here"
    if platform not in PLATFORMS:
        print(f"不认识的平台“{platform}”，可以写：{'、'.join(PLATFORMS)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        wheels = Path(name)
        if not _build(wheels):
            return 1
        version = _version(wheels)
        own = next(wheels.glob("jixiao-*.whl"))
        for python in PYTHONS:
            print(f"为 Python {python} 收集依赖……", flush=True)
            if not _gather(own, wheels, python, platform):
                print(f"没有收集齐 Python {python} 的依赖，原因见上。", file=sys.stderr)
                return 1
        archive = _pack(wheels, f"jixiao-{version}-{_label(platform)}")
    print(f"离线安装包：{archive.relative_to(ROOT).as_posix()}")
    return 0


def _pip(*arguments: str) -> bool:
    command = [sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    return subprocess.call(command) == 0  # noqa: S603 - this environment's own pip


def _build(wheels: Path) -> bool:
    return _pip("wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels))


def _version(wheels: Path) -> str:
    return str(parse_wheel_filename(next(wheels.glob("jixiao-*.whl")).name)[1])


def _gather(own: Path, wheels: Path, python: str, platform: str) -> bool:
    """Download until no requirement of any wheel is missing."""
    options = ["--only-binary=:all:", "--python-version", python, "--dest", str(wheels)]
    options += ["--platform", "win_amd64"] if platform == "windows" else []
    if not _build_sources(wheels):
        return False
    wanted: list[str] = [str(own)]
    while wanted:
        if not _pip("download", *options, "--find-links", str(wheels), *wanted):
            return False
        missing = _missing(wheels, python, platform)
        if missing == wanted:
            return False
        wanted = missing
    return True


def _build_sources(wheels: Path) -> bool:
    """Make wheels of what is published as source alone; they are pure Python, for any machine."""
    return all(
        _pip("wheel", name, "--no-deps", "--wheel-dir", str(wheels))
        for name in SOURCE_ONLY
        if not any(wheels.glob(f"{name}-*.whl"))
    )


def _missing(wheels: Path, python: str, platform: str) -> list[str]:
    """List the requirements, as the target machine will see them, that no wheel here meets."""
    found: dict[str, list[str]] = {}
    for wheel in wheels.glob("*.whl"):
        name, version, _, _ = parse_wheel_filename(wheel.name)
        found.setdefault(name, []).append(str(version))
    environment = {
        "extra": "",
        "python_version": python,
        "python_full_version": f"{python}.0",
        **(WINDOWS if platform == "windows" else {}),
    }
    missing = {
        f"{need.name}{need.specifier}"
        for wheel in wheels.glob("*.whl")
        for need in _requirements(wheel)
        if need.marker is None or need.marker.evaluate(environment)
        if not any(need.specifier.contains(v) for v in found.get(canonicalize_name(need.name), ()))
    }
    return sorted(missing)


def _requirements(wheel: Path) -> Iterator[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    for line in metadata.get_all("Requires-Dist", []):
        yield Requirement(line)


def _label(platform: str) -> str:
    return (
        platform
        if platform != "here"
        else {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    )


def _pack(wheels: Path, name: str) -> Path:
    """Lay the package out as a folder, and as a zip that unpacks to it."""
    offline = ROOT / "dist" / "offline"
    folder = offline / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(wheels, folder / "wheels")
    shutil.copy2(ROOT / "README.zh-CN.md", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")  # what it leads to
    shutil.copy2(INSTALLER / "install.py", folder)
    # Each script with the line ends of its own system, wherever the package is made.
    scripts = (
        ("install.sh", "\n", ""),
        ("install.cmd", "\r\n", ""),
        ("start.cmd", "\r\n", STARTER),
    )
    for script, ending, name_there in scripts:
        text = (INSTALLER / script).read_text(encoding="utf-8")
        (folder / (name_there or script)).write_text(text, encoding="utf-8", newline=ending)
    (folder / "install.sh").chmod(0o755)
    (folder / "pythons.txt").write_text("\n".join(PYTHONS) + "\n", encoding="utf-8")
    words = NO_PYTHON.format(versions="、".join(PYTHONS))
    (folder / "no-python.txt").write_text(words, encoding="utf-8")
    return Path(shutil.make_archive(str(folder), "zip", offline, name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
