"""No path of any command is empty: that would be the current folder and all that lies in it."""

import importlib

import click
import pytest

from generator.cli.commands import COMMANDS
from generator.cli.path_type import PathType


def leaves(command):
    """Go through a command and the commands below it."""
    yield command
    for own in getattr(command, "commands", {}).values():
        yield from leaves(own)


LOADED = [importlib.import_module(module).command for module, _ in COMMANDS.values()]
PATHS = [
    param
    for command in LOADED
    for one in leaves(command)
    for param in one.params
    if isinstance(param.type, click.Path)
]


def test_every_path_is_of_the_type_that_refuses_the_empty_one():
    assert len(PATHS) > 30
    assert {type(param.type) for param in PATHS} == {PathType}


@pytest.mark.parametrize("value", ["", "  "])
def test_the_empty_path_is_wrong_use(run, value):
    code, _, err = run("import", value)
    assert code == 2
    assert "路径是空的" in err
