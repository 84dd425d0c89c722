"""The offline package: what the target machine needs is gathered, whatever machine gathers it."""

import importlib.util
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

WINDOWS_ONLY = 'colours>=2; platform_system == "Windows"'


@pytest.fixture(scope="module")
def offline() -> ModuleType:
    spec = importlib.util.spec_from_file_location("offline", ROOT / "tools" / "offline.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def wheel(tmp_path: Path) -> Callable[..., None]:
    def make(name: str, version: str, *needs: str) -> None:
        with zipfile.ZipFile(tmp_path / f"{name}-{version}-py3-none-any.whl", "w") as archive:
            lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
            lines += [f"Requires-Dist: {need}" for need in needs]
            archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")

    return make


def test_what_windows_alone_needs_is_missed_on_any_machine(offline, wheel, tmp_path):
    wheel("jixiao", "1.0", WINDOWS_ONLY)
    assert offline._missing(tmp_path, "3.12", "windows") == ["colours>=2"]


def test_a_wheel_that_is_there_is_not_missed(offline, wheel, tmp_path):
    wheel("jixiao", "1.0", WINDOWS_ONLY)
    wheel("colours", "2.1")
    assert offline._missing(tmp_path, "3.12", "windows") == []


def test_a_wheel_that_is_too_old_is_missed(offline, wheel, tmp_path):
    wheel("jixiao", "1.0", WINDOWS_ONLY)
    wheel("colours", "1.9")
    assert offline._missing(tmp_path, "3.12", "windows") == ["colours>=2"]


def test_what_only_an_older_python_needs_is_missed_for_that_one(offline, wheel, tmp_path):
    wheel("jixiao", "1.0", 'backport; python_version < "3.12"')
    assert offline._missing(tmp_path, "3.11", "windows") == ["backport"]
    assert offline._missing(tmp_path, "3.12", "windows") == []


def test_extras_and_other_systems_are_left_out(offline, wheel, tmp_path):
    wheel("jixiao", "1.0", 'maps; extra == "web"', 'bells; sys_platform == "darwin"')
    assert offline._missing(tmp_path, "3.12", "windows") == []


def test_the_package_has_an_installer_with_the_line_ends_of_each_system(
    offline, wheel, tmp_path, tmp_path_factory, monkeypatch
):
    wheel("jixiao", "1.0")
    checkout = tmp_path_factory.mktemp("checkout")
    (checkout / "README.zh-CN.md").touch()
    (checkout / "docs").mkdir()
    monkeypatch.setattr(offline, "ROOT", checkout)
    archive = offline._pack(tmp_path, "jixiao-1.0-windows")
    with zipfile.ZipFile(archive) as package:
        batch = package.read("jixiao-1.0-windows/install.cmd")
        script = package.read("jixiao-1.0-windows/install.sh")
        starter = package.read("jixiao-1.0-windows/启动.bat")
    assert starter.count(b"\r\n") == starter.count(b"\n") > 0
    assert starter.isascii()
    assert b" serve " in starter
    assert batch.count(b"\r\n") == batch.count(b"\n") > 0
    assert batch.isascii()
    assert b"\r" not in script


def test_an_unknown_platform_is_refused(offline, capsys):
    assert offline.main(["amiga"]) == 2
    assert "amiga" in capsys.readouterr().err
