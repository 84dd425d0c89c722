"""Pipes of a LibreOffice that was ended are removed, and no others."""

import os
from pathlib import Path

import pytest

from generator.word.office_pipes import remove_pipes

# As LibreOffice 7.4 names it for a profile.
PROFILE, NAME = Path("/tmp/jixiao-example/profile"), "SingleOfficeIPC_715a58b3913f9c8db0aeb8eb43188"  # noqa: S108 - a name, nothing lies there


@pytest.mark.skipif(os.name != "posix", reason="pipes are files there")
def test_only_its_own_pipes_are_removed(tmp_path):
    start = f"OSL_PIPE_{os.getuid()}_"
    ours, named, other = (tmp_path / f"{start}{name}" for name in (NAME, "jixiao7", "jixiao77"))
    for path in (ours, named, other):
        path.touch()
    remove_pipes(PROFILE, ["jixiao7"], [str(tmp_path), str(tmp_path / "none")])
    assert list(tmp_path.iterdir()) == [other]
