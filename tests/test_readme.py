"""What people read is true: commands and their options, links, the same two commands in both languages."""

import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli.commands import COMMANDS, jixiao
from tests.conftest import ROOT

READMES = ("README.md", "README.zh-CN.md")
COMMAND_LISTS = ("docs/commands.md", "docs/commands.zh-CN.md")
PAGES = (
    *READMES,
    "CONTRIBUTING.md",
    *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md"))),
)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of(name: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text_of(name), flags=re.DOTALL | re.MULTILINE)


def anchors_of(path: Path) -> set[str]:
    """Make the anchors of headings as code hosts do."""
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short(name):
    assert text_of(name).count("\n") <= 150


@pytest.mark.parametrize("name", COMMAND_LISTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(name, command):
    assert f"`jixiao {command}" in text_of(name)


@pytest.mark.parametrize("name", PAGES)
def test_no_command_is_made_up(name):
    told = set(re.findall(r"jixiao ([a-z]+)\b", "\n".join([*blocks_of(name), *spans_of(name)])))
    assert told <= set(COMMANDS)


def spans_of(name: str) -> list[str]:
    outside = re.sub(r"^```.*?^```", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", outside)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name):
    outside = re.sub(r"^```.*?^```|`[^`\n]+`", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\(([^)\s]+)\)", outside)
    for target in targets:
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        found = (ROOT / name).parent / path if path else ROOT / name
        assert found.exists(), f"{name}: {target}"
        assert not anchor or anchor in anchors_of(found), f"{name}: {target}"


@pytest.mark.parametrize("name", READMES)
def test_both_languages_give_the_same_two_commands(name):
    two = next(block for block in blocks_of(name) if block.startswith("make "))
    assert [line.partition("#")[0].split() for line in two.splitlines()] == [
        ["make", "demo"],
        ["make", "test"],
    ]


@pytest.mark.parametrize("name", READMES)
def test_the_commands_for_windows_are_spelled_out(name):
    windows = "\n".join(block for block in blocks_of(name) if ".venv\\Scripts" in block)
    for part in (
        "py -3 -m venv .venv",
        "pip install -e .",
        "jixiao build inputs",
        "pytest -n auto",
    ):
        assert part in windows


def test_every_target_of_make_that_is_named_exists():
    targets = re.findall(r"^([a-z-]+):", text_of("Makefile"), flags=re.MULTILINE)
    for name in READMES:
        for named in re.findall(r"make ([a-z]+)", "\n".join([*blocks_of(name), *spans_of(name)])):
            assert named in targets


@pytest.mark.parametrize("name", PAGES)
def test_the_folders_and_files_that_are_named_exist(name):
    kinds = "generator|templates|inputs|tests|tools|benchmarks"
    for span in spans_of(name):
        if re.fullmatch(rf"(?:{kinds})/[\w./-]*", span):
            assert (ROOT / span).exists(), f"{name}: {span}"


def test_every_module_has_its_line_in_the_map():
    for package in (ROOT / "generator").glob("*/__init__.py"):
        assert f"`{package.parent.name}/`" in text_of("docs/rooms.md")


def lines_with_commands(name: str) -> list[list[str]]:
    """Find what a page tells people to type: lines of blocks, and spans that are a command."""
    lines = [line for block in blocks_of(name) for line in block.splitlines()]
    told = [line.removeprefix("$ ").partition("  ")[0] for line in [*lines, *spans_of(name)]]
    found = [line.partition(" #")[0] for line in told if re.match(r"jixiao [a-z]+\b", line)]
    return [shlex.split(line) for line in found if not re.search(r"[\[|…]|\.\.\.|>", line)]


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_told_is_understood(name):
    """Words and options are those that the command line knows; nothing is run."""
    root = click.Context(jixiao)
    for _, *words in lines_with_commands(name):
        command = jixiao.get_command(root, words[0])
        assert command is not None, f"{name}: {words}"
        params = [*command.params]
        if isinstance(command, click.Group) and words[1:]:
            inner = command.get_command(click.Context(command), words[1])
            params += inner.params if inner is not None else []
        known = {option for p in params for option in (*p.opts, *p.secondary_opts)} | {"--help"}
        used = {word.partition("=")[0] for word in words if word.startswith("-")}
        assert used <= known, f"{name}: {' '.join(words)}"
