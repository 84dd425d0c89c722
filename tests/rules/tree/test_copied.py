"""One set of indicators in several projects: how many rows, and how many of them the same."""

from types import SimpleNamespace

import pytest

from generator.rules.dossier.copied_indicators import copied
from tests.rules.tree.trees import found, loaded, project, told, unit

NAMES = "甲乙丙丁戊己庚辛壬癸子丑"


def rows(signs):
    return [f"{sign}处数量|≥3处" for sign in signs]


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        (NAMES[:5], NAMES[:5], True),
        (NAMES[:4], NAMES[:4], False),
        (NAMES[:8], NAMES[1:9], True),  # seven of eight
        (NAMES[:7], NAMES[1:8], False),  # six of seven
        (NAMES[:8], NAMES[2:10], False),  # six of eight
    ],
)
def test_nearly_all_of_five_rows_shared_inside_a_dossier(tmp_path, one, other, is_told):
    projects = [project("图书购置", rows=rows(one)), project("水渠维修", rows=rows(other))]
    (dossier,) = loaded(tmp_path, (unit(), *projects))
    findings = list(copied(SimpleNamespace(dossier=dossier)))
    assert len(findings) == (2 if is_told else 0)


@pytest.mark.parametrize(("count", "is_told"), [(5, True), (4, False)])
def test_five_rows_shared_across_dossiers(tmp_path, count, is_told):
    one = (unit("东山县文化局"), project("图书购置", rows=rows(NAMES[:count])))
    other = (unit("西河县水务局"), project("水渠维修", rows=rows(NAMES[:count])))
    assert len(told(found(tmp_path, one, other), "copied-across")) == (1 if is_told else 0)
