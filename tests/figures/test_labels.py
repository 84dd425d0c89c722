"""Labels of figures: within a subject each figure is called by a name of its own."""

from collections import Counter

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import PROJECT, ROOT

DOSSIERS = sorted(p.parent for p in (ROOT / "inputs").glob("*/unit.toml"))


def labels_of(folder):
    """Return the labels of each subject; facts are called as the unit called them."""
    book = examine(folder, Library(find_workspace(folder)[0])).book
    assert book is not None
    found: dict[str, list[str]] = {}
    for figure in book.values():
        owner, _, short = figure.id.partition("/")
        if not short.startswith("fact["):
            found.setdefault(owner, []).append(figure.label)
    return found


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda p: p.name)
def test_every_figure_of_a_subject_is_called_by_a_name_of_its_own(folder):
    for owner, labels in labels_of(folder).items():
        assert all(labels), owner
        assert [label for label, count in Counter(labels).items() if count > 1] == []


def test_rows_of_money_and_indicators_bear_their_names(dossier):
    labels = labels_of(dossier())["books"]
    assert {"全年执行数", "“当年财政拨款”全年执行数", "“购书册数”得分", "“产出/数量”得分"} <= {
        *labels
    }


def test_namesakes_among_indicators_are_told_apart_by_their_class(dossier):
    project = PROJECT.replace("到馆人次增长率", "购书册数").replace(
        '"购书册数").actual', '"读者满意度").actual'
    )
    labels = labels_of(dossier(project=project))["books"]
    assert {"“产出/数量/购书册数”得分", "“效益/社会效益/购书册数”得分"} <= {*labels}
    assert "“读者满意度”得分" in labels
