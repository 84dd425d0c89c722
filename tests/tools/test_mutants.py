"""What make mutants changes, and that it notices a change that a test notices."""

import pytest

from tools.mutants.site import Site, sites_of
from tools.mutants.trial import tests_for as chosen_tests
from tools.mutants.trial import try_change

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


def test_numbers_of_data_are_changed(tree):
    path = tree / "limits.toml"
    path.write_text('# 3\nsays = "超过 5 倍"\nmost = "1.3" # 依据\nleast = 10\n', encoding="utf-8")
    assert changes(tree, path) == [
        (3, "1.3", "1.2"),
        (3, "1.3", "1.4"),
        (4, "10", "11"),
        (4, "10", "9"),
    ]


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
    outcome = try_change(tree, site, ["tests.score.test_over.test_it"])
    assert (outcome.is_noticed, outcome.tests) == (is_noticed, 1)
    assert (tree / "generator/score/over.py").read_text(encoding="utf-8") == MODULE


def test_what_no_test_runs_is_not_noticed(tree):
    site = sites_of(tree, tree / "generator/score/over.py")[0]
    assert chosen_tests(site, tree, ["tests.score.test_gone.test_it"]) == []
    assert try_change(tree, site, []) == (site, False, 0)


def test_every_file_of_tests_has_its_turn_before_any_has_a_second(tree):
    site = sites_of(tree, tree / "generator/score/over.py")[0]
    for room, name in (("score", "over"), ("score", "tier"), ("rules", "sums")):
        (tree / "tests" / room).mkdir(parents=True, exist_ok=True)
        (tree / "tests" / room / f"test_{name}.py").touch()
    contexts = [
        f"tests.{where}.test_{n}"
        for where in ("rules.test_sums", "score.test_tier", "score.test_over")
        for n in "ab"
    ]
    assert chosen_tests(site, tree, contexts) == [
        "tests/score/test_over.py::test_a",
        "tests/score/test_tier.py::test_a",
        "tests/rules/test_sums.py::test_a",
        "tests/score/test_over.py::test_b",
        "tests/score/test_tier.py::test_b",
        "tests/rules/test_sums.py::test_b",
    ]
