"""What newcomers read is true: commands, links, and the same two commands in both languages."""

import re

import pytest

from generator.cli.commands import COMMANDS
from tests.conftest import ROOT

READMES = ("README.md", "README.zh-CN.md")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of(name: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text_of(name), flags=re.DOTALL | re.MULTILINE)


def anchors_of(name: str) -> set[str]:
    """Make the anchors of headings as code hosts do."""
    headings = re.findall(r"^#+ (.+)$", text_of(name), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(name, command):
    assert f"`jixiao {command}" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_no_command_is_made_up(name):
    told = set(re.findall(r"jixiao ([a-z]+)\b", "\n".join([*blocks_of(name), *spans_of(name)])))
    assert told <= set(COMMANDS)


def spans_of(name: str) -> list[str]:
    outside = re.sub(r"^```.*?^```", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", outside)


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name):
    outside = re.sub(r"^```.*?^```|`[^`\n]+`", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\(([^)\s]+)\)", outside)
    assert targets
    for target in targets:
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        assert not path or (ROOT / path).exists(), f"{name}: {target}"
        assert not anchor or anchor in anchors_of(path or name), f"{name}: {target}"


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


@pytest.mark.parametrize("name", READMES)
def test_the_folders_and_files_that_are_named_exist(name):
    kinds = "generator|templates|inputs|tests|tools|benchmarks"
    for span in spans_of(name):
        if re.fullmatch(rf"(?:{kinds})/[\w./-]*", span):
            assert (ROOT / span).exists(), f"{name}: {span}"


def test_every_module_has_its_line_in_the_map():
    for package in (ROOT / "generator").glob("*/__init__.py"):
        assert f"`{package.parent.name}/`" in text_of("README.md")
