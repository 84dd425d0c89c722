"""What make mutants changes, and that it notices a change that a test notices."""

import gc
import shutil
import time
from pathlib import Path

import pytest

from tools.mutants.choice import Choice
from tools.mutants.near import Near
from tools.mutants.patch import LoadedFunctions, patch
from tools.mutants.reach import Name, Reach
from tools.mutants.seen import Seen, SeenTests, watch_tests
from tools.mutants.site import COMPARISON, COUNT, THRESHOLD, Site, sites_of
from tools.mutants.trial import Trials, try_change

TOOLS = Path(__file__).resolve().parents[2] / "tools"
MODULE = '''"""阈值在中文后面."""
from decimal import Decimal

_MOST, _SHARE = 5, Decimal("0.90")


def is_over(value: int, share: Decimal) -> bool:
    return "多" != "少" and value > 3 or share >= (
        _SHARE
    )
'''


@pytest.fixture
def tree(tmp_path):
    room = tmp_path / "generator" / "score"
    room.mkdir(parents=True)
    (room / "over.py").write_text(MODULE, encoding="utf-8")
    return tmp_path


def changes(tree, path):
    return [(site.line, site.old, site.new) for site in sites_of(tree, path)]


def test_comparisons_and_thresholds_are_changed_and_nothing_else(tree):
    assert changes(tree, tree / "generator/score/over.py") == [
        (4, "5", "4"),
        (4, "5", "6"),
        (4, "0.90", "0.89"),
        (4, "0.90", "0.91"),
        (8, "!=", "=="),
        (8, ">", ">="),
        (8, "3", "2"),
        (8, "3", "4"),
        (8, ">=", ">"),
    ]


def test_a_ceiling_is_left_alone_beside_other_constants(tree):
    path = tree / "limits.py"
    path.write_text("_NEAR, _REACH_CEILING = 2, 300\n", encoding="utf-8")
    assert changes(tree, path) == [(1, "2", "1"), (1, "2", "3")]


def test_numbers_of_data_are_changed(tree):
    path = tree / "limits.toml"
    path.write_text('# 3\nsays = "超过 5 倍"\nmost = "1.3" # 依据\nleast = 10\n', encoding="utf-8")
    assert changes(tree, path) == [
        (3, "1.3", "1.2"),
        (3, "1.3", "1.4"),
        (4, "10", "11"),
        (4, "10", "9"),
    ]


COUNTS = """
from fractions import Fraction

_SIZE_CEILING, FORMAT = 2500, 3
_NEAR = Fraction(9, 10)


def tell(rows, cell, index, spent, share):
    return len(rows) == 1 or len(rows) > 30 or cell.width > 1 or spent > 0 or index + 1 < 7 or index % 2 == 0 or share > 1
"""


def test_what_nobody_chose_is_a_count_and_ceilings_are_left_alone(tree):
    path = tree / "generator/score/counts.py"
    path.write_text(COUNTS, encoding="utf-8")
    numbers = [site for site in sites_of(tree, path) if site.kind != COMPARISON]
    assert [site.old for site in numbers if site.kind == COUNT and site.new > site.old] == [
        "1",
        "1",
        "0",
        "1",
        "2",
        "0",
    ]
    thresholds = [site.old for site in numbers if site.kind == THRESHOLD]
    assert thresholds == ["9", "9", "10", "10", "30", "30", "7", "7", "1", "1"]


def test_one_change_leaves_the_rest_as_it_was(tree):
    path = tree / "generator/score/over.py"
    for site in sites_of(tree, path):
        changed = site.changed(MODULE)
        assert changed != MODULE
        assert Site(*site[:3], site.new, site.old).changed(changed) == MODULE


def with_test(tree, body):
    folder = tree / "tests" / "score"
    folder.mkdir(parents=True)
    (folder / "test_over.py").write_text(
        f"from generator.score.over import is_over\n\n\ndef test_it():\n    {body}\n",
        encoding="utf-8",
    )
    for package in ("generator", "generator/score", "tests", "tests/score"):
        (tree / package / "__init__.py").touch()


@pytest.mark.parametrize(
    ("body", "is_noticed"),
    [("assert not is_over(3, 0)", True), ("assert is_over(9, 0)", False)],
    ids=["at the boundary", "far from it"],
)
def test_a_change_is_noticed_by_a_test_at_the_boundary(tree, body, is_noticed):
    with_test(tree, body)
    site = next(s for s in sites_of(tree, tree / "generator/score/over.py") if s.old == ">")
    outcome = try_change(tree, site, ["tests/score/test_over.py"], longest=60)
    assert (outcome.is_noticed, outcome.tests) == (is_noticed, 1)
    assert (tree / "generator/score/over.py").read_text(encoding="utf-8") == MODULE


def test_tests_that_go_on_longer_than_a_change_may_take_have_not_noticed_it(tree):
    with_test(tree, "import time; time.sleep(20)")
    site = sites_of(tree, tree / "generator/score/over.py")[0]
    assert try_change(tree, site, ["tests/score/test_over.py"], longest=1) == (site, False, 1, True)


def test_what_no_test_comes_by_is_not_noticed(tree):
    site = sites_of(tree, tree / "generator/score/over.py")[0]
    assert Near(tree).tests_of(site.file) == []
    assert try_change(tree, site, [], longest=60) == (site, False, 0, False)


def write_module(tree, path, *imported):
    (tree / path).parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"from {name} import it\n" for name in imported)
    (tree / path).write_text(text, encoding="utf-8")


def test_tests_named_alike_come_first_then_those_with_the_fewest_imports_between(tree):
    write_module(tree, "generator/rules/sums.py", "generator.score.over")
    write_module(tree, "generator/use/audit.py", "generator.rules.sums")
    write_module(tree, "tests/use/test_audit.py", "generator.use.audit")
    write_module(tree, "tests/rules/test_sums.py", "generator.rules.sums")
    write_module(tree, "tests/rules/test_levels.py", "generator.score.over")
    write_module(tree, "tests/score/test_levels.py", "generator.score")
    write_module(tree, "tests/score/test_overshoot.py", "generator.score.over")
    write_module(tree, "tests/word/test_page.py", "generator.word.value_xml")
    assert Near(tree).tests_of("generator/score/over.py") == [
        "tests/score/test_overshoot.py",
        "tests/rules/test_levels.py",
        "tests/rules/test_sums.py",
        "tests/use/test_audit.py",
    ]


def test_what_is_loaded_by_name_or_used_by_fixtures_counts_as_imported(tree):
    write_module(tree, "generator/cli/commands.py")
    (tree / "generator/cli/commands.py").write_text('IT = ("generator.score.over",)\n')
    write_module(tree, "tests/conftest.py", "generator.cli.commands")
    write_module(tree, "tests/word/test_page.py", "generator.word.value_xml")
    assert Near(tree).tests_of("generator/score/over.py") == ["tests/word/test_page.py"]


def test_data_is_looked_at_by_the_tests_that_name_it_and_by_those_of_its_room(tree):
    write_module(tree, "tests/rules/test_a.py")
    write_module(tree, "tests/rules/test_c.py")
    (tree / "tests/rules/c.toml").touch()
    write_module(tree, "tests/rules/test_b.py", "x.limits")
    write_module(tree, "tests/word/test_page.py")
    write_module(tree, "tests/test_cases.py")
    assert Near(tree).tests_of("templates/rules/limits.toml") == [
        "tests/rules/test_b.py",
        "tests/rules/test_c.py",
        "tests/rules/test_a.py",
        "tests/test_cases.py",
    ]


def test_a_constant_is_felt_where_it_is_read_and_a_comparison_in_its_statement(tree):
    (tree / "generator/score/other.py").write_text(
        "from generator.score.over import _SHARE as LINE\n\n\ndef double():\n    return LINE * 2\n",
        encoding="utf-8",
    )
    reach = Reach(tree)
    lines = {
        site.old: reach.lines_of(site) for site in sites_of(tree, tree / "generator/score/over.py")
    }
    over, other = "generator/score/over.py", "generator/score/other.py"
    statement = {(over, 8), (over, 9), (over, 10)}
    assert lines["0.90"] == {*statement, (other, 5)}
    assert lines[">"] == statement
    assert reach.lines_of(Site("templates/rules/limits.toml", 1, 0, "1", "2")) == frozenset()


def test_tests_are_watched_for_the_lines_that_they_come_by(tree):
    with_test(tree, "assert is_over(9, 0)")
    (tree / "tests/score/test_none.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    shutil.copytree(TOOLS, tree / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    lines = {("generator/score/over.py", 8), ("generator/score/over.py", 99)}
    files = ["tests/score/test_over.py", "tests/score/test_none.py"]
    seen = watch_tests([tree], files, lines, time.monotonic() + 60)
    own = frozenset({("generator/score/over.py", 8)})
    assert seen.of("generator/score/over.py", own) == ["tests/score/test_over.py::test_it"]
    assert seen.files == set(files)
    assert seen.of("generator/score/over.py", frozenset(lines - own)) == []


def test_tests_named_like_a_file_are_asked_first():
    line = ("generator/score/over.py", 1)
    quick, like = "tests/score/test_a.py::test_it", "tests/score/test_over.py::test_it"
    seen = SeenTests([Seen(quick, 0.1, frozenset({line})), Seen(like, 0.9, frozenset({line}))])
    assert seen.of(line[0], frozenset({line})) == [like, quick]


def test_quick_tests_that_see_most_of_a_file_are_asked_first():
    here, there = ("a.py", 1), ("a.py", 2)
    seen = SeenTests(
        [
            Seen("slow", 9.0, frozenset({here, there})),
            Seen("shallow", 0.1, frozenset({here})),
            Seen("deep", 0.2, frozenset({here, there})),
            Seen("elsewhere", 0.1, frozenset({there})),
        ]
    )
    assert seen.of("a.py", frozenset({here})) == ["deep", "shallow", "slow"]


def test_the_tests_of_a_room_are_watched_first_those_named_alike(tree):
    write_module(tree, "tests/score/test_levels.py")
    write_module(tree, "tests/score/test_overshoot.py")
    write_module(tree, "tests/word/test_over.py")
    assert Near(tree).tests_of_rooms(["generator/score/over.py", "templates/rules/x.toml"]) == [
        "tests/score/test_overshoot.py",
        "tests/score/test_levels.py",
    ]


def test_cases_of_the_room_as_data_come_before_its_other_tests(tree):
    write_module(tree, "tests/score/test_levels.py", "generator.score.over")
    write_module(tree, "tests/score/test_overshoot.py", "generator.score.over")
    write_module(tree, "tests/score/test_rows.py", "generator.score.over")
    (tree / "tests/score/rows.toml").touch()
    asked = ["tests/score/test_overshoot.py", "tests/score/test_rows.py"]
    asked.append("tests/score/test_levels.py")
    assert Near(tree).tests_of("generator/score/over.py") == asked
    assert Near(tree).tests_of_rooms(["generator/score/over.py"]) == asked


def test_what_the_tests_of_a_room_do_not_notice_is_held_against_all_that_come_by(tree):
    with_test(tree, "assert is_over(9, 0)")
    (tree / "tests/use").mkdir()
    for name in ("__init__.py", "test_whole.py"):
        shutil.copy(tree / "tests/score" / name.replace("whole", "over"), tree / "tests/use" / name)
    shutil.copytree(TOOLS, tree / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    site = next(s for s in sites_of(tree, tree / "generator/score/over.py") if s.old == ">")
    near, far = "tests/score/test_over.py::test_it", "tests/use/test_whole.py::test_it"
    until, choice = time.monotonic() + 60, Choice(tree, [tree])
    first = choice.first([site], until)
    assert [(one.tests, one.is_all) for one in first] == [([near], False)]
    cut_short = choice.rest({site: [near]}, until - 60)
    assert [(one.tests, one.is_all) for one in cut_short] == [([], False)]
    rest = choice.rest({site: [near]}, until)
    assert [(one.tests, one.is_all) for one in rest] == [([far], True)]


def test_a_constant_is_held_where_it_is_imported_unless_others_are_worked_out_from_it(tree):
    (tree / "generator/score/other.py").write_text(
        "from generator.score.over import _MOST as LINE\n\n\ndef of(it=LINE):\n    return it\n",
        encoding="utf-8",
    )
    (tree / "generator/score/own.py").write_text(
        "_NEAR = 2\n\n\ndef of():\n    return _NEAR\n", encoding="utf-8"
    )
    write_module(tree, "tests/score/test_own.py")
    (tree / "tests/score/test_own.py").write_text("from generator.score.own import _NEAR\n")
    reach = Reach(tree)
    early, late = Site("generator/score/over.py", 4, 16, "5", "6"), "generator.score.own"
    assert reach.bindings_of(early) == []
    assert reach.bindings_of(Site("generator/score/own.py", 1, 8, "2", "3")) == [
        Name(late, "_NEAR", "_NEAR"),
        Name("tests.score.test_own", "_NEAR", "_NEAR"),
    ]


def test_every_change_is_tried_in_what_is_loaded_and_leaves_nothing_behind(tree):
    with_test(
        tree,
        "from decimal import Decimal as D; assert is_over(4, 0) > is_over(3, D(0)) < is_over(0, D('0.9'))",
    )
    shutil.copytree(TOOLS, tree / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    own, test = "generator/score/over.py", "tests/score/test_over.py"
    reach, trials = Reach(tree), Trials(tree, [test])
    noticed = {
        f"{site.old} {site.new}": trials.try_change(
            site, reach.bindings_of(site), [f"{test}::test_it"], 60
        ).is_noticed
        for site in sites_of(tree, tree / own)
        if site.line == 8 or "0.9" in site.old
    }
    trials.end()
    assert noticed == {
        "0.90 0.89": False,
        "0.90 0.91": True,
        "!= ==": True,
        "> >=": True,
        "3 2": True,
        "3 4": True,
        ">= >": True,
    }
    assert (tree / own).read_text(encoding="utf-8") == MODULE


@pytest.mark.parametrize(
    ("before", "after", "is_reached"),
    [
        ("def f():\n    return 1 > 2\n", "def f():\n    return 1 >= 2\n", True),
        ("IT = any(n > 2 for n in (1, 2))\n", "IT = any(n >= 2 for n in (1, 2))\n", False),
        ("def f(n=1):\n    return n\n", "def f(n=2):\n    return n\n", False),
        ("class It:\n    MOST = 1\n", "class It:\n    MOST = 2\n", False),
    ],
    ids=["a function", "worked out when it is loaded", "a default", "in a class"],
)
def test_what_runs_when_a_module_is_loaded_cannot_be_patched(tmp_path, before, after, is_reached):
    assert patch(tmp_path / "it.py", before, after, []) is is_reached


def test_a_function_is_patched_wherever_it_is_held(tmp_path):
    path, before = tmp_path / "it.py", "def is_over(n):\n    return n > 3\n"
    loaded = {}
    exec(compile(before, str(path), "exec"), loaded)  # noqa: S102 - the text above
    gc.collect()
    gc.freeze()
    try:
        assert patch(path, before, before.replace(">", ">="), [])
    finally:
        gc.unfreeze()
    assert loaded["is_over"](3)


def test_a_module_that_nobody_has_asked_for_is_loaded_to_be_changed(tmp_path, monkeypatch):
    path = tmp_path / "asked_for_late.py"
    path.write_text("def is_over(n):\n    return n > 3\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    loaded = LoadedFunctions(tmp_path)
    assert [function.__name__ for function in loaded.of(path)] == ["is_over"]
    assert loaded.of(path)[0](4)
