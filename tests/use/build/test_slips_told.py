"""A build tells the slips of its inputs as a check does, again when nothing changed, and once."""

import pytest

from generator.model.order import Order
from generator.use.build.build import build
from generator.use.check.slips import SlipsOfTree
from generator.use.libraries import Libraries

WRONG = '\n[[problem]]\ntext = "预算绩效管里有待加强。"\n'


def slips(problems):
    return [problem for problem in problems if problem.code.startswith("W")]


@pytest.fixture
def wrong(dossier):
    folder = dossier()
    path = next(path for path in sorted(folder.glob("*.toml")) if path.name != "unit.toml")
    path.write_text(path.read_text(encoding="utf-8") + WRONG, encoding="utf-8")
    return folder


def test_what_a_check_tells_a_build_tells_and_again_when_nothing_changed(wrong):
    library, _ = Libraries().of(wrong)
    first = build(wrong, library, Order())
    tree = SlipsOfTree()
    tree.look(first.examined.dossier, library)
    checked = [*tree.told()]
    assert [problem.quote for problem in checked] == ["预算绩效管里"]
    assert slips(first.problems) == checked
    again = build(wrong, Libraries().of(wrong)[0], Order())
    assert again.examined is None
    assert [p.message for p in slips(again.problems)] == [p.message for p in checked]


def test_a_strict_build_tells_a_slip_where_it_is_printed_and_not_twice(wrong):
    told = build(wrong, Libraries().of(wrong)[0], Order(is_strict=True)).problems
    files = [p.place.file.rpartition(".")[2] for p in told if p.quote == "预算绩效管里"]
    assert files
    assert len(set(files)) == 1
