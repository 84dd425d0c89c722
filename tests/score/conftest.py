"""A small scheme and the way to score a row by it."""

from pathlib import Path

import pytest

from generator.base.problem import Place
from generator.base.toml import parse_toml
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs, load_wording
from generator.load.scheme_files import load_scheme
from generator.model.dossier import Subject
from generator.model.indicator import Indicator
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.score.row_score import judge
from generator.score.score_terms import Rules
from generator.score.scorer import score_subject


@pytest.fixture(scope="session")
def units():
    return load_wording(Packs((packaged_templates(),)))[0].units


@pytest.fixture(scope="session")
def shipped():
    def load(scheme_id, year=2023):
        packs = Packs((packaged_templates(),))
        loaded, problems = load_scheme(packs, scheme_id, Place, year)
        assert loaded is not None, problems
        return loaded.scheme

    return load


@pytest.fixture
def rules(shipped, units):
    def make(scheme_id="mof-2020", year=2023):
        scheme = shipped(scheme_id, year) if isinstance(scheme_id, str) else scheme_id
        return Rules(scheme, units, year)

    return make


@pytest.fixture
def judged(rules):
    """Judge one row: target, actual, weight, and whatever else the row says."""

    def call(target, actual, weight=10, scheme="mof-2020", class_="产出/数量", **more):
        row = {
            "class": class_,
            "name": more.pop("name", "某指标"),
            "target": target,
            "weight": weight,
            **more,
        }
        given = {key: value for key, value in row.items() if value is not None}
        return judge(Indicator.from_data(given), actual, rules(scheme))

    return call


@pytest.fixture
def scored(rules):
    """Score a subject written in TOML."""

    def call(text, scheme="mof-2020", kind="project"):
        file, problems = parse_toml(text, Path("x.toml"), "x.toml")
        assert file is not None, problems
        entry = (ProjectEntry if kind == "project" else DepartmentEntry).from_data(file.data)
        return score_subject(Subject("x", entry, file), rules(scheme), {})

    return call
