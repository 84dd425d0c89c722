"""Slips of typing: each is called by its name at its place, and mended where that leaves no choice."""

import difflib
from collections import Counter
from pathlib import Path

import pytest
import tomli

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.use.check.examine import examine
from generator.use.check.mending import mend_dossiers, mend_file
from generator.use.libraries import Libraries
from tests.conftest import PROJECT, ROOT, UNIT, write_files

SLIPS = tomli.loads(Path(__file__).with_name("slips_of_typing.toml").read_text("utf-8"))["slip"]
LIBRARY = Libraries().of(ROOT)[0]
BOOKS = "books.toml"


def folder_with(workspace: Path, slip: dict[str, str]) -> tuple[Path, str]:
    """Write a dossier with one slip in it."""
    name = slip.get("in", BOOKS)
    texts = {"unit.toml": UNIT.lstrip(), BOOKS: PROJECT.lstrip()}
    assert texts[name].count(slip["old"]) >= 1
    texts[name] = texts[name].replace(slip["old"], slip["new"], 1)
    return write_files(workspace / "inputs" / "library-2023", texts), name


def examined(folder: Path) -> tuple[Problem, ...]:
    return examine(folder, LIBRARY).problems


def added(before: str, after: str) -> str:
    diff = difflib.ndiff(before.split("\n"), after.split("\n"))
    return "\n".join(line[2:] for line in diff if line.startswith("+"))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: repr(slip["new"]))
def test_a_slip_is_named_at_its_place_with_its_mend(workspace, slip):
    folder, name = folder_with(workspace, slip)
    problems = examined(folder)
    if "says" not in slip:  # what is read all the same is no slip
        assert problems == ()
        return
    first = problems[0]
    assert first.place.file.endswith(name)
    assert f"{first.place.line}:{first.place.column}" == slip["place"]
    assert f"{first.code} {first.message}" == slip["says"]
    assert first.hint == slip["mend"]


def keys_of(text: str) -> Counter[str]:
    """Count the keys of a file: what is swallowed is missing among them."""
    found = Counter[str]()
    work: list[object] = [tomli.loads(text)]
    while work:
        own = work.pop()
        if isinstance(own, dict):
            found.update(key for key, value in own.items() if not isinstance(value, dict | list))
            work += own.values()
        elif isinstance(own, list):
            work += own
    return found


MENDED = [slip for slip in SLIPS if slip.get("mended", "#")[:1] not in ("#", "")]


@pytest.mark.parametrize("slip", MENDED, ids=lambda slip: repr(slip["new"]))
def test_no_value_becomes_part_of_another(workspace, slip):
    folder, name = folder_with(workspace, slip)
    fixed = mend_file(folder / name, LIBRARY.units)
    assert fixed is not None
    right = {"unit.toml": UNIT, BOOKS: PROJECT}[name]
    lost = keys_of(right) - keys_of(fixed.after)
    assert [key for key in lost if key in slip["new"]] == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: repr(slip["new"]))
def test_what_leaves_no_choice_is_mended_and_nothing_else(workspace, slip):
    folder, name = folder_with(workspace, slip)
    before = (folder / name).read_text("utf-8")
    fixed = mend_file(folder / name, LIBRARY.units)
    if "mended" not in slip:
        assert fixed is None
        return
    assert fixed is not None
    assert added(before, fixed.after) == slip["mended"]
    (folder / name).write_text(fixed.after, "utf-8")
    assert mend_file(folder / name, LIBRARY.units) is None  # once is enough


def test_several_slips_of_a_file_are_mended_at_once_and_comments_stay(dossier, run, workspace):
    folder = dossier(
        change={
            'authority = "某县文化局"': "authority ＝ “某县文化局”  # 主管部门，照批复",
            "weight = 50": "weight = 50分 # 甲",
            'target = "≥10%"': 'target = "≥1O%"',
            "[funds]": "【funds】",
        }
    )
    before = (folder / BOOKS).read_bytes()
    code, out, err = run("check", folder)
    assert code == 1
    assert "jixiao check --fix inputs/library-2023 改正其中有把握的" in err
    code, out, _ = run("check", folder, "--dry-run")
    assert '+authority = "某县文化局"  # 主管部门，照批复' in out
    assert (folder / BOOKS).read_bytes() == before
    code, out, _ = run("check", folder, "--fix")
    assert code == 0
    assert "改正了 1 个文件里的" in out
    text = (folder / BOOKS).read_text("utf-8")
    assert "weight = 50 # 甲" in text or "weight = 50  # 甲" in text
    assert 'target = "≥10%"' in text
    assert run("undo", folder)[0] == 0
    assert (folder / BOOKS).read_bytes() == before


@pytest.mark.parametrize(
    ("encode", "decode"),
    [
        (lambda text: text.encode("gb18030"), lambda data: data.decode("utf-8")),
        (
            lambda text: b"\xef\xbb\xbf" + text.replace("weight = 50", "weight = 50分").encode(),
            lambda data: data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"),
        ),
        (
            lambda text: (
                text.replace("weight = 50", "weight = 50分").replace("\n", "\r\n").encode()
            ),
            lambda data: data.decode("utf-8").replace("\r\n", "\n"),
        ),
    ],
    ids=["an encoding of older programs", "a mark at the start", "line ends of Windows"],
)
def test_files_of_other_programs_are_mended_as_they_are(dossier, run, encode, decode):
    path = dossier() / BOOKS
    text = path.read_text("utf-8")
    path.write_bytes(encode(text))
    old = path.read_bytes()
    assert run("check", path.parent)[0] == 1
    assert run("check", path.parent, "--fix")[0] == 0
    new = path.read_bytes()
    assert decode(new) == text
    assert (b"\r\n" in old) == (b"\r\n" in new)
    assert old.startswith(b"\xef\xbb\xbf") == new.startswith(b"\xef\xbb\xbf")


def test_nothing_of_what_is_right_is_mended():
    folders = sorted(path.parent for path in (ROOT / "inputs").rglob("unit.toml"))
    assert len(folders) > 3
    assert mend_dossiers(folders, LIBRARY.units) == ()


def test_what_is_no_text_at_all_is_left_alone(workspace):
    (workspace / "unit.toml").write_bytes(bytes(range(256)))
    assert mend_file(workspace / "unit.toml", LIBRARY.units) is None
    assert read_regular(workspace / "unit.toml") == bytes(range(256))


def test_where_nothing_is_sure_a_trial_says_so(dossier, run):
    folder = dossier(change={"spent = 95\n": "spent = 50+45\n"})
    assert "没有有把握可改的地方" in run("check", folder, "--dry-run")[1]


def test_what_a_key_does_not_take_stays_while_the_rest_is_mended(dossier):
    folder = dossier(change={"weight = 50": "weight = 是", "spent = 95\n": "spent = ９５\n"})
    fixed = mend_file(folder / BOOKS, LIBRARY.units)
    assert fixed is not None
    assert "weight = 是" in fixed.after
    assert "spent = 95\n" in fixed.after
    assert fixed.count == 1
