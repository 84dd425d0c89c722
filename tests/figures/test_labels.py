"""Labels of figures: within a subject each figure is called by a name of its own."""

from collections import Counter
from functools import cache

import pytest

from generator.load.workspace_folder import find_workspace
from generator.model.figure_id import FigureId
from generator.model.figure_parts import FACT
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import PROJECT, ROOT

DOSSIERS = sorted(p.parent for p in (ROOT / "inputs").glob("*/unit.toml"))


@cache
def book_of(folder):
    """Return the figures of a folder."""
    book = examine(folder, Library(find_workspace(folder)[0])).book
    assert book is not None
    return book


def labels_of(folder):
    """Return the labels of each subject; facts are called as the unit called them."""
    found: dict[str, list[str]] = {}
    for figure in book_of(folder).values():
        if figure.id.kind != FACT:
            found.setdefault(figure.id.owner, []).append(figure.label)
    return found


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda p: p.name)
def test_every_id_reads_and_writes_itself_and_what_it_follows_from_is_known(folder):
    book = book_of(folder)
    ids = [*book, *(id for figure in book.values() for id in figure.inputs)]
    assert len(ids) > 20
    assert [id for id in ids if FigureId.parse(id).parts.text != id] == []
    assert {type(id) for id in ids} == {FigureId}


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda p: p.name)
def test_the_figures_of_an_owner_are_sorted_by_what_they_are_of(folder):
    book = book_of(folder)
    for owner in {id.owner for id in book}:
        kinds = book.kinds_of(owner)
        assert sum(map(len, kinds.values())) == len(book.owned_by(owner))
        assert all(figure.id.parts.kind == kind for kind in kinds for figure in kinds[kind])


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
