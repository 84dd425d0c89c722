"""What units say of one another after all are built."""

import pytest

from generator.base.problem import Severity
from generator.batch.across_units import check_across
from generator.batch.digest import digest_of
from generator.load.packs import find_packs, load_wording
from generator.roundtrip.files_record import read_record
from tests.conftest import PROJECT, UNIT, write_files

APART = load_wording(find_packs(None))[0].apart


@pytest.fixture
def built(workspace, run):
    """Build dossiers from their texts; returns what is said across them."""

    def make(**dossiers):
        built = []
        for name, (unit, project) in dossiers.items():
            folder = workspace / "inputs" / name
            write_files(folder, {"unit.toml": unit, "p.toml": project})
            built.append((folder, workspace / "outputs" / name))
        assert run("build", workspace / "inputs", "--quiet")[0] == 0
        return check_across(
            [(folder, digest) for folder, target in built if (digest := recorded(target))],
            APART,
        )

    return make


def unit(name):
    return UNIT.replace("某县图书馆", name)


def recorded(target):
    figures = read_record(target).figures
    return digest_of({name: figure.shown for name, figure in figures.items()})


ROWS = "".join(
    f'\n[[indicator]]\nclass = "产出/质量"\nname = "指标{n}完成率"\ntarget = "100%"\nactual = "100%"\nweight = 1\n'
    for n in "甲乙丙"
)
LONG = PROJECT.replace("weight = 50", "weight = 47", 1) + ROWS


def test_units_that_have_nothing_in_common_raise_nothing(built):
    other = PROJECT.replace("图书购置", "水渠维修").replace("购书册数", "维修长度")
    assert built(a=(unit("某县图书馆"), PROJECT), b=(unit("某市水务局"), other)) == ()


def test_nearly_equal_names_of_units_are_noted(built):
    other = PROJECT.replace("图书购置", "水渠维修")
    (note,) = built(a=(unit("某县第一图书馆"), PROJECT), b=(unit("某县第一图书官"), other))
    assert (note.code, note.severity) == ("X05", Severity.NOTE)


def test_one_project_with_two_totals_is_noted(built):
    other = PROJECT.replace('actual = "8%"', 'actual = "9%"')
    (note,) = built(a=(unit("某县图书馆"), PROJECT), b=(unit("某市文化宫"), other))
    assert note.code == "X02"
    assert "图书购置" in note.message


def test_one_set_of_indicators_under_two_projects_is_noted(built):
    other = LONG.replace("图书购置", "水渠维修")
    (note,) = built(a=(unit("某县图书馆"), LONG), b=(unit("某市水务局"), other))
    assert note.code == "C10"
    assert "水渠维修" in note.message


def test_the_build_tells_it_once_and_is_silent_when_nothing_changed(workspace, run):
    other = PROJECT.replace("图书购置", "水渠维修")
    for name, own, project in (("a", "某县第一图书馆", PROJECT), ("b", "某县第一图书官", other)):
        folder = workspace / "inputs" / name
        write_files(folder, {"unit.toml": unit(own), "p.toml": project})
    assert "X05" in run("build", workspace / "inputs")[1]
    assert "X05" not in run("build", workspace / "inputs")[1]
